//! `figure-stale`: a figure, or a table, that says something else than its data.

use whyproof_case::{FigureState, refresh};
use whyproof_syntax::{Edit, Fix, Severity};

use crate::argument;
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "figure-stale",
    family: Family::File,
    severity: Severity::Warning,
    default: true,
    summary: "A figure that says something else than its data",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    if case.computed.results.is_empty() {
        return;
    }
    let owners = argument::owners(case);
    let refreshed = refresh(&case.parse, &case.computed);
    for change in &refreshed.changes {
        let figure = case
            .figures
            .iter()
            .find(|figure| figure.span.contains(change.span));
        let message = match figure {
            Some(figure) if figure.text == "?" => {
                format!(
                    "This figure waits to be filled in: the data say {}",
                    change.new
                )
            }
            Some(figure) => {
                format!(
                    "The text says {}, and the data say {}",
                    figure.text, change.new
                )
            }
            None => format!(
                "The table has {}, and is not what the query `{}` gives: {}",
                change.old, change.id, change.new
            ),
        };
        let span = figure.map_or(change.span, |figure| figure.span);
        let fix = Fix {
            title: format!("Write {} instead of {}", change.new, change.old),
            // Whoever wrote the number should see that it changed.
            safe: false,
            edits: vec![Edit {
                span: change.span,
                text: change.text.clone(),
            }],
        };
        let found = sink
            .diagnostic(span, message)
            .help("`whyproof refresh` writes what the data say; or find out why they changed.")
            .fix(fix);
        match figure.and_then(|figure| owners.get(&figure.block)) {
            Some(id) => sink.push_on(case, *id, found),
            None => sink.push(found),
        }
    }
    for figure in case.in_state(FigureState::Stale) {
        let told = |change: &whyproof_case::Change| figure.span.contains(change.span);
        if !refreshed.changes.iter().any(told) {
            let says = figure.says.as_deref().unwrap_or("otherwise");
            let message = format!("The text says {}, and the data say {says}", figure.text);
            let help = "Its words have markup inside that cannot be kept: write them plainly.";
            sink.push(sink.diagnostic(figure.span, message).help(help));
        }
    }
}
