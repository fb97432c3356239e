//! `new`: a file to begin with.

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use whyproof_case::{Host, HostError};
use whyproof_host::System;

use crate::error::{Error, ErrorKind};
use crate::terminal::{Terminal, style};
use crate::text::typed;

/// Write a file to begin with, which explains itself; nothing is ever overwritten
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  whyproof new idea \"Pay the fare\"      Writes pay-the-fare.md
  whyproof new story returns-desk.md    Writes returns-desk.md")]
pub(crate) struct NewArgs {
    /// What should be done (idea), or what was done (story)
    #[arg(value_name = "KIND")]
    pub(crate) kind: Kind,
    /// Its title, from which the file's name is made; or the file's name, ending in .md
    #[arg(value_name = "NAME")]
    pub(crate) name: String,
}

/// What is begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// What should be done
    Idea,
    /// What was done
    Story,
}

const IDEA: &str = include_str!("new/idea.md");
const STORY: &str = include_str!("new/story.md");

pub(crate) fn run(arguments: &NewArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    let (path, title) = names(&arguments.name)?;
    let scaffold = match arguments.kind {
        Kind::Idea => IDEA,
        Kind::Story => STORY,
    };
    let text = scaffold.replacen("TITLE", &title, 1);
    System
        .create(&path, text.as_bytes())
        .map_err(|error| match error {
            HostError::Exists { path } => {
                Error::new(ErrorKind::Environment, format!("`{path}` is there already"))
                    .hint("Nothing is ever overwritten: give another name.")
                    .hint(format!("`whyproof {}` says how it stands.", typed(&path)))
            }
            other => other.into(),
        })?;
    let (strong, blue, file) = (style::STRONG, style::TYPED, typed(&path));
    terminal.print(&format!(
        "Wrote {file}. Its comments say what goes where.\n\n{strong}Next{strong:#}\n  {blue}whyproof {file}{blue:#}   whether it stands, as often as you like\n"
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// The file of a story that is still to be told: the line that it is about, where that stands, and nothing else.
pub(crate) fn story_of(draft: &whyproof_import::StoryDraft) -> String {
    let key = |key: &str, value: &Option<String>| match value {
        Some(value) => format!("{key}: {}\n", yaml(value)),
        None => format!("{key}:\n"),
    };
    let (head, body) = STORY.split_once("# TITLE").unwrap_or(("", STORY));
    let mut text = String::new();
    for line in head.lines() {
        text.push_str(&match line.split(':').next() {
            // What is a draft counts for nothing until this line is gone.
            Some("kind") => format!("{line}\ndraft: true\n"),
            Some("owner") => key("owner", &draft.owner),
            Some("when") => key("when", &draft.when),
            _ => format!("{line}\n"),
        });
    }
    let title = draft.line.trim_end_matches('.');
    let from = draft
        .from
        .as_ref()
        .map_or_else(String::new, |from| format!(" ({from})"));
    format!("{text}# {title}\n\n> {}{from}{body}", draft.line)
}

/// A value as a YAML string in quotes.
fn yaml(value: &str) -> String {
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The file's path and the case's title that NAME gives.
fn names(name: &str) -> Result<(String, String), Error> {
    let name = name.trim();
    let unusable = || {
        let message = format!("`{name}` has no letter or digit to make a file's name of");
        Error::new(ErrorKind::Usage, message)
            .hint("`whyproof new idea \"Pay the fare\"` writes pay-the-fare.md.")
    };
    if let Some(stem) = name.strip_suffix(".md") {
        let title = stem
            .rsplit(['/', '\\'])
            .next()
            .unwrap_or(stem)
            .replace(['-', '_'], " ");
        let title = whyproof_case::capital(title.trim());
        return if title.is_empty() {
            Err(unusable())
        } else {
            Ok((name.to_owned(), title))
        };
    }
    let slug = slug(name);
    if slug.is_empty() {
        return Err(unusable());
    }
    let title = name.split_whitespace().collect::<Vec<_>>().join(" ");
    Ok((format!("{slug}.md"), title))
}

/// Letters and digits in lower case, everything between them one hyphen, at most eight words.
fn slug(title: &str) -> String {
    let lower = title.to_lowercase().replace(['\'', '’'], "");
    let words = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.take(8).collect::<Vec<_>>().join("-")
}
