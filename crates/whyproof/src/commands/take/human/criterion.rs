//! One criterion: how far it is shown, by which sentences, and what is missing.

use whyproof_case::{list, shorten};
use whyproof_experience::{CriterionTake, Level, Met, NO_STORY, Quote, Reading};

use super::{judgement, mark};
use crate::steps::indented;
use crate::terminal::style;
use crate::text::{counted, width, wrap};

/// Longest sentence that is quoted, in characters.
const QUOTE: usize = 240;
/// How many words are named by which a sentence was found.
const WORDS: usize = 3;
/// Columns before what is said of a criterion.
const INDENT: usize = 2;

/// A criterion; with `once`, what is said of the whole bar is left out.
pub(super) fn write(one: &CriterionTake, columns: usize, all: bool, once: bool) -> Vec<String> {
    let mut lines = head(one, columns);
    let told = if all { one.found.len() } else { 1 };
    for quote in one.found.iter().take(told) {
        lines.extend(sentence(quote, columns));
    }
    let more = one.more.len() + one.found.len().saturating_sub(told);
    if more > 0 {
        let faint = style::FAINT;
        let more = counted(more, "more sentence", "more sentences");
        lines.push(format!("{}{faint}and {more}{faint:#}", " ".repeat(INDENT)));
    }
    if one.level == Level::NotShown && !one.read_as.is_empty() {
        let says: Vec<&str> = one.read_as.iter().map(String::as_str).collect();
        let said = format!("read as asking for {}", list(&says));
        let faint = style::FAINT;
        let said = indented(&said, INDENT, columns);
        lines.extend(said.iter().map(|line| format!("{faint}{line}{faint:#}")));
    }
    let told = |words: &&String| !(once && *words == NO_STORY);
    for missing in one.missing.iter().filter(told) {
        lines.extend(labelled("–", missing, columns));
    }
    if one.level == Level::NotShown
        && let Some(question) = one.questions.first()
    {
        lines.extend(labelled("?", question, columns));
    }
    for said in &one.people {
        lines.extend(judgement(said, INDENT, columns));
    }
    lines
}

/// The mark and the title, and at the right the level.
fn head(one: &CriterionTake, columns: usize) -> Vec<String> {
    let strong = style::STRONG;
    let (mark, look) = mark(one.level);
    let level = one.level.words();
    let room = columns.saturating_sub(INDENT + width(level) + 2);
    let title = match one.wish {
        true => format!("{} (would be welcome)", one.title),
        false => one.title.clone(),
    };
    let title = wrap(&title, room.max(20));
    let mut lines = Vec::new();
    for (at, line) in title.iter().enumerate() {
        lines.push(match at {
            0 => {
                let blank = " ".repeat(
                    columns
                        .saturating_sub(INDENT + width(line) + width(level))
                        .max(1),
                );
                format!("{look}{mark}{look:#} {strong}{line}{strong:#}{blank}{look}{level}{look:#}")
            }
            _ => format!("{}{strong}{line}{strong:#}", " ".repeat(INDENT)),
        });
    }
    lines
}

/// A sentence, where it stands, and why it was read so.
fn sentence(quote: &Quote, columns: usize) -> Vec<String> {
    let faint = style::FAINT;
    let mut lines = indented(
        &format!("“{}”", shorten(&quote.words, QUOTE)),
        INDENT,
        columns,
    );
    let line = quote
        .line
        .map_or_else(String::new, |line| format!(":{line}"));
    let evidence = match quote.evidence.as_slice() {
        [] => String::new(),
        labels => format!(
            "; it cites {}",
            labels
                .iter()
                .map(|label| format!("[^{label}]"))
                .collect::<Vec<_>>()
                .join(", ")
        ),
    };
    let said = format!(
        "{}{line}, {}: {}{evidence}",
        quote.path,
        quote.part,
        why(quote)
    );
    let said = indented(&said, INDENT, columns);
    lines.extend(said.iter().map(|line| format!("{faint}{line}{faint:#}")));
    lines
}

/// Why it was read so, in a few words.
fn why(quote: &Quote) -> String {
    let said = quote.readings.iter().filter_map(|reading| match reading {
        Reading::Kind(kind) => Some(kind.clone()),
        Reading::Words(met) => Some(found(met)),
        Reading::Meaning { met, .. } if met.is_empty() => Some("near in meaning".to_owned()),
        Reading::Meaning { met, .. } => Some(format!("near in meaning: {}", found(met))),
        // The part is named with the place.
        Reading::Part(_) => None,
    });
    let said: Vec<String> = said.collect();
    match said.is_empty() {
        true => format!("the story's part “{}”", quote.part),
        false => said.join("; "),
    }
}

/// The person's words that met.
fn found(met: &[Met]) -> String {
    let words = met.iter().take(WORDS);
    let words: Vec<String> = words.map(|met| format!("“{}”", met.found)).collect();
    words.join(", ")
}

/// What is said behind a mark, each line under the first.
fn labelled(label: &str, said: &str, columns: usize) -> Vec<String> {
    let faint = style::FAINT;
    let deep = INDENT + 2;
    let lines = wrap(said, columns.saturating_sub(deep));
    let lines = lines.iter().enumerate().map(|(at, line)| match at {
        0 => format!("{}{faint}{label}{faint:#} {line}", " ".repeat(INDENT)),
        _ => format!("{}{line}", " ".repeat(deep)),
    });
    lines.collect()
}
