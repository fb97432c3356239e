//! What a drill on a case shows on its way.

use whyproof_case::Case;
use whyproof_whys::drill::{Entry, Journal, Open, Put, Session};

use crate::commands::sitting::paint::{
    asked_because, lines, lower, question as put_question, time,
};
use crate::commands::sitting::{Store, paint::Asking};
use crate::terminal::style;
use crate::text::{counted, typed};

/// What an earlier sitting left.
pub(super) struct Before {
    /// Whether there was one that was not gone through.
    is_begun: bool,
    /// The day of the last one.
    day: String,
    /// Whether the case has changed since.
    is_changed: bool,
    /// How many lines of the journal cannot be read.
    unread: usize,
}

impl Before {
    /// What `journal` says; `revision` is the case's now.
    pub(super) fn of(journal: &Journal, revision: &str) -> Self {
        let last = journal.open().iter().rev().find_map(|entry| match entry {
            Entry::Began { revision, day, .. } => Some((revision, day)),
            _ => None,
        });
        Self {
            is_begun: journal.is_begun(),
            day: last.map(|(_, day)| day.clone()).unwrap_or_default(),
            is_changed: last.is_some_and(|(before, _)| before != revision),
            unread: journal.unread.len(),
        }
    }
}

/// The first words: what comes, where it is kept, and how an answer ends.
pub(super) fn begin(
    path: &str,
    session: &Session,
    before: &Before,
    store: &Store<'_>,
    columns: usize,
) -> String {
    let strong = style::STRONG;
    let of = session.put().map_or(0, |put| put.of);
    let budget = time(session.settings().budget);
    let mut text = format!("{strong}Drill on {}{strong:#}\n", typed(path));
    let mut say = |words: &str| text.push_str(&lines(words, "", columns));
    if before.is_begun {
        let answers: usize = session.threads().map(|thread| thread.turns.len()).sum();
        say(&format!(
            "Going on from {}: {} so far. --again begins anew.",
            before.day,
            counted(answers, "answer", "answers")
        ));
        if before.is_changed {
            say(
                "The case has changed since. Answers to questions that it is not asked any more are kept.",
            );
        }
    } else {
        say(&format!(
            "{}, {budget} each to say the answer in. All you type is kept, in {}.",
            whyproof_case::capital(&counted(of, "question", "questions")),
            store.path()
        ));
    }
    if before.unread > 0 {
        say(&format!(
            "{} of the journal cannot be read, and stay as they are.",
            whyproof_case::capital(&counted(before.unread, "line", "lines"))
        ));
    }
    text
}

/// What is put now.
pub(super) fn question(put: &Put<'_>, case: &Case, columns: usize) -> String {
    let place = (!put.question.span.is_empty())
        .then(|| format!("on line {}", case.line(put.question.span)));
    let mut notes = Vec::new();
    if put.depth == 0 {
        notes.extend(put.question.open.as_ref().map(|open| asker(open, case)));
        notes.extend(asked_because(put));
    }
    let asking = Asking {
        lead: "Question",
        of: put.of.to_string(),
        place,
        before: Vec::new(),
        notes,
    };
    put_question(put, &asking, columns)
}

/// Who asks a why of the case, at which review, where it stands, and what rests on what it is about.
fn asker(open: &Open, case: &Case) -> String {
    let by = match &open.by {
        _ if open.is_suggested => "Suggested".to_owned(),
        Some(name) if open.is_owners => format!("Asked by {name}, whose case it is"),
        Some(name) => format!("Asked by {name}"),
        None => "Asked in the case".to_owned(),
    };
    let at = open.at.as_ref().map(|at| format!(" at {}", lower(at)));
    let rests = counted(
        open.load as usize,
        "statement rests on it",
        "statements rest on it",
    );
    format!(
        "{by}{}, line {}. {}.",
        at.unwrap_or_default(),
        case.line(open.span),
        whyproof_case::capital(&rests)
    )
}

/// The case has an answer to everything.
pub(super) fn nothing(path: &str, case: &Case, columns: usize) -> String {
    let words = format!(
        "There is nothing to ask of {}: {}",
        typed(path),
        if case.source().trim().is_empty() {
            "it is empty."
        } else {
            "what could be asked of it from here, it answers."
        }
    );
    lines(&words, "", columns)
}

/// How to go on.
pub(super) fn resume(path: &str) -> String {
    let blue = style::TYPED;
    format!("\n{blue}whyproof drill {path}{blue:#}   goes on from here\n")
}
