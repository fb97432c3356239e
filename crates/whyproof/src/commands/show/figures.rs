//! Figures: how each stands to its data, where it comes from, and its chart in letters.

use whyproof_case::{Answer, Case, Figure, FigureState, Form};

use crate::terminal::style;
use crate::text::{counted, width, wrap};
use whyproof_render::chart;

/// Columns of a chart in letters at most.
const WIDEST: usize = 72;

/// Columns of a figure's words and of its value, where they are no longer.
const WORDS: usize = 14;
const VALUE: usize = 15;

/// Those of one source stand together, in the order of the file.
pub(super) fn figures(case: &Case, columns: usize) -> Vec<String> {
    let mut groups: Vec<(Option<String>, Vec<&Figure>)> = Vec::new();
    for figure in &case.figures {
        let source = match case.computed.results.get(&figure.query) {
            Some(Ok(answer)) => read(answer),
            _ => None,
        };
        match groups.iter_mut().find(|(known, _)| *known == source) {
            Some((_, group)) => group.push(figure),
            None => groups.push((source, vec![figure])),
        }
    }
    let mut lines = Vec::new();
    for (source, group) in &groups {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        if let Some(source) = source {
            let text = wrap(&format!("From {source}"), columns.saturating_sub(2));
            lines.extend(text.iter().map(|line| format!("  {line}")));
        }
        for figure in group {
            one(&mut lines, case, figure, columns);
        }
    }
    lines.extend(not_computed(case, columns));
    lines
}

/// A figure on a line of its own: where, what the text says, what the data say, and its name.
fn one(lines: &mut Vec<String>, case: &Case, figure: &Figure, columns: usize) {
    let (sign, look) = match figure.state {
        FigureState::Live => ("✓", style::GOOD),
        FigureState::NotComputed | FigureState::Stale => ("~", style::OPEN),
        FigureState::Broken => ("✗", style::BAD),
    };
    let faint = style::FAINT;
    let line = case.line(figure.span);
    let value = figure.value.as_deref().unwrap_or("");
    // A chart has its words above it.
    let words = match figure.form {
        Form::Chart => "chart",
        _ => figure.text.as_str(),
    };
    let tail = format!("{faint}{}{}{faint:#}", pad(value, VALUE), figure.id);
    let lead = format!("  {look}{sign}{look:#} line {line:>4}  ");
    if width(words) < WORDS {
        lines.push(format!("{lead}{}{tail}", pad(words, WORDS)));
    } else {
        let indent = " ".repeat(LEAD);
        let text = wrap(words, columns.saturating_sub(LEAD));
        for (at, line) in text.iter().enumerate() {
            let lead = if at == 0 { &lead } else { &indent };
            lines.push(format!("{lead}{line}"));
        }
        lines.push(format!("{indent}{tail}"));
    }
    if figure.state != FigureState::Live {
        let state = figure.state.word();
        let why = figure.trouble.as_deref();
        let said = why.map_or_else(|| state.to_owned(), |why| format!("{state}: {why}"));
        let text = wrap(&said, columns.saturating_sub(LEAD));
        lines.extend(
            text.iter()
                .map(|line| format!("{}{line}", " ".repeat(LEAD))),
        );
    }
    if figure.form == Form::Chart {
        lines.extend(drawn(case, figure, columns));
    }
}

/// What stands before the words of a figure.
const LEAD: usize = 15;

fn pad(text: &str, to: usize) -> String {
    format!(
        "{text}{} ",
        " ".repeat((to - 1).saturating_sub(width(text)))
    )
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
    let chart = chart::text_of_figure(case, figure, room).unwrap_or_default();
    let mut lines: Vec<String> = chart
        .iter()
        .map(|line| format!("    {line}").trim_end().to_owned())
        .collect();
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
