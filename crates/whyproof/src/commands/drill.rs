//! `drill`: the whys one at a time, with follow-ups on the answers, in the terminal or from a file.

mod add;
mod editor;
mod paint;
mod report;
mod script;
mod store;

use std::process::ExitCode;

use clap::Args;
use whyproof_case::{Case, Host};
use whyproof_host::System;
use whyproof_whys::drill::{Draft, Entry, Known, Reference, SCHEMA, Session, Settings, questions};

use crate::commands::ask::bank;
use crate::commands::views;
use crate::error::{Error, ErrorKind};
use crate::input::{self, STANDARD_INPUT, Source};
use crate::terminal::Terminal;
use crate::text::typed;
use editor::Editor;
use script::Script;
use store::Store;

/// Train the answers: one question at a time, with follow-ups on what you say
///
/// First comes what people have asked in the case and nobody has answered, then what a tough room will ask.
///
/// Each answer is kept beside the case, in .whyproof/drill, before the next question comes, and what you are typing at
/// each key: stop when you like, and the same command goes on from there. The report says what held, what wavered and
/// what to prepare.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  whyproof drill proposal.md
  whyproof drill proposal.md --as finance,customer --minutes 1
  whyproof drill proposal.md --script answers.txt --add

In a terminal, Enter begins a new line, and Enter on an empty line ends the answer. /skip, /park (asked again at the
end) and /quit stand on a line of their own. In a file, a line --- parts the answers.")]
pub(crate) struct DrillArgs {
    /// The case: Markdown or plain text
    #[arg(value_name = "CASE")]
    case: String,
    /// How long an answer may take to say, in minutes
    #[arg(long, value_name = "N", default_value = "2", value_parser = minutes)]
    minutes: f64,
    /// Points of view, with commas between them: customer, finance, engineering, design, operations, legal, science,
    /// executive, interviewer
    #[arg(long = "as", value_name = "VIEWS", value_delimiter = ',')]
    views: Vec<String>,
    /// The rung of the case's ladder whose points of view ask
    #[arg(long, value_name = "NAME", conflicts_with = "views")]
    rung: Option<String>,
    /// The most questions
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

/// What somebody said to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Said {
    /// The answer, and the seconds that it took where it was typed.
    Answer(String, Option<u32>),
    /// On to the next; with what was typed before that.
    Skip(String),
    /// Later.
    Park(String),
    /// Enough.
    Quit(String),
    /// Nothing more comes: an end of the input, or an interrupt.
    Left,
}

/// Where answers come from.
enum Answers<'s> {
    Editor(Box<Editor<'s>>),
    Script(Script),
}

pub(crate) fn run(arguments: &DrillArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    if arguments.case == STANDARD_INPUT {
        return Err(Error::new(
            ErrorKind::Usage,
            "a drill needs a file: standard input is where the answers come from",
        )
        .hint("Save the case, then `whyproof drill CASE`."));
    }
    let store = Store::open(&System, &arguments.case)?;
    if arguments.again && store.journal()?.is_begun() {
        store.append(&Entry::Ended)?;
    }
    let (case, mut session) = load(arguments, &store)?;
    let mut answers = answers(arguments, &store)?;
    begin(
        arguments,
        &case,
        &mut session,
        &store,
        &mut answers,
        terminal,
    )?;
    if session.put().is_none() && session.threads().next().is_none() && session.kept().is_empty() {
        terminal.print(&paint::nothing(&arguments.case, &case, terminal.width()))?;
        return Ok(ExitCode::SUCCESS);
    }
    let went = go(&mut session, &store, &mut answers, &case, terminal);
    if let Err(error) = went {
        return Err(error.hint(format!(
            "What you answered is kept: `whyproof drill {}` goes on from there.",
            typed(&arguments.case)
        )));
    }
    terminal.print(&report::draw(&session, terminal.width()))?;
    add::offer(arguments, &store, &session, &answers, terminal)?;
    if session.is_over() {
        store.append(&Entry::Ended)?;
    } else {
        terminal.print(&paint::resume(&typed(&arguments.case)))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The case as it is now, and the drill on it as its journal has it.
fn load(arguments: &DrillArgs, store: &Store<'_>) -> Result<(Case, Session), Error> {
    let source = Source::read(&System, &arguments.case)?;
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

fn answers<'s>(arguments: &DrillArgs, store: &'s Store<'s>) -> Result<Answers<'s>, Error> {
    let from = match &arguments.script {
        Some(path) => Some(input::bytes(&System, path)?),
        None if editor::is_typed() => None,
        None => Some(System.standard_input(input::LIMIT)?),
    };
    Ok(match from {
        Some(bytes) => Answers::Script(Script::read(&String::from_utf8_lossy(&bytes))),
        None => Answers::Editor(Box::new(Editor::new(store)?)),
    })
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
    let draft = store.draft()?;
    if let Some(draft) = draft {
        let offered = match answers {
            Answers::Editor(editor) if session.offer(&draft) => {
                editor.prefill(&draft.answer);
                true
            }
            _ => false,
        };
        if !offered && !store::is_answered(&journal, &draft) {
            let entry = Entry::Unfinished {
                question: draft.question,
                answer: draft.answer,
            };
            store.append(&entry)?;
            session.take(&entry);
        }
    }
    store.append(&Entry::Began {
        schema: SCHEMA.to_owned(),
        revision,
        day: System.today().to_string(),
    })?;
    if session.put().is_some() || !session.kept().is_empty() {
        let words = paint::begin(&arguments.case, session, &before, store, terminal.width());
        terminal.print(&words)?;
    }
    Ok(())
}

/// The step that something said is. What was typed before a command is kept: before /quit as what is being typed, else
/// in the journal.
fn entry(said: Said, question: Reference, store: &Store<'_>) -> Result<Entry, Error> {
    let typed = match &said {
        Said::Skip(typed) | Said::Park(typed) | Said::Quit(typed) if !typed.is_empty() => {
            Some(typed.clone())
        }
        _ => None,
    };
    if let Some(answer) = typed {
        let question = question.clone();
        if matches!(said, Said::Quit(_)) {
            store.keep(&Draft { question, answer }, true)?;
        } else {
            store.append(&Entry::Unfinished { question, answer })?;
        }
    } else if said == Said::Quit(String::new()) {
        store.forget_draft()?;
    }
    Ok(match said {
        Said::Answer(answer, seconds) => Entry::Answered {
            question,
            answer,
            seconds,
        },
        Said::Skip(_) => Entry::Skipped { question },
        Said::Park(_) => Entry::Parked { question },
        Said::Quit(_) | Said::Left => Entry::Quit,
    })
}

/// Puts the questions, one after the other: each answer is on the disk before the next question is on the screen.
fn go(
    session: &mut Session,
    store: &Store<'_>,
    answers: &mut Answers<'_>,
    case: &Case,
    terminal: &mut Terminal,
) -> Result<(), Error> {
    while let (Some(put), Some(question)) = (session.put(), session.reference()) {
        terminal.print(&paint::question(&put, case, terminal.width()))?;
        let said = match answers {
            Answers::Editor(editor) => editor.answer(&question, terminal)?,
            Answers::Script(script) => {
                let said = script.next();
                terminal.print(&paint::echo(&said))?;
                said
            }
        };
        let entry = entry(said, question, store)?;
        store.append(&entry)?;
        if entry != Entry::Quit {
            store.forget_draft()?;
        }
        let budget = session.settings().budget;
        if let Some(turn) = session.take(&entry) {
            let words = paint::measure(turn, budget, terminal.width());
            terminal.print(&words)?;
        }
    }
    Ok(())
}
