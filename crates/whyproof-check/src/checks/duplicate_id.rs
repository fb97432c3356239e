//! `duplicate-id`: two things of one name: ids (the resolver tells of them), footnotes, queries, experiments.

use std::collections::BTreeMap;

use whyproof_syntax::{Severity, Span};

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "duplicate-id",
    family: Family::File,
    severity: Severity::Error,
    default: true,
    summary: "An id, footnote or name that is given twice",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let document = &context.case.parse.document;
    let footnotes = document
        .footnotes
        .iter()
        .map(|f| (f.label.to_lowercase(), f.span));
    repeated("footnotes", "[^", "]", footnotes, sink);
    let queries = context
        .case
        .queries
        .iter()
        .map(|q| (q.name.clone(), q.span));
    repeated("queries", "`", "`", queries, sink);
    let named = context
        .case
        .experiments
        .iter()
        .filter(|e| !e.name.is_empty());
    repeated(
        "experiments",
        "`",
        "`",
        named.map(|e| (e.name.clone(), e.span)),
        sink,
    );
}

fn repeated(
    what: &str,
    open: &str,
    close: &str,
    all: impl Iterator<Item = (String, Span)>,
    sink: &mut Sink,
) {
    let mut first: BTreeMap<String, Span> = BTreeMap::new();
    for (name, span) in all {
        if let Some(&above) = first.get(&name) {
            let message = format!("Two {what} are named {open}{name}{close}; this one is not used");
            let found = sink
                .diagnostic(span, message)
                .help("Give this one another name, and what was meant for it.")
                .related(above, "the one that is used");
            sink.push(found);
        } else {
            first.insert(name, span);
        }
    }
}
