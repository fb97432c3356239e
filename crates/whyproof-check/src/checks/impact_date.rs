//! `impact-date`: no date at which it is judged.

use whyproof_syntax::Severity;

use super::impact_metric::{impact, lacking};
use crate::check::{Check, Context, Family, Sink};
use crate::said;

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "impact-date",
    family: Family::Impact,
    severity: Severity::Warning,
    default: true,
    summary: "No date at which it is judged",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let Some(impact) = impact(context) else {
        return;
    };
    lacking(
        &impact,
        sink,
        &["end"],
        said::has_date,
        "No date says when it is judged",
        "Give the day on which you will look, whatever it says: `end = \"2026-12-31\"`, or “we look on 30 September”.",
    );
}
