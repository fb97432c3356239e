//! `claim-circular`: a statement that rests on itself.

use whyproof_case::{Case, Ground, StatementId, capital};
use whyproof_syntax::Severity;

use crate::argument;
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "claim-circular",
    family: Family::Claims,
    severity: Severity::Warning,
    default: true,
    summary: "A statement that rests on itself",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    let mut seen = vec![false; case.statements.len()];
    for (id, statement) in case.statements() {
        if !statement.why.circular || seen[id.0 as usize] {
            continue;
        }
        let cycle = reach(case, id, &mut seen);
        let name = capital(&argument::name(case, id));
        let itself = statement.why.ground == Ground::Itself;
        let message = if itself {
            format!("{name} rests on itself: its reasons lead back to it")
        } else {
            format!("{name} waits for itself: what is said for and against it leads back to it")
        };
        let mut found = sink
            .diagnostic(statement.span, message)
            .help("Give one of them a ground of its own: evidence, `[^note]`, or a reason from outside the circle.");
        for other in cycle.into_iter().filter(|other| *other != id) {
            found = found.related(case.statement(other).span, "part of the circle");
        }
        sink.push_on(case, id, found);
    }
}

/// The statements that wait for themselves and that `from` leads to, in file order.
fn reach(case: &Case, from: StatementId, seen: &mut [bool]) -> Vec<StatementId> {
    let mut found = Vec::new();
    let mut open = vec![from];
    while let Some(id) = open.pop() {
        if std::mem::replace(&mut seen[id.0 as usize], true) {
            continue;
        }
        found.push(id);
        let statement = case.statement(id);
        let next = statement
            .reasons
            .iter()
            .flatten()
            .chain(&statement.objections);
        open.extend(next.filter(|next| case.statement(**next).why.circular));
    }
    found.sort();
    found
}
