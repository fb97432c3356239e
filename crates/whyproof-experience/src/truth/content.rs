//! What a text speaks of: its words by their stems, without those that say nothing, and its numbers by their values.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::number::{Unit, numbers};
use crate::stems::words;

static EMPTY: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let stems = words(include_str!("empty.txt")).into_iter();
    stems.map(|word| word.stem).collect()
});

/// The content of a text, in order.
pub(crate) fn content(text: &str) -> Vec<String> {
    let numbers = numbers(text).found;
    let mut found: Vec<(usize, String)> = numbers
        .iter()
        .map(|it| {
            let unit = match &it.unit {
                Unit::Percent => "%".to_owned(),
                Unit::Money(sign) => sign.to_string(),
                Unit::Times => "×".to_owned(),
                Unit::Measure(unit) => (*unit).to_owned(),
                _ => String::new(),
            };
            let value = match it.low == it.high {
                true => format!("{}{unit}", it.low),
                false => format!("{}–{}{unit}", it.low, it.high),
            };
            (it.at.start, value)
        })
        .collect();
    let inside = |at: usize| numbers.iter().any(|it| it.at.contains(&at));
    for word in words(text) {
        if !EMPTY.contains(&word.stem) && !inside(word.at.start) {
            found.push((word.at.start, root(word.stem)));
        }
    }
    found.sort();
    found.into_iter().map(|(_, term)| term).collect()
}

/// The stem of a verb whose past is no form of its stem.
fn root(stem: String) -> String {
    let root = match stem.as_str() {
        "led" => "lead",
        "ran" => "run",
        "grew" | "grown" => "grow",
        "built" => "build",
        "wrote" | "written" => "write",
        "sold" => "sell",
        "taught" => "teach",
        "won" => "win",
        "made" => "make",
        "rose" | "risen" => "rise",
        "fell" | "fallen" => "fall",
        "began" | "begun" => "begin",
        "drove" | "driven" => "drive",
        "oversaw" | "overseen" => "overse",
        "spoke" | "spoken" => "speak",
        "brought" => "bring",
        _ => return stem,
    };
    root.to_owned()
}

/// How alike two texts are by what they speak of, from 0 to 1 (Dice's coefficient), and how much they share.
pub(crate) fn likeness(one: &BTreeSet<String>, other: &BTreeSet<String>) -> (f64, usize) {
    let shared = one.intersection(other).count();
    let both = one.len() + other.len();
    match both {
        0 => (0.0, 0),
        _ => (2.0 * shared as f64 / both as f64, shared),
    }
}

/// The content as a set.
pub(crate) fn terms(text: &str) -> BTreeSet<String> {
    content(text).into_iter().collect()
}
