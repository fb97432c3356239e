//! `import FILE --into CASE`: the comments of a Word file as whys of the case it was made of.

use std::process::ExitCode;

use whyproof_case::{Fate, Held, Host, Merged, Outcome, capital, merge, revision, same, shorten};
use whyproof_host::System;
use whyproof_import::Commented;

use super::{ImportArgs, item};
use crate::error::{Error, ErrorKind};
use crate::input::{self, STANDARD_INPUT, Source};
use crate::terminal::{Terminal, style};
use crate::text::{counted, typed};

/// Most characters of a question and of what it is put to, in the report.
const SHOWN: usize = 160;
const QUOTED: usize = 60;

/// Brings the comments of a file into the case at `path`.
pub(super) fn run(
    arguments: &ImportArgs,
    file: &str,
    path: &str,
    terminal: &mut Terminal,
) -> Result<ExitCode, Error> {
    if path == STANDARD_INPUT {
        let message = "--into writes into a case's file, and standard input is none";
        return Err(Error::new(ErrorKind::Usage, message));
    }
    let bytes = input::bytes(&System, file)?;
    let commented = whyproof_import::comments(file, &bytes)
        .map_err(|error| Error::new(ErrorKind::Environment, error.to_string()))?;
    let source = Source::read(&System, path)?;
    let case = source.case(&System);
    let merged = merge(&case, &System, &commented.incoming(arguments.resolved));
    let changes = merged.text != source.text;
    if changes && !arguments.dry_run {
        System.write(path, merged.text.as_bytes())?;
    }
    let report = Report {
        arguments,
        path,
        commented: &commented,
        merged: &merged,
        owner: case.owner.as_deref(),
        has_moved: commented
            .revision
            .as_ref()
            .is_some_and(|of| *of != revision(&source.text)),
    };
    terminal.note(&report.told(terminal.width()));
    Ok(ExitCode::SUCCESS)
}

/// What there is to tell.
struct Report<'r> {
    arguments: &'r ImportArgs,
    path: &'r str,
    commented: &'r Commented,
    merged: &'r Merged,
    owner: Option<&'r str>,
    has_moved: bool,
}

impl Report<'_> {
    fn told(&self, columns: usize) -> String {
        let mut text = self.head();
        let brought = "What was asked";
        let lost = "Put to the whole case, for what they were put to is not there any more";
        let left = "Left out: no place was found where they read back as questions";
        let is_brought = |one: &&Outcome| one.fate == Fate::Brought;
        text.push_str(&self.list(brought, columns, |one| {
            is_brought(&one) && one.held != Held::Lost
        }));
        text.push_str(&self.list(lost, columns, |one| {
            is_brought(&one) && one.held == Held::Lost
        }));
        text.push_str(&self.list(left, columns, |one| one.fate == Fate::Left));
        for (at, said) in self.notes().iter().enumerate() {
            text.push_str(if at == 0 { "\n" } else { "" });
            text.push_str(&item("- ", &capital(said), columns));
        }
        if self.merged.count(Fate::Brought) > 0 && !self.arguments.dry_run {
            let (strong, blue) = (style::STRONG, style::TYPED);
            text.push_str(&format!(
                "\n{strong}Next{strong:#}\n  {blue}whyproof {}{blue:#}\n",
                typed(self.path)
            ));
        }
        text
    }

    /// The first line.
    fn head(&self) -> String {
        let all = counted(self.merged.outcomes.len(), "comment", "comments");
        let count = self.merged.count(Fate::Brought);
        let brought = match (count, self.arguments.dry_run) {
            (0, _) => "nothing new to ask".to_owned(),
            (count, false) => format!(
                "{} under Questions now",
                counted(count, "of them stands", "of them stand")
            ),
            (count, true) => format!(
                "{} under Questions without --dry-run",
                counted(count, "of them would stand", "of them would stand")
            ),
        };
        let moved = if self.has_moved {
            " The case has changed since the file was made."
        } else {
            ""
        };
        format!("{}: {all}; {brought}.{moved}\n", typed(self.path))
    }

    fn list(&self, title: &str, columns: usize, is_in: impl Fn(&Outcome) -> bool) -> String {
        let strong = style::STRONG;
        let mut text = String::new();
        for outcome in self.merged.outcomes.iter().filter(|one| is_in(one)) {
            if text.is_empty() {
                text.push_str(&format!("\n{strong}{title}{strong:#}\n"));
            }
            text.push_str(&item("  - ", &one(outcome), columns));
        }
        text
    }

    /// What else there is to know.
    fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        let known = self.merged.count(Fate::Known);
        if known > 0 {
            notes.push(format!(
                "{} in the case already.",
                counted(known, "comment is", "comments are")
            ));
        }
        let empty = self.merged.count(Fate::Empty);
        if empty > 0 {
            notes.push(format!(
                "{} no words.",
                counted(empty, "comment has", "comments have")
            ));
        }
        let done = self.commented.done();
        if done > 0 && !self.arguments.resolved {
            notes.push(format!(
                "{} resolved in Word and left out; --resolved brings them, too.",
                counted(done, "comment is", "comments are")
            ));
        }
        let owner = |one: &&Outcome| {
            let both = one.author.as_deref().zip(self.owner);
            one.fate == Fate::Brought && both.is_some_and(|(author, owner)| same(author, owner))
        };
        let owners = self.merged.outcomes.iter().filter(owner).count();
        if owners > 0 {
            notes.push(format!(
                "{} the owner's name: it counts nothing, and answers nothing. What is an answer, move under its question.",
                counted(owners, "comment bears", "comments bear")
            ));
        }
        let nameless = |one: &&Outcome| one.fate == Fate::Brought && one.author.is_none();
        let nameless = self.merged.outcomes.iter().filter(nameless).count();
        if nameless > 0 {
            notes.push(format!(
                "{} no name: a question that nobody puts their name to counts nothing.",
                counted(nameless, "comment has", "comments have")
            ));
        }
        if self.commented.revision.is_none() && !self.merged.outcomes.is_empty() {
            notes.push("The file does not say which case it is of: what each comment is put to was found by its words.".to_owned());
        }
        notes
    }
}

/// A question, who asks it, and how what it is put to was found.
fn one(outcome: &Outcome) -> String {
    let by = outcome.author.as_deref().unwrap_or("Somebody");
    let words = shorten(&outcome.words, SHOWN);
    let on = match outcome.on.as_deref() {
        None => "on the whole case".to_owned(),
        Some(on) if on.starts_with('#') => format!("on {on}"),
        Some(on) => format!("on “{}”", shorten(on, QUOTED)),
    };
    let held = match outcome.held {
        Held::Moved => ", which has moved",
        Held::Changed => ", whose words have changed",
        Held::Whole | Held::Exact | Held::Lost => "",
    };
    format!("{by}: {words} ({on}{held})")
}
