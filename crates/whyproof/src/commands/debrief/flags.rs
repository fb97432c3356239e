//! The flags of `debrief`: each question with what stands behind it, up to the next question.

use clap::{ArgMatches, Args, FromArgMatches};
use whyproof_experience::debrief::{self, Asked, Went};

use crate::error::{Error, ErrorKind};

/// Keep what you were asked in an interview, by whom, and how it went
///
/// It is put at the end of debriefs.yaml, which is yours to change. The next `drill --loop` asks it first, what went badly
/// before the rest. Without --asked you are asked, one question at a time.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  whyproof debrief
  whyproof debrief me --day 2026-11-20          An interview of another day
  whyproof debrief --at \"Hiring manager\" --by \"P. Rao\" \\
    --asked \"Which part of this was yours?\" --went badly --story stories/returns.md \\
    --asked \"What would you measure?\" --went well --note \"They liked the notebook.\"")]
struct Flags {
    /// The folder of your experience and stories; else this one
    #[arg(value_name = "FOLDER")]
    folder: Option<String>,
    /// The day of the interview, as in 2026-11-27; else today
    #[arg(long, value_name = "DAY", value_parser = a_day)]
    day: Option<String>,
    /// What the interviewer was: an interviewer of the loop (Recruiter, Hiring manager, …) or your own words
    #[arg(long, value_name = "WHO")]
    at: Option<String>,
    /// The interviewer's name
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// A question that was asked; again for the next
    #[arg(long, value_name = "TEXT", conflicts_with = "script")]
    asked: Vec<String>,
    /// How the answer to it went
    #[arg(long, value_name = "HOW", value_parser = ["well", "mixed", "badly"], requires = "asked")]
    went: Vec<String>,
    /// The story that you told
    #[arg(long, value_name = "FILE", requires = "asked")]
    story: Vec<String>,
    /// What you want to remember
    #[arg(long, value_name = "TEXT", requires = "asked")]
    note: Vec<String>,
    /// Take the answers from this file instead of the terminal
    #[arg(long, value_name = "FILE")]
    script: Option<String>,
}

/// What was typed, in its order.
#[derive(Debug)]
pub(crate) struct DebriefArgs {
    pub(super) folder: Option<String>,
    pub(super) day: Option<String>,
    pub(super) at: Option<String>,
    pub(super) by: Option<String>,
    pub(super) script: Option<String>,
    /// Questions and what stands behind them, by their places on the command line.
    typed: Vec<(usize, Typed)>,
}

#[derive(Debug)]
enum Typed {
    Asked(String),
    Went(String),
    Story(String),
    Note(String),
}

impl FromArgMatches for DebriefArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let flags = Flags::from_arg_matches(matches)?;
        let places =
            |id: &str| -> Vec<usize> { matches.indices_of(id).into_iter().flatten().collect() };
        let mut typed: Vec<(usize, Typed)> = Vec::new();
        typed.extend(
            places("asked")
                .into_iter()
                .zip(flags.asked.into_iter().map(Typed::Asked)),
        );
        typed.extend(
            places("went")
                .into_iter()
                .zip(flags.went.into_iter().map(Typed::Went)),
        );
        typed.extend(
            places("story")
                .into_iter()
                .zip(flags.story.into_iter().map(Typed::Story)),
        );
        typed.extend(
            places("note")
                .into_iter()
                .zip(flags.note.into_iter().map(Typed::Note)),
        );
        typed.sort_by_key(|(place, _)| *place);
        Ok(DebriefArgs {
            folder: flags.folder,
            day: flags.day,
            at: flags.at,
            by: flags.by,
            script: flags.script,
            typed,
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = DebriefArgs::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Args for DebriefArgs {
    fn augment_args(command: clap::Command) -> clap::Command {
        Flags::augment_args(command)
    }

    fn augment_args_for_update(command: clap::Command) -> clap::Command {
        Flags::augment_args_for_update(command)
    }
}

/// A day, as debriefs have it.
fn a_day(text: &str) -> Result<String, String> {
    match debrief::is_day(text) {
        true => Ok(text.to_owned()),
        false => Err("a day is written as 2026-11-27".to_owned()),
    }
}

/// The questions, each with what stands behind it.
pub(super) fn asked(arguments: &DebriefArgs) -> Result<Vec<Asked>, Error> {
    let mut questions: Vec<(Asked, bool)> = Vec::new();
    for (_, typed) in &arguments.typed {
        if let Typed::Asked(question) = typed {
            let question = question.trim();
            if question.is_empty() {
                return Err(usage("a question that was asked has no words"));
            }
            let asked = Asked {
                question: question.to_owned(),
                went: Went::Mixed,
                story: None,
                note: None,
            };
            questions.push((asked, false));
            continue;
        }
        let Some((asked, has_went)) = questions.last_mut() else {
            return Err(usage(
                "--went, --story and --note stand behind the --asked that they are about",
            ));
        };
        let twice = match typed {
            Typed::Went(word) => {
                asked.went = Went::of(word).unwrap_or(asked.went);
                std::mem::replace(has_went, true)
            }
            Typed::Story(path) => asked.story.replace(path.clone()).is_some(),
            Typed::Note(note) => asked.note.replace(note.trim().to_owned()).is_some(),
            Typed::Asked(_) => false,
        };
        if twice {
            return Err(usage(format!(
                "“{}” has the same thing said of it twice",
                asked.question
            )));
        }
    }
    if let Some((asked, _)) = questions.iter().find(|(_, has_went)| !has_went) {
        return Err(
            usage(format!("it is not said how “{}” went", asked.question))
                .hint("Behind it: --went well, --went mixed or --went badly."),
        );
    }
    Ok(questions.into_iter().map(|(asked, _)| asked).collect())
}

fn usage(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::Usage, message)
}
