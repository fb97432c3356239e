//! What a story's `share` allows, kept wherever a case goes to somebody else.

use whyproof_case::{Case, Cell};
use whyproof_experience::share::{Forbidden, Share};

use crate::error::{Error, ErrorKind};

/// Most places that are named.
const NAMED: usize = 8;

/// What a person must check before a case goes to others, a sentence each.
///
/// # Errors
/// Where its `share` withholds it, or it has words that must not leave.
pub(crate) fn allowed(case: &Case, path: &str) -> Result<Vec<String>, Error> {
    let share = Share::of(case);
    if let Some(clause) = &share.withheld {
        let message =
            format!("`{path}` is not to be shared: its front matter says `share: {clause}`");
        return Err(Error::new(ErrorKind::Finding, message).hint(
            "Change `share` when it may leave; until then it is for your preparation only.",
        ));
    }
    let mut found: Vec<String> = Vec::new();
    for leak in share.leaks_of(case) {
        let place = case
            .parse
            .lines
            .line(u32::try_from(leak.at.start).unwrap_or(u32::MAX));
        found.push(format!("Line {place}: {}", said(leak.forbidden)));
    }
    for (name, result) in &case.computed.results {
        let rows = result
            .iter()
            .flat_map(|answer| &answer.table.rows)
            .flatten();
        let texts = rows.filter_map(|cell| match cell {
            Cell::Text(text) => Some(text),
            _ => None,
        });
        for text in texts {
            let leaks = share.leaks(text);
            found.extend(
                leaks
                    .iter()
                    .map(|leak| format!("The rows of `{name}`: {}", said(leak.forbidden))),
            );
        }
    }
    found.dedup();
    if !found.is_empty() {
        let message = format!("`{path}` has words that its `share` does not let leave");
        let mut error = Error::new(ErrorKind::Finding, message);
        let more = found.len().saturating_sub(NAMED);
        for place in found.into_iter().take(NAMED) {
            error = error.hint(place);
        }
        return Err(match more {
            0 => error,
            more => error.hint(format!("And {} more.", whyproof_case::number(more))),
        });
    }
    let reminders = share.reminders.iter();
    Ok(reminders
        .map(|clause| format!("{path} says `share: {clause}`; only you can check that."))
        .collect())
}

fn said(forbidden: &Forbidden) -> String {
    match &forbidden.instead {
        Some(instead) => format!("“{}”; write “{instead}” instead.", forbidden.words),
        None => format!("“{}”.", forbidden.words),
    }
}
