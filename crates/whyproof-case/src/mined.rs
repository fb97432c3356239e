//! Prose outside *Case*, mined for what could be claims: suggestions, never changing a standing.

use whyproof_syntax::{NodeKind, Parse, Place, Role, Span};

use crate::sentences::sentences;

/// A sentence that argues, or that has a number without a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mined {
    /// The sentence.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// What it was taken by: `because`, `therefore`, …, or `number`.
    pub marker: &'static str,
}

const MARKERS: [&str; 13] = [
    "because",
    "therefore",
    "hence",
    "thus",
    "consequently",
    "as a result",
    "due to",
    "so that",
    "which means",
    "that is why",
    "this is why",
    "leads to",
    "despite",
];

/// Reads what can be mined, in file order.
pub(crate) fn read(parse: &Parse) -> Vec<Mined> {
    let mut found = Vec::new();
    for text in &parse.document.texts {
        let argued = matches!(
            parse.document.role_of(text),
            Some(Role::Case | Role::Questions | Role::Data)
        );
        if text.place != Place::Body || text.kind != NodeKind::Paragraph || argued {
            continue;
        }
        let words = &text.words;
        let sourced = words
            .marks
            .iter()
            .any(|mark| matches!(mark.kind, NodeKind::FootnoteReference | NodeKind::Link));
        for range in sentences(&words.text) {
            let sentence = &words.text[range.clone()];
            let lower = sentence.to_lowercase();
            let marker = MARKERS
                .iter()
                .copied()
                .find(|marker| has_word(&lower, marker));
            let marker = marker.or_else(|| (!sourced && has_number(sentence)).then_some("number"));
            if let Some(marker) = marker {
                found.push(Mined {
                    text: sentence.to_owned(),
                    span: words.source(range.start, range.end),
                    marker,
                });
            }
        }
    }
    found
}

/// Whether `word` stands in `text` as a word of its own.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        !text[..at].ends_with(char::is_alphanumeric)
            && !text[at + word.len()..].starts_with(char::is_alphanumeric)
    })
}

/// Whether a quantity stands in the sentence: digits that are no year, list number or part of a name.
fn has_number(sentence: &str) -> bool {
    sentence.split_whitespace().enumerate().any(|(at, word)| {
        let word = word
            .trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '$' | '€' | '£' | '%'));
        let quantity = word
            .trim_start_matches(['$', '€', '£'])
            .starts_with(|c: char| c.is_ascii_digit());
        let year = word.len() == 4
            && word
                .parse::<u16>()
                .is_ok_and(|year| (1900..2100).contains(&year));
        quantity && !year && !(at == 0 && word.len() == 1)
    })
}
