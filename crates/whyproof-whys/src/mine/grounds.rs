//! Whether the text says near a sentence, or anywhere, why it is so.

use crate::english::{Shape, Token};
use crate::likeness::Content;

use super::quote::place;
use super::take::Take;

/// Words that give a reason.
const REASONS: &str = "because|since|so that|so as|in order|due to|the reason|the reasons|for this reason|reasons are|rationale|therefore|given that|given the|given how|to avoid|to prevent|to ensure|to allow|to give|to keep|to make|to reduce|to protect|based on|according to|measured|measurements|long enough|thanks to|otherwise|which allows|this allows|this gives|this lets|this is to|this ensures|this means|this avoids|this prevents|chosen|matches|justified|assuming|as a result|for this purpose";
/// Least share of the words that carry a phrase which another sentence has to have to be about it.
const ABOUT: f64 = 0.75;

/// Whether a reason stands among `tokens`.
pub(crate) fn reasoned(tokens: &[Token]) -> bool {
    place(tokens, REASONS).is_some()
}

/// Whether a reason stands in the sentence, beside it, or in a sentence elsewhere that is about the same.
pub(crate) fn is_grounded(take: &Take<'_>, about: &str) -> bool {
    reasoned(take.tokens())
        || take.is_explained()
        || take.before().is_some_and(|s| reasoned(&s.tokens))
        || take.after().is_some_and(|s| reasoned(&s.tokens))
        || is_told(take, about, reasoned)
}

/// Whether another sentence is about the words of `about` and `says` what is looked for.
pub(crate) fn is_told(take: &Take<'_>, about: &str, says: impl Fn(&[Token]) -> bool) -> bool {
    let about = Content::of(about);
    let all = &take.sentences.all;
    about.words().count() >= 3
        && take
            .sentences
            .whole
            .index
            .about(&about, ABOUT)
            .any(|other| other != take.at && says(&all[other].tokens))
}

/// Whether the tokens say where a line is drawn: a number, or what a word means.
pub(crate) fn draws_line(tokens: &[Token]) -> bool {
    tokens.iter().any(|t| t.shape == Shape::Number)
        || place(
            tokens,
            "i.e|means|defined as|is defined|configurable|configured|by default",
        )
        .is_some()
}
