//! Replies to a packet into the case that they are about.

mod told;

use std::process::ExitCode;

use whyproof_case::{Case, Computed, Fate, Held, Host, Incoming, Outcome, merge, resolve};
use whyproof_host::System;
use whyproof_import::reply::{self, Landing, Reply};
use whyproof_syntax::parse;

use crate::error::{Error, ErrorKind};
use crate::input::{STANDARD_INPUT, Source, any_bytes};
use crate::terminal::Terminal;

/// A reply, and what becomes of it.
struct Came {
    /// The file as it was named.
    file: String,
    bytes: Vec<u8>,
    reply: Reply,
    /// Where it is kept already.
    kept: Option<String>,
    whys: Vec<Landed>,
}

/// A why of a reply, and where it lands.
struct Landed {
    text: String,
    /// What it was put to, as it was read; empty for the whole case.
    on: String,
    landing: Landing,
    becomes: Becomes,
}

/// Whether a why goes into the case.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Becomes {
    /// It does.
    Asked,
    /// Its author asked it before.
    Known,
    /// The text has no place for it.
    Left,
}

/// Whether a file is a reply, or means to be one.
pub(super) fn is_reply(bytes: &[u8]) -> bool {
    reply::read("", bytes).is_ok()
}

pub(super) fn run(
    files: &[String],
    path: &str,
    terminal: &mut Terminal,
) -> Result<ExitCode, Error> {
    if path == STANDARD_INPUT {
        let message = "--into writes into a file, and standard input is none";
        return Err(Error::new(ErrorKind::Usage, message));
    }
    let source = Source::read(&System, path)?;
    let scope = source.scope(&System);
    // What the figures say changes nothing of where whys go.
    let case = resolve(parse(&source.text), &System, scope, &Computed::default());
    let mut faults = Vec::new();
    let mut all = Vec::new();
    for file in files {
        match came(file, &case, &all) {
            Ok(came) => all.push(came),
            Err(error) => faults.push(error),
        }
    }
    let text = put(&case, &mut all);
    if text != case.source() {
        System.write(path, text.as_bytes())?;
    }
    // The case first: a reply that is kept was merged.
    for came in &mut all {
        if came.kept.is_none() {
            let stored = reply::keep(&System, &case.scope, &came.reply, &came.bytes)?;
            came.kept = Some(stored.path);
        }
    }
    terminal.print(&told::all(&case, path, &all, terminal.width()))?;
    for fault in &faults {
        terminal.report(fault);
    }
    Ok(match faults.first() {
        Some(fault) => fault.kind.exit_code(),
        None => ExitCode::SUCCESS,
    })
}

/// Reads a reply, and leaves out what it has asked before.
fn came(file: &str, case: &Case, before: &[Came]) -> Result<Came, Error> {
    let bytes = any_bytes(&System, file)?;
    let refused = |message: String| Error::new(ErrorKind::Environment, message);
    let reply = reply::read(file, &bytes).map_err(|error| {
        if super::takes::is_reply(&bytes) {
            return refused(format!("`{file}` is a mentor's reply, and says nothing of a case"))
                .hint("--into FOLDER puts it into the take.yaml of the person that it is about.");
        }
        refused(error.to_string())
            .hint("A reply is the file that a packet saves; the other thing that goes into a case is a commented Word file, named `.docx`. Nothing of this one was taken.")
    })?;
    if !reply.is_about(case) {
        let named = reply.case.title.as_deref().or(reply.case.file.as_deref());
        let message = format!("`{file}` is about another case: “{}”", named.unwrap_or(""));
        return Err(refused(message).hint(
            "If it is this one under another name and title, change `case.path` in the reply to its file name.",
        ));
    }
    let kept = reply::find(&System, &case.scope, &reply, &bytes);
    let twice = before.iter().any(|other| other.bytes == bytes);
    let shelf = reply::kept(&System, case);
    let aimed = reply.whys.iter().map(|asked| {
        let known = kept.is_some() || twice || shelf.has(&reply.reviewer, asked);
        Landed {
            text: asked.text.clone(),
            on: told::on(asked),
            landing: reply::aim(case, asked).landing,
            becomes: if known {
                Becomes::Known
            } else {
                Becomes::Asked
            },
        }
    });
    let whys = aimed.collect();
    Ok(Came {
        file: file.to_owned(),
        bytes,
        reply,
        kept,
        whys,
    })
}

/// The text of the case with all that is new in it.
fn put(case: &Case, all: &mut [Came]) -> String {
    let mut incoming = Vec::new();
    for came in all.iter() {
        for (asked, landed) in came.reply.whys.iter().zip(&came.whys) {
            if landed.becomes == Becomes::Asked {
                incoming.push(Incoming {
                    author: came.reply.reviewer.clone(),
                    text: asked.text.clone(),
                    anchor: reply::aim(case, asked).anchor,
                    words: asked.words.clone().unwrap_or_default(),
                    at: came.reply.rung.clone(),
                });
            }
        }
    }
    let merged = merge(case, &System, &incoming);
    let mut outcomes = merged.outcomes.iter();
    for landed in all.iter_mut().flat_map(|came| &mut came.whys) {
        if landed.becomes == Becomes::Asked
            && let Some(outcome) = outcomes.next()
        {
            settle(landed, outcome);
        }
    }
    merged.text
}

fn settle(landed: &mut Landed, outcome: &Outcome) {
    landed.becomes = match outcome.fate {
        Fate::Brought => Becomes::Asked,
        Fate::Known => Becomes::Known,
        Fate::Empty | Fate::Left => Becomes::Left,
    };
    if outcome.held == Held::Lost {
        landed.landing = Landing::Lost;
    }
}
