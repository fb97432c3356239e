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
    let asked: Vec<(&Why, Content)> = case
        .whys
        .iter()
        .map(|why| (why, Content::of(&why.text)))
        .collect();
    candidates.retain(|candidate| {
        // A question on an answer quotes what was asked.
        if candidate.material.attach == Attach::Answer {
            return !asked
                .iter()
                .any(|(why, _)| same_words(&why.text, &candidate.text));
        }
        let content = Content::of(&candidate.text);
        !asked.iter().any(|(why, words)| {
            let enough = if is_put_to(why, &candidate.material.on) {
                ASKED_OF_IT
            } else {
                ASKED
            };
            same_words(&why.text, &candidate.text) || words.likeness(&content) >= enough
        })
    });
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

/// Whether two questions are equal but for capitals, marks and white space.
fn same_words(one: &str, other: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    words(one) == words(other)
}
