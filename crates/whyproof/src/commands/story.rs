//! `story`: the interview about the hardest thing that somebody did, and the story file of the answers.

mod file;
mod line;
mod paint;

use std::process::ExitCode;

use clap::Args;
use whyproof_case::Host;
use whyproof_experience::interview::Interview;
use whyproof_host::System;
use whyproof_whys::drill::{Entry, SCHEMA};

use super::new::slug;
use super::sitting::paint::{Asking, question};
use super::sitting::{self, Answers, Store};
use crate::error::{Error, ErrorKind};
use crate::terminal::Terminal;
use crate::text::typed;
use file::Target;

/// Be asked about the hardest thing you did, one question at a time, and have your answers as a story
///
/// Every word of the story is yours; nothing that is there is overwritten. Each answer is kept before the next question
/// comes, and what you are typing at each key: stop when you like, and the same command goes on from there.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  whyproof story
  whyproof story \"I shut down the returns desk\"
  whyproof story -o stories/returns.md --from \"Cut returns from 19 to 7 minutes\"

In a terminal, Enter begins a new line, and Enter on an empty line ends the answer. /skip, /park (asked again at the
end) and /quit (what there is becomes a story) stand on a line of their own. In a file, a line --- parts the answers,
and no follow-up is asked.")]
pub(crate) struct StoryArgs {
    /// What you would call it
    #[arg(value_name = "TITLE")]
    title: Option<String>,
    /// Where the story is written; else stories/ and its title
    #[arg(short, long, value_name = "FILE")]
    output: Option<String>,
    /// Take the answers from this file instead of the terminal
    #[arg(long, value_name = "FILE")]
    script: Option<String>,
    /// The line of your résumé that the story tells
    #[arg(long, value_name = "LINE")]
    from: Option<String>,
    /// Begin anew, whatever was answered before; earlier answers stay in the journal
    #[arg(long)]
    again: bool,
}

pub(crate) fn run(arguments: &StoryArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    let target = target(arguments)?;
    let store = store(arguments)?;
    if arguments.again && store.journal()?.is_begun() {
        store.append(&Entry::Ended)?;
    }
    let earlier = store.journal()?.open().to_vec();
    file::refuse(&target, &earlier)?;
    let from = match &arguments.from {
        Some(line) => Some(line::find(line, &target)?),
        None => None,
    };
    let mut answers = Answers::open(arguments.script.as_deref(), &store)?;
    let mut interview = Interview::begin(&earlier);
    if let (Some(title), None) = (&arguments.title, interview.title()) {
        let entry = Interview::titled(title);
        store.append(&entry)?;
        interview = Interview::begin(store.journal()?.open());
    }
    let is_begun = interview.is_told();
    sitting::take_up(interview.session_mut(), &store, &mut answers)?;
    store.append(&Entry::Began {
        schema: SCHEMA.to_owned(),
        revision: String::new(),
        day: System.today().to_string(),
    })?;
    let columns = terminal.width();
    terminal.print(&paint::begin(
        &interview,
        is_begun,
        from.as_ref(),
        &store,
        columns,
    ))?;
    let went = go(&mut interview, &store, &mut answers, terminal);
    if let Err(error) = went {
        let again = typed_again(arguments);
        return Err(error.hint(format!(
            "What you answered is kept: `{again}` goes on from there."
        )));
    }
    let written = file::write(&interview, &target, &store)?;
    let again = typed_again(arguments);
    terminal.print(&paint::end(
        &interview,
        written.as_ref(),
        from.as_ref(),
        &again,
        columns,
    ))?;
    if interview.session().is_over() {
        store.append(&Entry::Ended)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Puts the questions, one after the other.
fn go(
    interview: &mut Interview,
    store: &Store<'_>,
    answers: &mut Answers<'_>,
    terminal: &mut Terminal,
) -> Result<(), Error> {
    let columns = terminal.width();
    while let Some(put) = interview.session().put() {
        if put.depth > 0 && answers.is_script() {
            // The next answer of the file is to the next question that everybody is asked.
            pass(interview, store)?;
            continue;
        }
        let help = (put.depth == 0).then(|| put.question.good_answer.clone());
        let asking = Asking {
            lead: "Question",
            of: put.of.to_string(),
            place: None,
            before: Vec::new(),
            notes: help.into_iter().collect(),
        };
        let words = question(&put, &asking, columns);
        sitting::step(interview.session_mut(), store, answers, terminal, &words)?;
    }
    Ok(())
}

/// Goes on without an answer to what is put.
fn pass(interview: &mut Interview, store: &Store<'_>) -> Result<(), Error> {
    if let Some(question) = interview.session().reference() {
        let entry = Entry::Skipped { question };
        store.append(&entry)?;
        interview.session_mut().take(&entry);
    }
    Ok(())
}

/// Where the story is to be written, as far as that is known before it has a title.
fn target(arguments: &StoryArgs) -> Result<Target, Error> {
    if let Some(path) = &arguments.output {
        let ending = path.rsplit_once('.').map(|(_, ending)| ending);
        return match ending {
            Some("md" | "markdown") => Ok(Target::Named(path.clone())),
            _ => Err(Error::new(
                ErrorKind::Usage,
                format!("`{path}` does not end in .md: a story is a Markdown file"),
            )),
        };
    }
    match &arguments.title {
        None => Ok(Target::Titled),
        Some(title) if slug(title).is_empty() => Err(Error::new(
            ErrorKind::Usage,
            format!("`{title}` has no letter or digit to make a file's name of"),
        )
        .hint("`-o stories/NAME.md` names the file.")),
        Some(title) => Ok(Target::Named(file::of_title(title))),
    }
}

/// Where the answers are kept: beside the file that was named, else in this folder.
fn store(arguments: &StoryArgs) -> Result<Store<'static>, Error> {
    let name = match (&arguments.output, &arguments.title) {
        (Some(path), _) => path.clone(),
        (None, Some(title)) => format!("{}.md", slug(title)),
        // Another line is another story.
        (None, None) => match arguments.from.as_deref().map(slug) {
            Some(line) if !line.is_empty() => format!("{line}.md"),
            _ => "untitled".to_owned(),
        },
    };
    Ok(Store::open(&System, "story", &name))
}

/// The command, as it goes on.
fn typed_again(arguments: &StoryArgs) -> String {
    let mut command = String::from("whyproof story");
    if let Some(title) = &arguments.title {
        command.push_str(&format!(" {}", quoted(title)));
    }
    if let Some(path) = &arguments.output {
        command.push_str(&format!(" -o {}", typed(path)));
    }
    if let Some(line) = &arguments.from {
        command.push_str(&format!(" --from {}", quoted(line)));
    }
    command
}

/// Words as a shell takes them.
fn quoted(words: &str) -> String {
    let plain = !words.contains(['"', '\\', '$', '`', '!']);
    let words = crate::text::harmless(words);
    if plain {
        format!("\"{words}\"")
    } else {
        typed(&words)
    }
}
