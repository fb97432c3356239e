//! Answers: a why is asked of them too, down to evidence, a figure or an assumption that the author admits.

use whyproof_case::{Target, Why, WhyState};
use whyproof_syntax::NodeKind;

use super::reading::{Reading, material, put};
use super::words;
use crate::material::{Attach, Material, On};

/// Words by which authors admit that they assume or do not know.
const ADMITTED: &[&str] = &[
    "assume",
    "assumed",
    "assuming",
    "assumption",
    "cannot tell",
    "can't tell",
    "can’t tell",
    "could not find",
    "do not know",
    "don't know",
    "don’t know",
    "guess",
    "have no figure",
    "have not found",
    "have not measured",
    "haven't measured",
    "is open",
    "left open",
    "not yet decided",
    "not decided",
    "still to be decided",
    "to be decided",
    "a gap",
    "until that is settled",
    "no data",
    "not known",
    "nobody knows",
    "not yet know",
    "unknown",
    "we have no ",
    "i have no ",
];

pub(super) fn gather(reading: &Reading<'_>, into: &mut Vec<Material>) {
    let case = reading.case;
    for (index, why) in case.whys.iter().enumerate() {
        // What the asker or the rung is content with is at its end, too.
        if why.state != WhyState::Answered
            || is_asked_again(reading, index, why)
            || ends(reading, why)
        {
            continue;
        }
        if let Some(answer) = &why.answer {
            into.push(one(reading, index, why, answer));
        }
    }
}

/// Whether another why of the case has been put to this answer.
fn is_asked_again(reading: &Reading<'_>, index: usize, why: &Why) -> bool {
    reading.case.whys.iter().any(|other| match other.target {
        Target::Answer(of) => of as usize == index,
        Target::Statement(id) => why.answered_by == Some(id),
        _ => false,
    })
}

/// Whether an answer ends in evidence that counts, in a figure, or in an assumption that the author admits.
fn ends(reading: &Reading<'_>, why: &Why) -> bool {
    let case = reading.case;
    let document = &case.parse.document;
    let texts = || {
        why.answer_blocks
            .iter()
            .filter_map(|id| document.texts.get(id.0 as usize))
    };
    let evidence = texts().any(|text| {
        text.words
            .marks_of(NodeKind::FootnoteReference)
            .any(|mark| {
                let label = match case.parse.tree.payload(mark.node) {
                    Some(whyproof_syntax::Payload::Label(label)) => label.to_lowercase(),
                    _ => return false,
                };
                case.evidence
                    .iter()
                    .any(|e| e.counts() && e.id.to_lowercase() == label)
            })
    });
    let figure = case
        .figures
        .iter()
        .any(|f| why.answer_blocks.contains(&f.block) && !f.is_broken() && f.text != "?");
    let lower = why.answer.as_deref().unwrap_or("").to_lowercase();
    evidence || figure || ADMITTED.iter().any(|words| lower.contains(words))
}

fn one(reading: &Reading<'_>, index: usize, why: &Why, answer: &str) -> Material {
    let mut one = material(
        Attach::Answer,
        "",
        "an answer that rests on your word",
        why.answer_span,
    );
    one.on = match why.answered_by {
        Some(id) => On::Statement(id),
        None => On::Answer(index as u32),
    };
    one.load = why
        .answered_by
        .and_then(|id| reading.case.statements.get(id.0 as usize))
        .map_or(0, |s| s.load.max(1));
    one.weight = if why.counts { 50 } else { 38 };
    one.slots.insert(
        "question",
        Reading::quote(why.text.trim_end_matches('?'), why.span),
    );
    let first = words::first_sentence(answer).unwrap_or(answer);
    one.slots
        .insert("quote", Reading::quote(first, why.answer_span));
    // A reason or a deed by itself does not stand after *that*.
    let stands = !matches!(
        words::first(answer).as_str(),
        "because" | "since" | "then" | "so" | "that" | "by"
    );
    let whole = reading.whole(answer, why.answer_span).filter(|_| stands);
    put(&mut one.slots, "answer", whole);
    if let Some(by) = why.by.as_deref().filter(|_| why.by_other) {
        one.slots.insert("by", Reading::quote(by, why.span));
    }
    let lower = format!(" {} ", answer.to_lowercase());
    let says = |some: &[&str]| some.iter().any(|word| lower.contains(word));
    let promise = promise(answer);
    let quoted = promise.map(|promise| Reading::quote(promise, why.answer_span));
    put(&mut one.slots, "promise", quoted);
    let mut fact = |holds: bool, name: &'static str| {
        if holds {
            one.facts.push(name);
        }
    };
    fact(!words::numbers(answer).is_empty(), "number");
    fact(promise.is_some(), "future");
    fact(
        says(&[" because ", " since ", " leads to ", " so that "]),
        "cause",
    );
    fact(answer.split_whitespace().count() < 6, "short");
    fact(why.counts, "counts");
    // What is planned, meant or settled is the author's to say.
    let why = why.text.to_lowercase().starts_with("why");
    let so =
        words::is_measured(first) || is_witnessed(first) || (why && words::is_found_out(first));
    fact(!so || is_plan(first), "plan");
    one
}

/// Whether words say that somebody has seen, said or counted something, or what they like.
fn is_witnessed(answer: &str) -> bool {
    const WITNESSED: &[&str] = &[" said", " told", " saw", " heard", " counted", " like"];
    WITNESSED.iter().any(|words| answer.contains(words))
}

/// Whether words tell what is done or can be done, and not what is so.
fn is_plan(answer: &str) -> bool {
    const PLANS: &[&str] = &[
        " can ",
        " could ",
        " get ",
        " gets ",
        " would ",
        " must ",
        " should ",
        " may ",
        "'d ",
        " we ",
        " they ",
        " the same ",
        " i ",
        " then ",
        " as today ",
    ];
    let lower = format!(" {} ", answer.to_lowercase().replace('’', "'"));
    PLANS.iter().any(|words| lower.contains(words))
}

/// The sentence that promises something.
fn promise(answer: &str) -> Option<&str> {
    const PROMISES: &[&str] = &[
        "we will ",
        "i will ",
        "we'll ",
        "we’ll ",
        "i'll ",
        "i’ll ",
        "we plan to ",
        "we are going to ",
        "we intend to ",
    ];
    let sentences = whyproof_case::sentences(answer).into_iter();
    let mut sentences = sentences.filter_map(|range| answer.get(range));
    sentences.find(|sentence| {
        let lower = sentence.to_lowercase();
        PROMISES.iter().any(|words| lower.contains(words))
    })
}
