//! `no-alternative`: no alternative, not even doing nothing.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use whyproof_case::{Kind, WhyKind};
use whyproof_syntax::{Role, Severity, Span};

use crate::check::{Check, Context, Family, Sink};
use crate::prose::Block;

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
    "keep what there is",
    "keep today's",
    "as it is",
    "as they are",
    "nothing is done",
    "nothing changes",
    "if we do not",
    "if we don't",
    "carry on",
    "go on as",
    "cost of waiting",
    "cost of delay",
];

/// Words that go on with what there is, where an alternative begins with them: *keep the taxis*.
const GOES_ON: &[&str] = &[
    "keep",
    "keeping",
    "continue",
    "continuing",
    "stay",
    "staying",
    "go on",
    "going on",
    "leave",
    "leaving",
    "remain",
    "remaining",
    "wait",
    "waiting",
    "stick",
    "sticking",
];

/// Whether a block among the alternatives begins with going on: *Keep the taxis*, *continue with taxis; it costs 38
/// euros a trip*.
fn goes_on(block: &Block) -> bool {
    let text = block
        .lower
        .trim_start_matches(|c: char| !c.is_alphanumeric());
    // “Option A: keep …”, “we keep …”.
    let after = text.split_once(':').map(|(_, after)| after.trim_start());
    let ours = ["we ", "we could ", "to ", "just "]
        .iter()
        .find_map(|lead| text.strip_prefix(lead));
    [Some(text), after, ours].into_iter().flatten().any(|text| {
        GOES_ON.iter().any(|word| {
            text.strip_prefix(word)
                .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
    })
}

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

/// Made once a process: building it takes longer than reading a case with it.
fn finder(words: &[&str]) -> Option<AhoCorasick> {
    AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostFirst)
        .build(words)
        .ok()
}

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
    static FINDERS: LazyLock<[Option<AhoCorasick>; 2]> =
        LazyLock::new(|| [finder(NOTHING), finder(OTHERS)]);
    let [Some(nothing), Some(others)] = &*FINDERS else {
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
        let goes_on = block.role == Some(Role::Alternatives) && goes_on(block);
        if goes_on || nothing.is_match(&block.lower) {
            return;
        }
        weighed |= others.is_match(&block.lower);
    }
    let section = document.sections_of(Role::Alternatives).next();
    let filled = section.is_some_and(|section| section.texts.1 > section.texts.0);
    let place = section
        .map(|section| document.text(section.heading).span)
        .or(decides)
        .or_else(|| heading(Role::Case))
        .unwrap_or(Span::new(0, 0));
    let (message, help) = if filled || weighed {
        (
            "The alternatives leave out doing nothing",
            "Say what happens if nothing is done: it is what most rooms choose, and what the rest is compared with. `**Do nothing.** …`, `**Keep …**` and `**Leave it as it is.** …` are read as that.",
        )
    } else {
        (
            "No alternative is weighed, not even doing nothing",
            "Add `## Alternatives`: `**Do nothing.** …`, and the best other way, each with why it is not the one proposed.",
        )
    };
    sink.weigh(sink.diagnostic(place, message).help(help), 1);
}
