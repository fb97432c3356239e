//! `unknown-key`: a key of the front matter, an attribute or an experiment that means nothing.

use whyproof_case::{Case, EXPERIMENT_KEYS, FRONT_KEYS, Kind};
use whyproof_syntax::{Diagnostic, NodeKind, Pair, Place, Severity, Span, TextId};

use crate::check::{Check, Context, Family, Sink};
use crate::near;

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "unknown-key",
    family: Family::File,
    severity: Severity::Warning,
    default: true,
    summary: "A key that means nothing here",
    run,
};

/// Front matter that other tools read.
const OTHERS: [&str; 20] = [
    "title",
    "subtitle",
    "date",
    "updated",
    "tags",
    "categories",
    "category",
    "layout",
    "description",
    "design",
    "slug",
    "permalink",
    "draft",
    "lang",
    "version",
    "status",
    "id",
    "aliases",
    "keywords",
    "summary",
];

/// Keys that only a story has.
const STORY: [&str; 3] = ["when", "my part", "share"];

/// The keys of attributes, and where each belongs.
const ATTRIBUTES: [(&str, &str); 6] = [
    ("on", "a why"),
    ("by", "a why or a statement"),
    ("at", "a why"),
    ("settled", "a why"),
    ("seen", "evidence"),
    ("holds", "a query"),
];

/// What the info string of a query says of its chart (docs/charts.md).
const CHART: [&str; 8] = [
    "chart",
    "height",
    "highlight",
    "title",
    "unit",
    "width",
    "x",
    "y",
];

fn run(context: &Context<'_>, sink: &mut Sink) {
    front(context.case, sink);
    experiments(context.case, sink);
    attributes(context.case, sink);
}

fn front(case: &Case, sink: &mut Sink) {
    let entries = &case.front.entries;
    for entry in entries {
        let key = entry.key.as_str();
        if FRONT_KEYS.contains(&key) {
            if case.kind == Kind::Idea && STORY.contains(&key) {
                let message = format!("`{key}` belongs to a story, and this case is an idea");
                let help = "If it tells what was done, write `kind: story`.";
                sink.push(sink.diagnostic(entry.key_span, message).help(help));
            }
            continue;
        }
        let near = near::nearest(key, FRONT_KEYS)
            .or_else(|| alias(key))
            .filter(|near| entries.iter().all(|e| e.key != **near));
        if near.is_some() || !OTHERS.contains(&key.to_lowercase().as_str()) {
            let mut found = unknown(
                sink,
                entry.key_span,
                key,
                near,
                "the front matter",
                &FRONT_KEYS,
            );
            if near.is_none() {
                found.severity = Severity::Info;
            }
            // Another tool may read it.
            if alias(key).is_some()
                && let Some(fix) = &mut found.fix
            {
                fix.safe = false;
            }
            sink.push(found);
        }
    }
}

/// What other tools call the owner.
fn alias(key: &str) -> Option<&'static str> {
    matches!(key.to_lowercase().as_str(), "author" | "authors").then_some("owner")
}

fn experiments(case: &Case, sink: &mut Sink) {
    for experiment in &case.experiments {
        for key in &experiment.keys {
            if EXPERIMENT_KEYS.contains(&key.name.as_str()) {
                continue;
            }
            let near = near::nearest(&key.name, EXPERIMENT_KEYS)
                .filter(|near| experiment.keys.iter().all(|key| key.name != *near));
            let found = unknown(
                sink,
                key.span,
                &key.name,
                near,
                "an experiment",
                &EXPERIMENT_KEYS,
            );
            sink.push(found);
        }
    }
}

fn attributes(case: &Case, sink: &mut Sink) {
    let document = &case.parse.document;
    let whys: std::collections::BTreeSet<TextId> = case.whys.iter().map(|why| why.head).collect();
    for (index, text) in document.texts.iter().enumerate() {
        for pair in &text.attributes.pairs {
            let here = match (pair.key.as_str(), text.place) {
                ("on" | "at" | "settled", Place::Footnote(_)) => false,
                ("on" | "at" | "settled", _) => whys.contains(&TextId(index as u32)),
                ("seen", place) => matches!(place, Place::Footnote(_)),
                ("holds", _) => false,
                _ => true,
            };
            attribute(case, text.kind, pair, here, sink);
        }
    }
    for fence in &document.fences {
        let ours = matches!(fence.language.as_str(), "sql" | "experiment");
        for pair in fence.attributes.pairs.iter().filter(|_| ours) {
            let is_query = fence.language == "sql";
            if is_query && CHART.contains(&pair.key.as_str()) {
                continue;
            }
            let here = pair.key == "holds" && is_query;
            attribute(case, NodeKind::FencedCode, pair, here, sink);
        }
    }
}

fn attribute(case: &Case, block: NodeKind, pair: &Pair, here: bool, sink: &mut Sink) {
    let keys = ATTRIBUTES.map(|(key, _)| key);
    let span = Span::new(pair.span.start, pair.span.start + pair.key.len() as u32);
    match ATTRIBUTES.iter().find(|(key, _)| *key == pair.key) {
        Some(_) if here => {}
        Some((key, belongs)) => {
            let message = format!("`{key}` means nothing here: it belongs to {belongs}");
            let help = match *key {
                "seen" => "Put it at the end of the footnote that was opened and accepted.",
                "holds" => "Put it after the query's name: ```` ```sql NAME holds=\"…\" ````.",
                _ => "Put it at the end of the question.",
            };
            sink.push(sink.diagnostic(span, message).help(help));
        }
        None => {
            let exact = case.parse.tree.slice(span) == pair.key;
            let near = near::nearest(&pair.key, keys).filter(|_| exact);
            let mut found = unknown(sink, span, &pair.key, near, "attributes", &keys);
            // Other tools have attributes of their own: `{width=80%}`.
            if near.is_none() && block != NodeKind::FencedCode {
                found.severity = Severity::Info;
            }
            sink.push(found);
        }
    }
}

/// The finding for `key`, which is none of `keys`.
fn unknown(
    sink: &Sink,
    span: Span,
    key: &str,
    near: Option<&str>,
    place: &str,
    keys: &[&str],
) -> Diagnostic {
    let message = match near {
        Some(near) => format!("`{key}` means nothing in {place}; did you mean `{near}`?"),
        None => format!("`{key}` means nothing in {place}"),
    };
    let alias = match key.to_lowercase().as_str() {
        "author" | "authors" => "Whoever defends the case is its `owner`.".to_owned(),
        "role" => "What of a story was yours is `my part`.".to_owned(),
        _ => format!("The keys are `{}`.", keys.join("`, `")),
    };
    let found = sink.diagnostic(span, message).help(alias);
    match near {
        Some(near) => found.fix(near::replace(span, key, near)),
        None => found,
    }
}
