//! The words of a sentence, small, with their places.

use std::ops::Range;

use super::lexicon::FUNCTION;

/// One word of a sentence.
#[derive(Debug)]
pub(super) struct Token {
    /// In small letters, straight apostrophes, without punctuation around it.
    pub(super) word: String,
    /// First byte in the block's words.
    pub(super) start: usize,
    /// Byte after the last.
    pub(super) end: usize,
    /// Whether punctuation that ends a clause follows.
    pub(super) stop: bool,
    /// Whether it begins with a capital letter.
    pub(super) capital: bool,
}

/// Words that stand for a part, and how surely: tokens `from..to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) from: usize,
    pub(super) to: usize,
    /// 1 to 3, and 4 for a count of a whole; the surer hit of two is taken, else the first.
    pub(super) score: u8,
}

/// The most words shown for a part.
const MOST: usize = 12;

/// Reads the words of `text[range]`, a sentence. Dashes end clauses; marks of markup are gone already.
pub(super) fn tokens(text: &str, range: Range<usize>) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut at = range.start;
    let end = range.end;
    while at < end {
        let rest = &text[at..end];
        let blank = rest.len() - rest.trim_start().len();
        if blank > 0 {
            at += blank;
            continue;
        }
        let raw = rest
            .find(|c: char| c.is_whitespace() || matches!(c, '—' | '–'))
            .unwrap_or(rest.len());
        if raw == 0 {
            if let Some(last) = found.last_mut() {
                last.stop = true;
            }
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        }
        push(text, at, at + raw, &mut found);
        at += raw;
    }
    found
}

fn push(text: &str, start: usize, end: usize, into: &mut Vec<Token>) {
    let raw = &text[start..end];
    let word_part = |c: char| c.is_alphanumeric() || matches!(c, '%' | '$' | '€' | '£' | '°' | '?');
    let Some(first) = raw.find(|c: char| word_part(c) && c != '?') else {
        if let Some(last) = into.last_mut() {
            last.stop = true;
        }
        return;
    };
    if raw[..first].contains(['(', '“', '"'])
        && let Some(last) = into.last_mut()
    {
        last.stop = true;
    }
    let body = raw[first..].trim_end_matches(|c: char| !word_part(c) || c == '?');
    let tail = &raw[first + body.len()..];
    let start = start + first;
    into.push(Token {
        word: body.to_lowercase().replace('’', "'"),
        start,
        end: start + body.len(),
        stop: tail.contains([',', ';', ':', '.', '?', '!', ')', '…']),
        capital: body.starts_with(char::is_uppercase),
    });
}

/// Whether `word` is one of `words`, a short list with spaces between.
pub(super) fn is_any(word: &str, words: &str) -> bool {
    let mut rest = words.as_bytes();
    let word = word.as_bytes();
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix(word)
            && after.first().is_none_or(u8::is_ascii_whitespace)
            && !word.is_empty()
        {
            return true;
        }
        let next = rest
            .iter()
            .position(|&b| b == b' ')
            .map_or(rest.len(), |at| at + 1);
        rest = &rest[next..];
    }
    false
}

/// The word at `at`; nothing beyond the sentence.
pub(super) fn word(tokens: &[Token], at: usize) -> &str {
    tokens.get(at).map_or("", |token| token.word.as_str())
}

/// The word `back` words before `at`, in the same clause.
pub(super) fn before(tokens: &[Token], at: usize, back: usize) -> &str {
    let Some(from) = at.checked_sub(back) else {
        return "";
    };
    let broken = tokens[from..at].iter().any(|token| token.stop);
    if broken { "" } else { word(tokens, from) }
}

/// How many words `phrase` takes, where it stands at `at` within one clause.
pub(super) fn phrase(tokens: &[Token], at: usize, phrase: &str) -> Option<usize> {
    let mut rest = phrase;
    let mut len = 0;
    loop {
        let token = tokens.get(at + len)?;
        if len > 0 && tokens[at + len - 1].stop {
            return None;
        }
        let after = rest.strip_prefix(token.word.as_str())?;
        len += 1;
        if after.is_empty() {
            return Some(len);
        }
        rest = after.strip_prefix(' ')?;
    }
}

/// The first of `phrases` that stands in the sentence: its first word and how many words it takes.
pub(super) fn any(tokens: &[Token], phrases: &[&str]) -> Option<(usize, usize)> {
    (0..tokens.len()).find_map(|at| Some((at, any_at(tokens, at, phrases)?)))
}

/// How many words the longest of `phrases` that stands at `at` takes.
pub(super) fn any_at(tokens: &[Token], at: usize, phrases: &[&str]) -> Option<usize> {
    // Most phrases begin otherwise, and a byte tells.
    let first = word(tokens, at).as_bytes().first()?;
    phrases
        .iter()
        .filter(|words| words.as_bytes().first() == Some(first))
        .filter_map(|words| phrase(tokens, at, words))
        .max()
}

/// One past the last word of the clause that `at` stands in.
pub(super) fn clause_end(tokens: &[Token], at: usize) -> usize {
    tokens[at.min(tokens.len())..]
        .iter()
        .position(|token| token.stop)
        .map_or(tokens.len(), |more| at + more + 1)
}

/// The first word of the clause that `at` stands in.
pub(super) fn clause_start(tokens: &[Token], at: usize) -> usize {
    tokens[..at.min(tokens.len())]
        .iter()
        .rposition(|token| token.stop)
        .map_or(0, |last| last + 1)
}

/// A hit from `from`, to the end of the clause that `at` stands in, not longer than is shown.
pub(super) fn clause(tokens: &[Token], from: usize, at: usize, score: u8) -> Hit {
    let end = clause_end(tokens, at);
    let mut to = end.min(from + MOST).max(at + 1);
    while to < end && to > at + 1 && FUNCTION.contains(word(tokens, to - 1)) {
        to -= 1;
    }
    Hit { from, to, score }
}

/// The clause around `at`; where it is too long, from the nearest word that begins a phrase.
pub(super) fn around(tokens: &[Token], at: usize, score: u8) -> Hit {
    const BEGINS: &[&str] = &[
        "the", "a", "an", "they", "she", "he", "it", "somebody", "someone", "who", "their", "her",
        "his", "our", "people", "and", "but",
    ];
    let start = clause_start(tokens, at);
    let mut from = start.max((at + 1).saturating_sub(MOST - 3));
    if from > start {
        let begins = (from..at).find(|&i| BEGINS.contains(&word(tokens, i)));
        from = begins.filter(|&i| i + 2 < at).unwrap_or(from);
    }
    clause(tokens, from, at, score)
}

/// The surer of two hits; the first where they are alike.
pub(super) fn surer(one: Option<Hit>, other: Option<Hit>) -> Option<Hit> {
    match (one, other) {
        (Some(one), Some(other)) if other.score > one.score => Some(other),
        (None, other) => other,
        (one, _) => one,
    }
}
