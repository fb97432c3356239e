//! `experiment-changed`: an experiment that is not as it was locked, or was locked after the data.

use whyproof_case::{Experiment, Lock};
use whyproof_syntax::{Severity, Span};

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "experiment-changed",
    family: Family::Impact,
    severity: Severity::Warning,
    default: true,
    summary: "An experiment that is not as it was locked",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    for experiment in &case.experiments {
        let measured = case.computed.measured.get(&experiment.name);
        let notes = measured.map_or(&[][..], |measured| &measured.lock_notes);
        let warned = notes.iter().filter(|note| note.warns);
        let mut told: Vec<String> = warned
            .map(|note| note.says.trim_end_matches('.').to_owned())
            .collect();
        if told.is_empty() {
            told.extend(without_data(experiment));
        }
        for says in told {
            let help = match Lock::of(experiment) {
                Lock::Sealed(_) => {
                    "Say in the text that the data were there first: what was declared after they could be seen shows less."
                }
                _ => {
                    "Say in the text what was changed, when, and why; what was declared after the data were seen shows less. `whyproof lock CASE --again` seals what is declared now."
                }
            };
            let found = sink.diagnostic(place(experiment), says).help(help);
            sink.push(found);
        }
    }
}

/// What can be told of the seal where nothing was measured.
fn without_data(experiment: &Experiment) -> Option<String> {
    match Lock::of(experiment) {
        Lock::Open | Lock::Sealed(_) => None,
        Lock::Broken(seal) => Some(format!(
            "The experiment `{}` is not what was locked on {}",
            experiment.name, seal.day
        )),
        Lock::Unreadable => Some(format!(
            "`locked` of the experiment `{}` cannot be read, so nothing shows what was declared before",
            experiment.name
        )),
    }
}

fn place(experiment: &Experiment) -> Span {
    let key = experiment.keys.iter().find(|key| key.name == "locked");
    key.map_or(experiment.span, |key| key.span)
}
