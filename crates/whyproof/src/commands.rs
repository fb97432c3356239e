//! The verbs, a file each.

pub(crate) mod ask;
pub(crate) mod bar;
pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod debrief;
pub(crate) mod demo;
pub(crate) mod diff;
pub(crate) mod drill;
mod experiments;
pub(crate) mod import;
pub(crate) mod lock;
pub(crate) mod man;
#[cfg(feature = "figures")]
pub(crate) mod measure;
#[cfg(not(feature = "figures"))]
pub(crate) mod missing;
pub(crate) mod new;
pub(crate) mod open;
pub(crate) mod packet;
pub(crate) mod plan;
pub(crate) mod prep;
pub(crate) mod preview;
#[cfg(feature = "figures")]
pub(crate) mod query;
#[cfg(feature = "figures")]
pub(crate) mod refresh;
pub(crate) mod render;
pub(crate) mod show;
mod sitting;
pub(crate) mod story;
pub(crate) mod tailor;
pub(crate) mod take;
mod views;
pub(crate) mod why;

use std::process::ExitCode;

use crate::cli::{Arguments, Verb};
use crate::error::Error;
use crate::terminal::Terminal;

/// Carries out what was typed.
pub(crate) fn run(arguments: Arguments, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    match (arguments.verb, arguments.file) {
        (Some(Verb::New(arguments)), _) => new::run(&arguments, terminal),
        (Some(Verb::Check(arguments)), _) => check::run(&arguments, terminal),
        (Some(Verb::Show(arguments)), _) => show::run(&arguments, terminal),
        (Some(Verb::Why(arguments)), _) => why::run(&arguments, terminal),
        (Some(Verb::Ask(arguments)), _) => ask::run(&arguments, terminal),
        (Some(Verb::Drill(arguments)), _) => drill::run(&arguments, terminal),
        (Some(Verb::Diff(arguments)), _) => diff::run(&arguments, terminal),
        (Some(Verb::Plan(arguments)), _) => plan::run(&arguments, terminal),
        (Some(Verb::Lock(arguments)), _) => lock::run(&arguments, terminal),
        #[cfg(feature = "figures")]
        (Some(Verb::Measure(arguments)), _) => measure::run(&arguments, terminal),
        #[cfg(feature = "figures")]
        (Some(Verb::Refresh(arguments)), _) => refresh::run(&arguments, terminal),
        #[cfg(feature = "figures")]
        (Some(Verb::Query(arguments)), _) => query::run(&arguments, terminal),
        #[cfg(feature = "figures")]
        (Some(Verb::AnswerQuery), _) => answer_query(),
        #[cfg(not(feature = "figures"))]
        (Some(Verb::Refresh(_) | Verb::Query(_) | Verb::Measure(_)), _) => missing::run(),
        (Some(Verb::Packet(arguments)), _) => packet::run(&arguments, terminal),
        (Some(Verb::Render(arguments)), _) => render::run(&arguments, terminal),
        (Some(Verb::Preview(arguments)), _) => preview::run(&arguments, terminal),
        (Some(Verb::Import(arguments)), _) => import::run(&arguments, terminal),
        (Some(Verb::Bar(arguments)), _) => bar::run(&arguments, terminal),
        (Some(Verb::Story(arguments)), _) => story::run(&arguments, terminal),
        (Some(Verb::Debrief(arguments)), _) => debrief::run(&arguments, terminal),
        (Some(Verb::Prep(arguments)), _) => prep::run(&arguments, terminal),
        (Some(Verb::Take(arguments)), _) => take::run(&arguments, terminal),
        (Some(Verb::Tailor(arguments)), _) => tailor::run(&arguments, terminal),
        (Some(Verb::Demo(arguments)), _) => demo::run(&arguments, terminal),
        (Some(Verb::Completions(arguments)), _) => completions::run(&arguments, terminal),
        (Some(Verb::Man(arguments)), _) => man::run(&arguments, terminal),
        (None, Some(file)) => open::run(&file, terminal),
        // The parser shows its help where neither is given.
        (None, None) => Ok(ExitCode::SUCCESS),
    }
}

/// The other end of a query that runs in a process of its own.
#[cfg(feature = "figures")]
fn answer_query() -> Result<ExitCode, Error> {
    whyproof_host::answer_apart(std::io::stdin().lock(), std::io::stdout().lock())
        .map_err(|error| Error::new(crate::error::ErrorKind::Environment, error.to_string()))?;
    Ok(ExitCode::SUCCESS)
}
