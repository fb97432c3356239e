//! What texts tell, ready to be asked: for each concept and word the texts that tell it, how much, and how BM25 weighs it.

use std::ops::Range;

use bm25::{Embedder, EmbedderBuilder, Tokenizer};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::asked::{Asked, Term};
use super::lexicon::Lexicon;
use super::phrase::find;
use super::reader::Reader;

/// How much hints can tell together.
const HINTS: f32 = 0.8;

/// How many texts a reader reads.
const CHUNK: usize = 256;

/// How many places are kept of what tells a concept.
const PLACES: usize = 2;

/// What a text tells of a concept or a word.
#[derive(Debug)]
struct Telling {
    /// The term's number.
    term: u32,
    /// How much, from 0 to 1.
    strength: f32,
    /// How often.
    times: u32,
    /// Its weight for BM25.
    weight: f32,
    /// Where it does, in bytes, the strongest first; what is empty is none.
    at: [Range<u32>; PLACES],
}

/// A phrase or a word that stands in a text.
struct Cue {
    term: u32,
    strength: f32,
    /// The phrase's number, where it only hints.
    hint: Option<u32>,
    at: Range<u32>,
}

/// What texts tell.
#[derive(Debug)]
pub(super) struct Index {
    /// The numbers of stems. A concept's number is its place in the lexicon, and stems are numbered after them.
    stems: FxHashMap<String, u32>,
    /// For each text what it tells, by term.
    items: Vec<Vec<Telling>>,
    /// For each term the texts that tell it, and how much.
    told_by: Vec<Vec<(u32, f32)>>,
}

/// A part of a requirement: what it weighs, and the terms that would do, each with the requirement's words for it.
pub(super) struct Sought<'a> {
    weight: f32,
    terms: Vec<(u32, &'a str)>,
}

impl Index {
    pub(super) fn of(texts: &[String]) -> Index {
        let lexicon = Lexicon::built_in();
        let concepts = lexicon.concepts.len() as u32;
        let read: Vec<(Vec<Vec<Telling>>, Vec<String>)> = texts
            .par_chunks(CHUNK)
            .map(|chunk| {
                let mut reader = Reader::new(lexicon);
                let told = chunk
                    .iter()
                    .map(|text| tellings(&mut reader, text))
                    .collect();
                (told, reader.into_stems())
            })
            .collect();
        let mut stems: FxHashMap<String, u32> = FxHashMap::default();
        let mut items: Vec<Vec<Telling>> = Vec::with_capacity(texts.len());
        for (told, of_chunk) in read {
            // Each reader numbers stems by itself.
            let numbers: Vec<u32> = of_chunk
                .into_iter()
                .map(|stem| {
                    let next = concepts + stems.len() as u32;
                    *stems.entry(stem).or_insert(next)
                })
                .collect();
            for mut item in told {
                for telling in &mut item {
                    if let Some(stem) = telling.term.checked_sub(concepts) {
                        telling.term = numbers[stem as usize];
                    }
                }
                items.push(item);
            }
        }
        items
            .par_iter_mut()
            .for_each(|item| item.sort_unstable_by_key(|telling| telling.term));
        weigh(&mut items);
        let mut told_by = vec![Vec::new(); concepts as usize + stems.len()];
        for (at, item) in items.iter().enumerate() {
            for telling in item {
                told_by[telling.term as usize].push((at as u32, telling.strength));
            }
        }
        Index {
            stems,
            items,
            told_by,
        }
    }

    /// What is asked, by the numbers of terms; what no text tells has none.
    pub(super) fn sought<'a>(&self, asked: &'a Asked) -> Vec<Sought<'a>> {
        let parts = asked.parts.iter().map(|part| {
            let terms = part.alternatives.iter().filter_map(|one| {
                let term = match &one.term {
                    Term::Concept(concept) => Some(*concept),
                    Term::Stem(stem) => self.stems.get(stem).copied(),
                };
                Some((term?, one.wanted.as_str()))
            });
            Sought {
                weight: part.weight,
                terms: terms.collect(),
            }
        });
        parts.collect()
    }

    /// The texts that tell anything of what is asked, in their order, and how much of it, each part by what it weighs.
    pub(super) fn told(&self, sought: &[Sought<'_>]) -> Vec<(usize, f32)> {
        let mut whole = vec![0.0_f32; self.items.len()];
        let mut of_part = vec![0.0_f32; self.items.len()];
        let mut touched: Vec<u32> = Vec::new();
        for part in sought {
            for (term, _) in &part.terms {
                for (item, strength) in &self.told_by[*term as usize] {
                    let so_far = &mut of_part[*item as usize];
                    if *so_far == 0.0 {
                        touched.push(*item);
                    }
                    *so_far = so_far.max(*strength);
                }
            }
            for item in touched.drain(..) {
                whole[item as usize] += of_part[item as usize] * part.weight;
                of_part[item as usize] = 0.0;
            }
        }
        let told = whole
            .into_iter()
            .enumerate()
            .filter(|(_, told)| *told > 0.0);
        told.collect()
    }

    /// A text's score for what is asked, and where it tells it: the requirement's words, and the place.
    pub(super) fn scored<'a>(
        &self,
        sought: &[Sought<'a>],
        item: usize,
    ) -> (f32, Vec<(&'a str, Range<usize>)>) {
        let mut score = 0.0;
        let mut seen: Vec<u32> = Vec::new();
        let mut places = Vec::new();
        for (term, wanted) in sought.iter().flat_map(|part| &part.terms) {
            let item = &self.items[item];
            let Ok(at) = item.binary_search_by_key(term, |telling| telling.term) else {
                continue;
            };
            if seen.contains(term) {
                continue;
            }
            seen.push(*term);
            score += item[at].weight * self.rarity(*term);
            let told = item[at].at.iter().filter(|at| !at.is_empty());
            places.extend(told.map(|at| (*wanted, at.start as usize..at.end as usize)));
        }
        (score, places)
    }

    /// The inverse document frequency, as the crate has it.
    fn rarity(&self, term: u32) -> f32 {
        let texts = self.items.len() as f32;
        let told_by = self.told_by[term as usize].len() as f32;
        (1.0 + (texts - told_by + 0.5) / (told_by + 0.5)).ln()
    }
}

/// What a text tells. Stems are numbered as the reader does, after the concepts.
fn tellings(reader: &mut Reader<'_>, text: &str) -> Vec<Telling> {
    let tokens = reader.read(text);
    let concepts = reader.lexicon.concepts.len() as u32;
    let mut cues: Vec<Cue> = Vec::with_capacity(tokens.len());
    for hit in find(reader, &tokens, false) {
        let phrase = &reader.lexicon.phrases[hit.phrase as usize];
        let (first, last) = hit.ends();
        cues.push(Cue {
            term: phrase.concept,
            strength: phrase.strength,
            hint: phrase.is_hint.then_some(hit.phrase),
            at: tokens[first].at.start as u32..tokens[last].at.end as u32,
        });
    }
    for token in &tokens {
        let word = reader.word(token);
        if !word.is_empty {
            cues.push(Cue {
                term: concepts + word.stem,
                strength: 1.0,
                hint: None,
                at: token.at.start as u32..token.at.end as u32,
            });
        }
    }
    // By term; of a term what only hints comes last, then the strongest first.
    cues.sort_unstable_by(|one, other| {
        let by_term = one.term.cmp(&other.term).then(one.hint.cmp(&other.hint));
        by_term
            .then(other.strength.total_cmp(&one.strength))
            .then(one.at.start.cmp(&other.at.start))
    });
    cues.chunk_by(|one, other| one.term == other.term)
        .map(told_once)
        .collect()
}

/// What cues of one term tell together: as much as the strongest, or as the hints of different kinds do.
fn told_once(cues: &[Cue]) -> Telling {
    let strongest = cues
        .iter()
        .filter(|cue| cue.hint.is_none())
        .map(|cue| cue.strength);
    let hints = cues.chunk_by(|one, other| one.hint == other.hint);
    let hints = hints
        .filter(|hint| hint[0].hint.is_some())
        .map(|hint| hint[0].strength);
    let mut at = [const { 0..0 }; PLACES];
    for (place, cue) in at.iter_mut().zip(cues) {
        *place = cue.at.clone();
    }
    Telling {
        term: cues[0].term,
        strength: strongest
            .fold(0.0, f32::max)
            .max(hints.sum::<f32>().min(HINTS)),
        times: cues.len() as u32,
        weight: 0.0,
        at,
    }
}

/// A text of so many terms, of which one is told so often, as BM25's embedder takes it: the one is `0`.
#[derive(Debug, Clone, Copy, Default)]
struct Shape;

impl Tokenizer for Shape {
    fn tokenize(&self, text: &str) -> Vec<String> {
        text.chars().map(String::from).collect()
    }
}

/// Gives each telling its weight, as BM25's embedder does. That depends on nothing but how often it is told and how long
/// the text is, so each such pair is embedded once.
fn weigh(items: &mut [Vec<Telling>]) {
    let length =
        |item: &[Telling]| -> usize { item.iter().map(|telling| telling.times as usize).sum() };
    let all: usize = items.iter().map(|item| length(item)).sum();
    let average = all as f32 / items.len().max(1) as f32;
    let embedder: Embedder<u32, Shape> = EmbedderBuilder::with_avgdl(average).build();
    let mut known: FxHashMap<(usize, u32), f32> = FxHashMap::default();
    for item in items {
        let length = length(item);
        for telling in item {
            let times = telling.times;
            telling.weight = *known.entry((length, times)).or_insert_with(|| {
                let others = length.saturating_sub(times as usize);
                let shape = "0".repeat(times as usize) + &"1".repeat(others);
                embedder.embed(&shape).first().map_or(0.0, |one| one.value)
            });
        }
    }
}
