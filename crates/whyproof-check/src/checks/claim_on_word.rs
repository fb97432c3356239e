//! `claim-on-word`: a claim on the author's word.

use whyproof_case::{Case, Ground, Kind, Standing, Statement, StatementKind};
use whyproof_syntax::{Role, Severity};

use crate::argument::Cited;
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "claim-on-word",
    family: Family::Claims,
    severity: Severity::Warning,
    default: true,
    summary: "A claim on the author's word",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    let cited = Cited::read(case);
    for (id, statement) in case.statements() {
        let bare = statement.kind == StatementKind::Claim
            && statement.why.ground == Ground::Nothing
            && statement.standing == Standing::Assumed
            && cited.nothing(statement);
        if !bare {
            continue;
        }
        let (message, help) = words(case, id, statement);
        let found = sink.diagnostic(statement.span, message).help(help);
        sink.push_on(case, id, found);
    }
}

fn words(
    case: &Case,
    id: whyproof_case::StatementId,
    statement: &Statement,
) -> (String, &'static str) {
    let role = case
        .parse
        .document
        .role_of(case.parse.document.text(statement.head));
    if case.kind == Kind::Story && role != Some(Role::Case) {
        let part = role.map_or("it", Role::title);
        return (
            format!("How would somebody who was not there know “{part}”?"),
            "Cite what you have, `[^notes]`: notes, a chart, a thread; or name who would confirm it and let them, `{seen=\"NAME DATE\"}`.",
        );
    }
    (
        format!("The claim “{}” is on your word", case.quote(id)),
        "Give it a reason, `- because …`, and evidence, `[^note]`.",
    )
}
