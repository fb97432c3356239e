//! Any text resolves, whatever was computed for it.

use std::collections::BTreeSet;

use whyproof_case::{
    Anchor, Case, Cell, Computed, FigureState, Placement, Scope, StatementId, Value, Verdict,
    place, resolve,
};

use super::{parsed, text, within};
use crate::MemoryHost;
use crate::spec::{Show, dump};

/// The target `resolver`.
pub fn resolver(data: &[u8]) {
    resolved(&text(data));
}

/// Resolves `text` with nothing computed and with something, and asserts what holds for any case.
pub fn resolved(text: &str) -> Case {
    let plain = one(text, &Computed::default());
    holds(&plain);
    let computed = something(&plain);
    let case = one(text, &computed);
    holds(&case);
    let show = Show {
        ids: true,
        lines: true,
    };
    let again = one(text, &computed);
    assert_eq!(dump(&case, show), dump(&again, show), "same in, same out");
    plain
}

fn one(text: &str, computed: &Computed) -> Case {
    let host = MemoryHost::new()
        .file("case.md", text)
        .file("data/results.csv", "came\n1\n")
        .file("empty.csv", "");
    let scope = Scope::of(&host, "case.md");
    resolve(parsed(text), &host, scope, computed)
}

/// A value for every figure and a verdict for every experiment, of every sort in turn.
fn something(case: &Case) -> Computed {
    let mut computed = Computed::default();
    let states = [FigureState::Live, FigureState::Broken, FigureState::Stale];
    for (at, figure) in case.figures.iter().enumerate() {
        let value = Value {
            text: figure.text.clone(),
            state: states[at % 3],
            outside: at % 5 != 4,
            cell: Some(Cell::Null),
            ..Value::default()
        };
        let key = (figure.id.clone(), figure.text.clone());
        computed.figures.insert(key, value);
    }
    for (experiment, verdict) in case.experiments.iter().zip(Verdict::all().iter().cycle()) {
        computed
            .experiments
            .insert(experiment.name.clone(), *verdict);
    }
    computed
}

fn holds(case: &Case) {
    let text = case.source();
    let mut ids = BTreeSet::new();
    for (id, statement) in case.statements() {
        assert!(ids.insert(&statement.id), "#{} twice", statement.id);
        assert_eq!(case.find(&statement.id), Some(id), "an id finds its own");
        within(text, statement.span, "a statement");
        assert!(!case.because(id).is_empty());
        assert!(statement.parent.is_none_or(|parent| parent != id));
        anchored(case, id);
    }
    let known = |id: &StatementId| (id.0 as usize) < case.statements.len();
    assert!(case.claims.iter().chain(&case.objections).all(known));
    for why in &case.whys {
        within(text, why.span, "a why");
        within(text, why.answer_span, "an answer");
        assert_eq!(why.statement.is_some(), why.counts);
    }
    for evidence in &case.evidence {
        within(text, evidence.span, "evidence");
    }
    for figure in &case.figures {
        within(text, figure.span, "a figure");
    }
    for mined in case.mined() {
        within(text, mined.span, "a mined sentence");
    }
    for diagnostic in &case.diagnostics {
        within(text, diagnostic.span, diagnostic.id);
    }
    for entry in &case.front.entries {
        within(text, entry.key_span, "a key");
        within(text, entry.value_span, "a value");
    }
}

/// An anchor on a statement is found where it was put.
fn anchored(case: &Case, id: StatementId) {
    let span = case.statement(id).span;
    if id.0 < 8 && !span.is_empty() {
        let placed = place(&Anchor::new(case, span), case);
        assert!(matches!(placed, Placement::Exact(_)), "{placed:?}");
    }
}
