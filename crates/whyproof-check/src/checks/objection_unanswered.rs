//! `objection-unanswered`: an objection without an answer.

use whyproof_case::{Case, Side, Standing, StatementId, capital};
use whyproof_syntax::Severity;

use crate::argument;
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "objection-unanswered",
    family: Family::Claims,
    severity: Severity::Warning,
    default: true,
    summary: "An objection without an answer",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    let attacked = context.attacked;
    for (id, statement) in case.statements() {
        let targets = &attacked[id.0 as usize];
        let open = argument::unanswered(statement) && !undercut(case, id);
        if !open || argument::fells(case, targets, statement) {
            continue;
        }
        let name = capital(&argument::name(case, id));
        let whole = targets.contains(&None);
        let falls = whole && statement.standing == Standing::Stands;
        let message = if falls {
            format!("{name} stands, and the case falls by it")
        } else {
            format!("{name} has no answer")
        };
        let help = if whole {
            "Answer it in an item under it, with evidence: `- but …[^note]`; or change what you propose."
        } else {
            "Answer it in an item under it, with evidence: `  - but …[^note]`; or change the claim."
        };
        let mut found = sink.diagnostic(statement.span, message).help(help);
        if falls {
            found.severity = Severity::Error;
        }
        for target in targets.iter().flatten() {
            found = found.related(case.statement(*target).span, "what it objects to");
        }
        sink.push_on(case, id, found);
    }
}

/// Whether the author says something against the objection's reasons, or theirs.
pub(super) fn undercut(case: &Case, id: StatementId) -> bool {
    let mut seen = std::collections::BTreeSet::from([id]);
    let mut open = vec![id];
    while let Some(id) = open.pop() {
        for reason in case.statement(id).reasons.iter().flatten() {
            let statement = case.statement(*reason);
            if statement
                .objections
                .iter()
                .any(|o| case.statement(*o).side == Side::Author)
            {
                return true;
            }
            if seen.insert(*reason) {
                open.push(*reason);
            }
        }
    }
    false
}
