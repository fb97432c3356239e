//! The command line: what can be typed, and its help.

use anstream::ColorChoice;
mod misplaced;

use clap::error::ErrorKind as ClapKind;
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};

#[cfg(not(feature = "figures"))]
use crate::commands::missing;
use crate::commands::{
    ask, bar, check, completions, debrief, demo, diff, drill, import, lock, man, new, packet, plan,
    prep, preview, render, show, story, tailor, take, why,
};
#[cfg(feature = "figures")]
use crate::commands::{measure, query, refresh};
use crate::error::{Error, ErrorKind};
use crate::terminal::Terminal;

/// Build cases that survive the barrage of whys.
///
/// A case is a Markdown file: an idea (what should be done) or a story (what was done). `whyproof FILE` says on one
/// screen whether it stands, what it rests on, where it is weakest and what to do next.
#[derive(Debug, Parser)]
#[command(
    name = "whyproof",
    version,
    max_term_width = 100,
    arg_required_else_help = true,
    after_help = "\
Examples:
  whyproof demo                  See it at work on real cases
  whyproof new idea \"Pay the fare\"
  whyproof pay-the-fare.md       Does it stand?
  whyproof check .               Every case in this folder

NO_COLOR turns colours off. WHYPROOF_TODAY=2026-11-23 sets the day that evidence is dated against.
Exit codes: 0 done, 1 findings that fail a case, 2 the command could not be carried out."
)]
pub(crate) struct Arguments {
    /// The case, or any text: Markdown or plain; `-` is standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<String>,
    /// When to use colour
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto")]
    pub(crate) color: When,
    /// What to do with it.
    #[command(subcommand)]
    pub(crate) verb: Option<Verb>,
}

/// The verbs, in the order of their use.
#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    New(new::NewArgs),
    Story(story::StoryArgs),
    Check(check::CheckArgs),
    Show(show::ShowArgs),
    Why(why::WhyArgs),
    Ask(ask::AskArgs),
    Drill(drill::DrillArgs),
    Debrief(debrief::DebriefArgs),
    Diff(diff::DiffArgs),
    Plan(plan::PlanArgs),
    Lock(lock::LockArgs),
    #[cfg(feature = "figures")]
    Measure(measure::MeasureArgs),
    #[cfg(feature = "figures")]
    Refresh(refresh::RefreshArgs),
    #[cfg(feature = "figures")]
    Query(query::QueryArgs),
    /// Answer one query that stands on standard input
    #[cfg(feature = "figures")]
    #[command(hide = true, name = whyproof_host::ANSWER_VERB)]
    AnswerQuery,
    #[cfg(not(feature = "figures"))]
    #[command(hide = true)]
    Refresh(missing::MissingArgs),
    #[cfg(not(feature = "figures"))]
    #[command(hide = true)]
    Query(missing::MissingArgs),
    #[cfg(not(feature = "figures"))]
    #[command(hide = true)]
    Measure(missing::MissingArgs),
    Render(render::RenderArgs),
    Packet(packet::PacketArgs),
    Preview(preview::PreviewArgs),
    Import(import::ImportArgs),
    Bar(bar::BarArgs),
    Take(take::TakeArgs),
    Prep(prep::PrepArgs),
    Tailor(tailor::TailorArgs),
    Demo(demo::DemoArgs),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
}

/// When colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    /// In a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The whole command line, for completions and man pages.
pub(crate) fn command() -> clap::Command {
    Arguments::command()
}

/// Reads the command line; none where help or the version was asked for and printed.
pub(crate) fn read(terminal: &mut Terminal) -> Result<Option<Arguments>, Error> {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let text = error.render();
            return match error.kind() {
                ClapKind::DisplayHelp | ClapKind::DisplayVersion => {
                    terminal.print(&text.ansi().to_string()).map(|()| None)
                }
                _ => Err(misplaced::meant(&error).unwrap_or_else(|| Error::asked(&text))),
            };
        }
    };
    terminal.set_colour(match arguments.color {
        When::Auto => ColorChoice::Auto,
        When::Always => ColorChoice::Always,
        When::Never => ColorChoice::Never,
    });
    match (&arguments.file, &arguments.verb) {
        (Some(file), Some(_)) => Err(Error::new(
            ErrorKind::Usage,
            format!("a command stands before its file, and `{file}` came first"),
        )
        .hint("Write `whyproof FILE`, or `whyproof COMMAND FILE`; `whyproof --help` has all.")),
        _ => Ok(Some(arguments)),
    }
}
