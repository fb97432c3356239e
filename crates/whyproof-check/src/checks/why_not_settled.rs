//! `why-not-settled`: a why whose `settled` does not settle it.

use whyproof_case::{WhyState, signature};
use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "why-not-settled",
    family: Family::Whys,
    severity: Severity::Warning,
    default: true,
    summary: "A why that is marked settled and is not",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    for why in case
        .whys
        .iter()
        .filter(|why| why.state != WhyState::Settled)
    {
        let attributes = &case.parse.document.text(why.head).attributes;
        let Some(pair) = attributes.pair("settled") else {
            continue;
        };
        let day = context.today;
        let by = why.by.as_deref().unwrap_or("NAME");
        let (message, help) = match signature(&pair.value) {
            None => (
                "`settled` does not give a name and a day, so the question is not settled"
                    .to_owned(),
                format!("Write who settled it, and when: `{{settled=\"{by} {day}\"}}`."),
            ),
            Some(signed) => (
                format!(
                    "{} owns the case, and cannot settle a question that somebody else asked",
                    signed.name
                ),
                format!(
                    "Let {by} settle it, or somebody at the review: `{{settled=\"NAME {day}\"}}`."
                ),
            ),
        };
        let found = sink.diagnostic(pair.span, message).help(help);
        match why.statement {
            Some(id) => sink.push_on(case, id, found),
            None => sink.push(found),
        }
    }
}
