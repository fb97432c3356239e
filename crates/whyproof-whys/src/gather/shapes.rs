//! Sentences of a case whose shape leaves something to be asked: a count without its rest, a wish without a deed, a
//! number that somebody reckons, a promise that is not in writing.

mod chance;
mod passages;

use std::sync::LazyLock;

use regex::{Captures, Regex};
use serde::Deserialize;

use super::reading::{Reading, material, put};
use super::words;
use crate::material::{Attach, Material, Slots};
use passages::{Passage, Place, passages};

/// What is looked for. `NUM` in a pattern is a number in digits or words, `MONEY` a sum with its sign.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    /// The name, by which questions are chosen.
    name: String,
    /// How much it matters, 0 to 100.
    weight: u8,
    /// Where in a case it counts.
    at: Vec<Place>,
    /// What a sentence has; its named groups are slots.
    is: String,
    /// What its passage must not have.
    #[serde(default)]
    without: String,
    /// What the case must not say anywhere.
    #[serde(default)]
    nowhere: String,
    /// What the reasons under it must not say.
    #[serde(default)]
    below: String,
    /// What the claim or the heading above it must say.
    #[serde(default)]
    under: String,
    /// Whether evidence or an objection beside it answers it.
    #[serde(default)]
    bare: bool,
    /// Whether an objection to what it is a reason for answers it.
    #[serde(default)]
    alone: bool,
    /// Whether `a` of `b` must be something else than the share `c`.
    #[serde(default)]
    off: bool,
    /// Whether chance makes a difference as large as the one between the counts `a` of `b` and `c` of `d`.
    #[serde(default)]
    chance: bool,
}

/// A file of shapes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    shape: Vec<Raw>,
}

/// A shape, its patterns ready.
struct Shape {
    raw: Raw,
    is: Regex,
    without: Option<Regex>,
    nowhere: Option<Regex>,
    under: Option<Regex>,
    below: Option<Regex>,
    groups: Vec<String>,
}

/// The files of shapes.
const FILES: &[&str] = &[
    include_str!("../../shapes/counts.toml"),
    include_str!("../../shapes/money.toml"),
    include_str!("../../shapes/plans.toml"),
];

/// Numbers in words and in digits, a share among them.
const NUMBER: &str = r"(?:\d[\d.,]*%|\d[\d,]*\.\d+|\d[\d,]*\d|\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b)";
/// Sums of money.
const MONEY: &str = r"(?:[£$€] ?\d(?:[\d,.]*\d)?(?: ?(?:million|bn|k|m)\b)?|\d(?:[\d,.]*\d)? (?:euros|pounds|dollars))";
/// How often a shape counts in one case.
const MOST: usize = 2;

static SHAPES: LazyLock<Vec<Shape>> = LazyLock::new(|| {
    // A file of ours that cannot be read fails the test of the shapes.
    let files = FILES
        .iter()
        .filter_map(|text| toml::from_str::<File>(text).ok());
    files
        .flat_map(|file| file.shape)
        .filter_map(shape)
        .collect()
});

/// A shape with its patterns; none where one of them cannot be read.
fn shape(raw: Raw) -> Option<Shape> {
    let is = pattern(&raw.is)?;
    let groups = is.capture_names().flatten().map(str::to_owned).collect();
    let some = |text: &str| {
        if text.is_empty() {
            Some(None)
        } else {
            pattern(text).map(Some)
        }
    };
    Some(Shape {
        without: some(&raw.without)?,
        nowhere: some(&raw.nowhere)?,
        under: some(&raw.under)?,
        below: some(&raw.below)?,
        is,
        groups,
        raw,
    })
}

fn pattern(text: &str) -> Option<Regex> {
    let text = text.replace("NUM", NUMBER).replace("MONEY", MONEY);
    Regex::new(&format!("(?ix){}", text.replace(' ', r"\x20"))).ok()
}

pub(super) fn gather(reading: &Reading<'_>, into: &mut Vec<Material>) {
    if !reading.is_case || reading.case.kind != whyproof_case::Kind::Idea {
        return;
    }
    let passages = passages(reading);
    for shape in SHAPES.iter() {
        if shape
            .nowhere
            .as_ref()
            .is_some_and(|no| no.is_match(reading.case.source()))
        {
            continue;
        }
        let found = passages
            .iter()
            .filter_map(|passage| taken(reading, shape, passage));
        into.extend(found.take(MOST));
    }
}

/// What the first sentence of that shape gives.
fn taken(reading: &Reading<'_>, shape: &'static Shape, passage: &Passage) -> Option<Material> {
    let raw = &shape.raw;
    if !raw.at.contains(&passage.place)
        || (raw.bare && passage.met)
        || (raw.alone && passage.contested)
    {
        return None;
    }
    let without = shape.without.as_ref();
    if without.is_some_and(|no| passage.blocks.iter().any(|block| no.is_match(block))) {
        return None;
    }
    let above = shape.under.as_ref();
    if above.is_some_and(|above| !above.is_match(&passage.under)) {
        return None;
    }
    let below = shape.below.as_ref();
    if below.is_some_and(|below| below.is_match(&passage.below)) {
        return None;
    }
    let mut blocks = passage.blocks.iter();
    blocks.find_map(|block| {
        let (words, found) = sentence(shape, block)?;
        Some(material_of(reading, shape, passage, words, &found))
    })
}

/// The first sentence of a block that has the shape, with what it points to.
fn sentence<'t>(shape: &Shape, block: &'t str) -> Option<(&'t str, Captures<'t>)> {
    let raw = &shape.raw;
    let mut before = None;
    for range in whyproof_case::sentences(block) {
        let sentence = block.get(range.clone())?;
        let without = shape.without.as_ref();
        if without.is_some_and(|no| no.is_match(sentence)) {
            before = Some(range.start);
            continue;
        }
        let found = shape.is.captures(sentence).filter(|found| {
            (!raw.chance || chance::is_likely(found)) && (!raw.off || chance::is_off(found))
        });
        // What points to the sentence before it is told with that.
        let start = before
            .filter(|_| words::dangles(sentence))
            .unwrap_or(range.start);
        if let Some(found) = found {
            return Some((block.get(start..range.end)?, found));
        }
        before = Some(range.start);
    }
    None
}

fn material_of(
    reading: &Reading<'_>,
    shape: &'static Shape,
    passage: &Passage,
    sentence: &str,
    found: &Captures<'_>,
) -> Material {
    let mut one = material(
        Attach::Shape,
        &shape.raw.name,
        "the shape of its sentence",
        passage.span,
    );
    one.on = passage.on.clone();
    one.load = passage.load;
    one.weight = shape.raw.weight;
    let mut slots = Slots::new();
    for name in &shape.groups {
        if let Some(words) = found.name(name) {
            slots.insert(name, reading.slot(words.as_str(), passage.span));
        }
    }
    let text = sentence.trim().trim_end_matches(['.', '!', ':', ';', ' ']);
    let text = text.strip_prefix("and ").unwrap_or(text);
    let count = text.split_whitespace().count();
    if (SHORTEST..=LONGEST).contains(&count) && !words::dangles(text) {
        slots.insert("quote", Reading::exact(text, passage.span));
    }
    put(
        &mut slots,
        "sentence",
        reading.whole(sentence, passage.span),
    );
    if passage.place == Place::Alternative {
        put(
            &mut slots,
            "way",
            way(passage).map(|way| Reading::exact(way, passage.span)),
        );
    }
    if let Some(parent) = passage.parent {
        let parent = reading.case.statement(parent);
        put(
            &mut slots,
            "parent",
            reading.whole(&parent.text, parent.span),
        );
    }
    slots.extend(
        reading
            .about()
            .into_iter()
            .filter(|(name, _)| *name == "title"),
    );
    one.slots = slots;
    one
}

/// Least words of a sentence that says something by itself.
const SHORTEST: usize = 5;
/// Most words of a sentence that is quoted whole.
const LONGEST: usize = 30;

/// What an alternative is called: the words before its first mark.
fn way(passage: &Passage) -> Option<&str> {
    const MOST: usize = 9;
    let text = passage.blocks.first()?;
    let end = text
        .find(['.', ',', ':', ';', '?', '('])
        .unwrap_or(text.len());
    let way = text.get(..end)?.trim();
    (!way.is_empty() && way.split_whitespace().count() <= MOST).then_some(way)
}
