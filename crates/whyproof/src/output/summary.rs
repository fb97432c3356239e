//! The last lines: how much was found.

use whyproof_check::Finding;
use whyproof_syntax::Severity;

use crate::commands::check::Report;
use crate::terminal::style;

/// A finding's message, with how many more were folded into it.
pub(super) fn message(finding: &Finding) -> String {
    let message = &finding.diagnostic.message;
    match finding.folded {
        0 => message.clone(),
        1 => format!("{message} (and one more like it)"),
        folded => format!("{message} (and {folded} more like it)"),
    }
}

/// "2 errors and 1 warning in 1 of 3 cases; 4 more, --all shows them."
pub(super) fn write(report: &Report) -> String {
    let (good, open, bad) = (style::GOOD, style::OPEN, style::BAD);
    let cases = report.checked.len();
    let mut text = String::new();
    let found = report.findings().count();
    let more = more(report);
    if cases > 0 && found == 0 {
        let nothing = format!(
            "{good}✓{good:#} {}: nothing found.",
            count(cases, "case", "cases")
        );
        text.push_str(&nothing);
    } else if cases > 0 {
        let with = report
            .checked
            .iter()
            .filter(|c| !c.findings.shown.is_empty())
            .count();
        let place = if cases == 1 {
            "1 case".to_owned()
        } else {
            format!("{with} of {cases} cases")
        };
        let mark = if report.count(Severity::Error) > 0 {
            format!("{bad}✗{bad:#}")
        } else {
            format!("{open}!{open:#}")
        };
        text.push_str(&format!("{mark} {} in {place}.", severities(report)));
    } else if report.failures.is_empty() {
        text.push_str("No case here: a case is a Markdown file whose front matter says `kind: idea` or `kind: story`.");
    } else {
        return text;
    }
    if more > 0 {
        text.push_str(&format!(" {more} more, --all shows them."));
    }
    if report.passed_over > 0 {
        let (files, are) = if report.passed_over == 1 {
            ("Markdown file", "is no case")
        } else {
            ("Markdown files", "are no cases")
        };
        text.push_str(&format!(" {} other {files} {are}.", report.passed_over));
    }
    text.push('\n');
    text
}

/// Findings that are not shown: folded into another, or beyond what a reader takes in.
fn more(report: &Report) -> u32 {
    let all = report.checked.iter().map(|checked| {
        let shown = checked.findings.shown.len() as u32;
        checked.findings.total.saturating_sub(shown)
    });
    all.sum()
}

fn severities(report: &Report) -> String {
    let words = [
        (Severity::Error, "error", "errors"),
        (Severity::Warning, "warning", "warnings"),
        (Severity::Info, "note", "notes"),
    ];
    let parts: Vec<String> = words
        .iter()
        .map(|(severity, one, many)| (report.count(*severity), one, many))
        .filter(|(found, ..)| *found > 0)
        .map(|(found, one, many)| count(found, one, many))
        .collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    whyproof_case::list(&parts)
}

fn count(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
