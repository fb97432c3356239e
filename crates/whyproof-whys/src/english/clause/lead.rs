//! Words that only lead on from the sentence before.

use super::super::lexicon::{Class, class};
use super::super::token::Token;

/// Words that lead on.
const LEADS: &[&str] = &[
    "accordingly",
    "additionally",
    "again",
    "also",
    "and",
    "basically",
    "besides",
    "but",
    "clearly",
    "consequently",
    "conversely",
    "equally",
    "finally",
    "first",
    "firstly",
    "frankly",
    "furthermore",
    "hence",
    "honestly",
    "however",
    "importantly",
    "indeed",
    "instead",
    "lastly",
    "likewise",
    "look",
    "meanwhile",
    "moreover",
    "nevertheless",
    "nonetheless",
    "nor",
    "notably",
    "now",
    "obviously",
    "oh",
    "overall",
    "plus",
    "second",
    "secondly",
    "similarly",
    "so",
    "still",
    "sure",
    "then",
    "therefore",
    "third",
    "thirdly",
    "thus",
    "ultimately",
    "unfortunately",
    "well",
    "yes",
    "yet",
    "yeah",
    "ok",
    "okay",
    "fortunately",
    "actually",
    "crucially",
    "sadly",
    "interestingly",
    "note",
];
/// The same in several words.
const PHRASES: &[&[&str]] = &[
    &["in", "fact"],
    &["that's", "why"],
    &["that", "is", "why"],
    &["this", "is", "why"],
    &["which", "is", "why"],
    &["of", "course"],
    &["for", "example"],
    &["for", "instance"],
    &["in", "addition"],
    &["in", "short"],
    &["in", "particular"],
    &["in", "general"],
    &["in", "other", "words"],
    &["as", "a", "result"],
    &["on", "the", "other", "hand"],
    &["after", "all"],
    &["at", "least"],
    &["that", "said"],
    &["to", "be", "clear"],
    &["to", "be", "honest"],
    &["by", "the", "way"],
    &["i", "know", "that"],
    &["i", "know"],
    &["you", "know"],
    &["you", "see"],
    &["i", "mean"],
    &["i", "mean", "that"],
    &["believe", "me"],
    &["let", "me", "tell", "you"],
    &["let", "me", "just", "say"],
    &["let", "me", "say"],
    &["first", "of", "all"],
    &["i", "say"],
    &["i", "say", "that"],
    &["i", "submit", "that"],
    &["you", "might", "say"],
    &["i", "think", "that"],
    &["i", "think"],
    &["i", "believe", "that"],
    &["i", "believe"],
    &["i", "feel", "that"],
    &["i", "feel"],
    &["we", "think", "that"],
    &["we", "believe", "that"],
    &["note", "that"],
    &["the", "fact", "is"],
    &["the", "truth", "is"],
    &["the", "fact", "is", "that"],
    &["the", "truth", "is", "that"],
    &["it", "is", "true", "that"],
    &["in", "my", "opinion"],
    &["in", "my", "view"],
    &["in", "that", "sense"],
    &["in", "this", "sense"],
    &["in", "this", "case"],
    &["in", "that", "case"],
    &["the", "reason", "is", "that"],
    &["due", "to", "this"],
    &["because", "of", "this"],
    &["because", "of", "that"],
];

/// Past the words that lead on from the sentence before, and the commas after them.
pub(crate) fn skip_leads(tokens: &[Token], mut from: usize, to: usize) -> usize {
    loop {
        let rest = &tokens[from..to];
        let phrase = PHRASES
            .iter()
            .filter(|p| {
                p.len() <= rest.len() && p.iter().zip(rest).all(|(word, token)| token.is(word))
            })
            .map(|p| p.len())
            .max();
        let word = rest.first().is_some_and(|t| t.any(LEADS)) && !leads_a_phrase(rest)
            || rest
                .first()
                .is_some_and(|t| t.any(&["no", "members", "folks", "sir", "madam"]))
                && rest.get(1).is_some_and(|t| t.is(","));
        let step = match (phrase, word) {
            (Some(len), _) => len,
            (None, true) => 1,
            (None, false) => return from,
        };
        from += step;
        while from < to
            && (tokens[from].is(",")
                || tokens[from].is("-")
                || tokens[from].is("–")
                || tokens[from].is("—"))
        {
            from += 1;
        }
    }
}

/// *First responders*, *second-hand goods*, *instead of it*: no lead.
fn leads_a_phrase(rest: &[Token]) -> bool {
    let pair =
        |first: &str, next: &[&str]| rest[0].is(first) && rest.get(1).is_some_and(|t| t.any(next));
    if pair("instead", &["of"])
        || pair("so", &["much", "many"])
        || pair("now", &["that"])
        || pair("look", &["at"])
    {
        return true;
    }
    rest[0].any(&[
        "first", "second", "third", "well", "sure", "still", "then", "note", "plus", "equally",
        "overall",
    ]) && rest
        .get(1)
        .is_some_and(|next| next.is_wordy() && class(&next.lower) == Class::Open && !next.capital)
}
