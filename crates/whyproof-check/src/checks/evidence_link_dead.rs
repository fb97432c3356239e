//! `evidence-link-dead`: evidence whose link leads nowhere, where links were asked.

use whyproof_case::Evidence;
use whyproof_syntax::{Diagnostic, Severity, Span};

use crate::Answer;
use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "evidence-link-dead",
    family: Family::Evidence,
    severity: Severity::Warning,
    default: true,
    summary: "Evidence whose link leads nowhere (only with --links)",
    run,
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    if context.answers.is_empty() {
        return;
    }
    for (index, url) in context.case.links() {
        let evidence = context.case.evidence.get(index as usize);
        let (Some(evidence), Some(answer)) = (evidence, context.answers.of(&url)) else {
            continue;
        };
        let place = place(context, evidence, &url);
        if let Some(diagnostic) = found(sink, place, &evidence.id, &url, answer) {
            sink.weigh(diagnostic, evidence.used);
        }
    }
}

/// What an answer says against a link. A server that refuses to be asked by a program (401, 403, 405, 429) says
/// nothing about the page; one that is down may be up tomorrow.
fn found(sink: &Sink, place: Span, label: &str, url: &str, answer: &Answer) -> Option<Diagnostic> {
    match answer {
        Answer::Status(status @ (404 | 410)) => Some(
            sink.diagnostic(
                place,
                format!("[^{label}] leads nowhere: {url} answers {status}"),
            )
            .help("Find where it is now, cite an archived copy, or put a copy beside the case."),
        ),
        Answer::Status(status @ 500..) => Some(unsure(
            sink,
            place,
            format!("[^{label}]: {url} answers {status}"),
        )),
        Answer::Status(_) => None,
        Answer::Nothing(why) => Some(unsure(
            sink,
            place,
            format!("[^{label}]: {url} does not answer: {why}"),
        )),
    }
}

fn unsure(sink: &Sink, place: Span, message: String) -> Diagnostic {
    let mut diagnostic = sink
        .diagnostic(place, message)
        .help("Try again later, or open it yourself.");
    diagnostic.severity = Severity::Info;
    diagnostic
}

/// Where the URL stands in the footnote; the whole footnote where it is written otherwise, as a DOI is.
fn place(context: &Context<'_>, evidence: &Evidence, url: &str) -> Span {
    let source = context.case.source();
    let words = [url, url.strip_prefix("https://doi.org/").unwrap_or(url)];
    let footnote = source.get(evidence.span.range()).unwrap_or("");
    let found = words
        .iter()
        .find_map(|word| Some((footnote.find(word)?, word.len())));
    found.map_or(evidence.span, |(at, length)| {
        let start = evidence.span.start + at as u32;
        Span::new(start, start + length as u32)
    })
}
