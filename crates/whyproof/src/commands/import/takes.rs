//! Mentors' replies into the `take.yaml` of the person that they are about.

mod told;

use std::process::ExitCode;
use std::sync::Arc;

use whyproof_case::{Bar, Host, Scope, bar, join, same};
use whyproof_experience::people::{FILE, People, Said, is_of};
use whyproof_host::System;
use whyproof_import::reply::{self, TakeReply};

use crate::error::{Error, ErrorKind};
use crate::input::any_bytes;
use crate::terminal::Terminal;
use crate::text::typed;
use crate::workspace::Workspace;
use crate::workspace::people;

/// A reply, and what of it is new.
struct Came {
    /// The file as it was named.
    file: String,
    reply: TakeReply,
    /// Whether each thing that it says is new.
    new: Vec<bool>,
}

/// What there is to be about: the bars that are known, and the stories.
struct Known {
    scope: Scope,
    stories: Vec<String>,
}

/// Whether a file is a mentor's reply, or means to be one.
pub(super) fn is_reply(bytes: &[u8]) -> bool {
    reply::read_take("", bytes).is_ok()
}

/// Whether what replies go into is a person's: a folder, or its `take.yaml`.
pub(super) fn is_persons(into: &str) -> bool {
    let name = into.rsplit('/').next().unwrap_or(into);
    name == FILE || System.stat(into).is_ok_and(|stat| stat.folder)
}

pub(super) fn run(
    files: &[String],
    into: &str,
    dry_run: bool,
    terminal: &mut Terminal,
) -> Result<ExitCode, Error> {
    let (folder, path) = places(into);
    let (mut text, people) = people::read(&path)?;
    let mut said = people.said.clone();
    let mut faults = Vec::new();
    let mut all = Vec::new();
    let mut added = 0;
    for file in files {
        match came(file, &people, &said) {
            Ok(came) => {
                let new = came.reply.said.iter().zip(&came.new);
                let new: Vec<Said> = new
                    .filter(|(_, new)| **new)
                    .map(|(said, _)| said.clone())
                    .collect();
                text = People::add(&text, &new).map_err(|error| people::wrong(&path, &error))?;
                added += new.len();
                said.extend(new);
                all.push(came);
            }
            Err(error) => faults.push(error),
        }
    }
    if added > 0 && !dry_run {
        System.write(&path, text.as_bytes())?;
    }
    let known = Known::of(&folder);
    let end = told::End {
        path: &path,
        folder: &folder,
        added,
        dry_run,
    };
    terminal.print(&told::all(&known, &all, &end, terminal.width()))?;
    for fault in &faults {
        terminal.report(fault);
    }
    Ok(match faults.first() {
        Some(fault) => fault.kind.exit_code(),
        None => ExitCode::SUCCESS,
    })
}

/// The folder and the `take.yaml` that replies go into.
fn places(into: &str) -> (String, String) {
    if System.stat(into).is_ok_and(|stat| stat.folder) {
        return (into.to_owned(), join(into, FILE));
    }
    let folder = match into.rsplit_once('/') {
        Some(("", _)) => "/",
        Some((folder, _)) => folder,
        None => ".",
    };
    (folder.to_owned(), into.to_owned())
}

/// Reads a reply, and sees what of it was said before.
fn came(file: &str, people: &People, before: &[Said]) -> Result<Came, Error> {
    let bytes = any_bytes(&System, file)?;
    let refused = |message: String| Error::new(ErrorKind::Environment, message);
    let reply = reply::read_take(file, &bytes).map_err(|error| {
        if super::replies::is_reply(&bytes) {
            let hint = format!(
                "`whyproof import {} --into CASE.md` merges it into its case.",
                typed(file)
            );
            return refused(format!("`{file}` is a reply to the packet of a case")).hint(hint);
        }
        refused(error.to_string()).hint(
            "What goes into somebody's take is the file that the packet of a take saves. Nothing of this one was taken.",
        )
    })?;
    if let (Some(theirs), Some(own)) = (&reply.signed, &people.signed)
        && !same(theirs, own)
    {
        let message =
            format!("`{file}` is about the background of “{theirs}”, and this is that of “{own}”");
        return Err(refused(message).hint(
            "If they are one person, change `about.signed` in the reply to how they sign here.",
        ));
    }
    let mut known = before.to_vec();
    let mut new = Vec::new();
    for said in &reply.said {
        let is_new = !known.iter().any(|other| other.says_as(said));
        if is_new {
            known.push(said.clone());
        }
        new.push(is_new);
    }
    let file = file.to_owned();
    Ok(Came { file, reply, new })
}

impl Known {
    fn of(folder: &str) -> Known {
        let folder = folder.to_owned();
        let scope = Scope::of_folder(&System, &folder);
        // Without a background that can be read there is none to be about.
        let workspace = Workspace::read(&[folder]).ok();
        let stories = workspace.map_or_else(Vec::new, |workspace| {
            let stories = workspace.background.stories.into_iter();
            stories.map(|story| story.path).collect()
        });
        Known { scope, stories }
    }

    fn bar(&self, name: &str) -> Option<Arc<Bar>> {
        bar(&System, &self.scope, name).ok()
    }

    fn has_story(&self, path: &str) -> bool {
        self.stories.iter().any(|story| is_of(story, path))
    }
}
