//! `impact-guardrail`: nothing says what must not get worse.

use whyproof_syntax::Severity;

use super::impact_metric::{impact, lacking};
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "impact-guardrail",
    family: Family::Impact,
    severity: Severity::Info,
    default: true,
    summary: "Nothing says what must not get worse",
    run,
};

/// Words that say it.
const CUES: &[&str] = &[
    "guardrail*",
    "must not",
    "may not",
    "should not",
    "not get worse",
    "no more than",
    "without rais*",
    "without increas*",
    "without hurt*",
    "as long as",
    "not rise",
    "not fall",
    "not drop",
    "not increase",
    "stays below",
    "stay below",
    "stays under",
    "stay under",
    "stays above",
    "no worse",
    "does not rise",
    "does not fall",
    "unchanged",
];

fn run(context: &Context<'_>, sink: &mut Sink) {
    let Some(impact) = impact(context) else {
        return;
    };
    lacking(
        &impact,
        sink,
        &["guardrail", "guardrails"],
        |said| said.has(CUES),
        "Nothing says what must not get worse",
        "Name what could suffer, and how much of that you would bear: `guardrail = \"the time at the counter rises by less than 10 seconds\"`.",
    );
}
