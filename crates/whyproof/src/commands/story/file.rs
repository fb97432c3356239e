//! The story's file: made, or made anew where nobody but this command has touched it; else another one.

use whyproof_case::{Host, HostError, revision};
use whyproof_experience::interview::Interview;
use whyproof_host::System;
use whyproof_whys::drill::Entry;

use super::line;
use crate::commands::new::slug;
use crate::commands::sitting::Store;
use crate::error::{Error, ErrorKind};
use crate::input;
use crate::text::typed;

/// Most names that are tried.
const TRIES: u32 = 1000;

/// Where a story is to be written.
pub(super) enum Target {
    /// Here.
    Named(String),
    /// In `stories/`, by the title that it gets.
    Titled,
}

/// A story that was written.
pub(super) struct Written {
    /// Where.
    pub(super) path: String,
    /// Where it would have been, but for a file that is there.
    pub(super) instead_of: Option<String>,
}

/// The file of a title.
pub(super) fn of_title(title: &str) -> String {
    let name = slug(title);
    let name = if name.is_empty() { "story" } else { &name };
    format!("stories/{name}.md")
}

/// What this interview wrote last, where that still stands as it was written.
fn own(earlier: &[Entry]) -> Option<String> {
    let last = earlier.iter().rev().find_map(|entry| match entry {
        Entry::Wrote { path, revision } => Some((path, revision)),
        _ => None,
    });
    let (path, was) = last?;
    let bytes = System.read(path, input::LIMIT).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    (revision(&text) == *was).then(|| path.clone())
}

/// Refuses a file that is there already and is not this interview's, before anything is asked.
pub(super) fn refuse(target: &Target, earlier: &[Entry]) -> Result<(), Error> {
    let Target::Named(path) = target else {
        return Ok(());
    };
    // What this interview wrote and somebody has changed since gets another file beside it.
    let mine = earlier
        .iter()
        .any(|entry| matches!(entry, Entry::Wrote { path: mine, .. } if mine == path));
    if mine || System.stat(path).is_err() {
        return Ok(());
    }
    Err(
        Error::new(ErrorKind::Environment, format!("`{path}` is there already"))
            .hint("Nothing is ever overwritten: give another title, or another file by -o.")
            .hint(format!("`whyproof {}` says how it stands.", typed(path))),
    )
}

/// Writes what was told; none where nothing was.
pub(super) fn write(
    interview: &Interview,
    target: &Target,
    store: &Store<'_>,
) -> Result<Option<Written>, Error> {
    if !interview.is_told() {
        return Ok(None);
    }
    let wanted = match target {
        Target::Named(path) => path.clone(),
        Target::Titled => of_title(&interview.title().unwrap_or_default()),
    };
    let owner = line::owner(&wanted);
    let text = interview.story(owner.as_deref());
    let path = match own(store.journal()?.open()) {
        Some(path) => {
            System.write(&path, text.as_bytes())?;
            path
        }
        None => create(&wanted, &text)?,
    };
    store.append(&Entry::Wrote {
        path: path.clone(),
        revision: revision(&text),
    })?;
    let instead_of = (path != wanted && System.stat(&wanted).is_ok()).then_some(wanted);
    Ok(Some(Written { path, instead_of }))
}

/// Makes the file, under the next name that is free.
fn create(wanted: &str, text: &str) -> Result<String, Error> {
    let stem = wanted.rsplit_once('.').map_or(wanted, |(stem, _)| stem);
    let ending = wanted.rsplit_once('.').map_or("md", |(_, ending)| ending);
    for number in 1..=TRIES {
        let path = match number {
            1 => wanted.to_owned(),
            _ => format!("{stem}-{number}.{ending}"),
        };
        match System.create(&path, text.as_bytes()) {
            Ok(()) => return Ok(path),
            Err(HostError::Exists { .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Error::new(
        ErrorKind::Environment,
        format!("`{wanted}` is there already"),
    )
    .hint("Nothing is ever overwritten: give another file by -o."))
}
