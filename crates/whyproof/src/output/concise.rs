//! A line for each finding.

use std::fmt::Write;

use super::summary;
use crate::commands::check::Report;

pub(super) fn write(report: &Report) -> String {
    let mut text = String::new();
    for checked in &report.checked {
        for finding in &checked.findings.shown {
            let diagnostic = &finding.diagnostic;
            let place = checked
                .lines
                .line_column(&checked.text, diagnostic.span.start);
            let _ = writeln!(
                text,
                "{}:{}:{}: {}[{}] {}",
                checked.path,
                place.line,
                place.column,
                diagnostic.severity.word(),
                diagnostic.id,
                summary::message(finding),
            );
        }
    }
    text.push_str(&summary::write(report));
    text
}
