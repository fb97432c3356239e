//! A sitting: questions put one at a time, answers typed or from a file, and each on the disk before the next question is
//! on the screen. What it is about, whoever runs it knows: a case, a story that is not written yet, the loop.

mod editor;
pub(super) mod paint;
mod script;
mod store;

use whyproof_host::System;
use whyproof_whys::drill::{Draft, Entry, Reference, Session, Turn};

use crate::error::Error;
use crate::input;
use crate::terminal::Terminal;
pub(super) use editor::Editor;
use script::Script;
pub(super) use store::{Store, is_answered};

/// What somebody said to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
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
pub(super) enum Answers<'s> {
    /// Somebody types them.
    Editor(Box<Editor<'s>>),
    /// A file has them.
    Script(Script),
}

impl<'s> Answers<'s> {
    /// From the file `script`, else from the terminal, else from standard input.
    pub(super) fn open(script: Option<&str>, store: &'s Store<'s>) -> Result<Self, Error> {
        let from = match script {
            Some(path) => Some(input::bytes(&System, path)?),
            None if editor::is_typed() => None,
            None => Some(System.standard_input(input::LIMIT)?),
        };
        Ok(match from {
            Some(bytes) => Answers::Script(Script::read(&String::from_utf8_lossy(&bytes))),
            None => Answers::Editor(Box::new(Editor::new(store)?)),
        })
    }

    /// Whether a file has them: nobody is there to be asked more.
    pub(super) fn is_script(&self) -> bool {
        matches!(self, Answers::Script(_))
    }

    /// What is said to `question`; what a file says is shown as if it were typed.
    pub(super) fn next(
        &mut self,
        question: &Reference,
        terminal: &mut Terminal,
    ) -> Result<Said, Error> {
        match self {
            Answers::Editor(editor) => editor.answer(question, terminal),
            Answers::Script(script) => {
                let said = script.next();
                terminal.print(&paint::echo(&said))?;
                Ok(said)
            }
        }
    }

    /// What can be said of an answer, parted from it where a file gave it.
    pub(super) fn measured(&self, turn: &Turn, budget: u32, columns: usize) -> String {
        let measure = paint::measure(turn, budget, columns);
        match self {
            Answers::Editor(_) => measure,
            Answers::Script(_) => format!("\n{measure}"),
        }
    }

    /// Offers what was being typed when the last sitting ended; says whether somebody is there to go on with it.
    pub(super) fn offer(&mut self, draft: &Draft) -> bool {
        match self {
            Answers::Editor(editor) => {
                editor.prefill(&draft.answer);
                true
            }
            Answers::Script(_) => false,
        }
    }
}

/// What was being typed in the last sitting: offered again where its question waits, else kept in the journal.
pub(super) fn take_up(
    session: &mut Session,
    store: &Store<'_>,
    answers: &mut Answers<'_>,
) -> Result<Option<Entry>, Error> {
    let Some(draft) = store.draft()? else {
        return Ok(None);
    };
    let is_typed = matches!(answers, Answers::Editor(_));
    if is_typed && session.offer(&draft) && answers.offer(&draft) {
        return Ok(None);
    }
    if is_answered(&store.journal()?, &draft) {
        return Ok(None);
    }
    let entry = Entry::Unfinished {
        question: draft.question,
        answer: draft.answer,
    };
    store.append(&entry)?;
    session.take(&entry);
    Ok(Some(entry))
}

/// Puts one question, whose words are `shown`, and takes what is said: it is on the disk before anything else is shown.
/// Says which step that was, and what was found of an answer; none where nothing is put.
pub(super) fn step(
    session: &mut Session,
    store: &Store<'_>,
    answers: &mut Answers<'_>,
    terminal: &mut Terminal,
    shown: &str,
) -> Result<Option<(Entry, Option<Turn>)>, Error> {
    let Some(question) = session.reference() else {
        return Ok(None);
    };
    terminal.print(shown)?;
    let said = answers.next(&question, terminal)?;
    let entry = entry(said, question, store)?;
    store.append(&entry)?;
    if entry != Entry::Quit {
        store.forget_draft()?;
    }
    let turn = session.take(&entry).cloned();
    Ok(Some((entry, turn)))
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
