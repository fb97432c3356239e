//! What a commitment leaves open by naming a kind only.

use crate::english::{Class, class, noun_phrase};
use crate::material::{Material, Slots};

use super::quote::{around, commitment, is_denied, is_stated, phrase, place};
use super::take::Take;

/// What is named by its kind only.
const KINDS: &str =
    "some kind of|some manner of|some form of|some sort of|some type of|some way of";
/// Words of those who bind themselves.
const BINDS: &str =
    "we propose|i propose|further propose|proposes|we will|will|should|must|shall|we'll";

/// *Some manner of direct configuration*, *SlackOps of some kind*.
pub(crate) fn unspecific(take: &Take<'_>, into: &mut Vec<Material>) {
    if !is_stated(take) {
        return;
    }
    let tokens = take.tokens();
    let found = place(tokens, KINDS).and_then(|(from, to)| Some((from, noun_phrase(tokens, to)?)));
    let after = place(tokens, "of some kind|of some sort|of some form");
    let (from, to) = match (found, after) {
        (Some((from, end)), _) => {
            let bare = |i: &usize| class(&tokens[*i].lower) != Class::Open || tokens[*i].is("like");
            (from, (from + 4..end).find(bare).unwrap_or(end))
        }
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
