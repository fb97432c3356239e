//! Words of the text that can stand alone between quotation marks, and phrases looked for in them.

use crate::english::{Class, Token, class, clause};
use crate::material::{Attach, Material, Slot, Slots};

use super::take::Take;
use super::worth::facts;

/// Most words of a quotation.
const LONGEST: usize = 28;
/// Least words of a quotation.
const SHORTEST: usize = 3;
/// What a sentence opens with that only ties it to the one before.
const OPENINGS: &str = "on the other hand ,|as a result ,|however ,|therefore ,|of course ,|thus ,|hence ,|further ,|furthermore ,|additionally ,|note that|also ,|finally ,|similarly ,|note ,|in addition ,|and|but|so";
/// After a comma, what begins a part that can be left out.
const PARTS: &str = "but|so that|so|which|while|although|though|because|since|whereas|where|yet|thus|making|as|i.e|e.g|for example|for instance|either|especially|particularly|hence|unless";

/// One past the end of the first of `phrases`, divided by `|`, that stands at `at`.
pub(crate) fn ends(tokens: &[Token], at: usize, phrases: &str) -> Option<usize> {
    phrases.split('|').find_map(|phrase| {
        let mut end = at;
        for word in phrase.split(' ') {
            if !tokens.get(end)?.is(word) {
                return None;
            }
            end += 1;
        }
        Some(end)
    })
}

/// The first place of one of `phrases`, divided by `|`: its first token and one past its last.
pub(crate) fn place(tokens: &[Token], phrases: &str) -> Option<(usize, usize)> {
    (0..tokens.len()).find_map(|at| Some((at, ends(tokens, at, phrases)?)))
}

/// Whether one of `words`, divided by `|`, begins a word of the heading or is in it.
pub(crate) fn under(heading: &str, words: &str) -> bool {
    words.split('|').any(|word| heading.contains(word))
}

/// Whether one of `words` is in the heading of a sentence, or in the one above it.
pub(crate) fn near(take: &Take<'_>, words: &str) -> bool {
    let path = &take.sentence.path;
    let near = path.iter().skip(1).rev().take(2).chain(path.last());
    near.into_iter().any(|heading| under(heading, words))
}

/// Whether what follows is said not to be so, to have been so, or to be measured against something.
pub(crate) fn is_denied(before: &[Token]) -> bool {
    before.iter().rev().take(6).any(|t| {
        t.any(&[
            "not", "no", "never", "nor", "without", "was", "were", "cannot", "than",
        ]) || t.lower.ends_with("n't")
    })
}

/// The words around the token at `at` that can be quoted: the whole sentence, or its part between marks.
pub(crate) fn around(take: &Take<'_>, at: usize) -> Option<Slot> {
    let tokens = take.tokens();
    let first = tokens.iter().position(Token::is_wordy)?;
    let first = ends(tokens, first, OPENINGS)
        .filter(|end| *end < at)
        .unwrap_or(first);
    if points_to_before(tokens, first) {
        return with_before(take, first);
    }
    quotable(take, first, tokens.len()).or_else(|| {
        let (from, to) = part(tokens, first, at);
        quotable(take, from, to)
    })
}

/// Whether the sentence begins with a word that stands for something before it: *they*, *this will*.
fn points_to_before(tokens: &[Token], first: usize) -> bool {
    let alone = tokens.get(first + 1).is_some_and(|next| {
        class(&next.lower) == Class::Auxiliary || next.any(&["means", "requires"])
    });
    let pronoun = tokens[first].any(&["they", "it", "he", "she"]);
    pronoun || (alone && tokens[first].any(&["this", "that", "these", "those"]))
}

/// The sentence with the one before it, where it only points back to that.
fn with_before(take: &Take<'_>, first: usize) -> Option<Slot> {
    let tokens = take.tokens();
    let before = take.earlier()?;
    let from = before.tokens().iter().position(Token::is_wordy)?;
    let mut both = quotable(&before, from, before.tokens().len())?;
    let this = quotable(take, first, tokens.len())?;
    let words = both.text.split(' ').count() + this.text.split(' ').count();
    both.text = format!("{}. {}", both.text, this.text);
    (words <= LONGEST + 6).then_some(both)
}

/// The part of a sentence in which `at` stands.
fn part(tokens: &[Token], first: usize, at: usize) -> (usize, usize) {
    let to = (at + 1..tokens.len()).find(|i| parts_here(tokens, *i) || tokens[*i].is("("));
    let to = to.unwrap_or(tokens.len());
    let before = (first..at).rev().find(|i| parts_here(tokens, *i));
    let Some(before) = before else {
        return (first, to);
    };
    let from = ends(tokens, before + 1, PARTS).unwrap_or(before + 1);
    let whole = clause(tokens, from, to).is_some_and(|found| found.from == from);
    (if whole { from } else { to }, to)
}

/// Whether a part ends at `at`.
fn parts_here(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let apart = at > 0
        && token.start > tokens[at - 1].end
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.start > token.end);
    let joins = |at: usize| {
        tokens.get(at).is_some_and(|t| t.any(&["and", "or"]))
            && tokens
                .get(at + 1)
                .is_some_and(|t| class(&t.lower) == Class::Pronoun)
    };
    token.any(&[";", ":", "—"])
        || (token.any(&["-", "–"]) && apart)
        || (token.is(",") && (ends(tokens, at + 1, PARTS).is_some() || joins(at + 1)))
}

/// The tokens as a quotation, where they can be one.
pub(crate) fn quotable(take: &Take<'_>, from: usize, to: usize) -> Option<Slot> {
    let tokens = take.tokens().get(from..to)?;
    let words = tokens.iter().filter(|t| t.is_wordy()).count();
    if !(SHORTEST..=LONGEST).contains(&words) {
        return None;
    }
    let mut slot = take.quoted(from, to)?;
    slot.text = slot.text.split_whitespace().collect::<Vec<_>>().join(" ");
    // Where a footnote's mark has been left out, its space is still there.
    slot.text = single_marks(&slot.text)
        .replace(" ,", ",")
        .trim_end_matches([',', ';', ':', '.', '!', ' '])
        .to_owned();
    is_clean(&slot.text).then_some(slot)
}

/// The text with its own pairs of quotation marks made single, so that it can stand between double ones.
fn single_marks(text: &str) -> String {
    let mut opens = true;
    let paired = text.matches('"').count().is_multiple_of(2);
    let single = |c: char| match c {
        '“' => '‘',
        '”' => '’',
        '"' if paired => {
            opens = !opens;
            if opens { '’' } else { '‘' }
        }
        other => other,
    };
    text.chars().map(single).collect()
}

/// The text without what stands between backticks.
pub(crate) fn without_code(text: &str) -> String {
    let parts = text.split('`').enumerate();
    let prose = parts.filter(|(at, _)| at % 2 == 0).map(|(_, part)| part);
    prose.collect()
}

/// Whether a quotation has no marks of its own that would be heard, and all that it opens is closed.
fn is_clean(text: &str) -> bool {
    let even = |open: char, close: char| text.matches(open).count() == text.matches(close).count();
    let marks = [
        "http", "](", "<", ">", "]_", "::", "|", "“", "”", "\"", "\\", "[", "_ ", "$ ", "**",
    ];
    let prose = without_code(text);
    !marks.iter().any(|mark| prose.contains(mark))
        && !text.contains("http")
        && even('(', ')')
        && text.matches('`').count().is_multiple_of(2)
        && text.starts_with(|c: char| c.is_alphanumeric() || c == '`')
}

/// A short phrase between quotation marks.
pub(crate) fn phrase(take: &Take<'_>, from: usize, to: usize) -> Option<Slot> {
    let mut slot = take.quoted(from, to)?;
    slot.text = slot.text.split_whitespace().collect::<Vec<_>>().join(" ");
    is_clean(&slot.text).then_some(slot)
}

/// Whether the sentence belongs to an argument long enough to hold to its words, and states something.
pub(crate) fn is_stated(take: &Take<'_>) -> bool {
    let sentence = take.sentence;
    let asks = sentence.tokens.last().is_some_and(|t| t.is("?"));
    let shows = sentence
        .path
        .iter()
        .any(|heading| under(heading, "example|user stor|glossary"));
    let opens = &sentence.tokens[..sentence.tokens.len().min(4)];
    let supposes = place(
        opens,
        "for example|for instance|imagine|let's say|suppose|say ,",
    )
    .is_some();
    !(take.sentences.short || sentence.shown || asks || shows || supposes)
}

/// A commitment of the text, by `name`.
pub(crate) fn commitment(
    take: &Take<'_>,
    name: &'static str,
    marker: &str,
    weight: u8,
    slots: Slots,
) -> Material {
    Material {
        attach: Attach::Commitment,
        name,
        on: take.sentence.on.clone(),
        span: take.sentence.span,
        marker: format!("“{marker}”"),
        facts: facts(take, &slots),
        slots,
        load: take.sentence.load,
        weight,
    }
}
