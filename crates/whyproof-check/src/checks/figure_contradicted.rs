//! `figure-contradicted`: words that assert something of the data, and the data say otherwise.

use whyproof_case::FigureState;
use whyproof_syntax::Severity;

use crate::argument;
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "figure-contradicted",
    family: Family::File,
    severity: Severity::Error,
    default: true,
    summary: "Words that the data behind them contradict",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    let owners = argument::owners(case);
    for figure in case.in_state(FigureState::Broken) {
        let said = figure.value.as_deref().unwrap_or("otherwise");
        let message = match &figure.trouble {
            // The words hold, or are none that can be asked; the query's condition does not.
            Some(why) => format!("“{}” does not hold: {why}", figure.text),
            None => format!("“{}” does not hold: the data say {said}", figure.text),
        };
        let found = sink
            .diagnostic(figure.span, message)
            .help("Say what the data say. The words stay as they are until you change them.");
        match owners.get(&figure.block) {
            Some(id) => sink.push_on(case, *id, found),
            None => sink.push(found),
        }
    }
}
