//! `claim-rests-on-assumption`: a reason on the author's word, with what rests on it.

use whyproof_case::{Ground, Side, Standing, StatementKind};
use whyproof_syntax::Severity;

use crate::argument::{self, Cited};
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "claim-rests-on-assumption",
    family: Family::Claims,
    severity: Severity::Warning,
    default: true,
    summary: "A claim whose reasons are only assumed",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    let cited = Cited::read(case);
    for (id, statement) in case.statements() {
        // Without load, another reason carries what this one supports, or something worse holds it down.
        let assumption = statement.kind == StatementKind::Reason
            && statement.side == Side::Author
            && statement.why.ground == Ground::Nothing
            && statement.standing == Standing::Assumed
            && statement.load > 0
            && cited.nothing(statement);
        if !assumption {
            continue;
        }
        let root = argument::root(case, id);
        let rests = whyproof_case::capital(&argument::name(case, root));
        let message = format!("{rests} rests on an assumption: “{}”", case.quote(id));
        let found = sink
            .diagnostic(statement.span, message)
            .help("Show it with evidence, `[^note]`, or with a reason that has some.")
            .related(case.statement(root).span, "what rests on it");
        sink.push_on(case, id, found);
    }
}
