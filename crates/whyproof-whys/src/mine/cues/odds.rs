//! What is said of compatibility, and a change elsewhere in the text that may speak against it.

use crate::material::{Material, Slot, Slots};

use super::super::quote::{commitment, place};
use super::super::sentence::Sentences;
use super::super::take::Take;
use super::{Where, gate};

/// Words with which it is said that nothing breaks.
const SAFE: &str = "fully backward compatible|fully backwards compatible|is backward compatible|is backwards compatible|are backward compatible|are backwards compatible|be backward compatible|be backwards compatible|backward-compatible|backwards-compatible|no backward compatibility|no backwards compatibility|no compatibility issues|no compatibility concerns|no impact|not affect existing|no changes to existing|existing code will|existing code should|continue to work|without breaking|does not break|will not break|should not break|should not affect|will not affect|no breaking changes|no breaking change|remain compatible|retain backward|maintain backward|preserve backward|keep backward";
/// Words with which a change is told that somebody notices.
const CHANGED: &str = "no longer|will be removed|will raise|are removed|is removed|will be renamed|are renamed|is renamed|will change|will be deprecated|are deprecated|will break|incompatible|will fail|now raise|now raises|will be replaced|will be dropped|must be changed|will need to change|will have to change|is dropped|are dropped|raise an error|raises an error|different behavior|different behaviour|will emit|must be rewritten|will differ|will be different";
/// Words after which it is no claim, or no change of this proposal.
const DENIED: &str = "not backward|not backwards|not be|cannot|if|unless|would be|could|goal|was|were|except|however|want|might|may|but|previously|currently|ideally|try|tries|aim|old|avoid|never";

/// The first claim that nothing breaks, with the first sentence that tells of a change.
pub(in crate::mine) fn at_odds(sentences: &Sentences, into: &mut Vec<Material>) {
    let claim = find(sentences, SAFE, None);
    let Some((at, quote)) = claim else { return };
    let Some((_, other)) = find(sentences, CHANGED, Some(at)) else {
        return;
    };
    let words = quote.text.split(' ').count() + other.text.split(' ').count();
    if words <= 40 {
        let slots = Slots::from([("quote", quote), ("other", other)]);
        let take = Take::new(sentences, at);
        into.push(commitment(&take, "odds", "compatible", 90, slots));
    }
}

/// The first sentence with one of `phrases` that can be quoted, other than the one at `than`.
fn find(sentences: &Sentences, phrases: &str, than: Option<usize>) -> Option<(usize, Slot)> {
    (0..sentences.all.len()).find_map(|at| {
        let take = Take::new(sentences, at);
        let (from, to) = place(take.tokens(), phrases)?;
        let other = than.is_some_and(|than| {
            let (one, two) = (&sentences.all[at], &sentences.all[than]);
            at == than || one.paragraph == two.paragraph
        });
        let stands = !other && gate::is_open(&take) && gate::at(&take) == Where::Proposed;
        let stated = stands && place(take.tokens(), DENIED).is_none();
        let quote = stated.then(|| gate::quote(&take, from, to)).flatten()?;
        Some((at, quote))
    })
}
