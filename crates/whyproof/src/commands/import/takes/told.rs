//! What is said of the mentors' replies that came in.

use whyproof_case::{capital, list, shorten};
use whyproof_experience::people::Said;

use super::{Came, Known};
use crate::terminal::style;
use crate::text::{counted, number, typed, wrap};

/// Longest telling of a note, in characters: all of it is in the file.
const NOTE: usize = 300;

/// What is said after all replies.
pub(super) struct End<'e> {
    pub(super) path: &'e str,
    pub(super) folder: &'e str,
    pub(super) added: usize,
    pub(super) dry_run: bool,
}

pub(super) fn all(known: &Known, all: &[Came], end: &End<'_>, columns: usize) -> String {
    let (strong, blue) = (style::STRONG, style::TYPED);
    let mut text = String::new();
    for came in all {
        text.push_str(&one(known, came, columns));
        text.push('\n');
    }
    if all.is_empty() {
        return text;
    }
    let path = typed(end.path);
    let things = counted(end.added, "thing", "things");
    let line = match (end.added, end.dry_run) {
        (0, _) => format!("Nothing new was said: {path} is as it was."),
        (_, true) => {
            format!("{path} would have {things} more that people said. Nothing was written.")
        }
        (_, false) => format!("{path} has {things} more that people said."),
    };
    paragraph(&mut text, &line, 0, columns);
    if !end.dry_run {
        text.push_str(&format!(
            "\n{strong}Next{strong:#}\n  {blue}whyproof take {}{blue:#}\n",
            typed(end.folder)
        ));
    }
    text
}

fn one(known: &Known, came: &Came, columns: usize) -> String {
    let (strong, reply) = (style::STRONG, &came.reply);
    let mut text = String::new();
    let head = format!("{}, {}", reply.mentor, reply.written);
    for line in wrap(&head, columns) {
        text.push_str(&format!("{strong}{line}{strong:#}\n"));
    }
    let all = reply.said.iter().zip(&came.new);
    for (said, _) in all.filter(|(_, new)| **new) {
        thing(known, said, &mut text, columns);
    }
    paragraph(&mut text, &summed(came), 2, columns);
    text
}

/// "Three things in reply.json: two new and one said before."
fn summed(came: &Came) -> String {
    let file = typed(&came.file);
    let all = came.new.len();
    if all == 0 {
        return format!("Nothing is said in {file}.");
    }
    let new = came.new.iter().filter(|new| **new).count();
    let parts = [(new, "new"), (all - new, "said before")];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts
        .map(|(count, word)| format!("{} {word}", number(count)))
        .collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let things = counted(all, "thing", "things");
    format!("{} in {file}: {}.", capital(&things), list(&parts))
}

/// What it is about, the judgement, and the words.
fn thing(known: &Known, said: &Said, text: &mut String, columns: usize) {
    let (about, gone) = about(known, said);
    let judged = said.judged.map(|judged| format!(": {}", judged.word()));
    let line = format!("{about}{}", judged.unwrap_or_default());
    paragraph(text, &line, 2, columns);
    if !said.note.is_empty() {
        let note = format!("“{}”", shorten(&said.note, NOTE));
        paragraph(text, &note, 4, columns);
    }
    if let Some(gone) = gone {
        paragraph(text, &format!("{gone} What was said is kept."), 4, columns);
    }
}

/// What something is about, and what is not there of it.
fn about(known: &Known, said: &Said) -> (String, Option<String>) {
    if let Some(story) = &said.story {
        let gone = (!known.has_story(story)).then(|| format!("There is no story `{story}` here."));
        return (story.clone(), gone);
    }
    let Some(criterion) = &said.criterion else {
        let on = match &said.bar {
            Some(bar) => format!("On the whole of {bar}"),
            None => "On the whole".to_owned(),
        };
        return (on, None);
    };
    let Some(name) = &said.bar else {
        return (criterion.clone(), Some("It names no bar.".to_owned()));
    };
    let Some(bar) = known.bar(name) else {
        let gone = format!("There is no bar `{name}` here.");
        return (criterion.clone(), Some(gone));
    };
    match bar.criteria.iter().find(|one| one.id == *criterion) {
        Some(one) => (one.title.clone(), None),
        None => {
            let gone = format!("The bar `{name}` has no criterion `{criterion}`.");
            (criterion.clone(), Some(gone))
        }
    }
}

fn paragraph(text: &mut String, words: &str, indent: usize, columns: usize) {
    for line in wrap(words, columns.saturating_sub(indent)) {
        text.push_str(&format!("{:indent$}{line}\n", ""));
    }
}
