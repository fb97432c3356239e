//! As much English as questions need: tokens, closed classes of words, the shape of a clause, persons turned round.
//!
//! Words that carry grammar (pronouns, determiners, auxiliaries, prepositions, conjunctions) are listed; whether
//! another word can be a verb is read from its entry in Wiktionary. Where the shape of a sentence is not certain,
//! it is left alone: a question that is not asked is better than one that nobody would say.

mod clause;
mod lexicon;
mod person;
mod phrase;
#[cfg(test)]
mod tests;
mod token;
mod verb;

pub(crate) use clause::{Clause, clause, skip_leads};
pub(crate) use lexicon::{CONTRACTED, Class, can, class, is_adverb};
pub(crate) use person::{lower_first, turn};
pub(crate) use phrase::{is_plural, noun_phrase};
pub(crate) use token::{Shape, Token, tokens};
pub(crate) use verb::{base_follows, gerund, is_finite_at};
