//! Requirements against what somebody tells: by the words that they share, their stems and the field's synonyms.
//!
//! Ranked by BM25 (Robertson and Zaragoza, *The Probabilistic Relevance Framework*, 2009). Whether something answers at
//! all is said by the share of the requirement that its words cover, each weighed by how rare it is among all that was
//! told.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use bm25::{Document, SearchEngine, SearchEngineBuilder, Tokenizer};
use serde::Deserialize;

use crate::stems::words;

/// Words that say nothing of what was done or asked for, by their stems.
const EMPTY: &str = include_str!("empty.txt");

#[derive(Deserialize)]
struct Groups {
    groups: Vec<Vec<String>>,
}

/// What each stem is compared as: the first of its group.
static CONCEPTS: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let read: Groups =
        toml::from_str(include_str!("synonyms.toml")).unwrap_or(Groups { groups: Vec::new() });
    let mut concepts = BTreeMap::new();
    for group in read.groups {
        let stems: Vec<String> = group
            .iter()
            .flat_map(|word| words(word).into_iter().map(|word| word.stem))
            .collect();
        for stem in &stems {
            concepts
                .entry(stem.clone())
                .or_insert_with(|| stems[0].clone());
        }
    }
    concepts
});

static STOPS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let stems = words(EMPTY).into_iter().map(|word| word.stem);
    stems.collect()
});

/// A text's terms: concepts, each with the word of the text.
fn terms(text: &str) -> Vec<(String, &str)> {
    let found = words(text).into_iter().filter_map(|word| {
        let said = &text[word.at.clone()];
        let empty = STOPS.contains(&word.stem)
            || said
                .chars()
                .all(|c| c.is_ascii_digit() || c == ',' || c == '.');
        (!empty).then(|| {
            let concept = CONCEPTS.get(&word.stem).cloned().unwrap_or(word.stem);
            (concept, said)
        })
    });
    found.collect()
}

#[derive(Debug, Clone, Copy, Default)]
struct Terms;

impl Tokenizer for Terms {
    fn tokenize(&self, text: &str) -> Vec<String> {
        terms(text).into_iter().map(|(term, _)| term).collect()
    }
}

/// What answers a requirement.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Which text, by its place.
    pub item: usize,
    /// BM25: only its order means something.
    pub score: f32,
    /// How much of the requirement its words cover, from 0 to 1.
    pub covered: f64,
    /// The words of the requirement and of the text that met.
    pub met: Vec<(String, String)>,
}

/// Texts that requirements are held against.
pub struct Matcher {
    engine: SearchEngine<usize, u32, Terms>,
    items: Vec<BTreeMap<String, String>>,
    /// In how many texts a term stands.
    found_in: BTreeMap<String, usize>,
}

impl Matcher {
    /// Over these texts.
    pub fn new<'t>(texts: impl IntoIterator<Item = &'t str>) -> Matcher {
        let texts: Vec<&str> = texts.into_iter().collect();
        let documents = texts
            .iter()
            .enumerate()
            .map(|(at, text)| Document::new(at, *text));
        let engine = SearchEngineBuilder::with_tokenizer_and_documents(Terms, documents).build();
        let items: Vec<BTreeMap<String, String>> = texts
            .iter()
            .map(|text| {
                let mut items = BTreeMap::new();
                for (term, said) in terms(text) {
                    items.entry(term).or_insert_with(|| said.to_owned());
                }
                items
            })
            .collect();
        let mut found_in = BTreeMap::new();
        for term in items.iter().flat_map(BTreeMap::keys) {
            *found_in.entry(term.clone()).or_insert(0) += 1;
        }
        Matcher {
            engine,
            items,
            found_in,
        }
    }

    /// How rare a term is among the texts: its inverse document frequency.
    fn rarity(&self, term: &str) -> f64 {
        let texts = self.items.len() as f64;
        let found = self.found_in.get(term).copied().unwrap_or(0) as f64;
        (1.0 + (texts - found + 0.5) / (found + 0.5)).ln()
    }

    /// What covers at least `least` of a requirement, best first.
    pub fn answers(&self, requirement: &str, least: f64) -> Vec<Answer> {
        let mut wanted: Vec<(String, &str)> = terms(requirement);
        let mut seen = BTreeSet::new();
        wanted.retain(|(term, _)| seen.insert(term.clone()));
        let whole: f64 = wanted.iter().map(|(term, _)| self.rarity(term)).sum();
        let ranked = self.engine.search(requirement, None);
        let answers = ranked.into_iter().filter_map(|result| {
            let item = result.document.id;
            let met: Vec<(String, String)> = wanted
                .iter()
                .filter_map(|(term, said)| {
                    let by = self.items[item].get(term)?;
                    Some(((*said).to_owned(), by.clone()))
                })
                .collect();
            let shared = wanted
                .iter()
                .filter(|(term, _)| self.items[item].contains_key(term));
            let covered = shared.map(|(term, _)| self.rarity(term)).sum::<f64>()
                / whole.max(f64::MIN_POSITIVE);
            (covered >= least).then_some(Answer {
                item,
                score: result.score,
                covered,
                met,
            })
        });
        let mut answers: Vec<Answer> = answers.collect();
        answers.sort_by(|one, other| {
            other
                .score
                .total_cmp(&one.score)
                .then(one.item.cmp(&other.item))
        });
        answers
    }
}
