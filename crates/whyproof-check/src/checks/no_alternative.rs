//! `no-alternative`: no alternative, not even doing nothing.

use aho_corasick::{AhoCorasick, MatchKind};
use whyproof_case::{Kind, WhyKind};
use whyproof_syntax::{Role, Severity, Span};

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "no-alternative",
    family: Family::Claims,
    severity: Severity::Warning,
    default: true,
    summary: "No alternative, not even doing nothing",
    run,
};

/// Words of doing nothing.
const NOTHING: &[&str] = &[
    "do nothing",
    "doing nothing",
    "did nothing",
    "does nothing",
    "do not act",
    "not acting",
    "inaction",
    "status quo",
    "business as usual",
    "as things are",
    "as we do today",
    "as now",
    "no change",
    "change nothing",
    "changing nothing",
    "leave it",
    "leave things",
    "leave everything",
    "leave them",
    "keep it as",
    "keep things",
    "keep the current",
    "keep the present",
    "keep what we have",
    "carry on",
    "go on as",
    "cost of waiting",
    "cost of delay",
];

/// Words that weigh one way against another.
const OTHERS: &[&str] = &[
    "alternative",
    "instead of",
    "rather than",
    "another way",
    "other way",
    "other option",
    "another option",
    "we considered",
    "was considered",
    "were considered",
    "we rejected",
    "was rejected",
    "we could also",
    "we could instead",
    "compared with building",
    "build or buy",
];

fn run(context: &Context<'_>, sink: &mut Sink) {
    let case = context.case;
    let document = &case.parse.document;
    let heading = |role| {
        let section = document.sections_of(role).next();
        section.map(|section| document.text(section.heading).span)
    };
    let decides = heading(Role::Decision);
    if case.kind != Kind::Idea || (case.claims.is_empty() && decides.is_none()) {
        return;
    }
    let finder = |words: &[&str]| {
        AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostFirst)
            .build(words)
    };
    let (Ok(nothing), Ok(others)) = (finder(NOTHING), finder(OTHERS)) else {
        return;
    };
    // What people do today is no alternative of ours: the problem is not looked at.
    let elsewhere = [Some(Role::Problem), Some(Role::PressRelease)];
    let blocks = context
        .prose
        .blocks
        .iter()
        .filter(|block| !elsewhere.contains(&block.role));
    let mut weighed = case
        .whys
        .iter()
        .any(|why| why.kind == WhyKind::WhyNot && why.answer.is_some());
    for block in blocks {
        if nothing.is_match(&block.lower) {
            return;
        }
        weighed |= others.is_match(&block.lower);
    }
    let section = document.sections_of(Role::Alternatives).next();
    let section = section.filter(|section| section.texts.1 > section.texts.0);
    let place = section
        .map(|section| document.text(section.heading).span)
        .or(decides)
        .or_else(|| heading(Role::Case))
        .unwrap_or(Span::new(0, 0));
    let (message, help) = if section.is_some() || weighed {
        (
            "The alternatives leave out doing nothing",
            "Say what happens if nothing is done: it is what most rooms choose, and what the rest is compared with.",
        )
    } else {
        (
            "No alternative is weighed, not even doing nothing",
            "Add `## Alternatives`: doing nothing, and the best other way, each with why it is not the one proposed.",
        )
    };
    sink.weigh(sink.diagnostic(place, message).help(help), 1);
}
