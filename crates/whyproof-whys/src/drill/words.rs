//! The words of an answer: where each stands, its sentences, and quotations from it.

use std::ops::Range;

use whyproof_case::{sentences, shorten};

use crate::likeness::{COMMON, stem};

/// Longest quotation, in characters.
const QUOTE: usize = 72;

/// A word or a number of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// In small letters, with plain apostrophes.
    pub(super) lower: String,
    /// Where it stands, in bytes.
    pub(super) at: Range<usize>,
}

impl Word {
    /// Whether it is one of `words`.
    pub(super) fn any(&self, words: &[&str]) -> bool {
        words.contains(&self.lower.as_str())
    }
}

/// The words of `text`, with apostrophes and hyphens inside, numbers with their points, signs and units.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        let currency = matches!(first, '$' | '€' | '£' | '¥');
        if !(first.is_alphanumeric() || currency) {
            continue;
        }
        let mut end = start + first.len_utf8();
        let mut before = first;
        while let Some(&(at, c)) = chars.peek() {
            let after = text[at + c.len_utf8()..].chars().next();
            let letter = after.is_some_and(char::is_alphanumeric);
            let digits = before.is_ascii_digit() && after.is_some_and(|c| c.is_ascii_digit());
            let goes_on = c.is_alphanumeric()
                || (matches!(c, '\'' | '’' | '-' | '_') && letter && before.is_alphanumeric())
                || (matches!(c, '.' | ',') && digits)
                || (c == '%' && before.is_ascii_digit());
            if !goes_on {
                break;
            }
            chars.next();
            before = c;
            end = at + c.len_utf8();
        }
        if currency && end == start + first.len_utf8() {
            continue;
        }
        found.push(Word {
            lower: text[start..end].to_lowercase().replace('’', "'"),
            at: start..end,
        });
    }
    found
}

/// How many words `text` has: runs without white space that have a letter or a digit.
pub(super) fn count(text: &str) -> usize {
    let is_word = |word: &&str| word.contains(char::is_alphanumeric);
    text.split_whitespace().filter(is_word).count()
}

/// The sentences of an answer: an empty line and the begin of a list's item end one, too.
pub(super) fn sentences_of(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let begins = line.trim_start();
        if begins.is_empty() || is_item(begins) {
            push(text, start..at, &mut found);
            start = at;
        }
        at += line.len();
    }
    push(text, start..text.len(), &mut found);
    found
}

/// Whether `line` begins a list's item.
pub(super) fn is_item(line: &str) -> bool {
    let marks = ["- ", "* ", "+ ", "• "];
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    marks.iter().any(|mark| line.starts_with(mark))
        || (number.len() < line.len() && (number.starts_with(". ") || number.starts_with(") ")))
}

fn push(text: &str, part: Range<usize>, into: &mut Vec<Range<usize>>) {
    // Line breaks inside are spaces of equal length: places stay.
    let flat = text[part.clone()].replace(['\n', '\r', '\t'], " ");
    for sentence in sentences(&flat) {
        into.push(part.start + sentence.start..part.start + sentence.end);
    }
}

/// The part of `sentence` between commas and the like in which the byte `at` stands, where that is a clause of its
/// own; else all of it.
pub(super) fn clause(text: &str, sentence: &Range<usize>, at: usize) -> Range<usize> {
    let parts = |c: char| matches!(c, ',' | ';' | ':' | '—' | '–' | '(' | ')');
    let mut start = sentence.start;
    let mut end = sentence.end;
    for (place, c) in text[sentence.clone()].char_indices() {
        let place = sentence.start + place;
        let next = text[place + c.len_utf8()..].chars().next();
        if !parts(c) || !(next.is_none_or(char::is_whitespace) || matches!(c, '(' | '—')) {
            continue;
        }
        if place < at {
            start = place + c.len_utf8();
        } else {
            end = place;
            break;
        }
    }
    if count(&text[start..end]) < 3 {
        return sentence.clone();
    }
    start..end
}

/// The words of `part`, as they stand, fit for a quotation: line breaks as spaces, no conjunction before them and
/// no stop after them.
pub(super) fn quote(text: &str, part: &Range<usize>) -> String {
    let flat: Vec<&str> = text[part.clone()].split_whitespace().collect();
    let flat = flat.join(" ");
    let mut inside = flat.as_str();
    if is_item(inside) {
        inside = inside.split_once(' ').map_or(inside, |(_, rest)| rest);
    }
    for lead in ["and ", "but ", "so ", "And ", "But ", "So "] {
        inside = inside.strip_prefix(lead).unwrap_or(inside);
    }
    let ends = |c: char| {
        c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '“' | '”' | '"')
    };
    shorten(inside.trim_matches(ends), QUOTE)
}

/// The words that carry a text, as they stand, each with its stem, in order and none twice.
pub(super) fn carrying(text: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for word in words(text) {
        let plain = word.lower.strip_suffix("'s").unwrap_or(&word.lower);
        if COMMON.binary_search(&plain).is_ok() || plain.chars().count() < 2 {
            continue;
        }
        let stem = stem(plain);
        if !found.iter().any(|(other, _)| *other == stem) {
            found.push((stem, text[word.at].to_owned()));
        }
    }
    found
}
