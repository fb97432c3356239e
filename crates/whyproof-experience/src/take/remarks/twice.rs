//! The same thing told twice: two lines with mostly the same words, two stories with the same numbers and names.

use std::collections::BTreeSet;

use super::{QUOTED, on};
use crate::background::Spot;
use crate::take::english::Amount;
use crate::take::model::{Remark, RemarkKind};
use crate::take::sources::Sources;

/// How many lines and stories are held against each other.
const COMPARED: usize = 400;
/// Fewest words of a line that can be told twice, and the share of them that has to be the same.
const WORDS: usize = 4;
const SHARE: f64 = 0.7;
/// Fewest letters of a word that counts.
const LONG: usize = 4;
/// How many numbers and names two stories of the same thing have in common, and what share of the shorter one's.
const MARKS: usize = 4;
const MARKED: f64 = 0.4;

pub(super) fn found(sources: &Sources<'_>) -> Vec<Remark> {
    let mut remarks = lines(sources);
    remarks.extend(stories(sources));
    remarks
}

fn lines(sources: &Sources<'_>) -> Vec<Remark> {
    let lines = (0..sources.told).filter(|at| matches!(sources.passages[*at].spot, Spot::Line(_)));
    let words = lines.take(COMPARED).map(|at| (at, content(sources, at)));
    let words: Vec<(usize, BTreeSet<&str>)> =
        words.filter(|(_, words)| words.len() >= WORDS).collect();
    let mut remarks = Vec::new();
    for (nth, (at, later)) in words.iter().enumerate() {
        let earlier = words[..nth].iter().find(|(_, earlier)| {
            let shared = later.intersection(earlier).count();
            shared >= WORDS && shared as f64 >= SHARE * later.len().min(earlier.len()) as f64
        });
        if let Some((first, _)) = earlier {
            let before = whyproof_case::shorten(&sources.passages[*first].words, QUOTED);
            let says =
                format!("It says nearly the same as “{before}”: keep the one that says more.");
            remarks.push(on(sources, *at, RemarkKind::Twice, says));
        }
    }
    remarks
}

fn content<'s>(sources: &'s Sources<'_>, at: usize) -> BTreeSet<&'s str> {
    let tokens = sources.seen[at].tokens.iter();
    let long =
        tokens.filter(|token| token.lower.chars().count() >= LONG || token.amount != Amount::None);
    long.map(|token| token.stem.as_str()).collect()
}

/// The numbers of two digits and more, and the names, of a story.
fn marks<'s>(sources: &'s Sources<'_>, story: usize) -> BTreeSet<&'s str> {
    let told = (0..sources.told).filter(|at| sources.story(*at) == Some(story));
    let tokens = told.flat_map(|at| sources.seen[at].tokens.iter());
    let marks = tokens.filter(|token| {
        let digits = token.lower.bytes().filter(u8::is_ascii_digit).count();
        (token.amount != Amount::None && digits >= 2) || token.named
    });
    marks.map(|token| token.lower.as_str()).collect()
}

fn stories(sources: &Sources<'_>) -> Vec<Remark> {
    let stories = &sources.background.stories;
    let marked: Vec<BTreeSet<&str>> = (0..stories.len().min(COMPARED))
        .map(|at| marks(sources, at))
        .collect();
    let mut remarks = Vec::new();
    for (at, later) in marked.iter().enumerate() {
        let earlier = marked[..at].iter().position(|earlier| {
            let shared = later.intersection(earlier).count();
            shared >= MARKS && shared as f64 >= MARKED * later.len().min(earlier.len()) as f64
        });
        if let Some(first) = earlier {
            let shared: Vec<&str> = later
                .intersection(&marked[first])
                .copied()
                .take(3)
                .collect();
            remarks.push(Remark {
                kind: RemarkKind::Twice,
                words: stories[at].title().to_owned(),
                path: stories[at].path.clone(),
                line: None,
                says: format!(
                    "It seems to tell the same as “{}” ({}): both have {}. Told twice, it counts once.",
                    stories[first].title(),
                    stories[first].path,
                    whyproof_case::list(&shared)
                ),
            });
        }
    }
    remarks
}
