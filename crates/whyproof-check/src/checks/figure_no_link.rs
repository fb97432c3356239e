//! `figure-no-link`: what was meant for a figure, and is no link.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "figure-no-link",
    family: Family::File,
    severity: Severity::Error,
    default: true,
    summary: "A figure that is no link",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    for span in whyproof_case::lost_figures(&context.case.parse) {
        let found = sink
            .diagnostic(span, "This figure is no link, so nothing computes it".to_owned())
            .help("Write `%20` for a blank in its target, or the target in `<…>`; and `figure` in small letters.");
        sink.push(found);
    }
}
