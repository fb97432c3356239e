//! Writes a page with every kind of chart, on light and on dark ground, from the data of the
//! examples: `cargo run --release -p whyproof-render --example chart_page > charts.html`.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "an example program reads its data and prints its page"
)]

use std::collections::BTreeMap;

use whyproof_case::{Cell, Column, ColumnKind, Table};
use whyproof_render::chart::{self, Options, Scheme};

fn main() {
    let mut page = String::from(HEAD);
    page.push_str(&chart::forced(".light", Scheme::Light));
    page.push_str(&chart::forced(".dark", Scheme::Dark));
    page.push_str("</style>\n<main>\n");
    let charts = charts();
    for scheme in ["light", "dark"] {
        page.push_str(&format!("<section class=\"{scheme}\">\n"));
        for (at, (table, options)) in charts.iter().enumerate() {
            for (width, class) in [(560, "wide"), (340, "narrow")] {
                let mut options = options.clone();
                options.width = Some(width);
                options.prefix = format!("{scheme}-{class}-{at}");
                let svg = chart::svg(table, &options).unwrap();
                page.push_str(&format!("<figure class=\"{class}\">\n{svg}</figure>\n"));
            }
        }
        page.push_str("</section>\n");
    }
    page.push_str("</main>\n");
    println!("{page}");
}

const HEAD: &str = "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
    <meta name=\"viewport\" content=\"width=device-width\">\n<title>Charts</title>\n<style>\n\
    body{margin:0}main{display:grid;grid-template-columns:1fr 1fr}section{padding:20px}\
    figure{margin:0 0 34px}.light{background:#fff}.dark{background:#15191e}.narrow{display:none}\
    @media(max-width:800px){main{display:block}.wide{display:none}.narrow{display:block}}\n";

/// Tables as queries give them, and what their info strings say.
fn charts() -> Vec<(Table, Options)> {
    let rates = read("organ-donor-form/data/registration_rates.csv");
    let people = read("learn-your-result/data/learn_your_result.csv");
    let percent = ("unit", "%");
    let california = ("highlight", "California");
    let mut charts = Vec::new();
    let mut chart = |table: Table, title: &str, pairs: &[(&str, &str)]| {
        let mut options = Options::default();
        for (option, value) in [("title", title)].iter().chain(pairs) {
            options.set(option, value).unwrap();
        }
        charts.push((table, options));
    };
    let title = "California asked everyone, and fewer said yes";
    chart(two_lines(&rates), title, &[percent]);
    let title = "Registration rate of 27 states";
    chart(all_lines(&rates), title, &[percent, california]);
    chart(
        by_voucher(&people),
        "Any voucher brings people back",
        &[percent],
    );
    let title = "The further, the fewer, without a voucher";
    chart(by_distance(&people), title, &[percent]);
    let title = "The largest changes after July 2011";
    chart(changes(&rates), title, &[california, ("unit", "points")]);
    chart(
        villages(&people),
        "Villages further away come less",
        &[percent],
    );
    chart(everyone(&people), "Age and distance of everyone", &[]);
    chart(
        column(&people, "age"),
        "How old they are",
        &[("unit", "years")],
    );
    let title = "What a voucher adds, by its value";
    chart(intervals(&people), title, &[("unit", "points")]);
    charts
}

type Rows = Vec<BTreeMap<String, String>>;

fn read(path: &str) -> Rows {
    let path = format!("{}/../../examples/{path}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let mut lines = text.lines();
    let names: Vec<&str> = lines.next().unwrap().split(',').collect();
    let row = |line: &str| {
        let cells = line.split(',').map(str::to_owned);
        names.iter().map(ToString::to_string).zip(cells).collect()
    };
    lines.map(row).collect()
}

fn table(columns: &[(&str, ColumnKind)], rows: Vec<Vec<Cell>>) -> Table {
    let column = |(name, kind): &(&str, ColumnKind)| Column {
        name: (*name).to_owned(),
        kind: *kind,
    };
    Table {
        columns: columns.iter().map(column).collect(),
        rows,
    }
}

fn number(row: &BTreeMap<String, String>, name: &str) -> Option<f64> {
    row.get(name)?.parse().ok()
}

fn text(words: &str) -> Cell {
    Cell::Text(words.to_owned())
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn two_lines(rates: &Rows) -> Table {
    let mut means: BTreeMap<(String, &str), Vec<f64>> = BTreeMap::new();
    for row in rates {
        let who = if row["state"] == "California" {
            "California"
        } else {
            "26 other states"
        };
        means
            .entry((row["quarter"].clone(), who))
            .or_default()
            .push(number(row, "rate").unwrap());
    }
    let rows = means
        .iter()
        .map(|((quarter, who), rates)| vec![text(quarter), text(who), Cell::Float(mean(rates))]);
    let kinds = [
        ("quarter", ColumnKind::Text),
        ("state", ColumnKind::Text),
        ("registration_rate", ColumnKind::Float),
    ];
    table(&kinds, rows.collect())
}

fn all_lines(rates: &Rows) -> Table {
    let rows = rates.iter().map(|row| {
        vec![
            text(&row["state"]),
            text(&row["quarter"]),
            Cell::Float(number(row, "rate").unwrap()),
        ]
    });
    let kinds = [
        ("state", ColumnKind::Text),
        ("quarter", ColumnKind::Text),
        ("rate", ColumnKind::Float),
    ];
    table(&kinds, rows.collect())
}

fn changes(rates: &Rows) -> Table {
    let mut both: BTreeMap<&str, (Vec<f64>, Vec<f64>)> = BTreeMap::new();
    for row in rates {
        let of_state = both.entry(&row["state"]).or_default();
        let rate = number(row, "rate").unwrap();
        if row["quarter"].as_str() < "2011-Q3" {
            of_state.0.push(rate)
        } else {
            of_state.1.push(rate)
        }
    }
    let mut rows: Vec<(f64, &str)> = both
        .iter()
        .map(|(state, (before, after))| (100.0 * (mean(after) - mean(before)), *state))
        .collect();
    rows.retain(|(change, _)| change.abs() > 0.8);
    rows.sort_by(|a, b| b.0.total_cmp(&a.0));
    let kinds = [("state", ColumnKind::Text), ("change", ColumnKind::Float)];
    table(
        &kinds,
        rows.into_iter()
            .map(|(change, state)| vec![text(state), Cell::Float(change)])
            .collect(),
    )
}

/// Who came, of those of whom it is known, by a name for each group.
fn came(
    people: &Rows,
    group: impl Fn(&BTreeMap<String, String>) -> Option<&'static str>,
) -> BTreeMap<&'static str, Vec<f64>> {
    let mut came: BTreeMap<&'static str, Vec<f64>> = BTreeMap::new();
    for row in people {
        if let Some((name, value)) = group(row).zip(number(row, "got_result")) {
            came.entry(name).or_default().push(value);
        }
    }
    came
}

fn voucher(row: &BTreeMap<String, String>) -> Option<&'static str> {
    Some(match number(row, "incentive_usd")? {
        0.0 => "none",
        value if value < 1.0 => "up to $1",
        value if value < 2.0 => "$1 to $2",
        _ => "$2 to $3",
    })
}

const VOUCHERS: [&str; 4] = ["none", "up to $1", "$1 to $2", "$2 to $3"];

fn by_voucher(people: &Rows) -> Table {
    let came = came(people, voucher);
    let rows = VOUCHERS.map(|name| vec![text(name), Cell::Float(mean(&came[name]))]);
    table(
        &[
            ("voucher", ColumnKind::Text),
            ("came_for_their_result", ColumnKind::Float),
        ],
        rows.to_vec(),
    )
}

fn by_distance(people: &Rows) -> Table {
    let near = ["under 1 km", "1 to 2 km", "2 to 3 km", "over 3 km"];
    let of = |with: f64| {
        came(people, move |row| {
            let km = number(row, "distance_km")? as usize;
            (number(row, "any_incentive")? == with).then_some(near[km.min(3)])
        })
    };
    let (without, with) = (of(0.0), of(1.0));
    let rows = near.map(|name| {
        vec![
            text(name),
            Cell::Float(mean(&without[name])),
            Cell::Float(mean(&with[name])),
        ]
    });
    let kinds = [
        ("distance", ColumnKind::Text),
        ("without_a_voucher", ColumnKind::Float),
        ("with_a_voucher", ColumnKind::Float),
    ];
    table(&kinds, rows.to_vec())
}

fn villages(people: &Rows) -> Table {
    let mut villages: BTreeMap<u64, (Vec<f64>, Vec<f64>)> = BTreeMap::new();
    for row in people {
        let known = (
            number(row, "village"),
            number(row, "distance_km"),
            number(row, "got_result"),
        );
        if let (Some(village), Some(km), Some(came)) = known {
            let of_village = villages.entry(village as u64).or_default();
            of_village.0.push(km);
            of_village.1.push(came);
        }
    }
    let rows = villages.values().filter(|(kms, _)| kms.len() >= 10);
    let rows = rows.map(|(kms, came)| vec![Cell::Float(mean(kms)), Cell::Float(mean(came))]);
    table(
        &[
            ("distance_in_km", ColumnKind::Float),
            ("came_for_their_result", ColumnKind::Float),
        ],
        rows.collect(),
    )
}

fn everyone(people: &Rows) -> Table {
    let cell = |value: Option<f64>| value.map_or(Cell::Null, Cell::Float);
    let rows = people
        .iter()
        .map(|row| vec![cell(number(row, "age")), cell(number(row, "distance_km"))]);
    table(
        &[
            ("age", ColumnKind::Float),
            ("distance_km", ColumnKind::Float),
        ],
        rows.collect(),
    )
}

fn column(people: &Rows, name: &str) -> Table {
    let cell = |row: &BTreeMap<String, String>| {
        vec![number(row, name).map_or(Cell::Null, |value| Cell::Int(value as i64))]
    };
    table(
        &[(name, ColumnKind::Int)],
        people.iter().map(cell).collect(),
    )
}

/// The difference to no voucher in points, with its 95 % interval by the normal approximation.
fn intervals(people: &Rows) -> Table {
    let came = came(people, voucher);
    let variance = |values: &[f64]| mean(values) * (1.0 - mean(values)) / values.len() as f64;
    let none = &came["none"];
    let rows = VOUCHERS[1..].iter().map(|name| {
        let difference = mean(&came[name]) - mean(none);
        let half = 1.959964 * (variance(&came[name]) + variance(none)).sqrt();
        let ends = [difference, difference - half, difference + half];
        let mut row = vec![text(name)];
        row.extend(ends.map(|end| Cell::Float(100.0 * end)));
        row
    });
    let kinds = [
        ("voucher", ColumnKind::Text),
        ("more_people_came", ColumnKind::Float),
        ("ci_low", ColumnKind::Float),
        ("ci_high", ColumnKind::Float),
    ];
    table(&kinds, rows.collect())
}
