//! Words that settle nothing where a decision hangs on them: thresholds without a measure, things left unspecific.

use crate::english::{Class, Token, class, is_adverb, noun_phrase};
use crate::material::{Material, Slots};

use super::grounds::{draws_line, is_told};
use super::quote::{around, commitment, ends, is_stated, phrase, place, quotable, under};
use super::take::Take;

/// Headings under which it is said what has to be reached.
const BARS: &str = "criteria|graduation|success|acceptance|requirement|definition of done|policy|milestone|eligib|conditions for|stabiliz|promotion";
/// Adjectives of a thing that is judged.
const JUDGED: &str = "acceptable|adequate|sufficient|reasonable|satisfactory";
/// The same, where only a bar makes them one.
const JUDGED_BY_BAR: &str = "stable|mature|robust|reliable|healthy|comprehensive|complete|ready|usable|good|positive|successful|widespread|significant|substantial|meaningful|strong|broad|wide";
/// Adjectives that draw a line nowhere, before a noun.
const BEFORE_NOUN: &str = "acceptable|adequate|sufficient|satisfactory|prolonged|genuine|compelling|excessive|undue|unreasonable";
/// Adjectives that do so before these nouns.
const MEASURED: &str =
    "appropriate|reasonable|significant|substantial|meaningful|extended|timely|suitable";
const MEASURES: &str = "level|amount|degree|time|period|confidence|quality|number|increase|decrease|change|changes|regression|regressions|impact|effort|notice|delay|delays|portion|share|overhead|manner|fashion|adoption|usage|threshold|timeframe|performance|difference";
/// Verbs that tell somebody to do something, at the start of a sentence.
const ORDERS: &str = "ensure|verify|make|do|provide|maintain|keep|validate|confirm|demonstrate|show|reach|achieve|gather|collect|wait|improve|get|have|build";
/// Words with which something hangs on what follows.
const HANGS: &str = "must|should|shall|will|needs to|need to|has to|have to|are to|is to|only|if|once|until|unless|provided";

/// What hangs on a word that draws a line nowhere.
pub(crate) fn threshold(take: &Take<'_>, into: &mut Vec<Material>) {
    if !is_stated(take) {
        return;
    }
    let tokens = take.tokens();
    let barred = under(&take.sentence.heading, BARS);
    for at in 0..tokens.len() {
        let Some((from, to)) = undefined(tokens, at, barred) else {
            continue;
        };
        let ordered = ends(tokens, 0, ORDERS).is_some() && tokens[0].capital;
        let hangs = place(&tokens[..from], HANGS).is_some();
        let (name, weight) = match (barred || ordered, hangs) {
            (true, _) => ("bar", if barred { 92 } else { 84 }),
            (false, true) => ("threshold", 76),
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
        into.push(commitment(take, name, &marker, weight, slots));
        return;
    }
}

/// Whether what follows is said not to be so, to have been so, or to be so for others.
fn is_denied(before: &[Token]) -> bool {
    before.iter().rev().take(6).any(|t| {
        t.any(&[
            "not", "no", "never", "nor", "without", "was", "were", "cannot", "than",
        ]) || t.lower.ends_with("n't")
    })
}

/// The phrase that begins at `at` and settles nothing.
fn undefined(tokens: &[Token], at: usize, barred: bool) -> Option<(usize, usize)> {
    let next = tokens.get(at + 1);
    // small enough
    if next.is_some_and(|t| t.is("enough"))
        && class(&tokens[at].lower) == Class::Open
        && tokens[at].is_wordy()
    {
        let bound = tokens
            .get(at + 2)
            .is_some_and(|t| t.any(&["to", "that", "for", "as"]));
        let noun = tokens
            .get(at + 2)
            .filter(|t| t.any(&["reason", "reasons", "interest", "demand"]));
        return (barred || !bound).then_some((at, at + 2 + usize::from(noun.is_some())));
    }
    let judged =
        ends(tokens, at, JUDGED).is_some() || barred && ends(tokens, at, JUDGED_BY_BAR).is_some();
    if judged && after_be(tokens, at) {
        let bound = next.is_some_and(|t| t.any(&["to", "for", "if", "as"]));
        let joined = next.is_some_and(|t| t.is("and"))
            && tokens
                .get(at + 2)
                .is_some_and(|t| ends(&[t.clone()], 0, JUDGED_BY_BAR).is_some());
        return (barred || !bound).then_some((at, at + 1 + 2 * usize::from(joined)));
    }
    let any = ends(tokens, at, BEFORE_NOUN).is_some();
    let measured = ends(tokens, at, MEASURED).is_some();
    if !(any || measured) {
        return None;
    }
    let head =
        next.filter(|t| class(&t.lower) == Class::Open && t.is_wordy() && !is_adverb(&t.lower))?;
    if !any && ends(&[head.clone()], 0, MEASURES).is_none() {
        return None;
    }
    let from = at - usize::from(at > 0 && tokens[at - 1].any(&["a", "an"]));
    let end = noun_phrase(tokens, at)?;
    let cut =
        (at + 2..end).find(|i| class(&tokens[*i].lower) != Class::Open && !tokens[*i].is("of"));
    let end = cut.unwrap_or(end);
    (end - from <= 7).then_some((from, end))
}

/// Whether the token at `at` is said of a subject.
fn after_be(tokens: &[Token], at: usize) -> bool {
    let before = tokens[..at].iter().rev().find(|t| !is_adverb(&t.lower));
    before.is_some_and(|t| t.any(&["is", "are", "be", "been", "remains", "remain", "seems"]))
}

/// Who decides, and by what, is left to them.
const LEFT: &str =
    "at the discretion of|at their discretion|at its discretion|case-by-case|case by case";
/// What is left to those who build it.
const BUILT: &str = "implementation-defined|an implementation detail|implementation details|up to the implementation|up to implementations|up to each implementation|up to the implementer|up to implementers|up to implementors|left to the implementation|left to implementations|left to implementers";
/// What is left for later.
const LATER: &str =
    "to be defined|to be decided|to be determined|to be agreed|to be specified|tbd|tbc";
/// What is named by its kind only.
const KINDS: &str =
    "some kind of|some manner of|some form of|some sort of|some type of|some way of";
/// Words of those who bind themselves.
const BINDS: &str =
    "propose|proposes|implement|introduce|add|provide|build|will|should|must|shall|we'll";

/// What a commitment leaves open.
pub(crate) fn unspecific(take: &Take<'_>, into: &mut Vec<Material>) {
    if !is_stated(take) {
        return;
    }
    let tokens = take.tokens();
    let kinds = [
        (LEFT, "left", 78),
        (BUILT, "built", 80),
        (LATER, "later", 80),
    ];
    for (phrases, name, weight) in kinds {
        let Some((from, to)) = place(tokens, phrases) else {
            continue;
        };
        let settled = tokens
            .get(to)
            .is_some_and(|t| t.any(&["by", "in", "at", "during", "as"]));
        if is_denied(&tokens[..from])
            || (name == "later" && settled)
            || tokens.len() < to - from + 3
        {
            continue;
        }
        if let (Some(quote), Some(words)) = (around(take, from), phrase(take, from, to)) {
            let marker = words.text.clone();
            let slots = Slots::from([("quote", quote), ("phrase", words)]);
            into.push(commitment(take, name, &marker, weight, slots));
        }
        return;
    }
    kind_only(take, into);
    and_so_on(take, into);
}

/// *Some manner of direct configuration*, *SlackOps of some kind*.
fn kind_only(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let found = place(tokens, KINDS).and_then(|(from, to)| Some((from, noun_phrase(tokens, to)?)));
    let after = place(tokens, "of some kind|of some sort|of some form");
    let (from, to) = match (found, after) {
        (Some(found), _) => found,
        (None, Some((at, to))) if at > 0 && at <= 4 => (0, to),
        _ => return,
    };
    let binds = from == 0 || place(&tokens[..from], BINDS).is_some();
    if !binds || to - from > 10 || is_denied(&tokens[..from]) {
        return;
    }
    let Some(words) = phrase(take, from, to) else {
        return;
    };
    let mut slots = Slots::from([("phrase", words)]);
    if let Some(quote) = around(take, from).filter(|_| to - from < tokens.len() - 2) {
        slots.insert("quote", quote);
    }
    into.push(commitment(take, "kind", "some", 80, slots));
}

/// *etc.* as the last item of a list.
fn and_so_on(take: &Take<'_>, into: &mut Vec<Material>) {
    let alone = ends(take.tokens(), 0, "etc|and so on|and more|and others|…").is_some();
    if !alone || take.tokens().len() > 4 {
        return;
    }
    let Some(quote) = take
        .lead()
        .and_then(|lead| quotable(&lead, 0, lead.tokens().len()))
    else {
        return;
    };
    let Some(words) = take.quoted(0, take.tokens().len()) else {
        return;
    };
    let slots = Slots::from([("quote", quote), ("phrase", words)]);
    into.push(commitment(take, "so-on", "etc", 76, slots));
}
