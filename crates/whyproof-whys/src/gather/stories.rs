//! The parts of a story.

use whyproof_case::{Kind, StoryPart};
use whyproof_syntax::{NodeKind, Role, Span, Text};

use super::reading::{Reading, material, put};
use super::words;
use crate::material::{Attach, Material, On};

/// The parts by name, as questions name them.
const NAMES: [(Role, &str); 7] = [
    (Role::HardestPart, "hardest"),
    (Role::Did, "did"),
    (Role::DidNotDo, "did-not"),
    (Role::WhyItMattered, "mattered"),
    (Role::WhatHappened, "happened"),
    (Role::WhatILearned, "learned"),
    (Role::Proud, "proud"),
];

/// Words of somebody who has acted on a lesson.
const SINCE: &[&str] = &[
    " next time",
    " since then",
    " now i ",
    " from now",
    " i would ",
];

/// One sentence of a story.
struct Sentence<'t> {
    words: &'t str,
    span: Span,
    sourced: bool,
}

pub(super) fn gather(reading: &Reading<'_>, into: &mut Vec<Material>) {
    let case = reading.case;
    if case.kind != Kind::Story {
        return;
    }
    for (role, name) in NAMES {
        match case.story.iter().find(|part| part.role == role) {
            Some(part) => told(reading, part, name, into),
            None => missing(reading, name, into),
        }
    }
    let mine = case.front.entry("my part");
    let mut one = material(
        Attach::Story,
        "my-part",
        "a story that does not say whose part was whose",
        reading.start(),
    );
    one.slots = reading.about();
    match mine {
        None => {
            one.facts.push("missing");
            one.weight = 75;
            one.load = 1;
        }
        Some(entry) => {
            one.marker = "what you say your part was".to_owned();
            one.on = On::Passage;
            one.span = entry.value_span;
            one.slots
                .insert("quote", Reading::quote(&entry.value, entry.value_span));
        }
    }
    into.push(one);
}

fn missing(reading: &Reading<'_>, name: &'static str, into: &mut Vec<Material>) {
    let mut one = material(
        Attach::Story,
        name,
        "a part that the story does not tell",
        reading.start(),
    );
    one.slots = reading.about();
    one.facts.push("missing");
    one.weight = 60;
    into.push(one);
}

/// Every sentence of a part, and whether the part has a number, *I* and a source at all.
fn told(reading: &Reading<'_>, part: &StoryPart, name: &'static str, into: &mut Vec<Material>) {
    let document = &reading.case.parse.document;
    let texts = part
        .blocks
        .iter()
        .filter_map(|id| document.texts.get(id.0 as usize));
    let sentences: Vec<Sentence<'_>> = texts.flat_map(sentences).collect();
    let all = part.text.to_lowercase();
    let number = words::counts(&part.text);
    let says = |some: &[&str]| {
        let padded = format!(" {all} ");
        some.iter().any(|word| padded.contains(word))
    };
    let mine = says(&[" i ", " i'", " i’", " my ", " me "]);
    let learned_from = says(SINCE);
    for (at, sentence) in sentences.iter().enumerate() {
        let mut one = material(
            Attach::Story,
            name,
            "a sentence of the story",
            sentence.span,
        );
        one.on = On::Passage;
        one.slots = reading.about();
        one.slots
            .insert("quote", Reading::quote(sentence.words, sentence.span));
        put(
            &mut one.slots,
            "sentence",
            reading.whole(sentence.words, sentence.span),
        );
        for (name, words) in [
            ("doing", gerund(sentence.words)),
            ("undone", not_done(sentence.words)),
            ("lesson", lesson(sentence.words)),
        ] {
            let slot = words.map(|words| reading.slot(words, sentence.span));
            put(&mut one.slots, name, slot);
        }
        let facts = [
            (at == 0, "first"),
            (is_we(sentence.words), "we"),
            (is_passive(sentence.words), "passive"),
            (words::counts(sentence.words), "number"),
            (!number, "no-number-in-part"),
            (!mine, "no-i-in-part"),
            (sentence.sourced, "sourced"),
            (learned_from, "acted-on"),
            (is_praise(sentence.words), "praise"),
        ];
        let held = facts.iter().filter(|(holds, _)| *holds);
        one.facts.extend(held.map(|(_, name)| *name));
        if one.facts.contains(&"we") || one.facts.contains(&"praise") {
            one.weight = 65;
        }
        into.push(one);
    }
}

fn sentences(text: &Text) -> Vec<Sentence<'_>> {
    if text.kind != NodeKind::Paragraph {
        return Vec::new();
    }
    let sourced = text
        .words
        .marks
        .iter()
        .any(|mark| matches!(mark.kind, NodeKind::FootnoteReference | NodeKind::Link));
    let words = &text.words.text;
    let ranges = whyproof_case::sentences(words).into_iter();
    ranges
        .filter_map(|range| {
            Some(Sentence {
                words: words.get(range.clone())?,
                span: text.words.source(range.start, range.end),
                sourced,
            })
        })
        .collect()
}

/// Whether several people act in a sentence, and the teller is one of them at most.
fn is_we(sentence: &str) -> bool {
    let words: Vec<String> = sentence.split_whitespace().map(words::bare).collect();
    let we = words
        .iter()
        .any(|word| matches!(word.as_str(), "we" | "we've" | "we'd"));
    we && !words
        .iter()
        .any(|word| matches!(word.as_str(), "i" | "i'd" | "i've" | "my"))
}

/// “Mistakes were made”: nobody acts in it.
fn is_passive(sentence: &str) -> bool {
    let words: Vec<String> = sentence.split_whitespace().map(words::bare).collect();
    let done = |word: &str| {
        word.ends_with("ed")
            || matches!(
                word,
                "made"
                    | "done"
                    | "built"
                    | "taken"
                    | "given"
                    | "found"
                    | "sent"
                    | "chosen"
                    | "drawn"
            )
    };
    words.windows(2).any(
        |pair| matches!(pair, [was, verb] if matches!(was.as_str(), "was" | "were") && done(verb)),
    ) && !words.iter().any(|word| word == "i")
}

/// Words that praise and do not measure.
fn is_praise(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let some = [
        "dramatic",
        "significant",
        "overwhelming",
        "huge",
        "great success",
        "much better",
        "massive",
        "hugely",
        "very positive",
        "successful",
        "improved",
    ];
    some.iter().any(|word| lower.contains(word)) && words::numbers(sentence).is_empty()
}

/// “Aligning all the stakeholders around a vision”: what was being done.
fn gerund(sentence: &str) -> Option<&str> {
    let kept = sentence.trim_end_matches(['.', '!', ' ']);
    let kept = kept.split([':', ';']).next().unwrap_or(kept);
    let first = kept.split_whitespace().next()?;
    let whole = kept.split_whitespace().count();
    (first.len() > 5 && first.ends_with("ing") && (3..=22).contains(&whole)).then_some(kept)
}

/// “I did not ask one packer”: what was not done, from its verb on.
fn not_done(sentence: &str) -> Option<&str> {
    let kept = sentence.trim_end_matches(['.', '!', ' ']);
    let kept = kept.split([':', ';']).next().unwrap_or(kept);
    let rest = [
        "I did not ",
        "I didn't ",
        "I didn’t ",
        "We did not ",
        "We didn't ",
    ]
    .iter()
    .find_map(|lead| kept.strip_prefix(lead))?;
    (2..=18)
        .contains(&rest.split_whitespace().count())
        .then_some(rest)
}

/// What was learned, to stand after *learned that*.
fn lesson(sentence: &str) -> Option<&str> {
    let kept = sentence.trim_end_matches(['.', '!', ' ']);
    let that = kept
        .strip_prefix("That ")
        .or_else(|| kept.strip_prefix("I learned that "));
    let clause = that
        .filter(|words| words::has_verb(words))
        .or_else(|| words::clause(sentence))?;
    (clause.split_whitespace().count() <= 18 && !words::dangles(clause)).then_some(clause)
}
