//! `drill`: the whys one at a time, with follow-ups on the answers, in the terminal or from a file.

mod add;
pub(crate) mod looped;
mod paint;
mod report;

use std::process::ExitCode;

use clap::Args;
use whyproof_case::{Case, Host};
use whyproof_host::System;
use whyproof_whys::drill::{Entry, Known, SCHEMA, Session, Settings, questions};

use crate::commands::ask::bank;
use crate::commands::sitting::{self, Answers, Store};
use crate::commands::views;
use crate::error::{Error, ErrorKind};
use crate::input::{STANDARD_INPUT, Source};
use crate::terminal::Terminal;
use crate::text::typed;
pub(crate) use looped::LOOP;

/// Train the answers: one question at a time, with follow-ups on what you say
///
/// First comes what people have asked in the case and nobody has answered, then what a tough room will ask.
///
/// Each answer is kept beside the case, in .whyproof/drill, before the next question comes, and what you are typing at
/// each key: stop when you like, and the same command goes on from there. The report says what held, what wavered and
/// what to prepare.
///
/// With --loop the interviewers of a loop ask over your stories: what you were really asked (`whyproof debrief`), then what
/// their criteria ask, and whys on each story that you tell.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  whyproof drill proposal.md
  whyproof drill proposal.md --as finance,customer --minutes 1
  whyproof drill proposal.md --script answers.txt --add
  whyproof drill --loop                         Over the stories of this folder
  whyproof drill me --loop --rung recruiter

In a terminal, Enter begins a new line, and Enter on an empty line ends the answer. /skip, /park (asked again at the
end) and /quit stand on a line of their own. In a file, a line --- parts the answers.")]
pub(crate) struct DrillArgs {
    /// The case: Markdown or plain text; with --loop, the folder of your stories, else this one
    #[arg(value_name = "CASE", required_unless_present = "ladder")]
    case: Option<String>,
    /// Play an interview loop over your stories: the ladder NAME, else the one built in
    #[arg(
        long = "loop", id = "ladder", value_name = "NAME", num_args = 0..=1, default_missing_value = "",
        conflicts_with_all = ["views", "add"]
    )]
    ladder: Option<String>,
    /// With --loop: the bar that you are held to, else the loop's
    #[arg(long, value_name = "NAME", requires = "ladder")]
    bar: Option<String>,
    /// How long an answer may take to say, in minutes
    #[arg(long, value_name = "N", default_value = "2", value_parser = minutes)]
    minutes: f64,
    /// Points of view, with commas between them: customer, finance, engineering, design, operations, legal, science,
    /// executive, interviewer
    #[arg(long = "as", value_name = "VIEWS", value_delimiter = ',')]
    views: Vec<String>,
    /// The rung of the case's ladder whose points of view ask; with --loop, the one interviewer who asks
    #[arg(long, value_name = "NAME", conflicts_with = "views")]
    rung: Option<String>,
    /// The most questions; with --loop, of each interviewer
    #[arg(long, value_name = "N", default_value = "5", value_parser = clap::value_parser!(u16).range(1..))]
    count: u16,
    /// Take the answers from this file instead of the terminal
    #[arg(long, value_name = "FILE")]
    script: Option<String>,
    /// Write the answers into the case, under Questions, without asking
    #[arg(long)]
    add: bool,
    /// Begin anew, whatever was answered before; earlier answers stay in the journal
    #[arg(long)]
    again: bool,
}

fn minutes(text: &str) -> Result<f64, String> {
    let minutes: f64 = text.parse().map_err(|_| "it is no number".to_owned())?;
    if (0.1..=60.0).contains(&minutes) {
        Ok(minutes)
    } else {
        Err("it goes from 0.1 to 60".to_owned())
    }
}

impl DrillArgs {
    /// The case's path; the parser asks for one where there is no loop.
    fn path(&self) -> &str {
        self.case.as_deref().unwrap_or_default()
    }
}

pub(crate) fn run(arguments: &DrillArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    if let Some(first) = &arguments.ladder {
        return looped::run(arguments, first, terminal);
    }
    if arguments.path() == STANDARD_INPUT {
        return Err(Error::new(
            ErrorKind::Usage,
            "a drill needs a file: standard input is where the answers come from",
        )
        .hint("Save the case, then `whyproof drill CASE`."));
    }
    let store = Store::open(&System, "drill", arguments.path());
    if arguments.again && store.journal()?.is_begun() {
        store.append(&Entry::Ended)?;
    }
    let (case, mut session) = load(arguments, &store)?;
    let mut answers = Answers::open(arguments.script.as_deref(), &store)?;
    begin(
        arguments,
        &case,
        &mut session,
        &store,
        &mut answers,
        terminal,
    )?;
    if session.put().is_none() && session.threads().next().is_none() && session.kept().is_empty() {
        terminal.print(&paint::nothing(arguments.path(), &case, terminal.width()))?;
        return Ok(ExitCode::SUCCESS);
    }
    let went = go(&mut session, &store, &mut answers, &case, terminal);
    if let Err(error) = went {
        return Err(error.hint(format!(
            "What you answered is kept: `whyproof drill {}` goes on from there.",
            typed(arguments.path())
        )));
    }
    terminal.print(&report::draw(&session, terminal.width()))?;
    add::offer(arguments, &store, &session, &answers, terminal)?;
    if session.is_over() {
        store.append(&Entry::Ended)?;
    } else {
        terminal.print(&paint::resume(&typed(arguments.path())))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The case as it is now, and the drill on it as its journal has it.
fn load(arguments: &DrillArgs, store: &Store<'_>) -> Result<(Case, Session), Error> {
    let source = Source::read(&System, arguments.path())?;
    let case = source.case(&System);
    let views = views::chosen(&case, &arguments.views, arguments.rung.as_deref())?;
    let asked = questions(&case, &*bank(&case)?, &views);
    let settings = Settings {
        count: Some(usize::from(arguments.count)),
        budget: (arguments.minutes * 60.0).round() as u32,
    };
    let journal = store.journal()?;
    let session = Session::begin(asked, Known::of(&case), settings, journal.open());
    Ok((case, session))
}

/// Says what there is, what was there before, and offers what was being typed.
fn begin(
    arguments: &DrillArgs,
    case: &Case,
    session: &mut Session,
    store: &Store<'_>,
    answers: &mut Answers<'_>,
    terminal: &mut Terminal,
) -> Result<(), Error> {
    let journal = store.journal()?;
    let revision = whyproof_case::revision(case.source());
    let before = paint::Before::of(&journal, &revision);
    sitting::take_up(session, store, answers)?;
    store.append(&Entry::Began {
        schema: SCHEMA.to_owned(),
        revision,
        day: System.today().to_string(),
    })?;
    if session.put().is_some() || !session.kept().is_empty() {
        let words = paint::begin(arguments.path(), session, &before, store, terminal.width());
        terminal.print(&words)?;
    }
    Ok(())
}

/// Puts the questions, one after the other.
fn go(
    session: &mut Session,
    store: &Store<'_>,
    answers: &mut Answers<'_>,
    case: &Case,
    terminal: &mut Terminal,
) -> Result<(), Error> {
    let columns = terminal.width();
    while let Some(put) = session.put() {
        let words = paint::question(&put, case, columns);
        if let Some((_, Some(turn))) = sitting::step(session, store, answers, terminal, &words)? {
            let words = answers.measured(&turn, session.settings().budget, columns);
            terminal.print(&words)?;
        }
    }
    Ok(())
}
