//! `number-without-source`: numbers that are neither figures nor cited.

use std::fmt::Write as _;

use whyproof_case::Case;
use whyproof_syntax::{NodeKind, Severity, Span};

use crate::check::{Check, Context, Family, Sink};
use crate::countable;
use crate::prose::{Bearing, Dimension, List, Passage, Quantity, quote};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "number-without-source",
    family: Family::Numbers,
    severity: Severity::Warning,
    default: true,
    summary: "Numbers that are neither figures nor cited",
    run,
};

/// How many numbers of one paragraph a message quotes.
const QUOTED: usize = 3;

fn run(context: &Context<'_>, sink: &mut Sink) {
    let mut known = None;
    let mut block = Numbers::default();
    let mut cover = Cover::default();
    for passage in context.prose.passages(context.case) {
        let covered = cover.covers(context.case, &passage);
        if passage.sentence.block != block.index {
            block.report(sink);
            block = Numbers {
                index: passage.sentence.block,
                ..Numbers::default()
            };
        }
        block.said |= passage.has(List::Source);
        if covered || !is_looked_at(&passage) {
            continue;
        }
        let all = passage.quantities();
        for (at, quantity) in all.iter().enumerate() {
            if says_nothing(quantity)
                || !is_telling(&passage, quantity)
                || is_rule(&passage, quantity)
                || passage.is_quoted(quantity.start)
                || follows(all, at)
            {
                continue;
            }
            let known = known.get_or_insert_with(|| sourced(context));
            if !known.contains(&key(quantity)) {
                block.found.push((passage, quantity));
            }
        }
    }
    block.report(sink);
}

/// The numbers of one block that lack a source.
#[derive(Default)]
struct Numbers<'a> {
    index: u32,
    /// Whether the block says in words where its numbers come from.
    said: bool,
    found: Vec<(Passage<'a>, &'a Quantity)>,
}

impl Numbers<'_> {
    fn report(&self, sink: &mut Sink) {
        let Some((passage, first)) = self.found.first().filter(|_| !self.said) else {
            return;
        };
        let mut message = String::new();
        for (place, (passage, quantity)) in self.found.iter().take(QUOTED).enumerate() {
            let between = if place == 0 { "" } else { ", " };
            let words = passage.written(quantity.start, quantity.end);
            let _ = write!(message, "{between}{}", quote(words));
        }
        if let Some(more) = self
            .found
            .len()
            .checked_sub(QUOTED)
            .filter(|&more| more > 0)
        {
            let _ = write!(message, " and {more} more");
        }
        message.push_str(": where from?");
        let words = passage.written(first.start, first.end);
        let help = format!(
            "Cite it, `[^source]` with a line `[^source]: measurement: …`, or compute it: `[{words}](figure:query.column)`."
        );
        let mut diagnostic = sink.diagnostic(span(passage, first), message).help(help);
        for (passage, quantity) in self.found.iter().skip(1) {
            diagnostic = diagnostic.related(span(passage, quantity), "and this one");
        }
        passage.report(sink, diagnostic);
    }
}

/// How far the references of one block reach: fed with every sentence, in order.
#[derive(Default)]
struct Cover {
    /// Where the last reference of the block stands.
    last: Option<u32>,
    /// Whether the last reference is of a number in its own sentence.
    spent: bool,
}

impl Cover {
    /// Whether a reference covers the sentence: any of its block. In *What happened*, where one paragraph tells of
    /// many things, one that stands in it or after it, or one before it that has no number of its own.
    fn covers(&mut self, case: &Case, passage: &Passage<'_>) -> bool {
        if !passage.block.sourced || passage.bearing != Bearing::WhatHappened {
            return passage.block.sourced;
        }
        let sentence = passage.sentence;
        if passage.previous().is_none() {
            let marks = passage.block.text(case).words.marks.iter();
            let kinds = [NodeKind::FootnoteReference, NodeKind::Link, NodeKind::Image];
            let references = marks.filter(|mark| kinds.contains(&mark.kind));
            self.last = references.map(|mark| mark.start).max();
            self.spent = false;
        }
        match self.last {
            Some(last) if last < sentence.start => !self.spent,
            Some(last) if last <= sentence.end => {
                self.spent = passage
                    .quantities()
                    .iter()
                    .any(|quantity| !says_nothing(quantity));
                true
            }
            _ => true,
        }
    }
}

fn span(passage: &Passage<'_>, quantity: &Quantity) -> Span {
    passage.span(quantity.start, quantity.end)
}

fn is_looked_at(passage: &Passage<'_>) -> bool {
    let bears = passage.bearing.is_argued()
        || matches!(
            passage.bearing,
            Bearing::Problem | Bearing::WhatHappened | Bearing::WhyItMattered
        );
    bears && !passage.has(List::Own) && !passage.has(List::Intent)
}

/// Small counts, figures, amounts of data, powers of two, and *100%* or *0%*, which are figures of speech.
fn says_nothing(quantity: &Quantity) -> bool {
    let dimension = quantity.unit.dimension;
    let whole = dimension == Dimension::Share && (quantity.value == 0.0 || quantity.value == 100.0);
    let two = dimension == Dimension::Count
        && quantity.value >= 16.0
        && quantity.value.log2().fract() == 0.0;
    quantity.small || quantity.figure || whole || two || dimension == Dimension::Data
}

/// Whether a time is a rule that the author sets: "every 15 minutes", "after 30 days", "must answer within 5 days".
fn is_rule(passage: &Passage<'_>, quantity: &Quantity) -> bool {
    quantity.unit.dimension == Dimension::Time
        && (matches!(
            passage.before(quantity.start),
            "every" | "after" | "each" | "than" | "per" | "+"
        ) || passage
            .tokens()
            .iter()
            .any(|token| matches!(token.of(&passage.block.lower), "must" | "shall" | "may")))
}

/// Whether the number is the sum, difference, product or quotient of two others of its sentence.
fn follows(all: &[Quantity], at: usize) -> bool {
    let Some(result) = all.get(at).map(|quantity| quantity.value) else {
        return false;
    };
    let near = |value: f64| value.is_finite() && (value - result).abs() <= result.abs() * 1e-9;
    let others = || {
        all.iter()
            .take(12)
            .enumerate()
            .filter(move |(index, _)| *index != at)
    };
    others().any(|(i, a)| {
        others().any(|(j, b)| {
            let (a, b) = (a.value, b.value);
            i < j
                && (near(a + b) || near((a - b).abs()) || near(a * b) || near(a / b) || near(b / a))
        })
    })
}

/// Value and kind of a number, for comparing.
fn key(quantity: &Quantity) -> (u64, Dimension) {
    (quantity.value.to_bits(), quantity.unit.dimension)
}

/// Numbers that have their source elsewhere in the case, and those that its author sets: in what is asked for, in
/// what is forecast.
fn sourced(context: &Context<'_>) -> Vec<(u64, Dimension)> {
    let mut known: Vec<(u64, Dimension)> = context.prose.evidence_quantities().map(key).collect();
    let mut cover = Cover::default();
    for passage in context.prose.passages(context.case) {
        let covered = cover.covers(context.case, &passage);
        let set = matches!(passage.bearing, Bearing::Decision | Bearing::Impact);
        for quantity in passage.quantities() {
            if set || quantity.figure || covered {
                known.push(key(quantity));
            }
        }
    }
    known
}

/// Whether a bare count tells of people, of events or of a rate; the constants of a design are the author's to set.
/// In the outcome of a story every count does.
fn is_telling(passage: &Passage<'_>, quantity: &Quantity) -> bool {
    if quantity.unit.dimension != Dimension::Count
        || !passage.bearing.is_argued() && passage.bearing != Bearing::Problem
    {
        return true;
    }
    let near = || (1..=3).map(|n| passage.nth_after(quantity.end, n));
    let rate = (1..=4).any(|n| {
        matches!(
            passage.nth_after(quantity.end, n),
            "a" | "an" | "per" | "each" | "every"
        ) && matches!(
            passage.nth_after(quantity.end, n + 1),
            "second" | "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year"
        )
    });
    rate || near().any(countable::is_countable)
}
