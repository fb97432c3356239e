//! Thresholds without a measure, where a decision or a duty hangs on them.

use crate::english::{Class, Token, can, class, is_adverb, noun_phrase};
use crate::material::{Material, Slots};

use super::grounds::{draws_line, is_told};
use super::quote::{around, commitment, ends, is_denied, is_stated, near, phrase, place};
use super::take::Take;

/// Headings under which it is said what has to be reached.
const BARS: &str = "criteria|graduation|success|acceptance|requirement|definition of done|milestone|eligib|conditions for";
/// Adjectives of a thing that is judged.
const JUDGED: &str = "acceptable|adequate|reasonable|satisfactory";
/// The same, where only a bar makes them one.
const JUDGED_BY_BAR: &str = "stable|mature|robust|reliable|healthy|comprehensive|complete|ready|usable|good|positive|successful|widespread|significant|substantial|meaningful|strong|broad|wide";
/// Adjectives that draw a line nowhere, before a noun.
const BEFORE_NOUN: &str =
    "acceptable|adequate|satisfactory|prolonged|genuine|compelling|excessive|undue|unreasonable";
/// Adjectives that do so before a noun that is measured.
const MEASURED: &str =
    "appropriate|reasonable|significant|substantial|meaningful|extended|timely|suitable";
const MEASURES: &str = "level|amount|degree|time|period|confidence|quality|number|increase|decrease|change|changes|regression|regressions|notice|delay|delays|portion|share|manner|fashion|adoption|usage|timeframe|difference";
/// Verbs that tell somebody to do something, at the start of a sentence.
const ORDERS: &str = "ensure|verify|make sure|do|provide|maintain|keep|validate|confirm|demonstrate|show|reach|achieve|gather|collect|wait|improve|build";

/// What hangs on a word that draws a line nowhere.
pub(crate) fn threshold(take: &Take<'_>, into: &mut Vec<Material>) {
    if !is_stated(take) {
        return;
    }
    let tokens = take.tokens();
    let barred = near(take, BARS);
    for at in 0..tokens.len() {
        let Some((from, to)) = undefined(tokens, at, barred) else {
            continue;
        };
        let weight = match (barred, is_ordered(tokens)) {
            (true, _) => 92,
            (_, true) => 84,
            _ => continue,
        };
        if is_denied(&tokens[..from]) {
            continue;
        }
        let (Some(quote), Some(words)) = (around(take, from), phrase(take, from, to)) else {
            continue;
        };
        if draws_line(&tokens[to..]) || is_told(take, &words.text, draws_line) {
            continue;
        }
        let marker = words.text.clone();
        let slots = Slots::from([("quote", quote), ("phrase", words)]);
        into.push(commitment(take, "bar", &marker, weight, slots));
        return;
    }
}

/// Whether the sentence tells somebody to do something.
fn is_ordered(tokens: &[Token]) -> bool {
    let first = tokens.iter().position(Token::is_wordy).unwrap_or(0);
    let order = ends(tokens, first, ORDERS).is_some() && tokens[first].capital;
    order && place(tokens, "you|they|might|could").is_none()
}

/// The phrase that begins at `at` and settles nothing.
fn undefined(tokens: &[Token], at: usize, barred: bool) -> Option<(usize, usize)> {
    let next = tokens.get(at + 1)?;
    if next.is("enough") {
        return by_enough(tokens, at, barred);
    }
    let by_bar = barred && ends(tokens, at, JUDGED_BY_BAR).is_some();
    if (ends(tokens, at, JUDGED).is_some() || by_bar) && after_be(tokens, at) {
        let bound = next.any(&["to", "for", "if", "as"]);
        let joined = next.is("and") && ends(tokens, at + 2, JUDGED_BY_BAR).is_some();
        return (barred || !bound).then_some((at, at + 1 + 2 * usize::from(joined)));
    }
    let any = ends(tokens, at, BEFORE_NOUN).is_some();
    let measured = ends(tokens, at, MEASURED).is_some();
    let head = class(&next.lower) == Class::Open
        && next.is_wordy()
        && !next.is("due")
        && !is_adverb(&next.lower);
    if !head || !(any || measured && ends(tokens, at + 1, MEASURES).is_some()) {
        return None;
    }
    let from = at - usize::from(at > 0 && tokens[at - 1].any(&["a", "an"]));
    let end = noun_phrase(tokens, at)?;
    // *A level of confidence* is one thing, *evidence of people* is not.
    let whole = ends(tokens, at + 1, MEASURES).is_some();
    let end = (at + 2..end)
        .find(|i| class(&tokens[*i].lower) != Class::Open && !(whole && tokens[*i].is("of")))
        .unwrap_or(end);
    let end = end - usize::from(tokens[end - 1].is("of"));
    (end - from <= 7).then_some((from, end))
}

/// *Small enough*, *a compelling enough reason*; what it is enough for draws the line.
fn by_enough(tokens: &[Token], at: usize, barred: bool) -> Option<(usize, usize)> {
    let word = &tokens[at];
    let graded = word.is_wordy() && class(&word.lower) == Class::Open && can(&word.lower).adjective;
    let after = tokens.get(at + 2);
    let bound = after.is_some_and(|t| t.any(&["to", "that", "for", "as", "with"]));
    let more = after.is_some_and(|t| t.any(&["reason", "reasons", "interest", "demand", "ago"]));
    let article = at > 0 && more && tokens[at - 1].any(&["a", "an"]);
    (graded && (barred || !bound))
        .then_some((at - usize::from(article), at + 2 + usize::from(more)))
}

/// Whether the token at `at` is said of a subject.
fn after_be(tokens: &[Token], at: usize) -> bool {
    let before = tokens[..at].iter().rev().find(|t| !is_adverb(&t.lower));
    before.is_some_and(|t| t.any(&["is", "are", "be", "been", "remains", "remain", "seems"]))
}
