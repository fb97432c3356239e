//! `ask`: the barrage, hardest first.

mod human;
mod markdown;
mod read;

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use rayon::prelude::*;
use whyproof_case::{Case, Host};
use whyproof_host::System;
use whyproof_whys::{Barrage, Options, Survival, View, survival};
use whyproof_wire::{Ask, AskedFile};

pub(super) use read::bank;

use crate::commands::views;
use crate::error::{Error, ErrorKind};
use crate::input::STANDARD_INPUT;
use crate::model;
use crate::terminal::Terminal;
use crate::text::typed;

/// Ask what a tough room will ask, hardest first
///
/// Any text will do: a case, a proposal, a speech, in Markdown, plain text or DOCX. Each question says what it is
/// about, why it is asked and what a good answer brings. What the text already answers is not asked, and a strong case
/// gets few questions.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  whyproof ask proposal.md
  whyproof ask proposal.docx --as finance,customer --count 10
  whyproof ask proposal.md --add          Write them into the case, as suggested questions
  whyproof ask speech.txt --format json | jq -r '.files[].questions[].text'

Nothing is sent anywhere unless you say --model: docs/model.md.")]
pub(crate) struct AskArgs {
    /// The texts; `-` is standard input
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<String>,
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
    /// How they are written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: AskFormat,
    /// Write them into the case, under Questions, as suggested; once is enough
    #[arg(long)]
    add: bool,
    /// Let the language model of WHYPROOF_MODEL_URL propose questions, too; each is marked
    #[arg(long)]
    model: bool,
    /// With --model: show what would be sent, and send nothing
    #[arg(long, requires = "model")]
    dry_run: bool,
}

/// How a barrage is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum AskFormat {
    /// For people
    Human,
    /// One JSON document, as docs/machine-output.md says
    Json,
    /// A Markdown list
    Markdown,
}

/// A text, and what is asked of it.
struct Answer {
    path: String,
    case: Case,
    barrage: Barrage,
    survival: Option<Survival>,
    /// Whether only some points of view were asked for.
    some_views: bool,
}

pub(crate) fn run(arguments: &AskArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    let twice = arguments
        .paths
        .iter()
        .filter(|path| *path == STANDARD_INPUT)
        .count()
        > 1;
    if twice {
        return Err(Error::new(
            ErrorKind::Usage,
            "standard input can be read only once",
        ));
    }
    let read = |path: &String| one(arguments, path);
    let answers: Result<Vec<Answer>, Error> = if arguments.paths.len() == 1 {
        arguments.paths.iter().map(read).collect()
    } else {
        arguments.paths.par_iter().map(read).collect()
    };
    let mut answers = answers?;
    if arguments.model {
        if arguments.dry_run {
            return dry_run(arguments, &answers, terminal);
        }
        for answer in &mut answers {
            propose(arguments, answer, terminal)?;
        }
    }
    if arguments.add {
        return add(&answers, terminal);
    }
    print(arguments.format, &answers, terminal)?;
    Ok(ExitCode::SUCCESS)
}

/// The questions that a case should expect, hardest first.
///
/// # Errors
/// Where the user's own questions cannot be read.
#[cfg(feature = "pdf")]
pub(crate) fn hardest(case: &Case, count: usize) -> Result<Vec<whyproof_whys::Asked>, Error> {
    of(case, count, Vec::new())
}

/// The same from some points of view; from all where none is given.
///
/// # Errors
/// As [`hardest`].
pub(crate) fn of(
    case: &Case,
    count: usize,
    views: Vec<View>,
) -> Result<Vec<whyproof_whys::Asked>, Error> {
    let bank = read::bank(case)?;
    let options = Options {
        count: Some(count),
        views,
    };
    Ok(whyproof_whys::ask(case, &bank, &options).asked)
}

fn one(arguments: &AskArgs, path: &str) -> Result<Answer, Error> {
    let case = read::case(path)?;
    let bank = read::bank(&case)?;
    let views = chosen(arguments, &case)?;
    let some_views = !views.is_empty();
    let options = Options {
        count: Some(usize::from(arguments.count)),
        views,
    };
    let barrage = whyproof_whys::ask(&case, &bank, &options);
    let survival = survival(&case, &barrage);
    Ok(Answer {
        path: path.to_owned(),
        case,
        barrage,
        survival,
        some_views,
    })
}

fn chosen(arguments: &AskArgs, case: &Case) -> Result<Vec<View>, Error> {
    views::chosen(case, &arguments.views, arguments.rung.as_deref())
}

fn dry_run(
    arguments: &AskArgs,
    answers: &[Answer],
    terminal: &mut Terminal,
) -> Result<ExitCode, Error> {
    let settings = model::settings(&System)?;
    for answer in answers {
        let views = chosen(arguments, &answer.case)?;
        terminal.print_plain(&model::dry_run(
            &answer.case,
            &answer.barrage,
            &views,
            &settings,
        ))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn propose(arguments: &AskArgs, answer: &mut Answer, terminal: &mut Terminal) -> Result<(), Error> {
    let settings = model::settings(&System)?;
    let views = chosen(arguments, &answer.case)?;
    let count = Some(usize::from(arguments.count));
    let notes = model::add(
        &System,
        &answer.case,
        &mut answer.barrage,
        &views,
        &settings,
        count,
    )?;
    for note in notes {
        terminal.note(&note);
    }
    Ok(())
}

/// Writes the questions into the cases, as suggested whys.
fn add(answers: &[Answer], terminal: &mut Terminal) -> Result<ExitCode, Error> {
    for answer in answers {
        if answer.path == STANDARD_INPUT || read::is_docx(&answer.path) {
            return Err(Error::new(
                ErrorKind::Usage,
                format!(
                    "--add writes into a Markdown file, and `{}` is none",
                    answer.path
                ),
            )
            .hint("`whyproof import FILE -o CASE.md` makes a case of it first."));
        }
        let text = whyproof_whys::add(&answer.case, &answer.barrage.asked);
        let path = typed(&answer.path);
        if text == answer.case.source() {
            terminal.note(&format!("Nothing new to ask in {path}."));
            continue;
        }
        System.write(&answer.path, text.as_bytes())?;
        let count = answer.barrage.asked.len();
        let questions = crate::text::counted(count, "question", "questions");
        terminal.note(&format!(
            "{path} has {questions} more under Questions, as suggested: they change nothing until somebody puts a name to one."
        ));
    }
    Ok(ExitCode::SUCCESS)
}

fn print(format: AskFormat, answers: &[Answer], terminal: &mut Terminal) -> Result<(), Error> {
    match format {
        AskFormat::Json => {
            let file =
                |a: &Answer| AskedFile::of(&a.path, &a.case, &a.barrage, a.survival.as_ref());
            terminal.print_json(&Ask::of(answers.iter().map(file).collect()))
        }
        AskFormat::Human => {
            for (at, answer) in answers.iter().enumerate() {
                if at > 0 {
                    terminal.print("\n")?;
                }
                terminal.print(&human::write(answer, terminal.width()))?;
            }
            Ok(())
        }
        AskFormat::Markdown => {
            for answer in answers {
                terminal.print_plain(&markdown::write(answer))?;
            }
            Ok(())
        }
    }
}
