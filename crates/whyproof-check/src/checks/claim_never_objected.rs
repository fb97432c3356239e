//! `claim-never-objected`: a claim that nobody has objected to.

use whyproof_case::{Ground, Standing, StatementKind, Target, WhyState};
use whyproof_syntax::{Role, Severity};

use crate::argument;
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "claim-never-objected",
    family: Family::Claims,
    severity: Severity::Info,
    default: true,
    summary: "A claim that nobody has objected to",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    let document = &case.parse.document;
    // The topmost statements that have met an objection or a why, here or anywhere under them.
    let mut met = vec![false; case.statements.len()];
    for (id, statement) in case.statements() {
        if !statement.objections.is_empty() {
            met[argument::root(case, id).0 as usize] = true;
        }
    }
    let asked = case
        .whys
        .iter()
        .filter(|why| why.state != WhyState::Suggested);
    for why in asked {
        if let Target::Statement(id) = why.target {
            met[argument::root(case, id).0 as usize] = true;
        }
    }
    for (id, statement) in case.statements() {
        let argued = document.role_of(document.text(statement.head)) == Some(Role::Case);
        let bare = statement.why.ground == Ground::Nothing;
        if statement.kind != StatementKind::Claim
            || statement.standing == Standing::Falls
            || met[id.0 as usize]
            || bare
            || statement.why.circular
            || !argued
        {
            continue;
        }
        let message = format!("Nobody has objected to “{}” yet", case.quote(id));
        let found = sink
            .diagnostic(statement.span, message)
            .help("Ask somebody who doubts it, and write down the best that they say: `- but … {by=\"Their name\"}`.");
        sink.push_on(case, id, found);
    }
}
