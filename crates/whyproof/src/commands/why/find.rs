//! Which statement somebody means.

use whyproof_case::{Case, Named, StatementId, normalised, shorten};

use crate::error::{Error, ErrorKind};
use crate::names;
use crate::text::{counted, typed};

/// Longest quotation in a message, in characters.
const QUOTE: usize = 60;
/// Most statements that a message lists.
const LISTED: usize = 3;

/// The statement that `wanted` names: an id, with or without `#`, or words that one statement alone has.
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
    let words = normalised(id);
    let mut having: Vec<StatementId> = Vec::new();
    if !words.is_empty() && !wanted.starts_with('#') {
        let statements = case.statements();
        having = statements
            .filter(|(_, statement)| normalised(&statement.text).contains(&words))
            .map(|(id, _)| id)
            .collect();
    }
    match having.as_slice() {
        [one] => Ok(*one),
        [] => Err(unknown(case, id, &file)),
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

fn unknown(case: &Case, id: &str, file: &str) -> Error {
    let message = format!("the case has no statement #{}", shorten(id, QUOTE));
    let error = Error::new(ErrorKind::Usage, message);
    if case.statements.is_empty() {
        return error.hint("It argues nothing yet: there is no claim.");
    }
    let ids = case
        .statements
        .iter()
        .map(|statement| statement.id.as_str());
    let near: Vec<StatementId> = names::near(id, ids)
        .into_iter()
        .filter_map(|id| case.find(id))
        .collect();
    if near.is_empty() {
        error.hint(format!(
            "`whyproof show {file}` lists the statements with their ids."
        ))
    } else {
        listed(case, &near, error)
    }
}

/// The error with statements that may have been meant.
fn listed(case: &Case, ids: &[StatementId], mut error: Error) -> Error {
    for id in ids.iter().take(LISTED) {
        let statement = case.statement(*id);
        let quote = shorten(statement.text.trim_end_matches('.'), QUOTE);
        error = error.hint(format!(
            "#{} (line {}): “{quote}”",
            statement.id,
            case.line(statement.span)
        ));
    }
    if ids.len() > LISTED {
        error = error.hint(format!("and {} more", ids.len() - LISTED));
    }
    error
}
