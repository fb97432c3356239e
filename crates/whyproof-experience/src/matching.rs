//! Requirements against what somebody tells: by the concepts of the field that both name, and by words.
//!
//! What people ask for and what people tell seldom share a word: *bias for action* is asked, *I didn't wait* is told. So
//! both are read as concepts (`matching/concepts/*.toml`): phrases that are asked for, phrases that tell it, and hints. A
//! text answers a requirement where it tells enough of the parts that this has; each part weighs the same in every
//! company of texts, so that one more story changes no other's answer. Answers are ranked by BM25 (Robertson and
//! Zaragoza, *The Probabilistic Relevance Framework*, 2009), over concepts and words.

mod asked;
mod index;
mod lexicon;
#[cfg(feature = "semantic")]
mod local;
mod meaning;
mod numbers;
mod phrase;
mod reader;

use std::ops::Range;

use rayon::prelude::*;

use crate::take::Met;

use asked::Asked;
use index::Index;
use lexicon::Lexicon;
use reader::Reader;

#[cfg(feature = "semantic")]
pub use local::{LocalModel, MeaningError};
pub use meaning::{LEAST_ALIKE, Meaning, Meanings};

/// How much of a requirement a text has to tell to answer it, unless the caller says otherwise.
pub const LEAST: f64 = 0.5;

/// How many parts of a requirement must be told, each part weighing up to 1: one hint is no answer.
const LEAST_TOLD: f64 = 0.5;

/// What answers a requirement.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Which text, by its place.
    pub item: usize,
    /// BM25: only its order means something.
    pub score: f32,
    /// How much of the requirement it tells, from 0 to 1.
    pub covered: f64,
    /// The words of the requirement and of the text that met.
    pub met: Vec<Met>,
}

/// Texts that requirements are held against.
#[derive(Debug)]
pub struct Matcher {
    texts: Vec<String>,
    index: Index,
}

impl Matcher {
    /// Over these texts.
    pub fn new<'t>(texts: impl IntoIterator<Item = &'t str>) -> Matcher {
        let texts: Vec<String> = texts.into_iter().map(str::to_owned).collect();
        let index = Index::of(&texts);
        Matcher { texts, index }
    }

    /// What answers a requirement, best first.
    pub fn answers(&self, requirement: &str) -> Vec<Answer> {
        self.answers_at(requirement, LEAST)
    }

    /// What tells at least `least` of a requirement, from 0 to 1, best first.
    pub fn answers_at(&self, requirement: &str, least: f64) -> Vec<Answer> {
        let lexicon = Lexicon::built_in();
        self.answered(&asked::read(&mut Reader::new(lexicon), requirement), least)
    }

    /// What answers each of these requirements, on all cores.
    pub fn answers_to_all(&self, requirements: &[&str]) -> Vec<Vec<Answer>> {
        let one = |requirement: &&str| self.answers(requirement);
        requirements.par_iter().map(one).collect()
    }

    fn answered(&self, asked: &Asked, least: f64) -> Vec<Answer> {
        let whole: f64 = asked.parts.iter().map(|part| f64::from(part.weight)).sum();
        let sought = self.index.sought(asked);
        let mut answers = Vec::new();
        for (item, told) in self.index.told(&sought) {
            let told = f64::from(told);
            let covered = told / whole;
            if covered >= least && told >= LEAST_TOLD.min(whole / 2.0) {
                let (score, places) = self.index.scored(&sought, item);
                answers.push(Answer {
                    item,
                    score,
                    covered,
                    met: self.met(item, places),
                });
            }
        }
        answers.sort_by(|one, other| {
            let by_score = other.score.total_cmp(&one.score);
            by_score.then(one.item.cmp(&other.item))
        });
        answers
    }

    /// The words that met, in the order of the requirement, each pair once.
    fn met(&self, item: usize, places: Vec<(&str, Range<usize>)>) -> Vec<Met> {
        let mut met: Vec<Met> = Vec::with_capacity(places.len());
        for (wanted, at) in places {
            let found = &self.texts[item][at];
            if !met
                .iter()
                .any(|one| one.wanted == wanted && one.found == found)
            {
                met.push(Met {
                    wanted: wanted.to_owned(),
                    found: found.to_owned(),
                });
            }
        }
        met
    }
}

#[cfg(test)]
mod tests;
