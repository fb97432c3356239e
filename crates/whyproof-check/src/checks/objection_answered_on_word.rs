//! `objection-answered-on-word`: an objection answered on the author's word alone.

use whyproof_case::{Ground, Side, Standing, StatementKind};
use whyproof_syntax::Severity;

use crate::argument::{self, Cited};
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "objection-answered-on-word",
    family: Family::Claims,
    severity: Severity::Warning,
    default: true,
    summary: "An objection answered on the author's word alone",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    let cited = Cited::read(case);
    let attacked = context.attacked;
    for (id, objection) in case.statements() {
        let answered = objection.kind == StatementKind::Objection
            && objection.standing == Standing::Assumed
            && !objection.objections.is_empty()
            && objection.load > 0;
        if !answered || argument::fells(case, &attacked[id.0 as usize], objection) {
            continue;
        }
        let answers = objection
            .objections
            .iter()
            .map(|answer| (*answer, case.statement(*answer)));
        let bare = answers.filter(|(_, answer)| {
            answer.side == Side::Author
                && answer.standing == Standing::Assumed
                && answer.why.ground == Ground::Nothing
                && cited.nothing(answer)
        });
        let bare: Vec<_> = bare.collect();
        // One answer that shows something, or leads to what does, is spoken of by other checks.
        let Some((first, answer)) = bare
            .first()
            .filter(|_| bare.len() == objection.objections.len())
        else {
            continue;
        };
        let message = format!(
            "The objection “{}” is answered on your word alone",
            case.quote(id)
        );
        let found = sink
            .diagnostic(answer.span, message)
            .help("Give the answer evidence, `[^note]`, or a reason that has some: `- because …[^note]`.")
            .related(objection.span, "the objection");
        let load = case.statement(*first).load.max(objection.load);
        sink.weigh(found, load);
    }
}
