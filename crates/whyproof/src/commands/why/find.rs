//! Which statement somebody means.

use std::collections::BTreeSet;

use whyproof_case::{Case, Named, StatementId, StatementKind, normalised, shorten};

use crate::error::{Error, ErrorKind};
use crate::names;
use crate::text::{counted, typed};

/// Longest quotation in a message, in characters.
const QUOTE: usize = 60;
/// Most statements that a message lists.
const LISTED: usize = 3;
/// Most statements that are listed where none is named.
const MOST: usize = 10;

/// The statement that `wanted` names: an id, with or without `#`, words that one statement alone has, or the heading
/// of a section that holds one claim alone.
///
/// # Errors
/// Where it names none or several; what may have been meant is in the hints.
pub(super) fn statement(case: &Case, wanted: &str, path: &str) -> Result<StatementId, Error> {
    let wanted = wanted.trim();
    let id = wanted.strip_prefix('#').unwrap_or(wanted);
    if let Some(found) = case.find(id) {
        return Ok(found);
    }
    let file = typed(path);
    if let Some(error) = no_statement(case, id, &file) {
        return Err(error);
    }
    let having = if wanted.starts_with('#') {
        Vec::new()
    } else {
        having(case, &compared(id))
    };
    match having.as_slice() {
        [one] => Ok(*one),
        [] => Err(unknown(case, wanted, &file)),
        many => {
            let message = format!(
                "{} have “{}” in their words",
                counted(many.len(), "statement", "statements"),
                shorten(id, QUOTE)
            );
            let error = Error::new(ErrorKind::Usage, message);
            Err(listed(case, many, error))
        }
    }
}

/// The error where no statement is named: which there are, those first on which most rests.
pub(super) fn which(case: &Case, path: &str) -> Error {
    let file = typed(path);
    let error = Error::new(ErrorKind::Usage, "which statement? None is named");
    let mut ids: Vec<StatementId> = case.statements().map(|(id, _)| id).collect();
    ids.sort_by_key(|id| (std::cmp::Reverse(case.statement(*id).load), *id));
    let Some(first) = ids.first() else {
        return error.hint("The case argues nothing yet: there is no claim.");
    };
    let id = &case.statement(*first).id;
    let error = error.hint(format!(
        "Write `whyproof why {file} '#{id}'`; words that only the statement has, in quotes, work too."
    ));
    let error = of_these(case, &ids, error, MOST);
    match ids.len() > MOST {
        true => error.hint(format!("`whyproof show {file}` lists all of them.")),
        false => error,
    }
}

/// The statements that have `words`; where none has, the claims of the section whose heading has them.
fn having(case: &Case, words: &str) -> Vec<StatementId> {
    if words.is_empty() {
        return Vec::new();
    }
    let said: Vec<StatementId> = case
        .statements()
        .filter(|(_, statement)| compared(&statement.text).contains(words))
        .map(|(id, _)| id)
        .collect();
    if !said.is_empty() {
        return said;
    }
    let sections = &case.parse.document.sections;
    let titled = |section: Option<u32>| {
        section
            .and_then(|at| sections.get(at as usize))
            .is_some_and(|section| compared(&section.title).contains(words))
    };
    case.statements()
        .filter(|(_, s)| s.kind == StatementKind::Claim && titled(s.section))
        .map(|(id, _)| id)
        .collect()
}

/// Words as they are compared: without the quotation marks or the ellipsis that a copy brings along.
fn compared(words: &str) -> String {
    let copied = |c: char| matches!(c, '“' | '”' | '"' | '…' | '?' | ' ');
    let words = words.replace('’', "'");
    let words = words.trim_matches(copied);
    normalised(words.strip_suffix("...").unwrap_or(words))
}

/// An id of something that is no statement of the argument.
fn no_statement(case: &Case, id: &str, file: &str) -> Option<Error> {
    let message = match case.named(id)? {
        Named::Statement(_) => return None,
        Named::Why(_) => format!("#{id} is a question that changes no standing"),
        Named::Block(_) => format!("#{id} is no statement of the argument"),
    };
    let hint = match case.named(id)? {
        Named::Why(_) => "Only a question that somebody other than the owner asks, and that is not settled, is an objection.".to_owned(),
        _ => format!("`whyproof show {file}` lists the statements."),
    };
    Some(Error::new(ErrorKind::Usage, message).hint(hint))
}

fn unknown(case: &Case, wanted: &str, file: &str) -> Error {
    let id = wanted.strip_prefix('#').unwrap_or(wanted);
    let message = if wanted.starts_with('#') {
        format!("the case has no statement #{}", shorten(id, QUOTE))
    } else {
        format!("no statement has the words “{}”", shorten(id, QUOTE))
    };
    let error = Error::new(ErrorKind::Usage, message);
    if case.statements.is_empty() {
        return error.hint("It argues nothing yet: there is no claim.");
    }
    let ids = case
        .statements
        .iter()
        .map(|statement| statement.id.as_str());
    let mut near: Vec<StatementId> = names::near(id, ids)
        .into_iter()
        .filter_map(|id| case.find(id))
        .collect();
    if near.is_empty() && !wanted.starts_with('#') {
        near = sharing(case, id);
    }
    if near.is_empty() {
        error.hint(format!(
            "`whyproof show {file}` lists the statements with their ids."
        ))
    } else {
        listed(case, &near, error)
    }
}

/// The statements that share most words with `wanted`, the most first; at most as many as a message lists.
fn sharing(case: &Case, wanted: &str) -> Vec<StatementId> {
    let wanted = words(wanted);
    let mut sharing: Vec<(usize, StatementId)> = case
        .statements()
        .map(|(id, statement)| (words(&statement.text).intersection(&wanted).count(), id))
        .filter(|(shared, _)| *shared > 0)
        .collect();
    sharing.sort_by_key(|(shared, id)| (std::cmp::Reverse(*shared), *id));
    let nearest = sharing.into_iter().take(LISTED);
    nearest.map(|(_, id)| id).collect()
}

/// The words of a text that say what it is about: those of four letters and more, and numbers.
fn words(text: &str) -> BTreeSet<String> {
    let lower = compared(text);
    lower
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| word.chars().count() > 3 || word.contains(|c: char| c.is_ascii_digit()))
        .map(str::to_owned)
        .collect()
}

/// The error with statements that may have been meant.
fn listed(case: &Case, ids: &[StatementId], error: Error) -> Error {
    of_these(case, ids, error, LISTED)
}

/// The error with the first `most` of the statements.
fn of_these(case: &Case, ids: &[StatementId], mut error: Error, most: usize) -> Error {
    for id in ids.iter().take(most) {
        let statement = case.statement(*id);
        let quote = shorten(statement.text.trim_end_matches('.'), QUOTE);
        error = error.hint(format!(
            "#{} (line {}): “{quote}”",
            statement.id,
            case.line(statement.span)
        ));
    }
    if ids.len() > most {
        error = error.hint(format!("and {} more", ids.len() - most));
    }
    error
}
