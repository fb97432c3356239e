//! Applying fixes to files.

use whyproof_case::{Case, Host};
use whyproof_check::{Options, apply, check};
use whyproof_host::System;

use super::Checked;
use crate::error::Error;
use crate::input::Source;

/// A fix may make room for another; more rounds than these would mean that two undo each other.
const ROUNDS: usize = 10;

/// Applies safe fixes until nothing changes, and writes the file in one step. Gives the fixes' titles.
pub(super) fn apply_all(
    source: &mut Source,
    case: &mut Case,
    options: &Options<'_>,
) -> Result<Vec<String>, Error> {
    let mut titles = Vec::new();
    for _ in 0..ROUNDS {
        // Repeats are folded unless all are asked for, and each of them has a fix of its own.
        let every = Options {
            all: true,
            ..*options
        };
        let mut findings = check(case, &every).shown;
        if !options.all {
            findings.retain(|finding| is_on(finding.diagnostic.id, options));
        }
        let applied = apply(&source.text, &findings);
        if applied.text == source.text {
            break;
        }
        titles.extend(applied.titles);
        source.text = applied.text;
        *case = source.case(&System);
    }
    if !titles.is_empty() {
        System.write(&source.path, source.text.as_bytes())?;
    }
    Ok(titles)
}

/// Whether the check runs without `--all`.
fn is_on(id: &str, options: &Options<'_>) -> bool {
    let check = whyproof_check::all().iter().find(|check| check.id == id);
    check.is_none_or(|check| check.default || options.config.severity.contains_key(id))
}

/// What was done to a file, a line for each fix, repeats counted.
pub(super) fn told(checked: &Checked) -> String {
    let mut counted: Vec<(&str, usize)> = Vec::new();
    for title in &checked.fixed {
        match counted.iter_mut().find(|(known, _)| known == title) {
            Some((_, count)) => *count += 1,
            None => counted.push((title, 1)),
        }
    }
    let mut text = String::new();
    for (title, count) in counted {
        let times = if count == 1 {
            String::new()
        } else {
            format!(" ({count} times)")
        };
        text.push_str(&format!("fixed {}: {title}{times}\n", checked.path));
    }
    text
}
