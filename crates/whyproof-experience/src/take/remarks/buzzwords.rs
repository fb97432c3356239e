//! Words that sound and say nothing, where nothing that could be checked stands beside them.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::cue::Cue;
use crate::take::kinds::{Degree, Seen};

#[derive(Deserialize)]
struct List {
    words: Vec<String>,
}

static WORDS: LazyLock<Vec<Cue>> = LazyLock::new(|| {
    let list: Option<List> = toml::from_str(include_str!("buzzwords.toml")).ok();
    let list = list.map_or_else(Vec::new, |list| list.words);
    list.iter().map(|word| Cue::new(word)).collect()
});

/// The buzzwords of a sentence that has nothing else: no number, no name, no form that tells of something done.
pub(crate) fn found(sentence: &str, seen: &Seen) -> Vec<String> {
    let solid = seen.has_amount()
        || seen
            .tokens
            .iter()
            .any(|token| is_name(&token.lower, token.named));
    if solid || seen.kinds.iter().any(|(_, degree)| *degree == Degree::Full) {
        return Vec::new();
    }
    let mut places: Vec<_> = WORDS
        .iter()
        .filter_map(|word| word.place_in(&seen.stems))
        .collect();
    places.sort_by_key(|place| (place.start, std::cmp::Reverse(place.end)));
    places.dedup_by(|later, first| later.start < first.end);
    places
        .into_iter()
        .filter_map(|place| sentence.get(place))
        .map(str::to_owned)
        .collect()
}

/// Abbreviations of the trade are no names.
fn is_name(lower: &str, named: bool) -> bool {
    named
        && !matches!(
            lower,
            "kpi" | "kpis" | "okr" | "okrs" | "roi" | "agile" | "scrum" | "ai" | "b2b" | "saas"
        )
}

/// Whether a sentence is nothing but such words.
pub(crate) fn is_empty(sentence: &str, seen: &Seen) -> bool {
    !found(sentence, seen).is_empty()
}

#[cfg(test)]
mod tests {
    use super::{WORDS, found};
    use crate::take::kinds::see;

    fn of(sentence: &str) -> Vec<String> {
        found(sentence, &see(sentence, None, None))
    }

    #[test]
    fn the_list_is_read() {
        assert!(WORDS.len() >= 60, "{}", WORDS.len());
    }

    #[test]
    fn a_buzzword_is_told_only_where_nothing_stands_beside_it() {
        assert_eq!(
            of("Results-driven leader, passionate about synergy"),
            ["Results-driven", "passionate", "synergy"]
        );
        assert_eq!(
            of("Spearheaded strategic initiatives across the business"),
            ["Spearheaded", "strategic initiatives"]
        );
        assert!(of("Spearheaded the move of 4,000 patients to one record").is_empty());
        assert!(of("Leveraged Postgres for the ledger").is_empty());
        assert!(of("Sold boxes at the market").is_empty());
    }
}
