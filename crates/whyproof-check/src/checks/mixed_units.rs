//! `mixed-units`: the same kind of quantity in two units.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};
use crate::prose::{Dimension, Passage, Quantity, quote};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "mixed-units",
    family: Family::Numbers,
    severity: Severity::Info,
    default: true,
    summary: "The same kind of quantity in two units",
    run,
};

/// Times are read together without reckoning up to this factor of the smaller unit.
const READABLE: f64 = 300.0;

fn run(context: &Context<'_>, sink: &mut Sink) {
    systems(context, sink);
    for passage in context.prose.passages(context.case) {
        times(&passage, sink);
    }
}

/// Two currencies, or metric and imperial, in one case: once for each kind of quantity.
fn systems(context: &Context<'_>, sink: &mut Sink) {
    let mut first: Vec<(Passage<'_>, &Quantity)> = Vec::new();
    let mut told: Vec<Dimension> = Vec::new();
    for passage in context.prose.passages(context.case) {
        for quantity in passage
            .quantities()
            .iter()
            .filter(|q| q.unit.system > 0 && is_physical(q))
        {
            let dimension = quantity.unit.dimension;
            if told.contains(&dimension) || is_converted(&passage, quantity) {
                continue;
            }
            let Some((before, other)) = first
                .iter()
                .find(|(_, other)| other.unit.dimension == dimension)
            else {
                first.push((passage, quantity));
                continue;
            };
            if other.unit.system == quantity.unit.system {
                continue;
            }
            told.push(dimension);
            let words = passage.written(quantity.start, quantity.end);
            let there = before.written(other.start, other.end);
            let diagnostic = sink
                .diagnostic(
                    passage.span(quantity.start, quantity.end),
                    format!(
                        "{} here, {} before: two units of one kind",
                        quote(words),
                        quote(there)
                    ),
                )
                .help(format!(
                    "Give both in {}, or write the other one beside it in brackets.",
                    other.unit.name
                ))
                .related(before.span(other.start, other.end), "the other unit");
            passage.report(sink, diagnostic);
        }
    }
}

fn is_physical(quantity: &Quantity) -> bool {
    matches!(
        quantity.unit.dimension,
        Dimension::Money | Dimension::Length | Dimension::Weight | Dimension::Temperature
    )
}

/// Whether the same amount stands beside it in the other unit: "£90 (€105)".
fn is_converted(passage: &Passage<'_>, quantity: &Quantity) -> bool {
    let rate = ["exchange rate", "at the rate", "converted"]
        .iter()
        .any(|word| passage.lower().contains(word));
    let brackets = |other: &Quantity| {
        let same = other.unit.dimension == quantity.unit.dimension
            && other.unit.system != quantity.unit.system;
        let (from, to) = if other.start < quantity.start {
            (other.end, quantity.start)
        } else {
            (quantity.end, other.start)
        };
        same && matches!(
            passage.slice(from, to).trim(),
            "(" | "/" | "or" | "(about" | "≈" | "="
        )
    };
    rate || passage.quantities().iter().any(brackets)
}

/// Minutes here and hours there, compared in one sentence.
fn times(passage: &Passage<'_>, sink: &mut Sink) {
    let compared = |one: &Quantity, other: &Quantity| {
        let between = passage.slice(one.end, other.start);
        let to = between.trim() == "to" && passage.before(one.start) == "from";
        let words = [
            "instead of",
            "rather than",
            "against",
            "down to",
            "compared",
        ];
        between.len() < 60
            && (to || between.contains(" than ") || words.iter().any(|word| between.contains(word)))
    };
    let all = passage.quantities();
    let pair = all.windows(2).find_map(|pair| match pair {
        [one, other] => {
            let time =
                one.unit.dimension == Dimension::Time && other.unit.dimension == Dimension::Time;
            let differ = one.unit.name != other.unit.name;
            (time && differ && compared(one, other)).then_some((one, other))
        }
        _ => None,
    });
    let Some((one, other)) = pair else { return };
    let smaller = if one.unit.scale < other.unit.scale {
        one.unit
    } else {
        other.unit
    };
    let most = (one.value * one.unit.scale).max(other.value * other.unit.scale) / smaller.scale;
    if !most.is_finite() || most > READABLE {
        return;
    }
    let (here, there) = (
        passage.written(one.start, one.end),
        passage.written(other.start, other.end),
    );
    let diagnostic = sink
        .diagnostic(
            passage.span(one.start, other.end),
            format!(
                "{} and {}: two units for what is compared",
                quote(here),
                quote(there)
            ),
        )
        .help(format!("Give both in {}.", smaller.name));
    passage.report(sink, diagnostic);
}
