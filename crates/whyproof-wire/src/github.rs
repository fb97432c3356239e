//! Findings as workflow commands of GitHub Actions, which shows them at their lines.

use crate::check::{Check, Finding};
use crate::words::Severity;

/// One command a line: `::warning file=a.md,line=3,endLine=3,col=1,endColumn=9,title=claim-falls::…`.
pub fn github(check: &Check) -> String {
    let mut out = String::new();
    for file in &check.files {
        for finding in &file.findings {
            line(&mut out, &file.path, finding);
        }
    }
    out
}

fn line(out: &mut String, path: &str, finding: &Finding) {
    let place = &finding.place;
    out.push_str(match finding.severity {
        Severity::Error => "::error file=",
        Severity::Warning => "::warning file=",
        Severity::Info => "::notice file=",
    });
    property(out, path);
    out.push_str(&format!(",line={},endLine={}", place.line, place.end_line));
    // Columns are only understood within one line.
    if place.line == place.end_line {
        out.push_str(&format!(
            ",col={},endColumn={}",
            place.column, place.end_column
        ));
    }
    out.push_str(",title=");
    property(out, finding.id);
    out.push_str("::");
    data(out, &finding.message);
    if let Some(help) = &finding.help {
        out.push_str("%0A");
        data(out, help);
    }
    if finding.folded > 0 {
        out.push_str(&format!("%0Aand {} more like this", finding.folded));
    }
    out.push('\n');
}

fn property(out: &mut String, text: &str) {
    escape(out, text, true);
}

fn data(out: &mut String, text: &str) {
    escape(out, text, false);
}

/// What would end a command or one of its properties is written as `%` and its code.
fn escape(out: &mut String, text: &str, property: bool) {
    for c in text.chars() {
        match c {
            '%' => out.push_str("%25"),
            '\r' => out.push_str("%0D"),
            '\n' => out.push_str("%0A"),
            ':' if property => out.push_str("%3A"),
            ',' if property => out.push_str("%2C"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => out.push(' '),
            c => out.push(c),
        }
    }
}
