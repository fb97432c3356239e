//! Answers into the case, where somebody wants them there.

use whyproof_case::Host;
use whyproof_host::System;
use whyproof_whys::drill::{Entry, Session, into_case};

use super::{DrillArgs, load};
use crate::commands::sitting::{Answers, Editor, Store};
use crate::error::Error;
use crate::terminal::{Terminal, style};
use crate::text::{counted, typed, wrap};

/// Writes the answers into the case with `--add`, or where somebody at the terminal says yes.
pub(super) fn offer(
    arguments: &DrillArgs,
    store: &Store<'_>,
    session: &Session,
    answers: &Answers<'_>,
    terminal: &mut Terminal,
) -> Result<(), Error> {
    let answered = session.threads().any(|thread| !thread.turns.is_empty());
    let wanted = match answers {
        _ if arguments.add => true,
        Answers::Editor(_) if answered => {
            let file = typed(arguments.path());
            Editor::yes(&format!("Write this into {file}, under Questions? [y/N] "))?
        }
        _ => false,
    };
    if wanted {
        add(arguments, store, terminal)
    } else {
        Ok(())
    }
}

fn add(arguments: &DrillArgs, store: &Store<'_>, terminal: &mut Terminal) -> Result<(), Error> {
    // The file may have changed in an editor meanwhile: it is read again, and the journal is put to it anew.
    let (case, session) = load(arguments, store)?;
    let journal = store.journal()?;
    let before: Vec<&str> = journal.added().collect();
    let written = into_case(&case, store.host(), &session, &before);
    let file = typed(arguments.path());
    let mut text = String::from("\n");
    if written.questions.is_empty() {
        text.push_str("Nothing new to write into the case.\n");
    } else {
        System.write(arguments.path(), written.text.as_bytes())?;
        store.append(&Entry::Added {
            questions: written.questions.clone(),
        })?;
        let (blue, count) = (style::TYPED, written.questions.len());
        let questions = whyproof_case::capital(&counted(count, "question", "questions"));
        text.push_str(&format!(
            "{questions} with what you answered: in {file}, under Questions.\n  {blue}whyproof {file}{blue:#}   how it stands now\n"
        ));
    }
    for question in &written.left {
        let words = format!(
            "“{question}” is not in the case: nowhere in the file would it be read as a question. Its answer is in {}.",
            store.path()
        );
        text.push_str(&format!("{}\n", wrap(&words, terminal.width()).join("\n")));
    }
    terminal.print(&text)
}
