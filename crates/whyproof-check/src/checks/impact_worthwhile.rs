//! `impact-worthwhile`: no smallest worthwhile effect.

use whyproof_syntax::Severity;

use super::impact_metric::{impact, lacking};
use crate::check::{Check, Context, Family, Sink};
use crate::said::Said;

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "impact-worthwhile",
    family: Family::Impact,
    severity: Severity::Warning,
    default: true,
    summary: "No smallest worthwhile effect",
    run,
};

/// Words that say it.
const CUES: &[&str] = &[
    "at least",
    "worthwhile",
    "worth it",
    "worth the",
    "smallest",
    "minimum",
    "threshold",
    "less than",
    "fewer than",
    "under",
    "would not",
    "or more",
    "we stop",
    "we would stop",
    "least for which",
    "break even",
    "breaks even",
    "success means",
    "is a success",
    "target*",
    "or less",
    "or fewer",
    "or lower",
    "or below",
    "or higher",
    "at most",
    "no more than",
    "not more than",
    "still over",
    "still above",
    "still more than",
    "stop if",
    "stop unless",
    "give up if",
    "take them out",
    "take it out",
    "switch it off",
    "call it off",
    "success is",
    "succeeded if",
    "failed if",
    "a failure if",
];

/// *If it is not down to 15% by August*, *unless it falls below 15%*: a bound on which something hangs.
fn bound(said: &Said<'_>) -> bool {
    const BOUNDS: &[&str] = &[
        "not down to",
        "not fall*",
        "not up to",
        "not reach*",
        "not under",
        "not below",
        "not at",
        "below",
        "above",
        "over",
        "more than",
        "down to",
        "reach*",
    ];
    let hangs = said.has(&["if", "unless", "only when", "as long as", "until"]);
    hangs && said.has_number() && said.has(BOUNDS)
}

fn run(context: &Context<'_>, sink: &mut Sink) {
    let Some(impact) = impact(context) else {
        return;
    };
    lacking(
        &impact,
        sink,
        &["worthwhile"],
        |said| said.has(CUES) || bound(said),
        "There is no smallest effect that would be worth it",
        "Say under which change you would stop: `worthwhile = \"10 points\"`, or “under 10 points we would not ask again”.",
    );
}
