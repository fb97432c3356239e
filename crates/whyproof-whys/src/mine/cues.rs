//! Phrases in which a proposal leaves something to be asked: each with what has to stand in its sentence, what must
//! not, and with which words its neighbours, or another sentence about the same, already answer.

mod gate;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::english::{Shape, Token};
use crate::material::{Material, On, Slots};

use super::grounds::is_told;
use super::quote::{commitment, ends, phrase, place};
use super::take::Take;

/// Where a cue counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Where {
    /// Where it is told what is proposed.
    Proposed,
    /// There, and where it is told what comes later or is not settled.
    Open,
    /// There, and where it is told how things stand or what was decided.
    Told,
}

impl Where {
    /// Whether a cue that counts here takes a sentence that stands in `place`.
    fn takes(self, place: Where) -> bool {
        match self {
            Where::Proposed => place == self,
            Where::Open => matches!(place, Where::Proposed | Where::Open),
            Where::Told => true,
        }
    }
}

/// What is looked for, and what answers it. Phrases are divided by `|`; an empty list asks for nothing.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Cue {
    /// The name of the commitment, by which questions are chosen.
    name: String,
    weight: u8,
    at: Where,
    /// One of these begins it.
    on: String,
    /// One of these stands in the sentence, too.
    #[serde(default)]
    with: String,
    /// None of these does.
    #[serde(default)]
    without: String,
    /// None of these stands in the sentences beside it or in another one about the same.
    #[serde(default)]
    answered: String,
    /// None of these stands anywhere in the text, its headings and code among it; `*` ends the beginning of a word.
    #[serde(default)]
    nowhere: String,
    /// Whether one such place in a text is enough; so it is where one word anywhere answers it.
    #[serde(default)]
    once: bool,
    /// Whether a number in it or beside it answers it.
    #[serde(default)]
    counted: bool,
}

/// A file of cues.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    cue: Vec<Cue>,
}

/// The files of cues: of two in one sentence, that counts which stands first here.
const FILES: &[&str] = &[
    include_str!("../../cues/silent.toml"),
    include_str!("../../cues/open.toml"),
    include_str!("../../cues/line.toml"),
];

/// The cues of all files, and where each phrase belongs, by its first word.
struct Cues {
    all: Vec<Cue>,
    by_word: BTreeMap<String, Vec<(usize, String)>>,
}

static CUES: LazyLock<Cues> = LazyLock::new(|| {
    // A file of ours that cannot be read fails the test of the cues.
    let files = FILES
        .iter()
        .filter_map(|text| toml::from_str::<File>(text).ok());
    let all: Vec<Cue> = files.flat_map(|file| file.cue).collect();
    let mut by_word: BTreeMap<String, Vec<(usize, String)>> = BTreeMap::new();
    for (number, cue) in all.iter().enumerate() {
        for phrase in cue.on.split('|') {
            let word = phrase.split(' ').next().unwrap_or_default();
            by_word
                .entry(word.to_owned())
                .or_default()
                .push((number, phrase.to_owned()));
        }
    }
    Cues { all, by_word }
});

/// What is taken by the first cue that counts in a sentence.
pub(crate) fn cued(take: &Take<'_>, into: &mut Vec<Material>) {
    // What is argued is asked about as an argument.
    if matches!(take.sentence.on, On::Statement(_)) {
        return;
    }
    let opening = u64::from(take.sentence.span.start) * OPENING < take.sentences.whole.length;
    if opening || !gate::is_open(take) {
        return;
    }
    let mut found = places(take);
    found.sort_unstable();
    let mut tried = None;
    for (number, from, to) in found {
        let again = CUES.all.get(number).is_some_and(|cue| {
            let most = if cue.once || !cue.nowhere.is_empty() {
                1
            } else {
                MOST
            };
            into.iter().filter(|one| one.name == cue.name).count() >= most
        });
        if tried == Some(number) || again {
            continue;
        }
        tried = Some(number);
        let one = CUES
            .all
            .get(number)
            .and_then(|cue| taken(take, cue, from, to));
        if let Some(one) = one {
            into.push(one);
            return;
        }
    }
}

/// A text tells why it is there in about this part of it, and what it would do after that.
const OPENING: u64 = 5;
/// How often a cue counts in one text.
const MOST: usize = 2;

/// Whether a token is a number, in digits or as a word.
fn is_count(token: &Token) -> bool {
    let year = token.lower.len() == 4 && token.lower.starts_with(['1', '2']);
    let digits = token
        .lower
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '%'));
    let words = [
        "two", "three", "four", "five", "six", "seven", "eight", "ten", "twelve",
    ];
    (token.shape == Shape::Number && digits && !year) || token.any(&words)
}

/// Where the cues of a sentence stand: number, first token, one past the last.
fn places(take: &Take<'_>) -> Vec<(usize, usize, usize)> {
    let tokens = take.tokens();
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        for (number, phrase) in CUES.by_word.get(token.lower.as_str()).into_iter().flatten() {
            if let Some(to) = ends(tokens, at, phrase) {
                found.push((*number, at, to));
            }
        }
    }
    found
}

fn taken(take: &Take<'_>, cue: &'static Cue, from: usize, to: usize) -> Option<Material> {
    let place = gate::at(take)?;
    if !cue.at.takes(place) || !fits(take, cue) {
        return None;
    }
    let quote = gate::quote(take, from, to)?;
    if is_answered(take, cue, &quote.text) {
        return None;
    }
    let words = phrase(take, from, to)?;
    let marker = words.text.to_lowercase();
    let slots = Slots::from([("quote", quote), ("phrase", words)]);
    Some(commitment(take, &cue.name, &marker, cue.weight, slots))
}

/// Whether the sentence has what the cue asks for, and nothing that it must not have.
fn fits(take: &Take<'_>, cue: &Cue) -> bool {
    let tokens = take.tokens();
    let with = cue.with.is_empty() || place(tokens, &cue.with).is_some();
    with && (cue.without.is_empty() || place(tokens, &cue.without).is_none())
}

/// Whether the sentence beside it, another one about the same, or the text as a whole answers it.
fn is_answered(take: &Take<'_>, cue: &Cue, quote: &str) -> bool {
    let beside = [take.before(), take.after()];
    let counted = cue.counted
        && (gate::counts(take.tokens())
            || beside.iter().flatten().any(|s| gate::counts(&s.tokens)));
    let says =
        |tokens: &[Token]| !cue.answered.is_empty() && place(tokens, &cue.answered).is_some();
    let near = beside.iter().flatten().any(|s| says(&s.tokens));
    let elsewhere = !cue.answered.is_empty() && is_told(take, quote, says);
    let anywhere = || !cue.nowhere.is_empty() && take.sentences.whole.said.any(&cue.nowhere);
    counted || near || elsewhere || anywhere()
}
