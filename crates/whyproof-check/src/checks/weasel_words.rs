//! `weasel-words`: words that seem to say something.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};
use crate::prose::{Bearing, Hit, List, Passage, quote};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "weasel-words",
    family: Family::Prose,
    severity: Severity::Warning,
    default: true,
    summary: "Words that seem to say something",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    for passage in context.prose.passages(context.case) {
        if passage.bearing == Bearing::Did {
            continue;
        }
        praise(&passage, sink);
        authority(&passage, sink);
        certainty(&passage, sink);
    }
}

fn first<'a>(passage: &Passage<'a>, list: List) -> Option<&'a Hit> {
    passage.hits(list).find(|hit| !passage.is_quoted(hit.start))
}

/// Praise that could be said of anything.
fn praise(passage: &Passage<'_>, sink: &mut Sink) {
    let praises = |hit: &&Hit| {
        !passage.is_quoted(hit.start)
            && match passage.slice(hit.start, hit.end) {
                "intuitive" => matches!(passage.before(hit.start), "is" | "are" | "be"),
                "seamless" | "seamlessly" | "added value" => {
                    !is_denied(passage, hit) && !passage.has_number()
                }
                "delight" | "delights" | "delightful" | "empower" | "empowers" => {
                    !passage.has_number()
                }
                _ => !is_denied(passage, hit),
            }
    };
    let Some(hit) = passage.hits(List::Praise).find(praises) else {
        return;
    };
    let diagnostic = sink
        .diagnostic(
            passage.span(hit.start, hit.end),
            format!("{}: what would a customer see?", quote(passage.quote(hit))),
        )
        .help("Say what it does, or what it measures, that something worse would not.");
    passage.report(sink, diagnostic);
}

/// "not", "no" or "less" just before.
fn is_denied(passage: &Passage<'_>, hit: &Hit) -> bool {
    (1..=3).any(|n| {
        matches!(
            passage.nth_before(hit.start, n),
            "not" | "no" | "never" | "isn't" | "isn’t" | "aren't"
        )
    })
}

/// Nobody in particular says so, and nothing is cited.
fn authority(passage: &Passage<'_>, sink: &mut Sink) {
    if passage.block.sourced {
        return;
    }
    let Some(hit) = first(passage, List::Authority) else {
        return;
    };
    let words = passage.slice(hit.start, hit.end);
    if words == "proven to" && passage.has_number() {
        return;
    }
    let asked = match words.split(' ').next() {
        Some("studies" | "research" | "surveys" | "statistics" | "evidence" | "data" | "our") => {
            "which?"
        }
        Some(
            "experts" | "customers" | "users" | "people" | "some" | "many" | "everyone"
            | "everybody",
        ) => "who?",
        _ if words.contains("data") => "which?",
        _ => "who says so?",
    };
    let diagnostic = sink
        .diagnostic(
            passage.span(hit.start, hit.end),
            format!("{}: {asked}", quote(passage.quote(hit))),
        )
        .help("Name the source in a footnote: `[^source]: research: …`.");
    passage.report(sink, diagnostic);
}

/// Insisting, where a reason belongs.
fn certainty(passage: &Passage<'_>, sink: &mut Sink) {
    if !passage.bearing.is_argued() || passage.block.sourced || passage.has_number() {
        return;
    }
    let insists = |hit: &&Hit| {
        let adverb = match passage.slice(hit.start, hit.end) {
            // "clearly labelled", "absolutely positioned": how it is done.
            "clearly" => is_of_sentence(passage, hit),
            "obviously" => {
                let starts = hit.start == passage.sentence.start;
                starts
                    || matches!(
                        passage.before(hit.start),
                        "," | "is" | "are" | "was" | "were" | "that"
                    )
            }
            _ => true,
        };
        adverb && !passage.is_quoted(hit.start)
    };
    let Some(hit) = passage.hits(List::Certainty).find(insists) else {
        return;
    };
    let diagnostic = sink
        .diagnostic(
            passage.span(hit.start, hit.end),
            format!(
                "{}: says who doubts it is wrong, not why",
                quote(passage.quote(hit))
            ),
        )
        .help("Leave it out, or give the reason.");
    passage.report(sink, diagnostic);
}

/// Whether *clearly* speaks of the whole sentence: it begins it, or stands after *is* or *are*.
fn is_of_sentence(passage: &Passage<'_>, hit: &Hit) -> bool {
    let begins = hit.start == passage.sentence.start && passage.after(hit.end) != "and";
    let participle =
        passage.after(hit.end).ends_with("ed") || passage.after(hit.end).ends_with("ing");
    let is = matches!(passage.before(hit.start), "is" | "are" | "was" | "were");
    !participle && (begins || is)
}
