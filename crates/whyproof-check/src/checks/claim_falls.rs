//! `claim-falls`: a statement of the author that falls.

use whyproof_case::{Case, Side, Standing, Statement, StatementId, StatementKind, capital};
use whyproof_syntax::{Diagnostic, Severity};

use crate::argument;
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "claim-falls",
    family: Family::Claims,
    severity: Severity::Error,
    default: true,
    summary: "A statement of the author that falls",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    for (id, statement) in case.statements() {
        if statement.side != Side::Author || statement.standing != Standing::Falls {
            continue;
        }
        let name = capital(&argument::name(case, id));
        let because = case.because(id);
        let because = because
            .trim_start_matches("It falls: ")
            .trim_end_matches('.');
        let message = format!("{name} falls: {because}");
        let mut found = related(case, statement, sink.diagnostic(statement.span, message));
        let by_data = !statement.broken.is_empty() || !statement.contradicted.is_empty();
        found.severity = match statement.kind {
            StatementKind::Claim => Severity::Error,
            _ if by_data => Severity::Error,
            _ if statement.load > 0 => Severity::Warning,
            // What it supported stands without it.
            _ => Severity::Info,
        };
        let mut help = help(by_data, statement.kind).to_owned();
        if let Some((before, by)) = beside(case, statement) {
            let (before, by) = (argument::name(case, before), argument::name(case, by));
            help = format!("If {by} is meant to answer {before}, indent it by two spaces. {help}");
        }
        sink.push_on(case, id, found.help(help));
    }
}

fn help(by_data: bool, kind: StatementKind) -> &'static str {
    match kind {
        _ if by_data => "Say what the data say, or take it back.",
        StatementKind::Claim | StatementKind::Reason => {
            "Answer the objection under it, with evidence: `- but …[^note]`; or take the statement back."
        }
        _ => "Answer what is said against it, with evidence; or find a better answer.",
    }
}

/// An objection without evidence and an answer, and the one after it that fells the statement with evidence: it may
/// have been meant as that answer.
fn beside(case: &Case, statement: &Statement) -> Option<(StatementId, StatementId)> {
    let has = |id: StatementId| !case.statement(id).evidence.is_empty();
    let pairs = statement
        .objections
        .windows(2)
        .map(|pair| (pair[0], pair[1]));
    pairs
        .filter(|(before, by)| {
            !has(*before) && argument::unanswered(case.statement(*before)) && has(*by)
        })
        .find(|(_, by)| statement.why.held_by.iter().any(|held| held.0 == by.0))
}

/// Where the objections stand, the figures and the evidence that speak against it.
fn related(case: &Case, statement: &Statement, mut found: Diagnostic) -> Diagnostic {
    for held in &statement.why.held_by {
        if let Some(by) = case.statements.get(held.0 as usize) {
            let what = format!(
                "the {} that stands against it",
                case.statement(StatementId(held.0)).kind.word()
            );
            found = found.related(by.span, what);
        }
    }
    for at in &statement.broken {
        found = found.related(case.figures[*at as usize].span, "the data say otherwise");
    }
    for at in &statement.contradicted {
        let evidence = &case.evidence[*at as usize];
        found = found.related(evidence.span, evidence.grounds.sentence());
    }
    found
}
