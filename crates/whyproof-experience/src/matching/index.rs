//! What texts tell, ready to be asked: for each concept and word the texts that tell it, how much, and how BM25 weighs it.

use std::ops::Range;

use bm25::{Embedder, EmbedderBuilder, TokenEmbedder, Tokenizer};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

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
pub(super) struct Telling<T = u32> {
    term: T,
    /// How much, from 0 to 1.
    strength: f32,
    /// How often.
    times: u32,
    /// Its weight for BM25.
    weight: f32,
    /// Where it does, in bytes; the strongest first.
    pub(super) at: Vec<Range<usize>>,
}

/// Terms as BM25's embedder takes them: numbers, written out.
#[derive(Debug, Clone, Copy, Default)]
struct Numbers;

impl Tokenizer for Numbers {
    fn tokenize(&self, text: &str) -> Vec<String> {
        text.split(' ').map(str::to_owned).collect()
    }
}

/// A term's number is its place in the space.
#[derive(Debug)]
struct Place;

impl TokenEmbedder for Place {
    type EmbeddingSpace = u32;
    fn embed(token: &str) -> u32 {
        token.parse().unwrap_or(u32::MAX)
    }
}

/// What texts tell.
#[derive(Debug)]
pub(super) struct Index {
    terms: FxHashMap<Term, u32>,
    /// For each text what it tells, by term.
    items: Vec<Vec<Telling>>,
    /// For each term the texts that tell it, and how much.
    told_by: Vec<Vec<(u32, f32)>>,
}

impl Index {
    pub(super) fn of(texts: &[String]) -> Index {
        let lexicon = Lexicon::built_in();
        let read: Vec<Vec<Telling<Term>>> = texts
            .par_chunks(CHUNK)
            .flat_map_iter(|chunk| {
                let mut reader = Reader::new(lexicon);
                chunk.iter().map(move |text| tellings(&mut reader, text))
            })
            .collect();
        let mut terms: FxHashMap<Term, u32> = FxHashMap::default();
        let mut items: Vec<Vec<Telling>> = Vec::with_capacity(read.len());
        for tellings in read {
            let numbered = tellings.into_iter().map(|telling| {
                let next = terms.len() as u32;
                Telling {
                    term: *terms.entry(telling.term).or_insert(next),
                    strength: telling.strength,
                    times: telling.times,
                    weight: telling.weight,
                    at: telling.at,
                }
            });
            let mut item: Vec<Telling> = numbered.collect();
            item.sort_by_key(|telling| telling.term);
            items.push(item);
        }
        weigh(&mut items);
        let mut told_by = vec![Vec::new(); terms.len()];
        for (at, item) in items.iter().enumerate() {
            for telling in item {
                told_by[telling.term as usize].push((at as u32, telling.strength));
            }
        }
        Index {
            terms,
            items,
            told_by,
        }
    }

    /// The texts that tell anything of what is asked, and how much of it, each part by what it weighs.
    pub(super) fn told(&self, asked: &Asked) -> Vec<(usize, f64)> {
        let mut whole = vec![0.0_f32; self.items.len()];
        let mut of_part = vec![0.0_f32; self.items.len()];
        let mut touched: Vec<u32> = Vec::new();
        let mut seen: Vec<u32> = Vec::new();
        for part in &asked.parts {
            for alternative in &part.alternatives {
                let Some(term) = self.terms.get(&alternative.term) else {
                    continue;
                };
                for (item, strength) in &self.told_by[*term as usize] {
                    let so_far = &mut of_part[*item as usize];
                    if *so_far == 0.0 {
                        touched.push(*item);
                    }
                    *so_far = so_far.max(*strength);
                }
            }
            for item in touched.drain(..) {
                let so_far = &mut whole[item as usize];
                if *so_far == 0.0 {
                    seen.push(item);
                }
                *so_far += of_part[item as usize] * part.weight;
                of_part[item as usize] = 0.0;
            }
        }
        seen.sort_unstable();
        let told = seen.into_iter().map(|item| (item as usize, f64::from(whole[item as usize])));
        told.collect()
    }

    /// What a text tells of a term.
    pub(super) fn telling(&self, item: usize, term: &Term) -> Option<&Telling> {
        let term = self.terms.get(term)?;
        let item = &self.items[item];
        let at = item.binary_search_by_key(term, |telling| telling.term).ok()?;
        Some(&item[at])
    }

    /// A text's score for a requirement.
    pub(super) fn score(&self, asked: &Asked, item: usize) -> f32 {
        let mut seen: FxHashSet<&Term> = FxHashSet::default();
        let alternatives = asked.parts.iter().flat_map(|part| &part.alternatives);
        let terms = alternatives.map(|one| &one.term).filter(|term| seen.insert(*term));
        let scores = terms.filter_map(|term| {
            let telling = self.telling(item, term)?;
            Some(telling.weight * self.rarity(telling.term))
        });
        scores.sum()
    }

    /// The inverse document frequency, as the crate has it.
    fn rarity(&self, term: u32) -> f32 {
        let (texts, told_by) = (self.items.len() as f32, self.told_by[term as usize].len() as f32);
        (1.0 + (texts - told_by + 0.5) / (told_by + 0.5)).ln()
    }
}

/// What a text tells.
fn tellings(reader: &mut Reader<'_>, text: &str) -> Vec<Telling<Term>> {
    let tokens = reader.read(text);
    let mut found: FxHashMap<Term, Vec<(f32, bool, u32, Range<usize>)>> = FxHashMap::default();
    for hit in find(reader, &tokens, false) {
        let phrase = &reader.lexicon.phrases[hit.phrase as usize];
        let from = tokens[hit.tokens[0] as usize].at.start;
        let to = tokens[hit.tokens[hit.tokens.len() - 1] as usize].at.end;
        let cue = (phrase.strength, phrase.is_hint, hit.phrase, from..to);
        found.entry(Term::Concept(phrase.concept)).or_default().push(cue);
    }
    for token in &tokens {
        let word = reader.word(token);
        if !word.is_empty {
            let cue = (1.0, false, 0, token.at.clone());
            found.entry(Term::Stem(word.stem.clone())).or_default().push(cue);
        }
    }
    let tellings = found.into_iter().map(|(term, mut cues)| {
        cues.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.3.start.cmp(&other.3.start)));
        let strongest = cues.iter().filter(|cue| !cue.1).map(|cue| cue.0).fold(0.0, f32::max);
        let mut hints: Vec<(u32, f32)> = cues.iter().filter(|cue| cue.1).map(|cue| (cue.2, cue.0)).collect();
        hints.sort_by_key(|hint| hint.0);
        hints.dedup_by_key(|hint| hint.0);
        let hinted: f32 = hints.iter().map(|hint| hint.1).sum();
        Telling {
            term,
            strength: strongest.max(hinted.min(HINTS)),
            times: cues.len() as u32,
            weight: 0.0,
            at: cues.into_iter().take(PLACES).map(|cue| cue.3).collect(),
        }
    });
    let mut tellings: Vec<Telling<Term>> = tellings.collect();
    // The map has no order of its own; where a text first tells something, does.
    tellings.sort_by(|one, other| {
        let at = |telling: &Telling<Term>| telling.at.first().map_or((0, 0), |at| (at.start, at.end));
        at(one).cmp(&at(other)).then_with(|| one.term.cmp(&other.term))
    });
    tellings
}

/// Gives each telling its weight, as BM25's embedder does.
fn weigh(items: &mut [Vec<Telling>]) {
    let all: u64 = items.iter().flatten().map(|telling| u64::from(telling.times)).sum();
    let average = all as f32 / items.len().max(1) as f32;
    let embedder: Embedder<Place, Numbers> = EmbedderBuilder::with_avgdl(average).build();
    items.par_iter_mut().for_each(|item| {
        let mut written = String::new();
        for telling in item.iter() {
            for _ in 0..telling.times {
                if !written.is_empty() {
                    written.push(' ');
                }
                written.push_str(&telling.term.to_string());
            }
        }
        let mut weights = embedder.embed(&written).0.into_iter().peekable();
        // The embedding is in the order of the terms, each as often as it is told.
        for telling in item.iter_mut() {
            while let Some(weight) = weights.next_if(|one| one.index == telling.term) {
                telling.weight = weight.value;
            }
        }
    });
}
