//! Other ways: those that *Alternatives* names, and those that it leaves out.

use whyproof_case::Kind;
use whyproof_syntax::{NodeKind, Role, Text};

use super::reading::{Reading, material};
use super::words;
use crate::material::{Attach, Material, On};

/// What is said of a way that was not taken.
const LEFT: &[&str] = &[
    " was considered",
    " were considered",
    " was tried",
    " were tried",
    " was rejected",
    " were rejected",
    " was left out",
];
/// Words of a way that is turned down on a feeling.
const FEELING: &[&str] = &[
    "feel",
    "modern",
    "elegant",
    "simply",
    "obviously",
    "not an option",
    "out of the question",
];
/// What the text itself says may do as well has not been turned down.
const AS_WELL: &[&str] = &[
    "may work as well",
    "would make this",
    "needless",
    "speaks for it",
];

/// Verbs that tell somebody to do something.
const DO: &[&str] = &[
    "add",
    "adopt",
    "allow",
    "ask",
    "bring",
    "build",
    "buy",
    "calculate",
    "call",
    "change",
    "close",
    "compute",
    "continue",
    "cut",
    "define",
    "deprecate",
    "do",
    "drop",
    "encode",
    "expand",
    "expose",
    "extend",
    "generate",
    "give",
    "hire",
    "hoist",
    "implement",
    "improve",
    "introduce",
    "join",
    "keep",
    "leave",
    "let",
    "limit",
    "lower",
    "make",
    "merge",
    "move",
    "offer",
    "omit",
    "open",
    "outsource",
    "pass",
    "pay",
    "phone",
    "provide",
    "put",
    "raise",
    "register",
    "reject",
    "rely",
    "remove",
    "rename",
    "rent",
    "replace",
    "require",
    "restrict",
    "return",
    "reuse",
    "revert",
    "sell",
    "send",
    "shut",
    "split",
    "stick",
    "stop",
    "store",
    "switch",
    "tell",
    "test",
    "train",
    "treat",
    "try",
    "use",
    "wait",
    "write",
];

pub(super) fn gather(reading: &Reading<'_>, into: &mut Vec<Material>) {
    if reading.case.kind != Kind::Idea {
        return;
    }
    let texts = reading.texts_of(Role::Alternatives);
    let mut nothing = false;
    for text in &texts {
        for named in named(text) {
            nothing |= is_nothing(named.words);
            into.push(one(reading, text, &named));
        }
        let lower = text.words.text.to_lowercase();
        nothing |= [
            "do nothing",
            "doing nothing",
            "leave it",
            "keep things",
            "as they are",
            "status quo",
        ]
        .iter()
        .any(|words| lower.contains(words));
    }
    // What people do today, and what that costs them, is what doing nothing is.
    let told = !texts.is_empty() && super::problem::is_long(reading);
    if reading.is_case && !nothing && !told {
        let mut one = material(
            Attach::Case,
            "alternatives",
            "what the case does not weigh",
            reading.start(),
        );
        one.slots = reading.about();
        if let Some(found) = reading.case.problem.part(whyproof_case::Part::WayOut) {
            one.slots
                .insert("way_out", Reading::quote(&found.text, found.span));
        }
        one.facts.push("no-do-nothing");
        if texts.is_empty() {
            one.facts.push("no-alternatives");
        }
        one.weight = 60;
        into.push(one);
    }
}

/// An alternative as a paragraph names it.
struct Named<'t> {
    words: &'t str,
    at: usize,
    /// What is said of it.
    said: &'t str,
    /// Whether it is a thing; else something to do.
    thing: bool,
}

fn is_nothing(words: &str) -> bool {
    let lower = words.to_lowercase();
    lower.starts_with("do nothing") || lower.starts_with("doing nothing")
}

/// The alternatives of a paragraph: what is strong at its start, the sentence that tells somebody to do something, or
/// what “was considered”.
fn named(text: &Text) -> Vec<Named<'_>> {
    let words = &text.words.text;
    if text.kind != NodeKind::Paragraph {
        return Vec::new();
    }
    let strong = text
        .words
        .marks_of(NodeKind::Strong)
        .find(|mark| mark.start == 0);
    if let Some(mark) = strong {
        let end = mark.end as usize;
        let label = words
            .get(..end)
            .unwrap_or("")
            .trim_end_matches(['.', ':', ' ']);
        let thing = !to_do(label);
        let said = words.get(end..).unwrap_or("");
        // *Only on Sundays* is neither a thing nor something to do.
        if thing && starts_within(label) {
            return Vec::new();
        }
        return vec![Named {
            words: label,
            at: 0,
            said,
            thing,
        }];
    }
    let sentences = whyproof_case::sentences(words).into_iter();
    sentences
        .flat_map(|range| in_sentence(words, range))
        .collect()
}

/// The alternatives of one sentence.
fn in_sentence(words: &str, range: std::ops::Range<usize>) -> Vec<Named<'_>> {
    let Some(sentence) = words.get(range.clone()) else {
        return Vec::new();
    };
    let left = LEFT.iter().filter_map(|verb| sentence.find(verb)).min();
    if let Some((thing, said)) = left.map(|end| sentence.split_at(end)) {
        let short = thing.split_whitespace().count() <= 10;
        if !short || words::dangles(thing) || is_ordinal(thing) {
            return Vec::new();
        }
        return vec![Named {
            words: thing,
            at: range.start,
            said,
            thing: true,
        }];
    }
    if !to_do(sentence) {
        return Vec::new();
    }
    let said = words.get(range.end..).unwrap_or("");
    let named = |(at, part)| Named {
        words: part,
        at: range.start + at,
        said,
        thing: false,
    };
    parts(sentence).into_iter().map(named).collect()
}

/// *The second*, *the first one*: words that only point back.
fn is_ordinal(words: &str) -> bool {
    let lower = words.to_lowercase();
    lower.split_whitespace().count() <= 3
        && ["first", "second", "third", "last", "latter", "former"]
            .iter()
            .any(|word| lower.contains(word))
}

/// A sentence that tells somebody to do something, at each *or*, without its stop.
fn parts(sentence: &str) -> Vec<(usize, &str)> {
    let end = sentence.find([';', '—', '(']).unwrap_or(sentence.len());
    let kept = sentence
        .get(..end)
        .unwrap_or(sentence)
        .trim_end_matches(['.', '!', ' ']);
    let kept = kept.split_once(": ").map_or(kept, |(head, _)| head);
    let mut from = 0;
    let mut found = Vec::new();
    for part in kept.split(", or ") {
        let at = from;
        from += part.len() + ", or ".len();
        let part = part.split(" and lose ").next().unwrap_or(part);
        if part.split_whitespace().count() <= 12 {
            found.push((at, part));
        }
    }
    found
}

/// Whether words begin inside a sentence, with how, where or when.
fn starts_within(words: &str) -> bool {
    const WITHIN: &[&str] = &[
        "after", "as", "at", "before", "by", "for", "from", "how", "if", "in", "into", "just",
        "on", "only", "per", "to", "under", "via", "what", "when", "where", "whether", "with",
        "without",
    ];
    WITHIN.contains(&words::first(words).as_str())
}

/// Whether words begin with a verb that tells somebody to do something.
fn to_do(words: &str) -> bool {
    let first = words::first(words);
    DO.contains(&first.as_str())
}

fn one(reading: &Reading<'_>, text: &Text, named: &Named<'_>) -> Material {
    let span = text.words.source(named.at, named.at + named.words.len());
    let nothing = is_nothing(named.words);
    let mut one = material(
        Attach::Alternative,
        "named",
        "an alternative that the text names",
        span,
    );
    one.on = On::Passage;
    one.weight = 55;
    one.slots = reading.about();
    let slot = reading.slot(named.words, span);
    one.slots
        .insert(if named.thing { "alternative" } else { "action" }, slot);
    let cited = text
        .words
        .marks
        .iter()
        .any(|mark| matches!(mark.kind, NodeKind::FootnoteReference | NodeKind::Link));
    let lower = named.said.to_lowercase();
    let reasoned = named.said.split_whitespace().count() >= 3;
    let mut fact = |holds: bool, name: &'static str| {
        if holds {
            one.facts.push(name);
        }
    };
    fact(nothing, "do-nothing");
    fact(cited, "sourced");
    fact(reasoned, "reasoned");
    fact(
        text.words.text.contains(|c: char| c.is_ascii_digit()),
        "number",
    );
    let says = |some: &[&str]| some.iter().any(|word| lower.contains(word));
    fact(says(FEELING), "by-feeling");
    fact(says(AS_WELL), "not-refuted");
    one
}
