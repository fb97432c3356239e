//! `figure-fails`: a figure whose value could not be computed, or cannot be said as its text says it.

use whyproof_case::{FigureState, SqlError};
use whyproof_syntax::Severity;

use crate::argument;
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "figure-fails",
    family: Family::File,
    severity: Severity::Warning,
    default: true,
    summary: "A figure that could not be computed",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    let owners = argument::owners(case);
    let mut told: Vec<&str> = Vec::new();
    for figure in case.in_state(FigureState::NotComputed) {
        let Some(why) = &figure.trouble else {
            continue;
        };
        let ran = case.computed.results.get(&figure.query);
        let is_block = case.queries.iter().any(|query| query.name == figure.query);
        let help = match ran {
            Some(Err(SqlError::NoEngine)) => continue,
            // `query-undefined` says it.
            Some(Err(SqlError::Table { name, .. })) if *name == figure.query && !is_block => {
                continue;
            }
            Some(Err(error)) => {
                // One query may have many figures.
                if told.contains(&figure.query.as_str()) {
                    continue;
                }
                told.push(&figure.query);
                help(error)
            }
            _ => {
                "Mend the figure's words, its column or its key; `whyproof query` shows what the query gives."
            }
        };
        let message = if is_block && matches!(ran, Some(Err(_))) {
            format!("The query `{}` gives nothing: {why}", figure.query)
        } else {
            format!("The figure `{}` says nothing: {why}", figure.id)
        };
        let found = sink.diagnostic(figure.span, message).help(help);
        match owners.get(&figure.block) {
            Some(id) => sink.push_on(case, *id, found),
            None => sink.push(found),
        }
    }
}

fn help(error: &SqlError) -> &'static str {
    match error {
        SqlError::NotOneQuery(_) => "A query is one `select`, and changes nothing.",
        SqlError::Table { .. } => {
            "A query reads files of the workspace, other queries, tables of the case and those that whyproof.toml names."
        }
        SqlError::Source { .. } => {
            "Its place and its password are in whyproof.toml and the environment."
        }
        SqlError::Bound { .. } => {
            "Ask for less; or raise the bound in whyproof.toml, under `[figures]`."
        }
        _ => "`whyproof query` runs it by itself.",
    }
}
