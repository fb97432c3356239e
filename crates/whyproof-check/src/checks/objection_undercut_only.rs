//! `objection-undercut-only`: an objection answered only by refuting its reasons.

use whyproof_case::capital;
use whyproof_syntax::Severity;

use super::objection_unanswered::undercut;
use crate::argument;
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "objection-undercut-only",
    family: Family::Claims,
    severity: Severity::Warning,
    default: true,
    summary: "An objection answered only by refuting its reasons",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    let attacked = context.attacked;
    for (id, statement) in case.statements() {
        let targets = &attacked[id.0 as usize];
        let only = argument::unanswered(statement) && undercut(case, id);
        if !only || argument::fells(case, targets, statement) {
            continue;
        }
        let name = capital(&argument::name(case, id));
        let message = format!(
            "{name} is answered only by refuting its reasons; without them it still objects"
        );
        let mut found = sink
            .diagnostic(statement.span, message)
            .help("Answer the objection itself, beside its reasons: `- but …[^note]`.");
        for reason in statement.reasons.iter().flatten() {
            found = found.related(case.statement(*reason).span, "its reason");
        }
        sink.push_on(case, id, found);
    }
}
