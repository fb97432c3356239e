//! What can be said of an answer by its words alone.

use std::ops::Range;

use super::admission;
use super::known::Known;
use super::lexicon::{
    ASKS_QUANTITY, BEFORE_YEAR, EMPTY, EVIDENCE, NOT_YET, NUMBERS, SPANS, WHEN, is_calendar,
};
use super::words::{Word, carrying, count, is_item, sentences_of, words};
use crate::likeness::COMMON;

/// Words that a person says in a minute.
pub const PACE: usize = 150;

/// What an answer has, by its words. None of it says whether it is true, or good.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Measure {
    /// Its words.
    pub words: usize,
    /// Seconds to say it in, at [`PACE`].
    pub seconds: u32,
    /// Its numbers, dates apart, as said.
    pub numbers: Vec<String>,
    /// Figures of the case that it gives.
    pub figures: Vec<String>,
    /// Words of it that name evidence.
    pub evidence: Vec<String>,
    /// Words with which its speaker admits that something is assumed or that they do not know it.
    pub admits: Option<String>,
    /// Whether the question asks for a quantity.
    pub asks_quantity: bool,
    /// Words that carry the question and are in the answer.
    pub mentions: Vec<String>,
    /// Words that carry the question and are not in the answer.
    pub leaves_out: Vec<String>,
    /// Whether it says nothing that is not in the question.
    pub repeats: bool,
    /// Whether it says when: a day, a month, a stretch of time.
    pub says_when: bool,
    /// How often it says I, me, my, mine.
    pub i: usize,
    /// How often it says we, us, our, ours.
    pub we: usize,
}

impl Measure {
    /// Measures `answer` to `question`.
    pub fn of(question: &str, answer: &str, known: &Known) -> Self {
        let found = words(answer);
        let length = count(answer);
        let (mentions, leaves_out) = shared(question, answer);
        let person = |forms: &[&str]| found.iter().filter(|word| word.any(forms)).count();
        let mut evidence = known.evidence_in(answer);
        for name in evidence_in(answer, &found) {
            if !evidence.contains(&name) {
                evidence.push(name);
            }
        }
        let asked = question.to_lowercase();
        let numbers = numbers(answer, &found);
        let repeats = repeats(question, answer) && numbers.is_empty() && evidence.is_empty();
        Measure {
            words: length,
            seconds: seconds(length),
            numbers: numbers
                .iter()
                .map(|at| with_unit(answer, &found, at))
                .collect(),
            figures: known.figures_in(answer),
            evidence,
            admits: admission::found(question, answer, &found)
                .and_then(|at| answer.get(at))
                .map(str::to_owned),
            asks_quantity: ASKS_QUANTITY.iter().any(|form| asked.contains(form)),
            mentions,
            leaves_out,
            repeats,
            says_when: says_when(&found, &numbers),
            i: person(&[
                "i", "me", "my", "mine", "myself", "i'm", "i've", "i'd", "i'll",
            ]),
            we: person(&[
                "we",
                "us",
                "our",
                "ours",
                "ourselves",
                "we're",
                "we've",
                "we'd",
                "we'll",
            ]),
        }
    }

    /// Whether it stands on something: evidence that it names or a figure of the case.
    pub fn is_grounded(&self) -> bool {
        !self.evidence.is_empty() || !self.figures.is_empty()
    }

    /// Seconds beyond `budget`.
    pub fn over(&self, budget: u32) -> u32 {
        self.seconds.saturating_sub(budget)
    }

    /// Whether none of the words that carry the question is in the answer.
    pub fn is_beside(&self) -> bool {
        self.mentions.is_empty() && !self.leaves_out.is_empty()
    }
}

/// Seconds to say so many words in.
pub fn seconds(words: usize) -> u32 {
    u32::try_from((words * 60).div_ceil(PACE)).unwrap_or(u32::MAX)
}

/// Where the numbers of `text` stand. Dates, ordinals, names such as B2B, and the numbers of a list are none.
pub(super) fn numbers(text: &str, words: &[Word]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|at| words.get(at));
        let after = words.get(index + 1);
        let by_word = || {
            let part = word.any(&["third", "quarter"]);
            let parted = before.is_some_and(|w| w.any(&["a", "one", "per"]));
            word.lower.split('-').any(|part| NUMBERS.contains(&part)) || (part && parted)
        };
        if !(is_figure(&word.lower) || by_word()) || is_date(&word.lower, before, after) {
            continue;
        }
        let line = text[..word.at.start].rfind('\n').map_or(0, |at| at + 1);
        if is_item(text[line..].trim_start()) && text[line..word.at.start].trim().is_empty() {
            continue;
        }
        match found.last_mut() {
            // “two hundred”, “$1.2 million”: one number.
            Some(last) if text[last.end..word.at.start].trim().is_empty() => last.end = word.at.end,
            _ => found.push(word.at.clone()),
        }
    }
    found
}

/// Digits, perhaps with a currency before them and a unit after them; no ordinal.
fn is_figure(word: &str) -> bool {
    let digits = word.trim_start_matches(['$', '€', '£', '¥']);
    let unit = digits.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    digits.starts_with(|c: char| c.is_ascii_digit()) && !matches!(unit, "st" | "nd" | "rd" | "th")
}

fn is_date(word: &str, before: Option<&Word>, after: Option<&Word>) -> bool {
    let next_to = |words: &[&str]| before.is_some_and(|w| w.any(words));
    let month = [before, after]
        .into_iter()
        .flatten()
        .any(|word| is_calendar(&word.lower));
    let Ok(number) = word.parse::<u32>() else {
        let iso = word.len() == 10 && word.bytes().filter(|b| *b == b'-').count() == 2;
        return iso && word.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    };
    let year = (1900..2100).contains(&number) && word.len() == 4;
    (year && (month || next_to(BEFORE_YEAR) || after.is_none())) || (month && number <= 31)
}

/// Whether `words` name a day, a month, or a stretch of time that is counted.
pub(super) fn says_when(words: &[Word], numbers: &[Range<usize>]) -> bool {
    words.iter().enumerate().any(|(index, word)| {
        let before = index.checked_sub(1).and_then(|at| words.get(at));
        let counted = |word: &Word| {
            NUMBERS.contains(&word.lower.as_str())
                || word.any(&["next", "this", "a", "one", "every", "each", "coming"])
                || numbers.iter().any(|number| number.contains(&word.at.start))
        };
        let year = word.lower.len() == 4
            && word
                .lower
                .parse::<u32>()
                .is_ok_and(|year| (1900..2100).contains(&year));
        let iso =
            word.lower.len() == 10 && word.lower.starts_with("20") && word.lower.contains('-');
        // “may” is a month only after a preposition or a number.
        let month = is_calendar(&word.lower)
            && (word.lower != "may" || before.is_some_and(|w| w.any(&["in", "by", "of", "until"])));
        month || year || iso || word.any(WHEN) || (word.any(SPANS) && before.is_some_and(counted))
    })
}

/// A number with the word after it, where that can be its unit.
fn with_unit(text: &str, words: &[Word], at: &Range<usize>) -> String {
    let next = words.iter().find(|word| word.at.start >= at.end);
    let unit = next.filter(|word| {
        text[at.end..word.at.start].trim().is_empty()
            && word.lower.chars().all(char::is_alphabetic)
            && COMMON.binary_search(&word.lower.as_str()).is_err()
            && !is_calendar(&word.lower)
    });
    let end = unit.map_or(at.end, |word| word.at.end);
    text[at.start..end]
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Words that name evidence which there is: not denied, not only planned. Links and files name it, too.
pub(super) fn evidence_in(text: &str, words: &[Word]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for sentence in sentences_of(text) {
        let inside: Vec<&Word> = words
            .iter()
            .filter(|word| sentence.contains(&word.at.start))
            .collect();
        let mut denied = false;
        let mut end = sentence.start;
        for word in inside {
            // A *no* or a *will* goes as far as its clause.
            let parted = text[end..word.at.start].contains([',', ';', ':', '—', '–', '(']);
            denied = (denied && !parted && !word.any(&["but"])) || word.any(NOT_YET);
            end = word.at.end;
            let shown = text[word.at.clone()].to_owned();
            if word.any(EVIDENCE) && !denied && !is_in_name(text, word) && !found.contains(&shown) {
                found.push(shown);
            }
        }
    }
    for piece in text.split_whitespace() {
        let piece = piece
            .trim_matches(|c: char| matches!(c, ',' | ';' | '(' | ')' | '“' | '”' | '"' | '.'));
        if is_source(piece) && !found.iter().any(|name| name == piece) {
            found.push(piece.to_owned());
        }
    }
    found
}

/// Whether a word is a part of a file's name or of a link.
fn is_in_name(text: &str, word: &Word) -> bool {
    let mut after = text[word.at.end..].chars();
    let dotted = after.next() == Some('.') && after.next().is_some_and(char::is_alphanumeric);
    dotted || text[..word.at.start].ends_with(['/', '.', '_', '^'])
}

/// Whether `piece` is a link, a DOI, a footnote's reference or the name of a file.
fn is_source(piece: &str) -> bool {
    let file = || {
        let ending = piece
            .rsplit_once('.')
            .filter(|(stem, _)| stem.contains(char::is_alphabetic));
        ending.is_some_and(|(_, ending)| {
            let known = [
                "csv", "md", "pdf", "xlsx", "json", "png", "jpg", "mp3", "mp4", "docx", "parquet",
                "sql",
            ];
            known.contains(&ending)
        })
    };
    piece.starts_with("https://")
        || piece.starts_with("http://")
        || (piece.starts_with("10.") && piece.contains('/'))
        || file()
}

/// The first place where one of `forms`, each some words, stands in a row.
pub(super) fn in_a_row(words: &[Word], forms: &[&str]) -> Option<Range<usize>> {
    let at = rows(words, forms).next()?;
    let (first, last) = (words.get(at.start)?, words.get(at.end.checked_sub(1)?)?);
    Some(first.at.start..last.at.end)
}

/// Wherever one of `forms` stands in a row, by the places of its words.
pub(super) fn rows<'w>(
    words: &'w [Word],
    forms: &'w [&'w str],
) -> impl Iterator<Item = Range<usize>> + 'w {
    (0..words.len()).filter_map(move |from| {
        forms.iter().find_map(|form| {
            let mut end = from;
            for part in form.split(' ') {
                if words.get(end)?.lower != part {
                    return None;
                }
                end += 1;
            }
            Some(from..end)
        })
    })
}

/// The words that carry the question: those that the answer has, and those that it has not.
fn shared(question: &str, answer: &str) -> (Vec<String>, Vec<String>) {
    let said = carrying(answer);
    let (mut there, mut missing) = (Vec::new(), Vec::new());
    let telling = |word: &str| {
        word.chars().count() > 3
            || word
                .chars()
                .skip(1)
                .any(|c| c.is_uppercase() || c.is_numeric())
    };
    for (stem, word) in carrying(question) {
        let is_there = said.iter().any(|(other, _)| *other == stem);
        if is_there {
            there.push(word);
        } else if telling(&word) {
            missing.push(word);
        }
    }
    (there, missing)
}

/// Whether nearly every word that carries the answer is in the question.
fn repeats(question: &str, answer: &str) -> bool {
    let asked = carrying(question);
    let mut said = carrying(answer);
    said.retain(|(_, word)| !EMPTY.contains(&word.to_lowercase().as_str()));
    let new = said
        .iter()
        .filter(|(stem, _)| !asked.iter().any(|(other, _)| other == stem))
        .count();
    said.len() >= 2 && new * 6 <= said.len()
}
