//! `evidence-one-source`: one source carries everything.

use std::collections::BTreeSet;

use whyproof_case::{Case, Kind, Side, Statement};
use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "evidence-one-source",
    family: Family::Evidence,
    severity: Severity::Warning,
    default: true,
    summary: "One source carries everything",
    run,
};

/// So many statements on one source are everything.
const FEWEST: usize = 3;

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    if case.kind == Kind::Story {
        return;
    }
    let shown = case
        .statements()
        .filter(|(_, s)| s.side == Side::Author && s.shown);
    let shown: Vec<_> = shown.collect();
    let mut sources: BTreeSet<String> = BTreeSet::new();
    for (_, statement) in &shown {
        of(case, statement, &mut sources);
    }
    let mut names = sources.into_iter();
    let (Some(source), None) = (names.next(), names.next()) else {
        return;
    };
    let evidence = case.evidence.iter().filter(|e| e.used > 0 && e.counts());
    let evidence: Vec<_> = evidence
        .filter(|e| name(e.source.as_deref(), &e.id) == source)
        .collect();
    if shown.len() < FEWEST {
        return;
    }
    let all = shown.len();
    let message = format!("All {all} statements that are shown are shown by one source: {source}");
    let span = match (evidence.first(), shown.first()) {
        (Some(evidence), _) => evidence.span,
        (None, Some((_, statement))) => statement.span,
        (None, None) => return,
    };
    let mut found = sink.diagnostic(span, message).help(
        "Look for a second one that could have said otherwise: if this one errs, all of it falls.",
    );
    for (_, statement) in &shown {
        found = found.related(statement.span, "rests on it");
    }
    let weight = shown.iter().map(|(_, statement)| statement.load).max();
    sink.weigh(found, weight.unwrap_or(0));
}

/// Two footnotes of one file or link are one source.
fn name(source: Option<&str>, id: &str) -> String {
    source.map_or_else(
        || format!("[^{id}]"),
        |source| {
            source
                .trim_start_matches("./")
                .trim_end_matches('/')
                .to_owned()
        },
    )
}

/// What shows a statement: the sources of its evidence, the files of its figures' queries.
fn of(case: &Case, statement: &Statement, into: &mut BTreeSet<String>) {
    let evidence = statement
        .evidence
        .iter()
        .filter_map(|at| case.evidence.get(*at as usize));
    into.extend(
        evidence
            .filter(|evidence| evidence.counts())
            .map(|evidence| name(evidence.source.as_deref(), &evidence.id)),
    );
    let figures = statement
        .figures
        .iter()
        .filter_map(|at| case.figures.get(*at as usize));
    for figure in figures.filter(|figure| figure.counts) {
        let query = case.queries.iter().find(|query| query.name == figure.query);
        let sql = query.map_or("", |query| query.sql.as_str());
        let files: Vec<&str> = sql
            .split('\'')
            .skip(1)
            .step_by(2)
            .filter(|part| part.contains('.'))
            .collect();
        if files.is_empty() {
            into.insert(format!("figure:{}", figure.query));
        }
        into.extend(files.into_iter().map(|file| name(Some(file), "")));
    }
}
