//! What is taken away, where nothing is said of those who rely on it.

use crate::english::{Class, Token, class, noun_phrase};
use crate::material::{Material, Slots};

use super::quote::{commitment, ends, is_stated, place};
use super::sentence::Sentences;
use super::take::Take;

/// What is done to it.
const REMOVES: &str = "remove|removes|removing|deprecate|deprecates|deprecating|drop|drops|dropping|rename|renaming|retire|retiring|discontinue|delete|deleting|sunset|disable|disabling";
/// Who does it.
const BY: &str = "to|we|will|should|proposes|propose|suggest|recommends|just|by";
/// Words of a text that proposes it.
const PROPOSED: &str = "propose|proposes|proposal|plan|recommend|recommends|suggest|suggests|we will|we should|rfc|pep|kep|goal";
/// Beginnings of words of a text that tells of those who rely on what is there.
const CARED: &str = "migrat|compatib|incompatib|upgrad|transition|rely|relies|affected|breaking|breaks|downstream|backport|fixit|deprecation|grace|sunset|existing|legacy";

/// *We remove B*.
pub(crate) fn removed(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    if !is_stated(take) || is_cared_for(take.sentences) {
        return;
    }
    let Some(at) = (0..tokens.len()).find(|at| is_removal(tokens, *at)) else {
        return;
    };
    let Some(end) = noun_phrase(tokens, at + 1) else {
        return;
    };
    let named = tokens[at + 1..end]
        .iter()
        .any(|t| class(&t.lower) == Class::Open && t.is_wordy());
    let article = tokens[at + 1].any(&["the", "support", "all", "our"])
        || tokens[at + 1].lower.starts_with('`');
    if !(named && article)
        || end - at > 9
        || place(
            &tokens[..at],
            "not|never|without|if|need|avoid|could|instead",
        )
        .is_some()
    {
        return;
    }
    if let Some(words) = take.words(at + 1, end) {
        let marker = tokens[at].lower.clone();
        into.push(commitment(
            take,
            "removed",
            &marker,
            80,
            Slots::from([("thing", words)]),
        ));
    }
}

fn is_removal(tokens: &[Token], at: usize) -> bool {
    let told = ends(tokens, at, REMOVES).is_some() && at + 1 < tokens.len();
    told && at > 0 && ends(tokens, at - 1, BY).is_some() && place(&tokens[..at], PROPOSED).is_some()
}

/// Whether the text tells anywhere of those who rely on what is there, and of what becomes of them.
fn is_cared_for(sentences: &Sentences) -> bool {
    let cares = |word: &str| CARED.split('|').any(|cared| word.starts_with(cared));
    sentences.all.iter().any(|sentence| {
        sentence.tokens.iter().any(|t| cares(&t.lower))
            || sentence
                .path
                .iter()
                .any(|heading| heading.split(' ').any(cares))
    })
}
