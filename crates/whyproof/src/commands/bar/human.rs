//! Bars for people.

use std::sync::Arc;

use whyproof_case::{Bar, BarError, Criterion};

use crate::steps::indented;
use crate::terminal::style;
use crate::text::{counted, width, wrap};

/// Columns before what a criterion says.
const LABEL: usize = 10;

/// All bars, each with what it is for.
pub(super) fn list(bars: &[(String, Result<Arc<Bar>, BarError>)], columns: usize) -> String {
    let typed = style::TYPED;
    let names = bars.iter().map(|(name, _)| width(name));
    let room = names.max().unwrap_or(0) + 2;
    let mut lines = Vec::new();
    for (name, bar) in bars {
        let said = match bar {
            Ok(bar) => format!(
                "{} ({})",
                bar.summary.trim_end_matches('.'),
                counted(bar.criteria.len(), "criterion", "criteria")
            ),
            Err(error) => error.to_string(),
        };
        let blank = " ".repeat(room.saturating_sub(width(name)));
        let wrapped = wrap(&said, columns.saturating_sub(room).max(20));
        for (at, line) in wrapped.iter().enumerate() {
            lines.push(match at {
                0 => format!("{typed}{name}{typed:#}{blank}{line}"),
                _ => format!("{}{line}", " ".repeat(room)),
            });
        }
    }
    lines.join("\n") + "\n"
}

/// One bar, whole.
pub(super) fn bar(bar: &Bar, columns: usize) -> String {
    let (strong, faint) = (style::STRONG, style::FAINT);
    let mut lines = vec![format!(
        "{strong}{}{strong:#}  {faint}{}{faint:#}",
        one(&bar.title),
        bar.name
    )];
    lines.extend(wrap(&bar.summary, columns));
    if !bar.over.is_empty() {
        lines.push(format!(
            "{faint}laid over {}{faint:#}",
            bar.over.join(", over ")
        ));
    }
    for criterion in &bar.criteria {
        lines.push(String::new());
        lines.extend(one_of(criterion, columns));
    }
    lines.join("\n") + "\n"
}

fn one_of(criterion: &Criterion, columns: usize) -> Vec<String> {
    let (strong, faint) = (style::STRONG, style::FAINT);
    let mut lines = vec![format!(
        "{strong}{}{strong:#}  {faint}{}{faint:#}",
        one(&criterion.title),
        criterion.id
    )];
    let said = [
        ("below", &criterion.below),
        ("meets", &criterion.meets),
        ("raises", &criterion.raises),
    ];
    for (label, said) in said {
        let wrapped = wrap(said, columns.saturating_sub(LABEL));
        for (at, line) in wrapped.iter().enumerate() {
            let label = if at == 0 { label } else { "" };
            lines.push(format!("  {faint}{label:<8}{faint:#}{line}"));
        }
    }
    for question in &criterion.questions {
        let asked = indented(question, LABEL, columns);
        for (at, line) in asked.into_iter().enumerate() {
            lines.push(match at {
                0 => format!("  {faint}?       {faint:#}{}", &line[LABEL..]),
                _ => line,
            });
        }
    }
    if let Some(from) = &criterion.from {
        lines.extend(indented(&format!("from “{from}”"), LABEL, columns));
    }
    if criterion.wish {
        lines.extend(indented(
            "would be welcome, and is not asked for",
            LABEL,
            columns,
        ));
    }
    lines
}

/// A text on one line, without what steers a terminal.
fn one(text: &str) -> String {
    wrap(text, usize::MAX).concat()
}
