//! What the case has already been asked, or answers by itself, is not asked again.

use whyproof_case::{Case, Target, Why};

use crate::barrage::Candidate;
use crate::likeness::Content;
use crate::material::{Attach, On};

/// Beyond this a question says what one in the case says.
const ASKED: f64 = 0.75;
/// The same, where both are put to one thing: what they name is in both then.
const ASKED_OF_IT: f64 = 0.6;

/// Leaves out the candidates that say what a why of the case says already, whatever its state, and those that a why on
/// the same thing has asked in other words.
pub(crate) fn leave_out(case: &Case, candidates: &mut Vec<Candidate<'_>>) {
    let known = Known::new(&case.whys);
    candidates.retain(|candidate| {
        let is_follow_up = candidate.material.attach == Attach::Answer;
        !known.asks(&candidate.text, &candidate.material.on, is_follow_up)
    });
}

/// Whys, ready to be compared with.
pub(crate) struct Known<'c>(Vec<(&'c Why, String, Content)>);

impl<'c> Known<'c> {
    pub(crate) fn new(whys: impl IntoIterator<Item = &'c Why>) -> Self {
        let mut known = Known(Vec::new());
        whys.into_iter().for_each(|why| known.push(why));
        known
    }

    pub(crate) fn push(&mut self, why: &'c Why) {
        self.0.push((why, plain(&why.text), Content::of(&why.text)));
    }

    /// Whether one of them says what `text`, put to `on`, says. A follow-up quotes what was asked before: only its
    /// very words are the same.
    pub(crate) fn asks(&self, text: &str, on: &On, is_follow_up: bool) -> bool {
        let (words, content) = (plain(text), Content::of(text));
        self.0.iter().any(|(why, same, other)| {
            let enough = if is_put_to(why, on) {
                ASKED_OF_IT
            } else {
                ASKED
            };
            *same == words || (!is_follow_up && other.likeness(&content) >= enough)
        })
    }
}

/// Whether a why asks about the same thing.
fn is_put_to(why: &Why, on: &On) -> bool {
    match (&why.target, on) {
        (Target::Statement(one), On::Statement(other)) => one == other,
        (Target::Answer(one), On::Answer(other)) => one == other,
        (Target::Case, On::Case) => true,
        _ => false,
    }
}

/// A question without capitals, marks and white space: what is equal in two that are the same.
pub(crate) fn plain(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.join(" ")
}
