//! `lock`: seals what an experiment declares, so that it can be seen later what was declared before the data.

use std::process::ExitCode;

use clap::Args;
use whyproof_case::{
    EXPERIMENT_KEYS, Experiment, Host, Lock, LockError, Scope, Seal, experiments, seal, sealed,
    with_seal,
};
use whyproof_host::System;
use whyproof_syntax::{Fence, LineIndex, parse};

use crate::error::{Error, ErrorKind};
use crate::input::{STANDARD_INPUT, Source};
use crate::steps::indented;
use crate::terminal::{Terminal, style};
use crate::text::{typed, wrap};

/// What is said of a seal that was not there.
const NEW: &str = "is sealed";

/// Seal what the experiments of a case declare, before there are data
///
/// Writes `locked = "DATE sha256:…"` into each experiment block, a hash of everything else that it declares. `measure` and
/// `check` say when what is measured is not what was locked, and what changed. Whoever can write the file can write another
/// seal: it is the commit, or the message in which you send it to somebody, that shows when it was made.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  whyproof lock proposal.md
  whyproof lock proposal.md --experiment voucher
  whyproof lock proposal.md --again        Seal what is declared now, in the place of an older seal

Exit codes: 0 sealed, or sealed already, 1 something cannot be sealed as it stands, 2 the file could not be read.")]
pub(crate) struct LockArgs {
    /// The case
    #[arg(value_name = "CASE")]
    case: String,
    /// Only the experiment of this name
    #[arg(long, value_name = "NAME")]
    experiment: Option<String>,
    /// Put a new seal in the place of one that is broken
    #[arg(long)]
    again: bool,
}

pub(crate) fn run(arguments: &LockArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    if arguments.case == STANDARD_INPUT {
        let message = "`lock` writes into the file, and `-` is standard input";
        return Err(Error::new(ErrorKind::Usage, message).hint("Name the file instead."));
    }
    let source = Source::read(&System, &arguments.case)?;
    let scope = source.scope(&System);
    let parsed = parse(&source.text);
    let mut troubles = Vec::new();
    let found = experiments(&parsed, &mut troubles);
    let wanted = super::experiments::named(&found, arguments.experiment.as_deref(), &source.path)?;
    let lines = LineIndex::new(&source.text);
    let line = |at: u32| lines.line_column(&source.text, at).line;
    for experiment in &wanted {
        let within = |at: u32| experiment.span.start <= at && at < experiment.span.end;
        if let Some(trouble) = troubles.iter().find(|trouble| within(trouble.span.start)) {
            return Err(super::experiments::unreadable(trouble, &source));
        }
    }
    let mut text = source.text.clone();
    let mut sealed = Vec::new();
    // From the end, so that places before stay as they are.
    for experiment in wanted.iter().rev() {
        let place = format!("{}:{}", source.path, line(experiment.span.start));
        let one = seal_one(
            experiment,
            &parsed.document.fences,
            arguments.again,
            &scope,
            &mut text,
        );
        sealed.push(one.map_err(|error| at_place(&place, error))?);
    }
    sealed.reverse();
    as_meant(&text, &found, &wanted, &sealed)?;
    let told = wanted.iter().zip(&sealed);
    let told = told.map(|(one, (word, seal))| told_of(one, word, seal, terminal.width()));
    let mut said: String = told.collect();
    if text != source.text {
        // Nothing that somebody wrote meanwhile is lost.
        if Source::read(&System, &arguments.case)?.text != source.text {
            let message = format!(
                "`{}` was changed meanwhile, and is left as it is",
                source.path
            );
            return Err(Error::new(ErrorKind::Environment, message).hint("Run `lock` again."));
        }
        System.write(&source.path, text.as_bytes())?;
        said.push_str(&next(&source.path, terminal.width()));
    }
    terminal.print(&said)?;
    Ok(ExitCode::SUCCESS)
}

/// That the text with the seals has the same experiments, each as it is sealed.
fn as_meant(
    text: &str,
    before: &[Experiment],
    wanted: &[Experiment],
    sealed: &[(&str, Seal)],
) -> Result<(), Error> {
    let after = experiments(&parse(text), &mut Vec::new());
    let mut seals = wanted.iter().zip(sealed).peekable();
    let mut is_meant = before.len() == after.len();
    for (was, is) in before.iter().zip(&after) {
        match seals.next_if(|(one, _)| one.span == was.span) {
            Some((_, (_, seal))) => is_meant &= Lock::of(is) == Lock::Sealed(seal.clone()),
            None => is_meant &= was.toml == is.toml,
        }
    }
    if is_meant {
        return Ok(());
    }
    let message = "the seals cannot be written so that they are read as such";
    Err(Error::new(ErrorKind::Finding, message)
        .hint("Write the blocks' lines plainly, with nothing before them but blanks."))
}

/// Seals one experiment in `text`: what was done, and the seal.
fn seal_one(
    experiment: &Experiment,
    fences: &[Fence],
    again: bool,
    scope: &Scope,
    text: &mut String,
) -> Result<(&'static str, Seal), Error> {
    let finding = |message: String| Error::new(ErrorKind::Finding, message);
    match Lock::of(experiment) {
        Lock::Sealed(seal) => return Ok(("was sealed already", seal)),
        Lock::Broken(seal) if !again => {
            let limits = whyproof_case::Limits::default();
            let changed = sealed(experiment, &System, scope, limits);
            let changed = changed.map(|sealed| sealed.changed.join("; "));
            let changed = changed.filter(|changed| !changed.is_empty());
            let changed = changed.unwrap_or_else(|| "no commit has what was sealed".to_owned());
            let message = format!("it is not what was locked on {}: {changed}", seal.day);
            return Err(finding(message).hint(
                "Write it back as it was; or seal what it is now with `--again`, and say in the text why it changed.",
            ));
        }
        Lock::Unreadable if !again => {
            return Err(finding("its `locked` cannot be read".to_owned())
                .hint("Take the line out, or put a new seal in its place with `--again`."));
        }
        Lock::Broken(_) | Lock::Unreadable | Lock::Open => {}
    }
    let made = seal(experiment, System.today()).map_err(|error| {
        let hint = match error {
            LockError::NoToml => "Write `key = \"value\"`, one to a line.",
            LockError::Number(_) => "Write a number without `inf` and `nan`.",
        };
        finding(format!("it cannot be sealed: {error}")).hint(hint)
    })?;
    let written = fences
        .iter()
        .find(|fence| fence.span == experiment.span)
        .and_then(|fence| write_into(text, fence, &made));
    let Some(new) = written else {
        return Err(finding("the seal cannot be written into it".to_owned())
            .hint("Write the block's lines plainly, with nothing before them but blanks."));
    };
    *text = new;
    Ok((NEW, made))
}

/// `text` with the seal in the block.
fn write_into(text: &str, fence: &Fence, made: &Seal) -> Option<String> {
    let start = fence.code_start as usize;
    let raw = text.get(start..fence.span.end as usize)?;
    // The closing line, and what it is indented by.
    let closing = raw.trim_end().rfind('\n').map_or(0, |at| at + 1);
    let (code, close) = raw.split_at(closing);
    let indent: String = close.chars().take_while(|c| c.is_whitespace()).collect();
    let plain: String = code
        .lines()
        .map(|line| line.strip_prefix(&indent).unwrap_or(line))
        .flat_map(|line| [line, "\n"])
        .collect();
    let sealed: String = with_seal(&plain, made)?
        .lines()
        .map(|line| match line.is_empty() {
            true => "\n".to_owned(),
            false => format!("{indent}{line}\n"),
        })
        .collect();
    let sealed = if text.contains("\r\n") {
        sealed.replace('\n', "\r\n")
    } else {
        sealed
    };
    let mut new = text.to_owned();
    new.replace_range(start..start + closing, &sealed);
    Some(new)
}

fn at_place(place: &str, error: Error) -> Error {
    Error {
        message: format!("{place}: {}", error.message),
        ..error
    }
}

/// The keys that mean nothing.
fn unknown_keys(experiment: &Experiment) -> Vec<&str> {
    let names = experiment.keys.iter().map(|key| key.name.as_str());
    names
        .filter(|name| !EXPERIMENT_KEYS.contains(name))
        .collect()
}

fn told_of(experiment: &Experiment, word: &str, made: &Seal, columns: usize) -> String {
    let strong = style::STRONG;
    let name = &experiment.name;
    let declared = &experiment.declared;
    let mut warnings = Vec::new();
    if declared.worthwhile.is_none() {
        warnings.push("It says nothing of what would be worth it, so no verdict can come of it: write `worthwhile` first, and seal it with `--again`.".to_owned());
    }
    if declared.from.is_some() && word == NEW {
        warnings.push("It says where its data are: where they are there already, the seal shows nothing of what was declared before them.".to_owned());
    }
    warnings.extend(unknown_keys(experiment).into_iter().map(|key| {
        format!("`{key}` is no key of an experiment, and says nothing: `whyproof check` tells what it may be.")
    }));
    if let Some(end) = declared.end.filter(|end| *end < made.day) {
        warnings.push(format!(
            "It ended on {end}, before it was sealed: the seal shows nothing of what was declared before the data."
        ));
    }
    let mut text = format!("{strong}{name}{strong:#} {word}: {made}\n");
    let lines = warnings
        .iter()
        .flat_map(|warning| indented(warning, 2, columns));
    for line in lines {
        text.push_str(&format!("{line}\n"));
    }
    text
}

fn next(path: &str, columns: usize) -> String {
    let file = typed(path);
    let advice = "A hash that you can write again proves nothing alone. Commit it before there are data, or send it to somebody:";
    let mut text = String::from("\n");
    for line in wrap(advice, columns) {
        text.push_str(&format!("{line}\n"));
    }
    let name = style::TYPED;
    text.push_str(&format!(
        "  {name}git commit -m \"Lock the experiment\" {file}{name:#}\n"
    ));
    text
}
