//! Where the words that carry a text stand, so that what is about the same is found without reading every sentence again.

use std::collections::BTreeMap;

use crate::likeness::Content;

/// Most sentences that are compared with one: of a text that says the same thing more often, the first are enough.
const MOST: usize = 200;

/// The words of sentences, and the sentences of each word.
#[derive(Debug, Default)]
pub(crate) struct Index {
    contents: Vec<Content>,
    places: BTreeMap<String, Vec<usize>>,
}

impl Index {
    /// Of sentences, by number.
    pub(crate) fn of<'a>(sentences: impl Iterator<Item = &'a str>) -> Self {
        let mut index = Index::default();
        for (at, sentence) in sentences.enumerate() {
            let content = Content::of(sentence);
            for word in content.words() {
                let places = index.places.entry(word.to_owned()).or_default();
                if places.len() < MOST {
                    places.push(at);
                }
            }
            index.contents.push(content);
        }
        index
    }

    /// The sentences that have at least `share` of the words of `about`, in file order. A sentence that has them has
    /// one of the rarest: only those are looked at.
    pub(crate) fn about(&self, about: &Content, share: f64) -> impl Iterator<Item = usize> {
        let size = about.words().count() as f64;
        let needed = (share * size).ceil().max(1.0) as usize;
        let mut places: Vec<&[usize]> = about
            .words()
            .map(|word| self.places.get(word).map_or(&[][..], Vec::as_slice))
            .collect();
        places.sort_by_key(|places| places.len());
        let rare = (places.len() + 1).saturating_sub(needed);
        let mut found: Vec<usize> = places.into_iter().take(rare).flatten().copied().collect();
        found.sort_unstable();
        found.dedup();
        found.truncate(MOST);
        found.retain(|at| {
            let other = &self.contents[*at];
            about.words().filter(|word| other.has(word)).count() >= needed
        });
        found.into_iter()
    }
}
