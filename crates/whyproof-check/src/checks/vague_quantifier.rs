//! `vague-quantifier`: many, most, several.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};
use crate::countable::is_countable;
use crate::prose::{Bearing, Hit, List, Passage, quote};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "vague-quantifier",
    family: Family::Prose,
    severity: Severity::Warning,
    default: true,
    summary: "Many, most, several: how many?",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    for passage in context.prose.passages(context.case) {
        let bears = passage.bearing.is_argued()
            || matches!(
                passage.bearing,
                Bearing::Problem | Bearing::WhatHappened | Bearing::WhyItMattered
            );
        if !bears || passage.block.sourced || passage.has_number() || passage.has(List::Own) {
            continue;
        }
        let Some((hit, asked)) = passage
            .hits(List::Vague)
            .find_map(|hit| Some((hit, asked(&passage, hit)?)))
        else {
            continue;
        };
        let help = match asked {
            "how often?" => {
                "Put a number in its place: “four times a month”, “on one visit in six”."
            }
            _ => {
                "Put a number in its place: “31 of the 40”, “about 200 a week”, and say where it comes from."
            }
        };
        let diagnostic = sink
            .diagnostic(
                passage.span(hit.start, hit.end),
                format!("{}: {asked}", quote(passage.quote(hit))),
            )
            .help(help);
        passage.report(sink, diagnostic);
    }
}

/// What a reader would ask of the word where it stands; none where it counts nothing.
fn asked(passage: &Passage<'_>, hit: &Hit) -> Option<&'static str> {
    if passage.is_quoted(hit.start) {
        return None;
    }
    let (before, after) = (passage.before(hit.start), passage.after(hit.end));
    match passage.slice(hit.start, hit.end) {
        "often" | "frequently" | "rarely" | "seldom" | "sometimes" | "occasionally" | "usually"
        | "generally" | "regularly" => {
            let other = matches!(
                before,
                "how" | "more" | "less" | "as" | "too" | "so" | "not" | "very"
            );
            let people = (1..=2).any(|n| is_countable(passage.nth_before(hit.start, n)));
            (!other && people).then_some("how often?")
        }
        "few people" | "few users" | "few customers" | "some people" | "some users"
        | "some customers" | "some teams" | "some clients" | "some patients" | "some members" => {
            Some("how many?")
        }
        _ => {
            let other = matches!(
                before,
                "how"
                    | "as"
                    | "so"
                    | "too"
                    | "not"
                    | "that"
                    | "-"
                    | "this"
                    | "the"
                    | "at"
                    | "its"
                    | "their"
                    | "our"
                    | "his"
                    | "her"
            );
            let of = after == "of" || passage.slice(hit.start, hit.end).ends_with(" of");
            let them =
                of && (1..=2).any(|n| matches!(passage.nth_after(hit.end, n), "them" | "us"));
            let people =
                (1..=if of { 4 } else { 2 }).any(|n| is_countable(passage.nth_after(hit.end, n)));
            (!other && (people || them)).then_some("how many?")
        }
    }
}
