//! `debrief`: what was asked in an interview, by whom, and how it went.

mod flags;
mod interview;
mod paint;

use std::process::ExitCode;

use whyproof_case::{Host, HostError, join};
use whyproof_experience::debrief::{self, Asked, Debrief, FILE, HEAD};
use whyproof_host::System;

use crate::commands::sitting::{Answers, Store};
use crate::error::{Error, ErrorKind};
use crate::input;
use crate::terminal::Terminal;
use crate::workspace::Workspace;
pub(crate) use flags::DebriefArgs;

/// A workspace's debriefs: read whole, and only ever added to.
pub(crate) struct Book {
    path: String,
}

impl Book {
    /// Those of the workspace in `folder`.
    pub(crate) fn of(folder: &str) -> Book {
        Book {
            path: join(folder, FILE),
        }
    }

    /// What was asked, in the file's order; nothing where there is no file.
    pub(crate) fn read(&self) -> Result<Vec<Debrief>, Error> {
        debrief::read(&self.text()?).map_err(|error| self.wrong(&error))
    }

    fn text(&self) -> Result<String, Error> {
        match System.read(&self.path, input::LIMIT) {
            Ok(bytes) => input::decode(&self.path, bytes),
            Err(HostError::NotFound { .. }) => Ok(String::new()),
            Err(error) => Err(error.into()),
        }
    }

    /// Puts a conversation after the end of the file.
    fn add(&self, debrief: &Debrief) -> Result<(), Error> {
        let text = self.text()?;
        let added = debrief::added(&text, debrief).map_err(|error| self.wrong(&error))?;
        let head = if text.is_empty() { HEAD } else { "" };
        System.append(&self.path, format!("{head}{added}").as_bytes())?;
        Ok(())
    }

    fn wrong(&self, error: &debrief::DebriefError) -> Error {
        let place = match (error.line, error.column) {
            (Some(line), Some(column)) => format!("{}:{line}:{column}", self.path),
            _ => self.path.clone(),
        };
        Error::new(ErrorKind::Environment, format!("{place}: {}", error.reason))
            .hint("A conversation has day, at, by and asked; a question has question, went (well, mixed, badly), story and note.")
    }
}

pub(crate) fn run(arguments: &DebriefArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    let folder = arguments.folder.clone().unwrap_or_else(|| ".".to_owned());
    if !System.stat(&folder).is_ok_and(|stat| stat.folder) {
        return Err(Error::new(
            ErrorKind::Environment,
            format!("there is no folder `{folder}`"),
        )
        .hint("A debrief is kept in the folder of your experience and stories."));
    }
    let book = Book::of(&folder);
    // A file that cannot be read is told before anything is asked.
    book.read()?;
    // A debrief needs no workspace: the first interview may come before it.
    let stories = match Workspace::read(std::slice::from_ref(&folder)) {
        Ok(workspace) => workspace.background.stories,
        Err(_) => Vec::new(),
    };
    let asked = flags::asked(arguments)?;
    let day = arguments.day.clone();
    let day = day.unwrap_or_else(|| System.today().to_string());
    let mut conversation = Debrief {
        day: Some(day),
        at: arguments.at.clone(),
        by: arguments.by.clone(),
        asked: Vec::new(),
    };
    if asked.is_empty() {
        let store = Store::open(&System, "debrief", &join(&folder, "debrief"));
        let mut answers = Answers::open(arguments.script.as_deref(), &store)?;
        let mut asking = interview::Interview {
            book: &book,
            folder: &folder,
            stories: &stories,
            store: &store,
            unfinished: interview::Interview::left(&store)?,
        };
        conversation = asking.run(conversation, &mut answers, terminal)?;
    } else {
        conversation.asked = asked
            .into_iter()
            .map(|one| {
                let story = one
                    .story
                    .map(|path| interview::story(&folder, &stories, &path))
                    .transpose()?;
                Ok(Asked { story, ..one })
            })
            .collect::<Result<_, Error>>()?;
        book.add(&conversation)?;
    }
    terminal.print(&paint::end(
        &conversation,
        &book.path,
        &folder,
        terminal.width(),
    ))?;
    Ok(ExitCode::SUCCESS)
}
