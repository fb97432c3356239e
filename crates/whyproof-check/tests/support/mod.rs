//! What tests of checks share: a text resolved and checked.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test binary uses a part"
)]

use whyproof_case::{
    Case, Cell, Column, ColumnKind, Computed, Computing, Config, Host, Limits, Scope, SqlError,
    Table, compute, resolve,
};
use whyproof_check::{Answer, Answers, Finding, Findings, Options, check_links};
use whyproof_testing::MemoryHost;

/// A case and what was found in it.
pub(crate) struct Checked {
    pub(crate) case: Case,
    pub(crate) findings: Findings,
}

impl Checked {
    /// Checks `text` as `case.md` on `host`, with its `whyproof.toml`.
    pub(crate) fn of(text: &str, host: &MemoryHost, all: bool) -> Self {
        Self::computed(text, host, &Computed::default(), all)
    }

    /// Every finding in `text`, where its links were asked and answered with these statuses.
    pub(crate) fn asked(text: &str, host: &MemoryHost, answers: &[(String, u16)]) -> Self {
        let answers = answers
            .iter()
            .map(|(url, status)| (url.clone(), Answer::Status(*status)))
            .collect();
        let scope = Scope::of(host, "case.md");
        let config = Config::load(host, &scope.root).unwrap();
        let parse = whyproof_syntax::parse(text);
        let computed = compute(
            &parse,
            &Computing {
                host,
                scope: &scope,
                config: &config,
                limits: Limits::default(),
                apart: false,
                on_done: &|_, _| {},
            },
        );
        Self::with(text, host, &computed, true, &answers)
    }

    /// The same as [`Checked::of`] with what an engine computed.
    pub(crate) fn computed(text: &str, host: &MemoryHost, computed: &Computed, all: bool) -> Self {
        Self::with(text, host, computed, all, &Answers::default())
    }

    fn with(
        text: &str,
        host: &MemoryHost,
        computed: &Computed,
        all: bool,
        answers: &Answers,
    ) -> Self {
        let scope = Scope::of(host, "case.md");
        let config = Config::load(host, &scope.root).unwrap();
        let case = resolve(whyproof_syntax::parse(text), host, scope, computed);
        let options = Options {
            config: &config.check,
            today: host.today(),
            all,
        };
        let findings = check_links(&case, &options, answers);
        Self { case, findings }
    }

    /// The findings of one check, worst first.
    pub(crate) fn of_check(&self, id: &str) -> Vec<&Finding> {
        self.findings
            .shown
            .iter()
            .filter(|f| f.diagnostic.id == id)
            .collect()
    }

    /// The names of the checks that found something, worst first.
    pub(crate) fn ids(&self) -> Vec<&'static str> {
        self.findings
            .shown
            .iter()
            .map(|f| f.diagnostic.id)
            .collect()
    }

    /// A finding in one line.
    pub(crate) fn show(&self, finding: &Finding) -> String {
        let diagnostic = &finding.diagnostic;
        let line = self.case.line(diagnostic.span);
        let words = &self.case.source()[diagnostic.span.range()];
        format!("{}:{line}: {} «{words}»", diagnostic.id, diagnostic.message)
    }
}

/// The host with an engine that knows what the query `name` of `text` gives: comma-separated values, or why nothing.
/// The query reads `data.csv`, which is there.
pub(crate) fn knows(
    host: MemoryHost,
    text: &str,
    name: &str,
    gives: &Result<String, String>,
) -> MemoryHost {
    let parse = whyproof_syntax::parse(text);
    let mut fences = parse.document.fences.iter();
    let fence = fences.find(|fence| fence.name.as_deref() == Some(name));
    let sql = &fence.expect("the example has the query").code;
    let gives = match gives {
        Ok(values) => Ok(table(values)),
        Err(why) => Err(SqlError::Failed(why.clone())),
    };
    host.file("data.csv", "a\n1\n")
        .with_query(sql, &["data.csv"], gives)
}

/// Comma-separated values, numbers where they are numbers.
fn table(values: &str) -> Table {
    let mut lines = values.trim().lines();
    let names: Vec<&str> = lines.next().unwrap().split(',').collect();
    let cell = |word: &str| match (word.parse::<i64>(), word.parse::<f64>()) {
        (Ok(whole), _) => Cell::Int(whole),
        (_, Ok(number)) => Cell::Float(number),
        _ => Cell::Text(word.to_owned()),
    };
    let rows: Vec<Vec<Cell>> = lines
        .map(|line| line.split(',').map(cell).collect())
        .collect();
    let kind = |at: usize| match rows.first().map(|row: &Vec<Cell>| &row[at]) {
        Some(Cell::Int(_)) => ColumnKind::Int,
        Some(Cell::Float(_)) => ColumnKind::Float,
        _ => ColumnKind::Text,
    };
    let columns = names.iter().enumerate().map(|(at, name)| Column {
        name: (*name).to_owned(),
        kind: kind(at),
    });
    Table {
        columns: columns.collect(),
        rows,
    }
}
