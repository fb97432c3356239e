//! What a sentence is worth asking about, and what is known of it.

use crate::english::{Class, Shape, class};
use crate::material::{Attach, Slots};

use super::pointing::{is_anaphor, points_away};
use super::sentence::Sentence;
use super::stakes;
use super::take::Take;
use super::whole::opens;

/// What is known of a sentence, and of what was taken from it.
pub(crate) fn facts(take: &Take<'_>, slots: &Slots) -> Vec<&'static str> {
    let sentence = take.sentence;
    let has = |words: &[&str]| sentence.tokens.iter().any(|t| t.any(words));
    let number = sentence.tokens.iter().any(|t| t.shape == Shape::Number);
    let negative =
        has(&["not", "never", "no"]) || sentence.tokens.iter().any(|t| t.lower.ends_with("n't"));
    let first_person = has(&["i", "my", "me", "i've", "i'm"]);
    let always = [
        ("sourced", sentence.sourced),
        ("shown", sentence.shown),
        ("number", number),
        ("negative", negative),
        ("first-person", first_person),
        ("explained", take.is_explained()),
        ("spoken", sentence.speaker.is_some()),
    ];
    let known = always.into_iter().filter(|(_, known)| *known);
    let mut facts: Vec<_> = known.map(|(fact, _)| fact).collect();
    if !take.sentences.short {
        facts.extend(in_long(take, slots));
    }
    facts
}

/// What is known in a text so long that its parts can answer each other.
fn in_long(take: &Take<'_>, slots: &Slots) -> Vec<&'static str> {
    let sentence = take.sentence;
    let whole = &take.sentences.whole;
    let opens = opens(take.at, &sentence.heading);
    let longest = slots.values().max_by_key(|slot| slot.text.len());
    let has = |words: &[&str]| sentence.tokens.iter().any(|t| t.any(words));
    let known = [
        ("long", true),
        ("design", !tells_of_people(sentence)),
        ("late", !opens),
        ("wide", !has(NARROW)),
        ("aim", has(AIMS)),
        ("bound", !has(FREE) || has(&["need", "have", "must"])),
        (
            "told",
            longest.is_some_and(|slot| whole.tells(take.at, &slot.text)),
        ),
    ];
    let known = known.into_iter().filter(|(_, known)| *known);
    known.map(|(fact, _)| fact).collect()
}

/// Words that make a rule narrower than a reader would expect.
const NARROW: &[&str] = &[
    "only",
    "without",
    "exactly",
    "never",
    "solely",
    "unanimous",
    "unanimously",
    "mandatory",
    "immediately",
    "always",
    "entirely",
];
/// Words for what is aimed at, and not said to be so.
const AIMS: &[&str] = &[
    "aim", "aims", "goal", "goals", "mission", "purpose", "need", "needs", "want", "wants",
    "tries", "try", "intended", "designed",
];
/// What people do only if they choose to.
const FREE: &[&str] = &[
    "adopt",
    "adopted",
    "accept",
    "agree",
    "ask",
    "buy",
    "choose",
    "click",
    "contribute",
    "find",
    "fix",
    "follow",
    "learn",
    "migrate",
    "notice",
    "pay",
    "prefer",
    "read",
    "report",
    "respond",
    "stop",
    "switch",
    "understand",
    "upgrade",
    "volunteer",
];

/// Whether a sentence speaks of people or of what they gain or lose, and not only of how a thing works.
fn tells_of_people(sentence: &Sentence) -> bool {
    let people = [
        "user",
        "users",
        "developer",
        "developers",
        "people",
        "customer",
        "customers",
        "operator",
        "operators",
        "team",
        "teams",
        "maintainer",
        "maintainers",
        "programmer",
        "programmers",
        "author",
        "authors",
        "community",
        "ecosystem",
        "vendor",
        "vendors",
        "companies",
        "newcomers",
        "beginners",
        "everyone",
        "nobody",
        "benefit",
        "easier",
        "harder",
        "faster",
        "slower",
        "adopt",
        "adoption",
        "cost",
        "save",
        "migrate",
        "migration",
        "administrators",
        "admins",
        "performance",
        "security",
        "confusing",
        "useful",
        "rare",
        "unlikely",
        "likely",
    ];
    sentence.tokens.iter().any(|t| t.any(&people))
}

/// What is added to the weight of a plain sentence, or taken from it where it is less than nothing.
pub(crate) fn worth(take: &Take<'_>, attach: Attach, slots: &Slots) -> i32 {
    let sentence = take.sentence;
    let tokens = &sentence.tokens;
    let words = slots.values().map(|slot| slot.text.split(' ').count());
    let beyond = words.max().unwrap_or(0).saturating_sub(14);
    let anaphor = sentence
        .clause
        .is_some_and(|clause| is_anaphor(tokens, clause));
    let code = tokens.iter().any(|t| t.shape == Shape::Code);
    let away = slots.values().any(|slot| points_away(&slot.text));
    // In a proposal, what is merely stated is mostly background.
    let background =
        !take.sentences.short && matches!(attach, Attach::Claim | Attach::Term | Attach::Example);
    let content = tokens
        .iter()
        .filter(|t| t.is_wordy() && class(&t.lower) == Class::Open)
        .count();
    let less = [
        (sentence.sourced, 12),
        (sentence.shown, 40),
        (anaphor, 14),
        (code, 12),
        (away, 25),
        (background, 14),
    ];
    let less: i32 = less.iter().filter(|(is, _)| *is).map(|(_, by)| by).sum();
    let stakes = match stakes::count(tokens) {
        0 => -30,
        1 => -8,
        2 => 4,
        _ => 10,
    };
    i32::try_from(content.min(8)).unwrap_or(0) * 3
        - 14
        - less
        - i32::try_from(beyond).unwrap_or(0) * 2
        + section(&sentence.heading)
        + stakes
}

/// Words of headings under which it is argued.
const ARGUED: &[&str] = &[
    "motivation",
    "rationale",
    "drawback",
    "risk",
    "alternative",
    "problem",
    "why",
    "summary",
    "abstract",
    "proposal",
    "impact",
    "goal",
    "backwards compat",
    "backward compat",
    "unresolved",
    "open",
    "security",
    "caveat",
    "limitation",
    "rejected",
    "concern",
];
/// Words of headings under which it is told how a thing works.
const WORKS: &[&str] = &[
    "specification",
    "reference-level",
    "implementation",
    "syntax",
    "example",
    "detail",
    "test",
    "graduation",
    "api",
    "grammar",
];

/// What a heading says of the worth of what stands under it.
fn section(heading: &str) -> i32 {
    let has = |words: &[&str]| words.iter().any(|word| heading.contains(word));
    if has(ARGUED) {
        10
    } else if has(WORKS) {
        -26
    } else {
        0
    }
}
