//! What a commitment leaves open: to those who apply or build it, for later, by naming a kind, or by a list without end.

use crate::english::{Class, class, noun_phrase};
use crate::material::{Material, Slots};

use super::quote::{around, commitment, ends, is_denied, is_stated, phrase, place, quotable};
use super::take::Take;

/// Who decides, and by what, is left to them.
const LEFT: &str =
    "at the discretion of|at their discretion|at its discretion|case-by-case|case by case";
/// What is left to those who build it.
const BUILT: &str = "is an implementation detail|are an implementation detail|are implementation details|be an implementation detail|be implementation details|is implementation-defined|are implementation-defined|be implementation-defined|up to the implementation|up to implementations|up to each implementation|up to the implementer|up to implementers|up to implementors|left to the implementation|left to implementations|left to implementers|left to the implementer";
/// What is left for later.
const LATER: &str = "to be defined|to be decided|to be determined|to be agreed|to be specified|to be discussed|tbd|tbc";
/// What stands before them where they are said of the thing.
const STILL: &[&str] = &[
    "is", "are", "still", "yet", "remains", "remain", "(", ":", "–", "—", "-",
];
/// What is named by its kind only.
const KINDS: &str =
    "some kind of|some manner of|some form of|some sort of|some type of|some way of";
/// Words of those who bind themselves.
const BINDS: &str =
    "we propose|i propose|further propose|proposes|we will|will|should|must|shall|we'll";

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
        let of = name == "built"
            && tokens
                .get(to)
                .is_some_and(|t| t.any(&["of", "backing", "that"]));
        let said = from > 0 && tokens[from - 1].any(STILL);
        if of
            || is_denied(&tokens[..from])
            || (name == "later" && (settled || !said))
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
