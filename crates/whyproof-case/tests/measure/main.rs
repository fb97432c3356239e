//! Experiments measured on rows in memory.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::unwrap_used,
    reason = "a test reads the example's data"
)]

mod age;
mod cautious;
mod decided;
mod hostile;
mod looks;
mod methods;
mod newcomer;
mod paper;
mod parts;
mod rows;
mod sealed;

use jiff::civil::{Date, date};
use whyproof_case::{
    Computed, Computing, Config, Limits, Measurement, Scope, SqlError, Table, compute,
};
use whyproof_testing::MemoryHost;

use rows::Rows;

/// The day on which things are measured.
const TODAY: Date = date(2026, 11, 23);

/// A case with one experiment over `data.csv`.
fn case(experiment: &str) -> String {
    format!("## Impact\n\n```experiment idea\nfrom = \"data.csv\"\n{experiment}\n```\n")
}

/// What measuring a case with this experiment over these rows computes.
fn computed(experiment: &str, rows: &Rows) -> Computed {
    computed_of(&case(experiment), rows, MemoryHost::new().on(TODAY))
}

/// The measurement of the experiment.
fn measured(experiment: &str, rows: &Rows) -> Measurement {
    computed(experiment, rows).measured.remove("idea").unwrap()
}

/// The message of what is wrong; panics where there is a number.
fn trouble(experiment: &str, rows: &Rows) -> String {
    let measured = measured(experiment, rows);
    assert!(measured.effects.is_empty(), "{measured:?}");
    let trouble = measured.trouble.unwrap();
    assert!(!trouble.help.is_empty());
    trouble.message
}

/// What a case over `data.csv` computes.
fn computed_of(text: &str, rows: &Rows, host: MemoryHost) -> Computed {
    computed_reading("data.csv", text, rows, host)
}

/// Asks until every query is known: each round, what the rows give for the queries of the round before, all of which
/// read `from`.
fn computed_reading(from: &str, text: &str, rows: &Rows, host: MemoryHost) -> Computed {
    let parse = whyproof_syntax::parse(text);
    let mut host = host.file("case.md", text).file("data.csv", "a").with_query(
        "select 1",
        &[],
        Ok(Table::default()),
    );
    let mut known: Vec<String> = Vec::new();
    loop {
        let scope = Scope::of(&host, "case.md");
        let config = Config::default();
        let computed = compute(
            &parse,
            &Computing {
                host: &host,
                scope: &scope,
                config: &config,
                limits: Limits::default(),
                apart: false,
                on_done: &|_, _| {},
            },
        );
        let asked = computed
            .measured
            .values()
            .flat_map(|one| one.queries.clone());
        let new: Vec<String> = asked.filter(|sql| !known.contains(sql)).collect();
        if new.is_empty() {
            return computed;
        }
        for sql in new {
            let unknown = || SqlError::Wrong {
                message: "there is no such column".to_owned(),
                place: None,
            };
            let gives = rows.answer(&sql).ok_or_else(unknown);
            host = host.with_query(&sql, &[from], gives);
            known.push(sql);
        }
    }
}

/// Near enough, in parts of the expected value.
#[track_caller]
fn near(got: f64, wanted: f64) {
    let away = (got - wanted).abs();
    assert!(away <= 1e-9 * wanted.abs().max(1e-3), "{got}, not {wanted}");
}
