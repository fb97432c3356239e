//! `impact-metric`: no metric says whether it worked.

use whyproof_case::Experiment;
use whyproof_syntax::{Role, Severity, Span};

use crate::check::{Check, Context, Family, Sink};
use crate::said::{self, Said};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "impact-metric",
    family: Family::Impact,
    severity: Severity::Warning,
    default: true,
    summary: "No metric says whether it worked",
    run,
};

/// Words that name something measured.
const METRICS: &[&str] = &[
    "share",
    "rate",
    "rates",
    "ratio",
    "number of",
    "percentage",
    "percent",
    "per cent",
    "time to",
    "minutes",
    "hours",
    "revenue",
    "count",
    "how many",
    "per week",
    "per month",
    "a week",
    "a month",
    "a day",
    "conversion",
    "retention",
    "median",
    "average",
    "mean",
    "points",
    "metric",
    "score",
    "fewer",
    "turnout",
    "churn",
    "latency",
    "cost per",
    "p95",
    "p99",
];

fn run(context: &Context<'_>, sink: &mut Sink) {
    if !said::is_proposal(context) {
        return;
    }
    let case = context.case;
    let Some(impact) = impact(context) else {
        let found = sink
            .diagnostic(said::title(case), "Nothing says how you will know whether it worked")
            .help("Add `## Impact`: what you will measure, where it is today, the least change that would be worth it, and when you will look.");
        sink.push(found);
        return;
    };
    lacking(
        &impact,
        sink,
        &["metric", "metrics"],
        |said| said.has(METRICS) || said.words().iter().any(|word| word.ends_with('%')),
        "No metric says whether it worked",
        "Name one thing that is measured, and from which data: `metric = \"got_result\"`, or “the share of patients who come”.",
    );
}

/// How the impact is to be measured.
pub(super) struct Impact<'c> {
    experiments: &'c [Experiment],
    heading: Span,
    said: Vec<Said<'c>>,
}

/// What an idea says of its impact; none where it says nothing.
pub(super) fn impact<'c>(context: &Context<'c>) -> Option<Impact<'c>> {
    let case = context.case;
    if !said::is_proposal(context) {
        return None;
    }
    let said = said::of_role(context, Role::Impact);
    let heading = said::heading(case, Role::Impact);
    let experiments = case.experiments.as_slice();
    if experiments.is_empty() && said.is_empty() {
        return None;
    }
    let heading = heading.unwrap_or_else(|| {
        experiments
            .first()
            .map_or_else(|| said::title(case), |e| e.span)
    });
    Some(Impact {
        experiments,
        heading,
        said,
    })
}

/// A finding for every experiment that declares none of `keys`; where there is no experiment, for words of which
/// none `says` it.
pub(super) fn lacking(
    impact: &Impact<'_>,
    sink: &mut Sink,
    keys: &[&str],
    says: impl Fn(&Said<'_>) -> bool,
    message: &str,
    help: &str,
) {
    if impact.experiments.is_empty() {
        if !impact.said.iter().any(says) {
            let found = sink.diagnostic(impact.heading, message).help(help);
            sink.push(found);
        }
        return;
    }
    let several = impact.experiments.len() > 1;
    for experiment in impact.experiments.iter().filter(|e| e.get(keys).is_none()) {
        let which = if several && !experiment.name.is_empty() {
            format!("{message}, in experiment {}", experiment.name)
        } else {
            message.to_owned()
        };
        let found = sink.diagnostic(experiment.span, which).help(help);
        sink.push(found);
    }
}
