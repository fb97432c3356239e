//! `undefined-acronym`: acronyms that are not spelt out.

mod common;
mod defined;

use std::collections::BTreeSet;

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};
use crate::prose::{Passage, TokenKind, quote};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "undefined-acronym",
    family: Family::Prose,
    severity: Severity::Info,
    default: true,
    summary: "Acronyms that are not spelt out",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let mut spelt = None;
    for passage in context.prose.passages(context.case) {
        for (at, token) in passage.tokens().iter().enumerate() {
            if token.kind != TokenKind::Word || token.end - token.start > 7 {
                continue;
            }
            let word = passage.written(token.start, token.end);
            let Some(letters) = acronym(word) else {
                continue;
            };
            if is_name(&passage, at)
                || !told.insert(letters)
                || common::is_common(letters)
                || is_own(context, letters)
            {
                continue;
            }
            let spelt = spelt.get_or_insert_with(|| defined::Spelt::read(context.case));
            if spelt.has(letters) {
                continue;
            }
            let end = token.start + letters.len() as u32;
            let diagnostic = sink
                .diagnostic(passage.span(token.start, end), format!("{} is not spelt out", quote(letters)))
                .help(format!(
                    "Spell it out where it first stands: “… ({letters})”; or add it to `words` under `[check]` in whyproof.toml."
                ));
            passage.report(sink, diagnostic);
        }
    }
}

/// The two to six capitals that `word` consists of, an *s* of the plural apart.
fn acronym(word: &str) -> Option<&str> {
    let letters = word.strip_suffix('s').unwrap_or(word);
    let letters = letters.strip_suffix(['\'', '’']).unwrap_or(letters);
    let fits =
        (2..=6).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    fits.then_some(letters)
}

/// Whether the word is part of a longer name or code (`SHA-256`, `X/Y`), or its neighbour is in capitals too.
fn is_name(passage: &Passage<'_>, at: usize) -> bool {
    let tokens = passage.tokens();
    let joined = |one: usize, other: usize| {
        matches!((tokens.get(one), tokens.get(other)), (Some(a), Some(b)) if a.end == b.start && a.kind != TokenKind::Word)
            && matches!(passage.token(one), "-" | "_" | "/" | "." | "@" | "#" | ":")
    };
    let before = at.checked_sub(1).is_some_and(|before| joined(before, at));
    let after = tokens.get(at + 1).is_some_and(|next| {
        tokens.get(at).is_some_and(|token| token.end == next.start)
            && (next.kind == TokenKind::Number
                || (matches!(passage.token(at + 1), "-" | "_" | "/") && joined(at + 1, at + 2)))
    });
    let shouted = |at: Option<usize>| {
        at.and_then(|at| tokens.get(at)).is_some_and(|token| {
            let word = passage.written(token.start, token.end);
            token.kind == TokenKind::Word
                && word.len() > 1
                && word.bytes().all(|byte| byte.is_ascii_uppercase())
        })
    };
    let named = |at: Option<usize>| {
        at.and_then(|at| tokens.get(at)).is_some_and(|token| {
            let word = passage.written(token.start, token.end);
            let mut letters = word.chars();
            token.kind == TokenKind::Word
                && token.start != passage.sentence.start
                && letters.next().is_some_and(char::is_uppercase)
                && letters.next().is_some_and(char::is_lowercase)
        })
    };
    // "Fremont, CA", "RF, PW, RR".
    let listed = at.checked_sub(2).is_some_and(|two| {
        passage.token(at - 1) == "," && (named(Some(two)) || shouted(Some(two)))
    }) || (passage.token(at + 1) == "," && shouted(Some(at + 2)));
    before
        || after
        || named(at.checked_sub(1))
        || named(Some(at + 1))
        || listed
        || shouted(at.checked_sub(1))
        || shouted(Some(at + 1))
}

fn is_own(context: &Context<'_>, letters: &str) -> bool {
    context
        .config
        .words
        .iter()
        .any(|word| word.eq_ignore_ascii_case(letters))
}
