//! The lexicon: concepts of the field, from the files beside this one.

use std::slice;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::phrase::{Element, LONGEST, Phrase, Side, room};
use super::reader::kind;
use crate::stems::words;

/// Words that say nothing of what was done or asked for.
const EMPTY: &str = include_str!("empty.txt");

const SETS: &str = include_str!("concepts/sets.toml");

const CONCEPTS: [&str; 8] = [
    include_str!("concepts/people.toml"),
    include_str!("concepts/character.toml"),
    include_str!("concepts/product.toml"),
    include_str!("concepts/engineering.toml"),
    include_str!("concepts/operations.toml"),
    include_str!("concepts/business.toml"),
    include_str!("concepts/fields.toml"),
    include_str!("concepts/named.toml"),
];

/// How much a phrase tells: several words, one word, a hint.
const SEVERAL: f32 = 1.0;
const ONE: f32 = 0.7;
const HINT: f32 = 0.4;

/// What a phrase has where each of several names may stand.
const EACH: char = '*';

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sets {
    sets: std::collections::BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    concept: Vec<Written>,
}

/// A concept as its file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: String,
    /// What has a name of its own, and stands in the phrases where `*` does; each a concept, where the name has one too.
    #[serde(default)]
    each: Vec<String>,
    /// Asked for and told alike.
    #[serde(default)]
    words: Vec<String>,
    /// Only asked for.
    #[serde(default)]
    asked: Vec<String>,
    /// Only told.
    #[serde(default)]
    told: Vec<String>,
    /// Told, and alone not enough.
    #[serde(default)]
    hints: Vec<String>,
    #[serde(default = "whole")]
    weight: f32,
}

fn whole() -> f32 {
    1.0
}

impl Written {
    /// The concepts that it stands for: one for each of its names, or itself.
    fn concepts(self) -> Vec<Written> {
        if self.each.is_empty() {
            return vec![self];
        }
        if self.name.contains(EACH) {
            return self
                .each
                .iter()
                .map(|one| self.of(slice::from_ref(one)))
                .collect();
        }
        vec![self.of(&self.each)]
    }

    /// The concept in whose phrases these names stand.
    fn of(&self, names: &[String]) -> Written {
        let with = |phrase: &String| -> Vec<String> {
            if phrase.contains(EACH) {
                names
                    .iter()
                    .map(|name| phrase.replace(EACH, name))
                    .collect()
            } else {
                vec![phrase.clone()]
            }
        };
        let all = |phrases: &[String]| phrases.iter().flat_map(with).collect();
        Written {
            name: self.name.replace(EACH, &names.join(" ")).replace('=', ""),
            each: Vec::new(),
            words: all(&self.words),
            asked: all(&self.asked),
            told: all(&self.told),
            hints: all(&self.hints),
            weight: self.weight,
        }
    }
}

/// A concept of the field.
#[derive(Debug)]
pub(super) struct Concept {
    /// What it is called, for whoever reads the lexicon.
    #[cfg(test)]
    pub(super) name: String,
    /// How much it weighs in a requirement.
    pub(super) weight: f32,
}

/// The concepts, and the phrases that stand for them.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    pub(super) concepts: Vec<Concept>,
    pub(super) phrases: Vec<Phrase>,
    stems: FxHashMap<String, u32>,
    letters: FxHashMap<String, u32>,
    sets: FxHashMap<String, u32>,
    empty: FxHashSet<String>,
    first: FxHashMap<Element, Vec<u32>>,
    first_kinds: Vec<u32>,
}

impl Lexicon {
    /// The one that is built in.
    pub(super) fn built_in() -> &'static Lexicon {
        static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read().unwrap_or_default());
        &LEXICON
    }

    /// The files, read. That they can be is a test.
    pub(super) fn read() -> Result<Lexicon, String> {
        let mut lexicon = Lexicon::default();
        let sets: Sets = toml::from_str(SETS).map_err(|error| error.to_string())?;
        let mut bits: FxHashMap<String, u32> = FxHashMap::default();
        for (at, (name, members)) in sets.sets.into_iter().enumerate() {
            let bit = 1_u32
                .checked_shl(kind::SETS + at as u32)
                .ok_or("too many sets")?;
            for stem in members.iter().flat_map(|member| words(member)) {
                *lexicon.sets.entry(stem.stem).or_insert(0) |= bit;
            }
            bits.insert(name, bit);
        }
        for word in words(EMPTY) {
            lexicon.empty.insert(word.stem);
        }
        for file in CONCEPTS {
            let file: File = toml::from_str(file).map_err(|error| error.to_string())?;
            for written in file.concept.into_iter().flat_map(Written::concepts) {
                lexicon.add(&written, &bits)?;
            }
        }
        for (number, phrase) in lexicon.phrases.iter().enumerate() {
            let first = phrase.elements[0].1;
            lexicon.first.entry(first).or_default().push(number as u32);
            if let Element::Kinds(kinds) = first
                && !lexicon.first_kinds.contains(&kinds)
            {
                lexicon.first_kinds.push(kinds);
            }
        }
        Ok(lexicon)
    }

    fn add(&mut self, written: &Written, bits: &FxHashMap<String, u32>) -> Result<(), String> {
        let concept = self.concepts.len() as u32;
        self.concepts.push(Concept {
            #[cfg(test)]
            name: written.name.clone(),
            weight: written.weight,
        });
        let lists = [
            (&written.words, Side::Both, false),
            (&written.asked, Side::Asked, false),
            (&written.told, Side::Told, false),
            (&written.hints, Side::Told, true),
        ];
        for (list, side, is_hint) in lists {
            for phrase in list {
                let elements = self.elements(phrase, bits)?;
                let strength = match (is_hint, elements.len()) {
                    (_, LONGEST..) => {
                        return Err(format!("{}: `{phrase}` is too long", written.name));
                    }
                    (_, 0) => return Err(format!("{}: `{phrase}` has no word", written.name)),
                    (true, _) => HINT,
                    (false, 1) => ONE,
                    (false, _) => SEVERAL,
                };
                self.phrases.push(Phrase {
                    elements,
                    concept,
                    strength,
                    is_hint,
                    side,
                });
            }
        }
        Ok(())
    }

    fn elements(
        &mut self,
        phrase: &str,
        bits: &FxHashMap<String, u32>,
    ) -> Result<Vec<(usize, Element)>, String> {
        let mut elements = Vec::new();
        let mut before = 0;
        for written in phrase.split_whitespace() {
            if let Some(room) = room(written) {
                before = room;
                continue;
            }
            let kinds = match written {
                "#" => Some(kind::NUMBER),
                "#k" => Some(kind::THOUSANDS),
                "#m" => Some(kind::MILLIONS),
                "%" => Some(kind::PERCENT),
                "$" => Some(kind::MONEY),
                "$m" => Some(kind::MONEY | kind::MILLIONS),
                _ => None,
            };
            if let Some(kinds) = kinds {
                elements.push((before, Element::Kinds(kinds)));
            } else if let Some(name) = written.strip_prefix('<') {
                let bit = bits.get(name.trim_end_matches('>'));
                let bit = bit.ok_or_else(|| format!("`{phrase}` names no set"))?;
                elements.push((before, Element::Kinds(*bit)));
            } else if let Some(letters) = written.strip_prefix('=') {
                let next = self.letters.len() as u32;
                let number = *self.letters.entry(letters.to_lowercase()).or_insert(next);
                elements.push((before, Element::Letters(number)));
            } else {
                for word in words(written) {
                    if super::reader::is_small(&written.to_lowercase()) {
                        continue;
                    }
                    let next = self.stems.len() as u32;
                    let number = *self.stems.entry(word.stem).or_insert(next);
                    elements.push((before, Element::Stem(number)));
                    before = 0;
                }
                continue;
            }
            before = 0;
        }
        Ok(elements)
    }

    /// The phrases that begin with an element.
    pub(super) fn beginning_with(&self, element: Element) -> &[u32] {
        self.first.get(&element).map_or(&[], Vec::as_slice)
    }

    /// The kinds that phrases begin with.
    pub(super) fn first_kinds(&self) -> &[u32] {
        &self.first_kinds
    }

    pub(super) fn stem(&self, stem: &str) -> Option<u32> {
        self.stems.get(stem).copied()
    }

    pub(super) fn letters(&self, word: &str) -> Option<u32> {
        self.letters.get(word).copied()
    }

    /// The sets that a stem is of, a bit each.
    pub(super) fn sets_of(&self, stem: &str) -> u32 {
        self.sets.get(stem).copied().unwrap_or(0)
    }

    pub(super) fn is_empty(&self, stem: &str) -> bool {
        self.empty.contains(stem)
    }
}
