//! `impact-forecast`: no forecast.

use whyproof_syntax::Severity;

use super::impact_metric::{impact, lacking};
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "impact-forecast",
    family: Family::Impact,
    severity: Severity::Info,
    default: true,
    summary: "No forecast",
    run,
};

/// Words that say it.
const CUES: &[&str] = &[
    "we expect",
    "i expect",
    "is expected to",
    "are expected to",
    "we forecast",
    "forecast*",
    "we predict",
    "we estimate",
    "we believe",
    "we think",
    "our guess",
    "our bet",
    "we bet",
    "we hope",
];

fn run(context: &Context<'_>, sink: &mut Sink) {
    let Some(impact) = impact(context) else {
        return;
    };
    lacking(
        &impact,
        sink,
        &["forecast"],
        |said| said.has(CUES),
        "There is no forecast",
        "Write down what you expect before you measure: `forecast = \"25 points\"`, or “we expect 19 minutes to become 7”. It is scored when the measurement comes.",
    );
}
