//! `claim-missing`: nothing is argued.

use whyproof_case::Kind;
use whyproof_syntax::{Role, Severity, Span};

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "claim-missing",
    family: Family::Claims,
    severity: Severity::Warning,
    default: true,
    summary: "Nothing is argued",
    run,
};

/// The whole case would rest on it.
const WEIGHT: u32 = 1000;

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    let document = &case.parse.document;
    let section = document.sections_of(Role::Case).next();
    // A story without *Case* claims what happened and why it mattered: other checks ask for those.
    if !case.claims.is_empty() || (case.kind == Kind::Story && section.is_none()) {
        return;
    }
    let (span, message, help) = match section {
        Some(section) => (
            document.text(section.heading).span,
            "Nothing is argued yet: “Case” makes no claim",
            "Make each claim a heading of level 3 or a list item; under it, `- because …` gives a reason and `- but …` an objection.",
        ),
        None => (
            document
                .title
                .map_or(Span::new(0, 0), |title| document.text(title).span),
            "Nothing is argued: there is no section “Case”",
            "Add `## Case`, and under it each claim as a heading of level 3, with reasons, `- because …`, and objections, `- but …`.",
        ),
    };
    let found = sink.diagnostic(span, message).help(help);
    sink.weigh(found, WEIGHT);
}
