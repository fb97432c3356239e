//! What a map says in words, for whoever does not see it.

use whyproof_case::{Case, Standing, StatementKind, list, shorten};

use super::nodes;
use crate::map::tree::{Node, Part, Seen};
use crate::verdict::for_others;

/// How many statements the description tells of one by one.
const TOLD: usize = 60;
/// Longest quotation in it, in characters.
const QUOTE: usize = 120;

/// The title of a map.
pub(super) fn title(case: &Case, part: &Part<'_>) -> String {
    let whole = part.nodes.len() == part.whole.len();
    match (part.nodes.first(), case.title.as_deref()) {
        (Some(first), _) if !whole => {
            let words = shorten(first.words, QUOTE);
            format!(
                "Argument map of {} {}: {words}",
                first.kind.word(),
                part.number(0)
            )
        }
        (_, Some(title)) => format!("Argument map: {title}"),
        (_, None) => "Argument map".to_owned(),
    }
}

/// What it shows: how many of what, then each in order.
pub(super) fn description(part: &Part<'_>) -> String {
    let here = || part.nodes.iter().filter(|node| node.seen == Seen::Here);
    if here().next().is_none() && part.nodes.is_empty() {
        return "Nothing is argued yet: there is no claim.".to_owned();
    }
    let kinds = [
        (StatementKind::Claim, "claim", "claims"),
        (StatementKind::Reason, "reason", "reasons"),
        (StatementKind::Objection, "objection", "objections"),
        (StatementKind::Rebuttal, "rebuttal", "rebuttals"),
        (StatementKind::Why, "why", "whys"),
        (StatementKind::Answer, "answer", "answers"),
    ];
    let kinds = kinds.map(|(kind, one, many)| {
        counted(here().filter(|node| node.kind == kind).count(), one, many)
    });
    let standings = [
        (Standing::Stands, "stands", "stand"),
        (Standing::Assumed, "is assumed", "are assumed"),
        (Standing::Falls, "falls", "fall"),
    ];
    let standings = standings.map(|(standing, one, many)| {
        let count = here().filter(|node| node.standing == standing).count();
        counted(count, one, many)
    });
    let told = nodes(part).take(TOLD).map(|at| told(part, at));
    let mut words = format!(
        "{}. {}.{}",
        and(&kinds),
        and(&standings),
        told.collect::<String>()
    );
    let more = part.nodes.len().saturating_sub(TOLD);
    if more > 0 {
        words.push_str(&format!(" And {more} more."));
    }
    words
}

/// Everything about one box, for its `<title>`: all its words, whatever of them the box shows.
pub(super) fn full(case: &Case, part: &Part<'_>, at: u32) -> String {
    let node = &part.nodes[at as usize];
    let mut full = lead(part, at, node);
    full.push_str(node.words);
    if node.seen == Seen::Here {
        full.push_str(&format!(" — {}", for_others(&case.because(node.statement))));
        for shown in &node.evidence {
            full.push_str(&format!(
                " {} “{}”: {}.",
                shown.what, shown.label, shown.says
            ));
        }
    }
    full
}

/// One node in a sentence.
fn told(part: &Part<'_>, at: u32) -> String {
    let node = &part.nodes[at as usize];
    let words = shorten(node.words, QUOTE);
    format!(
        " {}“{}”.",
        lead(part, at, node),
        words.trim_end_matches('.')
    )
}

/// Number, relation, standing and whose it is.
fn lead(part: &Part<'_>, at: u32, node: &Node<'_>) -> String {
    let number = part.number(at);
    let link = node.link.word();
    let link = if link.is_empty() {
        node.kind.word()
    } else {
        link
    };
    let by = node.by.map(|by| format!(" by {by}")).unwrap_or_default();
    match node.seen {
        Seen::Here => format!("{number}, {link}{by}, {}: ", node.worth()),
        Seen::Elsewhere => format!("{number}, {link}, which stands elsewhere: "),
        Seen::Around => format!("{number}, {link}, which leads back to itself: "),
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    match count {
        0 => String::new(),
        1 => format!("1 {one}"),
        count => format!("{count} {many}"),
    }
}

fn and(parts: &[String]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    list(&parts)
}
