//! Requirements against what somebody tells, by meaning: the nearness of two texts as a local model measures it.

use std::fmt::Debug;

use crate::take::Met;

use super::Answer;
use super::lexicon::Lexicon;
use super::reader::Reader;

/// How near two texts must be for one to answer the other, unless the caller says otherwise.
pub const LEAST_ALIKE: f32 = 0.29;

/// How near two words must be to be named as words that met.
const LEAST_NEAR: f32 = 0.4;

/// How many pairs of words an answer names.
const NAMED: usize = 3;

/// How many words of a text are compared one by one.
const COMPARED: usize = 400;

/// Something that gives texts a place such that those of like meaning are near.
pub trait Meaning: Send + Sync + Debug {
    /// A vector of length one for each text; zero where it has no word that is known.
    fn embed(&self, texts: &[&str]) -> Vec<Vec<f32>>;
}

/// Texts that requirements are held against by meaning.
#[derive(Debug)]
pub struct Meanings<'m> {
    meaning: &'m dyn Meaning,
    items: Vec<Item>,
}

#[derive(Debug)]
struct Item {
    /// Where the words that say something have their place together.
    vector: Vec<f32>,
    words: Vec<(String, Vec<f32>)>,
}

impl Item {
    fn of(meaning: &dyn Meaning, reader: &mut Reader<'_>, text: &str) -> Item {
        let words = telling_words(reader, text);
        let vector = meaning.embed(&[&words.join(" ")]).pop().unwrap_or_default();
        let mut once: Vec<&str> = Vec::new();
        for word in words {
            if once.len() < COMPARED && !once.iter().any(|one| one.eq_ignore_ascii_case(word)) {
                once.push(word);
            }
        }
        let vectors = meaning.embed(&once);
        Item {
            vector,
            words: once.into_iter().map(str::to_owned).zip(vectors).collect(),
        }
    }
}

impl<'m> Meanings<'m> {
    /// Over these texts.
    pub fn new<'t>(
        meaning: &'m dyn Meaning,
        texts: impl IntoIterator<Item = &'t str>,
    ) -> Meanings<'m> {
        let mut reader = Reader::new(Lexicon::built_in());
        let items = texts
            .into_iter()
            .map(|text| Item::of(meaning, &mut reader, text));
        Meanings {
            items: items.collect(),
            meaning,
        }
    }

    /// What is near a requirement, nearest first. An answer's score and what it covers are both its nearness.
    pub fn answers(&self, requirement: &str) -> Vec<Answer> {
        self.answers_at(requirement, LEAST_ALIKE)
    }

    /// What is at least so near, from -1 to 1.
    pub fn answers_at(&self, requirement: &str, least: f32) -> Vec<Answer> {
        let mut reader = Reader::new(Lexicon::built_in());
        let wanted = Item::of(self.meaning, &mut reader, requirement);
        let mut answers = Vec::new();
        for (at, item) in self.items.iter().enumerate() {
            let alike = cosine(&wanted.vector, &item.vector);
            if alike >= least {
                answers.push(Answer {
                    item: at,
                    score: alike,
                    covered: f64::from(alike.clamp(0.0, 1.0)),
                    met: nearest(&wanted.words, &item.words),
                });
            }
        }
        answers.sort_by(|one, other| {
            let by_score = other.score.total_cmp(&one.score);
            by_score.then(one.item.cmp(&other.item))
        });
        answers
    }
}

/// The words of a text that say something, in order.
fn telling_words<'t>(reader: &mut Reader<'_>, text: &'t str) -> Vec<&'t str> {
    let tokens = reader.read(text);
    let telling = tokens.iter().filter(|token| !reader.word(token).is_empty);
    telling.map(|token| &text[token.at.clone()]).collect()
}

/// The pairs of words nearest to one another, each word once, nearest first.
fn nearest(wanted: &[(String, Vec<f32>)], found: &[(String, Vec<f32>)]) -> Vec<Met> {
    let mut pairs: Vec<(f32, usize, usize)> = Vec::new();
    for (one, (_, vector)) in wanted.iter().enumerate() {
        for (other, (_, against)) in found.iter().enumerate() {
            let near = cosine(vector, against);
            if near >= LEAST_NEAR {
                pairs.push((near, one, other));
            }
        }
    }
    pairs.sort_by(|one, other| {
        other
            .0
            .total_cmp(&one.0)
            .then((one.1, one.2).cmp(&(other.1, other.2)))
    });
    let mut met: Vec<(usize, usize)> = Vec::new();
    for (_, one, other) in pairs {
        if met.len() < NAMED && met.iter().all(|pair| pair.0 != one && pair.1 != other) {
            met.push((one, other));
        }
    }
    let named = met.into_iter().map(|(one, other)| Met {
        wanted: wanted[one].0.clone(),
        found: found[other].0.clone(),
    });
    named.collect()
}

/// The cosine of two vectors of length one.
fn cosine(one: &[f32], other: &[f32]) -> f32 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A model that knows three things.
    #[derive(Debug)]
    struct Three;

    impl Meaning for Three {
        fn embed(&self, texts: &[&str]) -> Vec<Vec<f32>> {
            let about = [["coach", "mentor"], ["sell", "sold"], ["steel", "beam"]];
            let vector = |text: &&str| {
                let counts = about
                    .map(|words| words.iter().filter(|word| text.contains(*word)).count() as f32);
                let length = counts.iter().map(|count| count * count).sum::<f32>().sqrt();
                counts
                    .iter()
                    .map(|count| if length > 0.0 { count / length } else { 0.0 })
                    .collect()
            };
            texts.iter().map(vector).collect()
        }
    }

    #[test]
    fn what_is_near_answers_and_names_the_nearest_words() {
        let meanings = Meanings::new(&Three, ["I mentor two people.", "I sold boxes.", ""]);
        let answers = meanings.answers("You coach others");
        assert_eq!(answers.len(), 1);
        assert_eq!(answers[0].item, 0);
        let met = Met {
            wanted: "coach".to_owned(),
            found: "mentor".to_owned(),
        };
        assert_eq!(answers[0].met, [met]);
    }
}
