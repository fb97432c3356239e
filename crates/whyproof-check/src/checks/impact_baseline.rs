//! `impact-baseline`: the metric has no baseline.

use whyproof_syntax::Severity;

use super::impact_metric::{impact, lacking};
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "impact-baseline",
    family: Family::Impact,
    severity: Severity::Warning,
    default: true,
    summary: "The metric has no baseline",
    run,
};

/// Words that say it.
const CUES: &[&str] = &[
    "baseline",
    "today",
    "currently",
    "now",
    "at present",
    "so far",
    "before the",
    "last year",
    "last month",
    "last quarter",
    "from",
];

fn run(context: &Context<'_>, sink: &mut Sink) {
    let Some(impact) = impact(context) else {
        return;
    };
    lacking(
        &impact,
        sink,
        &["baseline"],
        |said| said.has_number() && said.has(CUES),
        "The metric has no baseline",
        "Say where it stands today, and over which period: `baseline = \"26.3%\"`, or “today 19 minutes, from four days in May”.",
    );
}
