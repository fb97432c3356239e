//! The parts of the problem, said or missing.

use whyproof_case::{Found, Kind, Part};
use whyproof_syntax::Span;

use super::reading::{Reading, material, put};
use super::words;
use crate::material::{Attach, Material, On, Slots};

/// Least words of a sentence that tells what hurts.
const SHORTEST: usize = 4;
/// From this many words on a problem is told at length.
const LONG: usize = 70;

pub(super) fn gather(reading: &Reading<'_>, into: &mut Vec<Material>) {
    let case = reading.case;
    if case.kind != Kind::Idea || !reading.is_case {
        return;
    }
    let slots = slots(reading);
    let solution = case
        .problem
        .part(Part::Hurts)
        .is_some_and(|found| is_lack(&around(reading, found).0));
    let long = is_long(reading);
    for part in Part::ALL {
        let found = case.problem.part(part);
        let mut one = material(
            Attach::Problem,
            part.key(),
            "",
            Span::new(case.problem.heading.start, case.problem.heading.start),
        );
        one.slots.clone_from(&slots);
        match found {
            Some(found) => {
                said(reading, part, found, &mut one);
                if long {
                    one.weight = 15;
                }
            }
            None => {
                one.marker = format!("the problem, which does not say {}", part.words());
                one.facts.push("missing");
                one.load = u32::from(Part::NEEDED.contains(&part));
                // What is not found in many words may well be there in others.
                one.weight = match (long, Part::NEEDED.contains(&part)) {
                    (true, _) => 15,
                    (false, true) => 75,
                    (false, false) => 60,
                };
            }
        }
        if reading.technical {
            one.facts.push("technical");
        }
        if solution {
            one.facts.push("solution");
            if part == Part::Hurts {
                one.load = 1;
                one.weight = 75;
            }
        }
        into.push(one);
    }
}

/// Whether the problem is told at length: what is not found in it may stand there in other words.
pub(super) fn is_long(reading: &Reading<'_>) -> bool {
    problem_words(reading).split_whitespace().count() >= LONG
}

fn said(reading: &Reading<'_>, part: Part, found: &Found, one: &mut Material) {
    one.marker = format!("what the problem says of {}", part.words());
    one.on = On::Passage;
    one.span = found.span;
    one.weight = 50;
    one.facts.push("said");
    let lower = format!(" {} ", found.text.to_lowercase());
    if lower.contains(|c: char| c.is_ascii_digit()) {
        one.facts.push("number");
    }
    let (section, sourced) = around(reading, found);
    if sourced {
        one.facts.push("sourced");
    }
    if is_lack(&section)
        && let Some(slot) = reading.whole(&section, found.span)
    {
        one.slots.insert("lack", slot);
    }
    let watched = [
        "watch",
        "stood",
        "saw",
        "sat with",
        "measured",
        "counted",
        "timed",
        "interview",
        "observed",
        "trial",
    ];
    if watched
        .iter()
        .any(|word| problem_words(reading).contains(word))
    {
        one.facts.push("watched");
    }
}

/// Whether a sentence says that something is not there: a solution told as a problem.
fn is_lack(sentence: &str) -> bool {
    const LACK: &[&str] = &[
        " do not have ",
        " does not have ",
        " don't have ",
        " doesn't have ",
        " lack ",
        " lacks ",
        " there is no ",
        " there are no ",
    ];
    let lower = format!(" {} ", sentence.to_lowercase());
    LACK.iter().any(|words| lower.contains(words))
}

/// The sentence that a part stands in, and whether its paragraph cites something.
fn around(reading: &Reading<'_>, found: &Found) -> (String, bool) {
    use whyproof_syntax::NodeKind;
    let texts = &reading.case.parse.document.texts;
    let Some(text) = texts.iter().find(|text| text.span.contains(found.span)) else {
        return (found.text.clone(), false);
    };
    let sourced = text
        .words
        .marks
        .iter()
        .any(|mark| matches!(mark.kind, NodeKind::FootnoteReference | NodeKind::Link));
    let words = &text.words.text;
    let sentence = whyproof_case::sentences(words)
        .into_iter()
        .filter_map(|range| words.get(range))
        .find(|sentence| sentence.contains(found.text.as_str()));
    (
        without_label(sentence.unwrap_or(&found.text), &found.text).to_owned(),
        sourced,
    )
}

/// A sentence without the label that stands before what was found in it: *What hurts:*.
fn without_label<'t>(sentence: &'t str, found: &str) -> &'t str {
    let at = sentence.find(found).unwrap_or(0);
    let labelled = sentence[..at].trim_end().ends_with(':');
    if labelled { &sentence[at..] } else { sentence }
}

/// All words of the problem, in small letters.
fn problem_words(reading: &Reading<'_>) -> String {
    let texts = reading.texts_of(whyproof_syntax::Role::Problem);
    let words: Vec<String> = texts
        .iter()
        .map(|text| text.words.text.to_lowercase())
        .collect();
    words.join(" ")
}

/// What the problem says, for any of its questions.
fn slots(reading: &Reading<'_>) -> Slots {
    let problem = &reading.case.problem;
    let mut slots = reading.about();
    for (part, name) in [
        (Part::When, "when"),
        (Part::HowMany, "how_many"),
        (Part::HowOften, "how_often"),
        (Part::HowBad, "how_bad"),
        (Part::WayOut, "way_out"),
        (Part::HowWeKnow, "how_we_know"),
    ] {
        if let Some(found) = problem.part(part) {
            slots.insert(name, Reading::quote(trim(&found.text), found.span));
        }
    }
    if let Some(found) = problem.part(Part::Hurts) {
        let (sentence, _) = around(reading, found);
        put(&mut slots, "hurts", reading.whole(&sentence, found.span));
        // What only announces a list says nothing by itself.
        if sentence.split_whitespace().count() >= SHORTEST {
            slots.insert("pain", Reading::quote(trim(&sentence), found.span));
        }
    }
    if let Some(found) = problem.part(Part::HowBad) {
        let (sentence, _) = around(reading, found);
        put(&mut slots, "cost", reading.whole(&sentence, found.span));
    }
    if let Some(found) = problem.part(Part::HowMany) {
        let (sentence, _) = around(reading, found);
        put(&mut slots, "count", reading.whole(&sentence, found.span));
    }
    if let Some(found) = problem.part(Part::WayOut) {
        let (sentence, _) = around(reading, found);
        slots.insert("today", Reading::quote(trim(&sentence), found.span));
    }
    slots
}

/// Words without the joint that they begin with.
fn trim(text: &str) -> &str {
    let first = text.split_whitespace().next().unwrap_or("");
    if matches!(words::bare(first).as_str(), "and" | "but" | "so") {
        return text.get(first.len()..).unwrap_or(text).trim_start();
    }
    text
}
