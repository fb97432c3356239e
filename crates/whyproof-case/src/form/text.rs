//! White space, words at the start of a text, and what may stand after a number.

use super::{scale, words};

/// Spaces that part groups of digits.
const GROUPING: [char; 5] = [' ', '\u{a0}', '\u{2007}', '\u{2009}', '\u{202f}'];

/// Most words of unit after a value.
const UNIT_WORDS: usize = 6;

/// Whether `c` is a space that may part groups of digits.
pub(super) fn is_grouping_space(c: char) -> bool {
    GROUPING.contains(&c)
}

/// Without white space at its ends, and with one space for a run of it. A single space stays of its kind: a narrow
/// one is a form of its own.
pub(super) fn normal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = None;
    for c in text.trim().chars() {
        if c.is_whitespace() {
            run = Some(if run.is_some() || c.is_control() {
                ' '
            } else {
                c
            });
            continue;
        }
        out.extend(run.take());
        out.push(c);
    }
    out
}

/// The text after `word`, in any case, where `word` stands at the start and does not go on.
pub(super) fn after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let start = text.get(..word.len())?;
    let rest = &text[word.len()..];
    let symbol = !word.ends_with(|c: char| c.is_alphanumeric());
    let ends = symbol || !rest.starts_with(|c: char| c.is_alphanumeric());
    (start.eq_ignore_ascii_case(word) && ends).then_some(rest)
}

/// The text after the first of `list` that stands at its start.
pub(super) fn after_any<'a>(text: &'a str, list: &[&str]) -> Option<&'a str> {
    list.iter().find_map(|word| after_word(text, word))
}

/// The text after one space or hyphen, or the text itself where neither stands at its start.
pub(super) fn after_gap(text: &str) -> &str {
    text.strip_prefix(|c: char| c.is_whitespace() || c == '-')
        .unwrap_or(text)
}

/// The letters at the start.
pub(super) fn letters(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(text.len());
    &text[..end]
}

/// Whether `text` may stand after a value: a few words without a number of their own, but for ` per 1,000`.
pub(super) fn is_unit(text: &str) -> bool {
    let after = text
        .strip_prefix(" per ")
        .map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ','))
        .filter(|rest| !rest.starts_with(char::is_alphanumeric));
    text.split_whitespace().count() <= UNIT_WORDS && (is_wordy(text) || after.is_some_and(is_wordy))
}

/// Whether there is no number in `text`, nor a part of one: `1½`. A digit after a letter is part of a name: `CO2`,
/// `m²`.
pub(super) fn is_wordy(text: &str) -> bool {
    let mut named = false;
    for c in text.chars() {
        if c.is_numeric() && !named {
            return false;
        }
        named = c.is_alphabetic() || (named && c.is_numeric());
    }
    !text.split_whitespace().any(is_number)
}

/// Whether a word is a number, or makes another one of the number before it: `dozen`, `thousands`.
fn is_number(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let one = word.strip_suffix('s').unwrap_or(word);
    let many = one.eq_ignore_ascii_case("dozen") || scale::in_words(one).is_some();
    many || words::cardinal(word).is_some_and(|(_, rest)| rest.is_empty())
}
