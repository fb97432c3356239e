//! The nearest wording that a source supports.

use whyproof_case::capital;

use super::number::{Quantity, Unit, numbers};
use super::scope::Scope;
use super::source::{Sentence, Source};
use super::token::tokens;
use super::{Fault, faults};
use crate::stems::words;

/// Words that a number counts without saying what.
const ANYTHING: [&str; 18] = [
    "people",
    "person",
    "time",
    "times",
    "more",
    "other",
    "others",
    "thing",
    "things",
    "of",
    "in",
    "case",
    "cases",
    "new",
    "different",
    "percent",
    "per",
    "to",
];
/// How many words behind a number may say what it counts.
const COUNTED: usize = 3;

/// The line with the source's own words in the place of what says too much; where that cannot be, the source's own
/// sentence.
pub(super) fn wording(line: &str, found: &[Fault], source: &Source) -> Option<String> {
    let mut words = line.to_owned();
    let mut is_whole = true;
    for fault in found.iter().rev() {
        match &fault.instead {
            Some(instead) => {
                let was = &words[fault.at.clone()];
                let begins = fault.at.start == 0 && !was.starts_with(char::is_lowercase);
                let is_capital = begins || was.starts_with(char::is_uppercase);
                let instead = match is_capital {
                    true => capital(instead),
                    false => small(instead),
                };
                words.replace_range(fault.at.clone(), &instead);
            }
            None => is_whole = false,
        }
    }
    if is_whole && words != line && faults(&words, source).is_empty() {
        return Some(words);
    }
    let at = source
        .closest(line)
        .filter(|at| source.sentences[*at].is_line);
    let at = at.or_else(|| {
        source
            .sentences
            .iter()
            .position(|one| one.is_line && shares(one, line))
    })?;
    Some(source.sentences[at].words.clone())
}

fn shares(one: &Sentence, line: &str) -> bool {
    !one.terms.is_disjoint(&super::terms(line))
}

/// A first letter in small, where the word is one that a sentence may begin with and no name.
fn small(words: &str) -> String {
    let first = words.split(' ').next().unwrap_or(words);
    let is_plain = first.chars().skip(1).all(char::is_lowercase) && first != "I";
    let mut chars = words.chars();
    match chars.next() {
        Some(c) if is_plain => c.to_lowercase().chain(chars).collect(),
        _ => words.to_owned(),
    }
}

/// The stems of what a number counts: the words behind it, up to one that says nothing. Empty where it may be anything.
pub(super) fn counted(text: &str, quantity: &Quantity) -> Vec<String> {
    let rest = &text[quantity.at.end..];
    let mut stems = Vec::new();
    for token in tokens(rest).iter().take(COUNTED + 1) {
        if token.text == "-" {
            continue;
        }
        let is_end =
            !token.is_word() || ANYTHING.contains(&token.lower.as_str()) || is_empty(&token.lower);
        if is_end {
            break;
        }
        stems.extend(words(token.text).into_iter().map(|word| word.stem));
    }
    stems
}

fn is_empty(word: &str) -> bool {
    const SMALL: [&str; 40] = [
        "a", "an", "the", "and", "or", "but", "so", "at", "on", "for", "from", "by", "with",
        "without", "into", "onto", "over", "under", "about", "after", "before", "between",
        "through", "during", "against", "within", "as", "than", "that", "which", "who", "when",
        "while", "is", "are", "was", "were", "each", "every", "i",
    ];
    SMALL.contains(&word)
}

/// The source's number in the place of a line's: of the same unit, and of the same thing.
pub(super) fn number(
    line: &str,
    quantity: &Quantity,
    source: &Source,
    closest: Option<usize>,
) -> Option<String> {
    let mine = counted(line, quantity);
    let alone = numbers(line).found.len() == 1;
    let mut best: Option<(u32, String)> = None;
    for (at, sentence) in source.sentences.iter().enumerate() {
        let found = &sentence.numbers.found;
        for theirs in found.iter().filter(|it| it.unit == quantity.unit) {
            let counts = counted(&sentence.words, theirs);
            let same = !mine.is_empty() && mine.iter().any(|stem| counts.contains(stem));
            let near = closest == Some(at);
            // Of a sentence with one number of its unit the line's only number is meant.
            let only =
                near && alone && found.iter().filter(|it| it.unit == quantity.unit).count() == 1;
            let equal = theirs.equals(quantity);
            let measured = !matches!(quantity.unit, Unit::Count) && near;
            let rank = 8 * u32::from(equal)
                + 4 * u32::from(same)
                + 2 * u32::from(only || measured)
                + u32::from(near);
            let fits = equal || same || only || (measured && found.len() == 1);
            if fits && best.as_ref().is_none_or(|(most, _)| rank > *most) {
                best = Some((rank, sentence.words[theirs.at.clone()].to_owned()));
            }
        }
    }
    best.map(|(_, words)| words)
}

/// The source's own verb in the place of a line's, where both speak of the same thing next.
pub(super) fn verb(rest: &str, near: &Sentence, theirs: &Scope) -> Option<String> {
    let next = |text: &str| {
        let articles = ["the", "a", "an", "our", "my", "its", "their"];
        let found = words(text)
            .into_iter()
            .find(|word| !articles.contains(&word.stem.as_str()));
        found.map(|word| word.stem)
    };
    let same = next(rest) == next(&near.words[theirs.whole.end..]);
    same.then(|| near.words[theirs.whole.clone()].to_owned())
}
