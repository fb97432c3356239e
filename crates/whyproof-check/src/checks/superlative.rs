//! `superlative`: best, fastest: of what, and by how much?

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};
use crate::prose::{Bearing, Hit, List, Passage, quote};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "superlative",
    family: Family::Prose,
    severity: Severity::Warning,
    default: true,
    summary: "Best, fastest, unmatched: against what?",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    for passage in context.prose.passages(context.case) {
        let bears = passage.bearing.is_argued()
            || matches!(
                passage.bearing,
                Bearing::Problem | Bearing::WhatHappened | Bearing::Impact
            );
        if !bears || passage.block.sourced || is_compared(&passage) {
            continue;
        }
        let Some(hit) = passage
            .hits(List::Superlative)
            .find(|hit| is_praise(&passage, hit))
        else {
            continue;
        };
        let mut end = hit.end;
        if passage.slice(hit.start, hit.end) == "most" {
            let next = passage.token_at(hit.end);
            end = passage.tokens().get(next).map_or(end, |token| token.end);
        }
        let words = passage.written(hit.start, end);
        let diagnostic = sink
            .diagnostic(passage.span(hit.start, end), format!("{}: against what?", quote(words)))
            .help("Name what it was compared with, and the difference: “12 minutes; the other two took 19 and 40”.");
        passage.report(sink, diagnostic);
    }
}

/// Whether the sentence says against what, or how much.
fn is_compared(passage: &Passage<'_>) -> bool {
    let named = [
        " than ",
        " compared ",
        " among ",
        " against ",
        " of all ",
        " of these ",
        " of those ",
    ];
    passage.has_number() || named.iter().any(|word| passage.lower().contains(word))
}

/// Words after *best* and *worst* where these praise nothing.
#[rustfmt::skip]
const AFTER_BEST: &[&str] = &[
    "effort", "thing", "things", "efforts", "practice", "practices", "case", "cases", "-", "known", "suited",
    "interest", "interests", "guess", "friend", "of", "man", "be", "to", "way", "not", "left", "done", "described",
    "used", "thought", "served", "avoided", "", ".", ",", "if", "when", "for",
];

/// What *most* makes a superlative of that somebody would doubt.
#[rustfmt::skip]
const PRAISED: &[&str] = &[
    "powerful", "advanced", "innovative", "efficient", "effective", "reliable", "popular", "trusted", "complete",
    "comprehensive", "modern", "accurate", "secure", "robust", "flexible", "important", "valuable", "promising",
    "profitable", "painful", "frustrating", "expensive", "costly", "sophisticated", "elegant", "common", "frequent",
    "productive",
];

/// Whether the word praises or damns where it stands.
fn is_praise(passage: &Passage<'_>, hit: &Hit) -> bool {
    if passage.is_quoted(hit.start) {
        return false;
    }
    let (before, after) = (passage.before(hit.start), passage.after(hit.end));
    match passage.slice(hit.start, hit.end) {
        "best" | "worst" => {
            let other_after = AFTER_BEST.contains(&after);
            let said = matches!(before, "the" | "is" | "are" | "was" | "were" | "our" | "by");
            !other_after && said
        }
        "most" => {
            let degree = matches!(before, "the" | "our" | "its" | "is" | "are");
            let praised = PRAISED.contains(&after);
            degree && praised
        }
        "fastest" | "cheapest" | "easiest" | "simplest" | "safest" | "quickest" | "cleanest"
        | "strongest" => {
            let way = matches!(
                after,
                "way"
                    | "ways"
                    | "to"
                    | "possible"
                    | "of"
                    | "path"
                    | "route"
                    | "fix"
                    | "growing"
                    | "first"
            );
            !way && matches!(before, "the" | "our" | "is" | "are")
        }
        _ => true,
    }
}
