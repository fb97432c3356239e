//! What a job description says of its place.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use whyproof_case::sentences;

use super::PlaceSaid;
use super::read::{Line, LineKind, has_phrase, normal, normals};

/// Phrases by the id of a criterion in the bar `environment`: as they are written, and as they are looked for.
static PHRASES: LazyLock<BTreeMap<String, Vec<(String, String)>>> = LazyLock::new(|| {
    let read: BTreeMap<String, Vec<String>> =
        toml::from_str(include_str!("places.toml")).unwrap_or_default();
    let pairs = |phrases: Vec<String>| {
        let looked_for = normals(&phrases);
        phrases.into_iter().zip(looked_for).collect()
    };
    read.into_iter()
        .map(|(id, phrases)| (id, pairs(phrases)))
        .collect()
});

/// What is said, in the order of the bar: the first sentence for each of its criteria.
pub(super) fn said(lines: &[Line]) -> Vec<PlaceSaid> {
    let mut told: Vec<(&str, String)> = Vec::new();
    for line in lines.iter().filter(|line| line.kind != LineKind::Heading) {
        for range in sentences(&line.words) {
            let sentence = &line.words[range];
            told.push((sentence, normal(sentence)));
        }
    }
    let Some(environment) = whyproof_case::built_in_bar("environment") else {
        return Vec::new();
    };
    let criteria = environment.criteria.iter();
    let found = criteria.filter_map(|criterion| {
        let phrases = PHRASES.get(&criterion.id)?;
        told.iter().find_map(|(sentence, words)| {
            let (by, _) = phrases
                .iter()
                .find(|(_, phrase)| has_phrase(words, phrase))?;
            Some(PlaceSaid {
                id: criterion.id.clone(),
                said: (*sentence).to_owned(),
                by: by.clone(),
            })
        })
    });
    found.collect()
}
