//! `why-answered-without-evidence`: an answer on the author's word, to somebody other than the owner.

use whyproof_case::{Case, Ground, Standing, StatementId, Why, WhyState, shorten};
use whyproof_syntax::Severity;

use super::why_echo::echoes;
use crate::argument::{self, Cited};
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "why-answered-without-evidence",
    family: Family::Whys,
    severity: Severity::Warning,
    default: true,
    summary: "An answer on the author's word",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    let cited = Cited::read(case);
    let attacked = context.attacked;
    for why in case
        .whys
        .iter()
        .filter(|why| why.counts && why.state == WhyState::Answered)
    {
        let (Some(asked), Some(answer)) = (why.statement, why.answered_by) else {
            continue;
        };
        let bare = case.statement(answer).why.ground == Ground::Nothing
            && case.statement(answer).standing == Standing::Assumed
            && cited.nothing(case.statement(answer));
        let felled = argument::fells(case, &attacked[asked.0 as usize], case.statement(asked));
        if bare && !felled && !echoes(case, why) {
            let found = found(case, why, asked, sink);
            let load = case.statement(answer).load.max(case.statement(asked).load);
            sink.weigh(found, load);
        }
    }
}

fn found(case: &Case, why: &Why, asked: StatementId, sink: &Sink) -> whyproof_syntax::Diagnostic {
    let by = why.by.as_deref().unwrap_or("somebody");
    let message = format!(
        "The answer to {by}'s “{}” is on your word",
        shorten(&why.text, 60)
    );
    let help = format!(
        "Give it evidence, `[^note]`; or let {by} settle it: `{{settled=\"{by} DATE\"}}` on the question."
    );
    sink.diagnostic(why.answer_span, message)
        .help(help)
        .related(case.statement(asked).span, "the question")
}
