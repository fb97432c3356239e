//! Figures: how each stands to its data, where it comes from, and its chart in letters.

use whyproof_case::{Answer, Case, Figure, FigureState, Form};

use super::sources::{entry, note};
use crate::charts;
use crate::terminal::style;
use crate::text::{counted, wrap};

/// Columns of a chart in letters at most.
const WIDEST: usize = 72;

pub(super) fn figures(case: &Case, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for figure in &case.figures {
        let sign = match figure.state {
            FigureState::Live => ("✓", style::GOOD),
            FigureState::NotComputed | FigureState::Stale => ("~", style::OPEN),
            FigureState::Broken => ("✗", style::BAD),
        };
        let text = format!("{} ({})", figure.text, figure.id);
        entry(&mut lines, sign, &text, columns);
        note(&mut lines, &said(case, figure), columns);
        if figure.form == Form::Chart {
            lines.extend(drawn(case, figure, columns));
        }
    }
    lines.extend(not_computed(case, columns));
    lines
}

/// Its state, what the data say, what was read for it, its line.
fn said(case: &Case, figure: &Figure) -> String {
    let mut said = vec![figure.state.word().to_owned()];
    match (&figure.trouble, &figure.value) {
        (Some(why), _) => said.push(why.clone()),
        (None, Some(value)) => said.push(format!("the data say {value}")),
        (None, None) => {}
    }
    if let Some(Ok(answer)) = case.computed.results.get(&figure.query) {
        said.extend(read(answer));
    }
    said.push(format!("line {}", case.line(figure.span)));
    said.join(" · ")
}

/// "4,820 rows of data/x.csv"
fn read(answer: &Answer) -> Option<String> {
    let read: Vec<String> = answer
        .read
        .iter()
        .filter(|read| read.outside)
        .map(|read| match read.rows {
            Some(rows) => format!(
                "{} {} of {}",
                whyproof_case::grouped(&rows.to_string()),
                if rows == 1 { "row" } else { "rows" },
                read.source
            ),
            None => read.source.clone(),
        })
        .collect();
    let read: Vec<&str> = read.iter().map(String::as_str).collect();
    (!read.is_empty()).then(|| whyproof_case::list(&read))
}

fn drawn(case: &Case, figure: &Figure, columns: usize) -> Vec<String> {
    let room = columns.saturating_sub(4).min(WIDEST);
    let chart = charts::text(case, figure, room).unwrap_or_default();
    let mut lines: Vec<String> = chart.iter().map(|line| format!("    {line}")).collect();
    if !lines.is_empty() {
        lines.insert(0, String::new());
        lines.push(String::new());
    }
    lines
}

fn not_computed(case: &Case, columns: usize) -> Vec<String> {
    let open = case.not_computed();
    if open == 0 || cfg!(feature = "figures") {
        return Vec::new();
    }
    let text = format!(
        "{} not computed: this build does not run queries, so no figure counts yet.",
        whyproof_case::capital(&counted(open, "figure is", "figures are"))
    );
    let lines = wrap(&text, columns.saturating_sub(2));
    lines.iter().map(|line| format!("  {line}")).collect()
}
