//! What points outside itself: pronouns, and words that only mean something in their place.

use crate::english::{Clause, Token};

/// Whether the subject only points back: *it*, *they*, *this*.
pub(crate) fn is_anaphor(tokens: &[Token], clause: Clause) -> bool {
    let (from, to) = clause.subject;
    let first = &tokens[from];
    if first.any(&["it", "it's", "it'll", "it'd"]) {
        return !points_to_nothing(&tokens[clause.verb..clause.to]);
    }
    first.any(&[
        "he", "she", "they", "they're", "they've", "they'll", "he's", "she's", "they\'d",
        "that\'s", "he\'d", "she'd", "he'll", "she'll",
    ]) || (to - from <= 2 && first.any(&["this", "these", "those", "that", "such", "both", "each"]))
        || (to - from == 1
            && first.any(&[
                "some", "others", "many", "most", "all", "few", "one", "another", "neither",
            ]))
}

/// *It is hard to …*, *it would be nice that …*: *it* points to nothing before.
fn points_to_nothing(from_verb: &[Token]) -> bool {
    let be = from_verb[0].any(&["is", "was", "it's", "isn't", "seems"])
        || (from_verb[0].any(&["would", "will", "may", "might"])
            && from_verb.get(1).is_some_and(|t| t.is("be")));
    be && from_verb
        .iter()
        .skip(2)
        .take(4)
        .any(|t| t.any(&["to", "that"]))
}

/// Whether the words point to something outside them.
pub(crate) fn points_away(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|w| !w.is_empty())
        .collect();
    let first = words.first().copied().unwrap_or("");
    [
        "they", "he", "she", "this", "these", "those", "it's", "they're", "that",
    ]
    .contains(&first)
        || words.iter().skip(1).any(|w| {
            [
                "this", "these", "that's", "above", "below", "former", "latter",
            ]
            .contains(w)
        })
        || lower.ends_with(" it")
        || lower.ends_with(" them")
        || lower.ends_with(" so")
        || lower.ends_with(" that")
}
