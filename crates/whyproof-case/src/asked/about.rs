//! How a why in the file says what it is put to.

use std::collections::BTreeSet;

use whyproof_syntax::{Place, TextId, is_id};

use super::aim::{Aim, Aimed, Aims};
use crate::case::Case;
use crate::statement::StatementId;

/// Fewest and most words of a quotation.
const WORDS: std::ops::RangeInclusive<usize> = 2..=24;
/// Words of a statement that make its id.
const NAMED: usize = 3;

/// What a why's `on` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum About {
    /// Nothing: it is put to the whole case.
    Whole,
    /// An id; where it is new, the block that gets it.
    Id(String, Option<TextId>),
    /// Words of the case.
    Words(String),
}

/// The ways to say it, best first; the last is always the whole case. `taken` holds the new ids.
pub(super) fn ways(
    case: &Case,
    aims: &Aims<'_>,
    aimed: &Aimed,
    taken: &mut BTreeSet<(String, TextId)>,
) -> Vec<About> {
    let mut ways = Vec::new();
    match aimed.aim {
        Aim::Case | Aim::Nothing => {}
        Aim::Statement(id) => {
            let statement = case.statement(id);
            if statement.explicit {
                ways.push(About::Id(statement.id.clone(), None));
            } else {
                let id = new_id(case, &statement.text, &statement.id, statement.head, taken);
                ways.push(About::Id(id, Some(statement.head)));
            }
            let head = case.parse.document.text(statement.head);
            let all = (0, head.words.text.len());
            let is_one = |words: &str| first_place(case, aims, words) == Some(Found::Statement(id));
            ways.extend(quotation(&head.words.text, all, is_one).map(About::Words));
        }
        Aim::Answer(at) => {
            if let Some(why) = case.whys.get(at as usize) {
                match &case.parse.document.text(why.head).attributes.id {
                    Some((id, _)) if *id == why.id => {
                        ways.push(About::Id(id.clone(), None));
                    }
                    Some(_) => {}
                    None => {
                        let id = new_id(case, &why.text, &why.id, why.head, taken);
                        ways.push(About::Id(id, Some(why.head)));
                    }
                }
            }
        }
        Aim::Passage(block) => {
            let text = case.parse.document.text(block);
            let is_one = |words: &str| first_place(case, aims, words) == Some(Found::Text(block));
            ways.extend(quotation(&text.words.text, aimed.at, is_one).map(About::Words));
        }
    }
    ways.push(About::Whole);
    ways
}

/// A new id for the block `head`: a few of its words, else what it is named by already.
fn new_id(
    case: &Case,
    words: &str,
    named: &str,
    head: TextId,
    taken: &mut BTreeSet<(String, TextId)>,
) -> String {
    if let Some((id, _)) = taken.iter().find(|(_, of)| *of == head) {
        return id.clone();
    }
    let long = |word: &&str| word.len() > 3 && word.bytes().all(|b| b.is_ascii_alphanumeric());
    let lower = words.to_lowercase();
    let picked: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(long)
        .take(NAMED)
        .collect();
    let name = picked.join("-");
    let free = |id: &String| {
        is_id(id) && case.named(id).is_none() && !taken.iter().any(|(other, _)| other == id)
    };
    let numbered = (2..100).map(|number| format!("{name}-{number}"));
    let id = std::iter::once(name.clone()).chain(numbered).find(free);
    let id = id.unwrap_or_else(|| named.to_owned());
    taken.insert((id.clone(), head));
    id
}

/// Where words are found that a why quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    Statement(StatementId),
    Text(TextId),
}

/// Where a why that quotes `words` would be put: statements before other text, notes apart.
fn first_place(case: &Case, aims: &Aims<'_>, words: &str) -> Option<Found> {
    let mut elsewhere = None;
    for (index, text) in (0..).zip(&case.parse.document.texts) {
        if matches!(text.place, Place::Footnote(_)) || !text.words.text.contains(words) {
            continue;
        }
        if let Some(statement) = aims.belonging(TextId(index)) {
            return Some(Found::Statement(statement));
        }
        elsewhere.get_or_insert(Found::Text(TextId(index)));
    }
    elsewhere
}

/// Words of `text` around its bytes `at` that can be quoted and that `is_one` takes for the right place: what was
/// marked, then with more on either side, then parts of it.
fn quotation(text: &str, at: (usize, usize), is_one: impl Fn(&str) -> bool) -> Option<String> {
    let mut words: Vec<(usize, usize)> = Vec::new();
    let mut start = 0;
    for word in text.split(' ') {
        words.push((start, start + word.len()));
        start += word.len() + 1;
    }
    let from = words.partition_point(|&(_, end)| end <= at.0);
    let to = words
        .partition_point(|&(start, _)| start < at.1)
        .max(from + 1);
    let to = to.min(words.len()).min(from + WORDS.end());
    let wider = (0..=6_usize).map(|by| (from.saturating_sub(by), (to + by).min(words.len())));
    let shorter = (*WORDS.start()..=(to.saturating_sub(from))).rev();
    let shorter = shorter.map(|len| (from, from + len));
    let starts = (0..words.len().min(40)).map(|from| (from, (from + 8).min(words.len())));
    wider
        .chain(shorter)
        .chain(starts)
        .filter_map(|(from, to)| {
            let (first, last) = (words.get(from)?, words.get(to.checked_sub(1)?)?);
            let quoted = text.get(first.0..last.1)?;
            Some(quoted.trim_end_matches(['.', ',', ';', ':']))
        })
        .find(|quoted| is_plain(quoted) && is_one(quoted))
        .map(str::to_owned)
}

/// Whether words can stand in quotation marks in a heading's attributes.
fn is_plain(words: &str) -> bool {
    let marks = "\"“”„{}\\<>`*_[]&#|~^";
    words.chars().any(char::is_alphanumeric)
        && words.len() < 1_000
        && !words.contains(|c: char| marks.contains(c) || c.is_control())
}
