//! The labels of two readers, and how answers compare with them: docs/judged/matching/RULE.md.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;

/// A requirement or an item.
#[derive(Debug, Deserialize)]
pub(crate) struct Text {
    pub(crate) id: String,
    pub(crate) text: String,
}

#[derive(Deserialize)]
struct Requirements {
    requirement: Vec<Text>,
}

#[derive(Deserialize)]
struct Items {
    item: Vec<Text>,
}

/// Which requirements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Half {
    /// Those that were built with: odd numbers.
    Built,
    /// Those that were held out, and scored once the matcher was done: even numbers.
    Held,
}

/// How answers compare with the labels.
#[derive(Debug, PartialEq, Eq, Default)]
pub(crate) struct Score {
    /// Answers that were given, and are.
    pub(crate) right: usize,
    /// Pairs that were given, and are none.
    pub(crate) wrong: Vec<String>,
    /// Answers that were not given.
    pub(crate) missed: Vec<String>,
}

/// What was labelled.
pub(crate) struct Judged {
    pub(crate) requirements: Vec<Text>,
    pub(crate) items: Vec<Text>,
    one: BTreeMap<(String, String), u8>,
    two: BTreeMap<(String, String), u8>,
}

fn read(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/judged/matching");
    std::fs::read_to_string(folder.join(name)).expect(name)
}

/// A pair that has no row is a 0.
fn labels(name: &str) -> BTreeMap<(String, String), u8> {
    let text = read(name);
    let rows = text.lines().skip(1).filter(|line| !line.trim().is_empty());
    let labels = rows.map(|row| {
        let cells: Vec<&str> = row.split(',').map(str::trim).collect();
        let [requirement, item, label] = cells[..] else {
            panic!("three cells: {row}");
        };
        let pair = (requirement.to_owned(), item.to_owned());
        (pair, label.parse().expect("0, 1 or 2"))
    });
    labels.collect()
}

impl Judged {
    /// A half of the requirements, all items, and both readers' labels.
    pub(crate) fn read(half: Half) -> Judged {
        let requirements: Requirements = toml::from_str(&read("requirements.toml")).expect("TOML");
        let items: Items = toml::from_str(&read("stories.toml")).expect("TOML");
        let is_odd = |id: &str| id[1..].parse::<u32>().expect("a number") % 2 == 1;
        let is_in = |text: &Text| is_odd(&text.id) == (half == Half::Built);
        Judged {
            requirements: requirements.requirement.into_iter().filter(is_in).collect(),
            items: items.item,
            one: labels("labels-one.csv"),
            two: labels("labels-two.csv"),
        }
    }

    /// Whether a pair is an answer; none where it counts as neither.
    pub(crate) fn is_answer(&self, requirement: &str, item: &str) -> Option<bool> {
        let pair = (requirement.to_owned(), item.to_owned());
        let label = |labels: &BTreeMap<_, u8>| labels.get(&pair).copied().unwrap_or(0);
        match (label(&self.one), label(&self.two)) {
            (1, 1) => None,
            (0, 2) | (2, 0) => panic!("{pair:?}: a third reader has to decide"),
            (one, two) => Some(one + two >= 3),
        }
    }

    /// How the items that `answers` gives to each requirement compare.
    pub(crate) fn score(&self, answers: impl Fn(&str) -> BTreeSet<usize>) -> Score {
        let mut score = Score::default();
        for requirement in &self.requirements {
            let given = answers(&requirement.text);
            for (at, item) in self.items.iter().enumerate() {
                let pair = format!("{} {}", requirement.id, item.id);
                match (
                    self.is_answer(&requirement.id, &item.id),
                    given.contains(&at),
                ) {
                    (Some(true), true) => score.right += 1,
                    (Some(true), false) => score.missed.push(pair),
                    (Some(false), true) => score.wrong.push(pair),
                    (Some(false), false) | (None, _) => {}
                }
            }
        }
        score
    }
}
