//! `percent-without-base`: percentages of nobody knows what.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};
use crate::prose::{Bearing, List, Passage, Quantity, Unit, quote};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "percent-without-base",
    family: Family::Numbers,
    severity: Severity::Warning,
    default: true,
    summary: "Percentages of nobody knows what",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    for passage in context.prose.passages(context.case) {
        if matches!(passage.bearing, Bearing::Decision | Bearing::Did) {
            continue;
        }
        let without = |quantity: &&Quantity| {
            quantity.unit == Unit::PERCENT && !quantity.figure && !has_base(&passage, quantity)
        };
        let Some(first) = passage.quantities().iter().find(without) else {
            continue;
        };
        if passage.sentence.figure
            || names_base(&passage, first)
            || passage.is_counted()
            || passage.is_sampled()
        {
            continue;
        }
        let words = passage.written(first.start, first.end);
        let diagnostic = sink
            .diagnostic(
                passage.span(first.start, first.end),
                format!("{}: of how many?", quote(words)),
            )
            .help(format!(
                "Say of what and how many it is a percentage: “{words} of 340 patients”."
            ));
        passage.report(sink, diagnostic);
    }
}

/// Whether the words around a percentage say of what it is one, or that it is a change, a rate or a figure of speech.
fn has_base(passage: &Passage<'_>, quantity: &Quantity) -> bool {
    if quantity.value == 0.0 || quantity.value == 100.0 || passage.is_quoted(quantity.start) {
        return true;
    }
    let of = (1..=3).any(|n| passage.nth_after(quantity.end, n) == "of");
    of || is_other(passage.after(quantity.end)) || is_change(passage, quantity) || has_rate(passage)
}

/// Words after a percentage that is none of a group of things: a change, an interval, a discount.
fn is_other(word: &str) -> bool {
    matches!(
        word,
        "more"
            | "less"
            | "fewer"
            | "faster"
            | "slower"
            | "higher"
            | "lower"
            | "larger"
            | "smaller"
            | "bigger"
            | "cheaper"
            | "longer"
            | "shorter"
            | "better"
            | "worse"
            | "increase"
            | "decrease"
            | "reduction"
            | "improvement"
            | "rise"
            | "drop"
            | "fall"
            | "growth"
            | "gain"
            | "discount"
            | "off"
            | "interval"
            | "confidence"
            | "uptime"
            | "availability"
            | "interest"
            | "sure"
            | "certain"
            | "cpu"
            | "memory"
            | "tax"
            | "vat"
            | "margin"
            | "overhead"
            | "speedup"
            | "slowdown"
            | "power"
            | "level"
            | "compatible"
            | "safe"
            | "/"
            | "-"
            | "–"
    )
}

fn is_change(passage: &Passage<'_>, quantity: &Quantity) -> bool {
    let by = |n| {
        matches!(
            passage.nth_before(quantity.start, n),
            "by" | "extra" | "up" | "down" | "than"
        )
    };
    let near =
        |hit: &&crate::prose::Hit| hit.start < quantity.start + 60 && quantity.start < hit.end + 40;
    (1..=3).any(by) || passage.hits(List::Change).any(|hit| near(&hit))
}

/// Whether a rate, a share or the like names what the percentage is of.
fn has_rate(passage: &Passage<'_>) -> bool {
    passage.tokens().iter().any(|token| {
        matches!(
            token.of(&passage.block.lower),
            "rate"
                | "rates"
                | "share"
                | "ratio"
                | "margin"
                | "proportion"
                | "percentage"
                | "utilization"
                | "utilisation"
                | "probability"
                | "chance"
                | "likelihood"
                | "confidence"
                | "coverage"
                | "capacity"
                | "load"
        )
    })
}

/// Whether the sentence names the group: before the percentage anywhere, after it close by.
fn names_base(passage: &Passage<'_>, quantity: &Quantity) -> bool {
    passage.hits(List::Base).any(|hit| {
        let of = passage.slice(hit.start, hit.end).starts_with("of ");
        !of || hit.start < quantity.end + 12
    })
}
