//! `long-sentence`: sentences over 30 words.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};
use crate::prose::{Passage, Token, TokenKind, quote, word_count};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "long-sentence",
    family: Family::Prose,
    severity: Severity::Info,
    default: true,
    summary: "Sentences over 30 words",
    run,
};

/// The most words that a reader holds together.
const MOST: u32 = 30;

/// How many words a message quotes.
const QUOTED: usize = 5;

fn run(context: &Context<'_>, sink: &mut Sink) {
    for passage in context.prose.passages(context.case) {
        if passage.sentence.words <= MOST {
            continue;
        }
        let Some((from, to, words)) = longest(&passage).filter(|part| part.2 > MOST) else {
            continue;
        };
        let tokens = passage.tokens();
        let start = tokens.get(from).map_or(0, |token| token.start);
        let end = tokens
            .get(to.saturating_sub(1))
            .map_or(start, |token| token.end);
        let opening: Vec<&str> = passage
            .written(start, end)
            .split(' ')
            .take(QUOTED)
            .collect();
        let message = format!(
            "{} words: {}",
            words,
            quote(&format!("{} …", opening.join(" ")))
        );
        let diagnostic = sink
            .diagnostic(passage.span(start, end), message)
            .help("Make two sentences of it, or a list.");
        passage.report(sink, diagnostic);
    }
}

/// Whether the mark at `at` stands in a number: *02:15*, *1:3*.
fn is_clock(tokens: &[Token], at: usize) -> bool {
    let around = at.checked_sub(1).and_then(|from| tokens.get(from..at + 2));
    let Some([before, mark, after]) = around else {
        return false;
    };
    before.kind == TokenKind::Number
        && after.kind == TokenKind::Number
        && before.end == mark.start
        && mark.end == after.start
}

/// The longest stretch between semicolons, colons and dashes: its first token, one past its last, and its words.
fn longest(passage: &Passage<'_>) -> Option<(usize, usize, u32)> {
    let tokens = passage.tokens();
    let mut best: Option<(usize, usize, u32)> = None;
    let mut from = 0;
    for at in 0..=tokens.len() {
        let ends = tokens.get(at).is_none_or(|token| {
            token.kind == TokenKind::Mark
                && matches!(
                    token.of(&passage.block.lower),
                    ";" | ":" | "—" | "–" | "(" | ")"
                )
                && !is_clock(tokens, at)
        });
        if !ends {
            continue;
        }
        let words = word_count(tokens.get(from..at).unwrap_or(&[]));
        if best.is_none_or(|(_, _, most)| words > most) {
            best = Some((from, at, words));
        }
        from = at + 1;
    }
    best
}
