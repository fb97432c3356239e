//! Criteria that could be met while the thing fails, or that two people would read in two ways.

use whyproof_syntax::Span;

use crate::english::{Shape, Token, tokens};
use crate::material::{Material, Slot, Slots};

use super::outline::{Block, Outline, has};
use super::quote::{count, quotation};

/// Words that nobody can check.
const VAGUE: &[&str] = &[
    "acceptable",
    "adequate",
    "appropriate",
    "comfortable",
    "confident",
    "easy",
    "enough",
    "happy",
    "healthy",
    "major",
    "mature",
    "meaningful",
    "positive",
    "reasonable",
    "reliable",
    "robust",
    "satisfactory",
    "satisfied",
    "significant",
    "smooth",
    "stable",
    "substantial",
    "widely",
];
/// Words with which such a word is defined.
const DEFINED: &[&str] = &[
    "defined", "e.g", "i.e", "mean", "meaning", "means", "measured", "namely",
];
/// Verbs of what is done and not reached.
const DONE: &[&str] = &[
    "add",
    "allow",
    "allowing",
    "collect",
    "conduct",
    "extend",
    "gather",
    "gathering",
    "perform",
    "run",
];
/// What has an outcome.
const OUTCOME: &[&str] = &[
    "benchmark",
    "benchmarks",
    "experiment",
    "feedback",
    "perf-tests",
    "performance",
    "survey",
    "surveys",
];
/// Words that say which outcome is wanted.
const WANTED: &[&str] = &[
    "addressed",
    "ensure",
    "ensuring",
    "fail",
    "failing",
    "green",
    "incorporate",
    "incorporated",
    "least",
    "pass",
    "passes",
    "passing",
    "positive",
    "regression",
    "regressions",
    "resolved",
    "succeed",
    "successfully",
    "than",
    "verify",
    "within",
    "address",
];

/// What stands under headings of success and graduation.
pub(super) fn criteria(outline: &Outline, into: &mut Vec<Material>) {
    for head in &outline.heads {
        let path = outline.path(head);
        let under = |words: &[&str]| {
            path.iter()
                .any(|h| words.iter().any(|word| h.contains(word)))
        };
        let graduation = under(&["graduation criteria"]);
        let success = under(&[
            "success criteria",
            "success metric",
            "acceptance criteria",
            "measuring success",
            "measures of success",
            "measure success",
            "definition of success",
            "key metrics",
        ]);
        if !graduation && !success {
            continue;
        }
        let blocks = outline.under(head);
        for (at, block) in blocks.iter().enumerate() {
            let told = blocks
                .get(at + 1)
                .is_some_and(|next| next.depth > block.depth);
            let Some(sentence) = block
                .sentences
                .first()
                .filter(|_| !block.emphasised && !told)
            else {
                continue;
            };
            let listed = block.depth > 0 || block.sentences.len() == 1;
            if let Some(quoted) = quotation(sentence, block.span).filter(|_| listed) {
                into.extend(of(block, &head.words, quoted, success));
            }
        }
    }
}

/// What one criterion can be asked.
fn of(block: &Block, heading: &str, quoted: Slot, success: bool) -> Option<Material> {
    let words = tokens(&quoted.text);
    let points = words
        .first()?
        .any(&["this", "it", "these", "see", "that", "they", "if", "for"]);
    let label = block.text.trim_end().ends_with(':');
    if points
        || label
        || count(&quoted.text) < 4
        || has(&block.text, DEFINED)
        || words.last()?.is("?")
    {
        return None;
    }
    let vague = vague(&words, block.span);
    let number = success
        .then(|| number(&words, &quoted.text, block.span))
        .flatten();
    let counted = words.iter().any(|t| t.shape == Shape::Number);
    let (name, weight) = match (&vague, &number) {
        (Some(_), Some(_)) => ("criterion-both", 92),
        (Some(_), None) if !counted => ("criterion-vague", 88),
        (None, Some(_)) => ("criterion-number", 76),
        _ if !counted && is_done(&words) => ("criterion-done", 82),
        _ => return None,
    };
    let mut slots = Slots::from([("item", quoted)]);
    slots.extend(vague.map(|slot| ("vague", slot)));
    slots.extend(number.map(|slot| ("number", slot)));
    Some(super::material(name, slots, block.span, heading, weight))
}

/// The word that two people would read in two ways.
fn vague(words: &[Token], span: Span) -> Option<Slot> {
    let found = words.iter().enumerate().find(|(at, token)| {
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        token.any(VAGUE) && !is_name(token, before, words.get(at + 1))
    });
    found.map(|(_, token)| super::slot(&token.lower, span))
}

/// Whether the word is part of a name: a stable release is one that is called so.
fn is_name(token: &Token, before: Option<&Token>, after: Option<&Token>) -> bool {
    let said = ["is", "are", "be", "been", "considered", "remains", "proven"];
    let version = ["version", "versions", "release", "releases", "path"];
    (token.is("stable") && !before.is_some_and(|t| t.any(&said)))
        || after.is_some_and(|t| t.any(&version))
        || before.is_some_and(|t| t.any(&["false", "true"]))
}

/// A quantity that is to be reached, where nothing is said of how it was found.
fn number(words: &[Token], text: &str, span: Span) -> Option<Slot> {
    let at = words.iter().position(|t| t.shape == Shape::Number)?;
    let (token, before) = (
        words.get(at)?,
        at.checked_sub(1).and_then(|at| words.get(at)),
    );
    let year =
        token.lower.len() == 4 && (token.lower.starts_with("19") || token.lower.starts_with("20"));
    let dated = before.is_some_and(|t| {
        t.any(&[
            "version", "in", "since", "until", "week", "day", "quarter", "phase", "step", "v", "#",
        ])
    });
    let told = words
        .iter()
        .any(|t| t.any(&["from", "currently", "today", "baseline", "because", "since"]));
    let digits = token
        .lower
        .trim_end_matches('%')
        .chars()
        .all(|c| c.is_ascii_digit());
    let part_of_a_name = text
        .get(..token.start)
        .is_some_and(|before| before.ends_with(|c: char| !" ><≥≤~".contains(c)));
    (digits && !year && !dated && !told && !part_of_a_name)
        .then(|| super::slot(text.get(token.start..token.end).unwrap_or_default(), span))
}

/// Whether it is met by doing something, whatever comes of it.
fn is_done(words: &[Token]) -> bool {
    let has = |list: &[&str]| words.iter().any(|t| t.any(list));
    words.first().is_some_and(|t| t.any(DONE))
        && has(OUTCOME)
        && !has(WANTED)
        && !has(&["[", "not", "no"])
}
