//! How a why in the file says what it is about.

use whyproof_case::{Case, Target, Why};
use whyproof_syntax::{Span, TextId, is_id};

use crate::drill::words::carrying;
use crate::material::On;

/// Longest quotation, in characters.
const LONGEST: usize = 120;

/// What a question's attribute says.
pub(super) enum About {
    /// Nothing: it is put to the whole case.
    Whole,
    /// An id; where it is new, the block that gets it.
    Id(String, Option<TextId>),
    /// Words of the case.
    Words(String),
}

impl About {
    /// The ways to say it, best first; the last is always the whole case.
    pub(super) fn all(case: &Case, on: &On, span: Span) -> Vec<About> {
        let mut found = Vec::new();
        match on {
            On::Case => {}
            On::Statement(id) => {
                let statement = case.statement(*id);
                if statement.explicit {
                    found.push(About::Id(statement.id.clone(), None));
                } else {
                    found.extend(named(case, &statement.text, statement.head));
                }
                found.extend(quotation(&statement.text));
            }
            On::Passage => found.extend(quotation(case.parse.tree.slice(span))),
            On::Answer(at) => {
                if let Some(why) = case.whys.get(*at as usize) {
                    let explicit = &case.parse.document.text(why.head).attributes.id;
                    match explicit {
                        Some((id, _)) => found.push(About::Id(id.clone(), None)),
                        None => found.extend(named(case, &why.text, why.head)),
                    }
                }
            }
        }
        found.push(About::Whole);
        found
    }

    /// What stands in the braces.
    pub(super) fn attribute(&self) -> Option<String> {
        match self {
            About::Whole => None,
            About::Id(id, _) => Some(format!("on=#{id}")),
            About::Words(words) => Some(format!("on=\"{words}\"")),
        }
    }

    /// The id on its target, where it is new: where it is written, and what.
    pub(super) fn mark(&self, case: &Case) -> Option<(usize, String)> {
        match self {
            About::Id(id, Some(target)) => {
                let end = case.parse.document.text(*target).span.end as usize;
                Some((end, format!(" {{#{id}}}")))
            }
            _ => None,
        }
    }

    /// Whether `why` of `next` is put to what `on` was in `case`.
    pub(super) fn is_met(&self, case: &Case, next: &Case, why: &Why, on: &On) -> bool {
        match (self, &why.target) {
            (About::Whole, target) => *target == Target::Case,
            (_, Target::Dangling(_) | Target::Case) => false,
            (_, Target::Statement(now)) => match on {
                On::Statement(then) => next.statement(*now).text == case.statement(*then).text,
                On::Passage | On::Answer(_) => true,
                On::Case => false,
            },
            (_, Target::Passage(_)) => *on == On::Passage,
            (_, Target::Answer(_)) => matches!(on, On::Answer(_)),
        }
    }
}

/// A new id of the words that carry a text, for the block that states it.
fn named(case: &Case, text: &str, head: TextId) -> Option<About> {
    let plain = |word: &String| word.bytes().all(|b| b.is_ascii_alphanumeric());
    let words = carrying(text)
        .into_iter()
        .map(|(_, word)| word.to_lowercase());
    let words: Vec<String> = words.filter(plain).take(3).collect();
    let name = words.join("-");
    let name = if name.starts_with(|c: char| c.is_ascii_lowercase()) {
        name
    } else {
        format!("s-{name}")
    };
    let mut id = name.clone();
    let mut next = 2;
    while case.named(&id).is_some() {
        id = format!("{name}-{next}");
        next += 1;
    }
    (!words.is_empty() && is_id(&id)).then_some(About::Id(id, Some(head)))
}

/// The longest part of `text` that is the same in quotation marks in a heading as it is here.
fn quotation(text: &str) -> Option<About> {
    let flat: Vec<&str> = text.split_whitespace().collect();
    let flat = flat.join(" ");
    let markup = |c: char| "\"*_[]<>&`{}~\\|!#".contains(c);
    let longest = flat
        .split(markup)
        .map(str::trim)
        .max_by_key(|part| part.chars().count())?;
    let mut words = String::new();
    for word in longest.split(' ') {
        if words.chars().count() + word.chars().count() >= LONGEST {
            break;
        }
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    (words.chars().filter(|c| c.is_alphanumeric()).count() >= 3).then_some(About::Words(words))
}
