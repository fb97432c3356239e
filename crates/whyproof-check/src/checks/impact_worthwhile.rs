//! `impact-worthwhile`: no smallest worthwhile effect.

use whyproof_syntax::Severity;

use super::impact_metric::{impact, lacking};
use crate::check::{Check, Context, Family, Sink};

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
];

fn run(context: &Context<'_>, sink: &mut Sink) {
    let Some(impact) = impact(context) else {
        return;
    };
    lacking(
        &impact,
        sink,
        &["worthwhile"],
        |said| said.has(CUES),
        "There is no smallest effect that would be worth it",
        "Say under which change you would stop: `worthwhile = \"10 points\"`, or “under 10 points we would not ask again”.",
    );
}
