//! What an import owes: every word of the file is in the résumé or among what could not be placed.

use std::collections::BTreeSet;

use serde_json::Value;
use whyproof_experience::resume::{LineNote, Own, Resume, Unplaced};

use super::{contact, dates, headings};

/// A piece of a file that has words, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Leaf {
    pub(super) text: String,
    /// As `imported/resume.txt:12`, or a path in the file.
    pub(super) from: String,
}

/// Words that say what a field is and no more: of them nothing is owed.
const LABELS: &[&str] = &[
    "a",
    "an",
    "and",
    "as",
    "at",
    "by",
    "for",
    "from",
    "in",
    "of",
    "on",
    "the",
    "to",
    "und",
    "with",
    "address",
    "cell",
    "city",
    "contact",
    "coursework",
    "courses",
    "cv",
    "curriculum",
    "e",
    "email",
    "gpa",
    "grade",
    "http",
    "https",
    "home",
    "homepage",
    "location",
    "mail",
    "mailto",
    "mobile",
    "modules",
    "phone",
    "relevant",
    "resume",
    "résumé",
    "tel",
    "telephone",
    "vitae",
    "web",
    "website",
    "www",
    "linkedin",
    "github",
];

/// The words of a text, in lower case.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// Whether nothing is owed of a word: a label, a month (which is a number now), or a number of a date.
fn is_free(word: &str) -> bool {
    LABELS.contains(&word) || dates::is_word(word)
}

/// The words of a leaf that neither the résumé nor what could not be placed has.
fn lost<'l>(leaf: &'l Leaf, kept: &BTreeSet<String>) -> Option<&'l str> {
    let text = leaf.text.trim();
    let bare = text.trim_start_matches(['#', '-', '•', ' ']);
    if headings::kind(bare).is_some() {
        return None;
    }
    let lower = text.to_lowercase();
    // "T:" before a telephone number says no more than that it is one.
    let is_letter = |word: &str| contact::is_letter(word) && lower.contains(&format!("{word}:"));
    let is_kept = |word: String| {
        // A month is written with two digits.
        let plain = word.trim_start_matches('0');
        kept.contains(&word)
            || kept.contains(plain)
            || kept.contains(&format!("0{word}"))
            || is_free(&word)
            || is_letter(&word)
    };
    let all = words(text).all(is_kept);
    (!all).then_some(text)
}

fn kept(resume: &Resume) -> BTreeSet<String> {
    let mut kept = BTreeSet::new();
    let mut open = vec![serde_json::to_value(resume).unwrap_or(Value::Null)];
    while let Some(value) = open.pop() {
        match value {
            Value::String(text) => kept.extend(words(&text)),
            Value::Number(number) => kept.extend(words(&number.to_string())),
            Value::Bool(truth) => kept.extend(words(&truth.to_string())),
            Value::Array(list) => open.extend(list),
            Value::Object(map) => {
                for (key, value) in map {
                    kept.extend(words(&key));
                    open.push(value);
                }
            }
            Value::Null => {}
        }
    }
    kept
}

/// The leaves of which words are neither in the résumé nor in what could not be placed, its own keys included.
pub(super) fn owed<'l>(resume: &Resume, leaves: &'l [Leaf]) -> Vec<&'l Leaf> {
    let kept = kept(resume);
    leaves
        .iter()
        .filter(|leaf| lost(leaf, &kept).is_some())
        .collect()
}

/// Puts down where each line came from and what could not be placed: `unplaced`, and every leaf that still has words
/// which are nowhere. `from` gives the place of a line's words.
pub(super) fn settle(
    resume: &mut Resume,
    leaves: &[Leaf],
    mut unplaced: Vec<Unplaced>,
    from: impl Fn(&str) -> Option<String>,
) {
    let mut told = BTreeSet::new();
    let lines = resume
        .lines()
        .into_iter()
        .filter(|line| told.insert(line.text.to_owned()));
    let lines = lines.map(|line| LineNote {
        line: line.text.to_owned(),
        from: from(line.text),
        ..LineNote::default()
    });
    let mut own = Own {
        lines: lines.filter(|note| note.from.is_some()).collect(),
        ..resume.own().unwrap_or_default()
    };
    own.unplaced.clone_from(&unplaced);
    resume.set_own(&own);
    let more: Vec<Unplaced> = owed(resume, leaves).into_iter().map(as_unplaced).collect();
    unplaced.extend(more);
    let place = |one: &Unplaced| {
        leaves
            .iter()
            .position(|leaf| leaf.from == one.from)
            .unwrap_or(usize::MAX)
    };
    unplaced.sort_by_key(place);
    unplaced.dedup();
    own.unplaced = unplaced;
    resume.set_own(&own);
}

fn as_unplaced(leaf: &Leaf) -> Unplaced {
    Unplaced {
        text: leaf.text.trim().to_owned(),
        from: leaf.from.clone(),
    }
}
