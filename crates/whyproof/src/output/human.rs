//! Findings for people: the words they are about, and what to do.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use whyproof_check::Finding;
use whyproof_syntax::{Severity, Span};

use super::summary;
use crate::commands::check::{Checked, Report};
use crate::text::wrap;

pub(super) fn write(report: &Report, columns: usize) -> String {
    let renderer = Renderer::styled().term_width(columns);
    let mut text = String::new();
    for checked in &report.checked {
        for finding in &checked.findings.shown {
            text.push_str(&renderer.render(&groups(checked, finding, columns)));
            text.push_str("\n\n");
        }
    }
    text.push_str(&summary::write(report));
    text
}

fn groups<'a>(checked: &'a Checked, finding: &'a Finding, columns: usize) -> Vec<Group<'a>> {
    // What stands before a message: the line number's width, ` = help: ` and a space.
    let digits = checked.line(finding.diagnostic.span).to_string().len();
    let room = columns.saturating_sub(digits + 10);
    let message = |text: &str| Level::HELP.message(wrap(text, room).join("\n"));
    let diagnostic = &finding.diagnostic;
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let mut group = level
        .primary_title(summary::message(finding))
        .id(diagnostic.id)
        .element(snippet(checked, diagnostic.span, AnnotationKind::Primary));
    if let Some(help) = &diagnostic.help {
        group = group.element(message(help));
    }
    if let Some(fix) = diagnostic.fix.as_ref().filter(|fix| fix.safe) {
        group = group.element(message(&format!("--fix does this: {}", fix.title)));
    }
    let related = diagnostic.related.iter().map(|related| {
        Level::NOTE
            .secondary_title(related.message.as_str())
            .element(snippet(checked, related.span, AnnotationKind::Context))
    });
    std::iter::once(group).chain(related).collect()
}

/// The line that a span begins in, with the span's part of it marked.
fn snippet<'a>(
    checked: &'a Checked,
    span: Span,
    kind: AnnotationKind,
) -> Snippet<'a, Annotation<'a>> {
    let source = checked.text.as_str();
    let (window, marked) = window(source, span);
    let line = checked.line(span) as usize;
    Snippet::source(source.get(window).unwrap_or(""))
        .line_start(line)
        .path(checked.path.as_str())
        .annotation(kind.span(marked))
}

/// The line that `span` begins in, and the part of `span` that lies in it, seen from the line's start.
fn window(source: &str, span: Span) -> (Range<usize>, Range<usize>) {
    let span = span.range();
    let before = source.get(..span.start).unwrap_or("");
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let rest = source.get(span.start..).unwrap_or("");
    let end = span.start + rest.find('\n').unwrap_or(rest.len());
    let end = start
        + source
            .get(start..end)
            .map_or(0, |line| line.trim_end().len());
    let from = span.start.min(end) - start;
    let to = span.end.min(end).max(span.start.min(end)) - start;
    (start..end, from..to)
}
