//! What was really asked in interviews.

use whyproof_case::{capital, shorten};
use whyproof_experience::debrief::{self, Coverage, Covered, Heard};

use super::heading;
use crate::steps::indented;
use crate::terminal::style;
use crate::text::{counted, harmless};

/// Longest question that is quoted, in characters.
const QUESTION: usize = 160;
/// How many questions of a criterion are told, unless all are asked for.
const TOLD: usize = 2;

/// What was asked about a criterion, what went badly first.
pub(super) fn about(covered: &Covered, columns: usize, all: bool) -> Vec<String> {
    let Some(words) = covered.words() else {
        return Vec::new();
    };
    let mut lines = indented(&format!("{}.", capital(&words)), 2, columns);
    let heard = covered.worst_first();
    let told = if all { heard.len() } else { TOLD };
    for one in heard.iter().take(told) {
        lines.extend(question(one, 4, columns));
    }
    let more = heard.len().saturating_sub(told);
    if more > 0 {
        let faint = style::FAINT;
        let more = counted(more, "more question", "more questions");
        lines.push(format!("    {faint}and {more}{faint:#}"));
    }
    lines
}

/// What was asked and is about none of the criteria.
pub(super) fn about_none(asked: &[Coverage], columns: usize) -> Vec<String> {
    let heard = debrief::about_none(asked);
    if heard.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![heading("Asked, and about none of these")];
    lines.extend(heard.iter().flat_map(|one| question(one, 2, columns)));
    lines
}

/// A question, who asked it and when, and how it went.
fn question(one: &Heard, indent: usize, columns: usize) -> Vec<String> {
    let who = [Some(one.who()), one.day.clone()];
    let mut who: Vec<String> = who.into_iter().flatten().collect();
    who.retain(|part| !part.trim().is_empty());
    let who = match who.is_empty() {
        true => String::new(),
        false => format!("{}: ", who.join(", ")),
    };
    let question = shorten(one.question.trim(), QUESTION);
    let told = format!("“{question}” {who}{}.", one.went.words());
    indented(&harmless(&told), indent, columns)
}
