//! `average-without-spread`: averages without a spread or a sample size.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};
use crate::prose::{Bearing, Dimension, Hit, List, Passage, quote};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "average-without-spread",
    family: Family::Numbers,
    severity: Severity::Info,
    default: true,
    summary: "Averages without a spread or a sample size",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    for passage in context.prose.passages(context.case) {
        if matches!(passage.bearing, Bearing::Did | Bearing::Decision) {
            continue;
        }
        let Some(hit) = passage
            .hits(List::Average)
            .find(|hit| is_average(&passage, hit))
        else {
            continue;
        };
        if has_spread(&passage, hit) || passage.is_counted() || passage.is_sampled() {
            continue;
        }
        let diagnostic = sink
            .diagnostic(
                passage.span(hit.start, hit.end),
                format!(
                    "{}: over how many, and how far apart?",
                    quote(passage.quote(hit))
                ),
            )
            .help(
                "Give the range, the standard deviation or a percentile, and how many there were.",
            );
        passage.report(sink, diagnostic);
    }
}

/// Whether the word is an average with its number: not "I mean", not "typically" without one.
fn is_average(passage: &Passage<'_>, hit: &Hit) -> bool {
    if passage.is_quoted(hit.start) {
        return false;
    }
    let number = |within: u32| {
        let (from, to) = (hit.start.saturating_sub(within), hit.end + within);
        passage.quantities().iter().any(|quantity| {
            quantity.unit.dimension != Dimension::Times
                && from <= quantity.start
                && quantity.start <= to
        })
    };
    match passage.slice(hit.start, hit.end) {
        "mean" => {
            matches!(
                passage.before(hit.start),
                "the"
                    | "a"
                    | "its"
                    | "their"
                    | "whose"
                    | "arithmetic"
                    | "geometric"
                    | "sample"
                    | "("
                    | "our"
            ) && passage.after(hit.end) != "that"
                && (number(80) || passage.sentence.figure)
        }
        "typical" | "typically" => {
            let after = |quantity: &crate::prose::Quantity| {
                hit.end <= quantity.start && quantity.start <= hit.end + 40
            };
            passage
                .quantities()
                .iter()
                .any(|quantity| !quantity.small && after(quantity))
        }
        _ => number(80) || passage.sentence.figure,
    }
}

fn has_spread(passage: &Passage<'_>, hit: &Hit) -> bool {
    let spread = passage
        .hits(List::Spread)
        .any(|other| other.start != hit.start || other.end != hit.end);
    let words = passage.lower();
    spread || words.contains('±') || words.contains("n =") || words.contains("n=")
}
