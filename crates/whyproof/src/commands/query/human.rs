//! Rows and their provenance for people.

use whyproof_case::{Answer, Cell, Table};

use crate::terminal::style;
use crate::text::{counted, cut, one_line, width, wrap};

/// Rows that are shown; `--format csv` has all.
const ROWS: usize = 200;

/// Narrowest that a column of words is cut to.
const NARROW: usize = 8;

/// Columns under their names: numbers to the right, words to the left and cut where the window is too narrow.
pub(super) fn table(answer: &Answer, columns: usize) -> String {
    let table = &answer.table;
    if table.columns.is_empty() {
        return "The query gave no columns.\n".to_owned();
    }
    let rows: Vec<Vec<String>> = table
        .rows
        .iter()
        .take(ROWS)
        .map(|row| row.iter().map(word).collect())
        .collect();
    let widths = widths(table, &rows, columns);
    let right: Vec<bool> = table
        .columns
        .iter()
        .map(|column| column.kind.is_number())
        .collect();
    let line = |cells: &[String]| {
        let cells = cells.iter().enumerate().map(|(at, cell)| {
            let cell = cut(cell, widths[at]);
            let pad = " ".repeat(widths[at].saturating_sub(width(&cell)));
            if right[at] {
                format!("{pad}{cell}")
            } else {
                format!("{cell}{pad}")
            }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let names: Vec<String> = table
        .columns
        .iter()
        .map(|column| one_line(&column.name))
        .collect();
    let (strong, faint) = (style::STRONG, style::FAINT);
    let mut text = format!("{strong}{}{strong:#}\n", line(&names));
    for row in &rows {
        text.push_str(&line(row));
        text.push('\n');
    }
    if table.rows.len() > ROWS {
        text.push_str(&format!(
            "{faint}… and {} more; --format csv has all.{faint:#}\n",
            counted(table.rows.len() - ROWS, "row", "rows")
        ));
    }
    if table.rows.is_empty() {
        text.push_str(&format!("{faint}no rows{faint:#}\n"));
    }
    text
}

fn word(cell: &Cell) -> String {
    match cell {
        Cell::Null => "–".to_owned(),
        cell => one_line(&cell.to_string()),
    }
}

fn widths(table: &Table, rows: &[Vec<String>], columns: usize) -> Vec<usize> {
    let mut widths: Vec<usize> = table
        .columns
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let cells = rows.iter().map(|row| width(&row[at]));
            cells.chain([width(&column.name)]).max().unwrap_or(0)
        })
        .collect();
    let gaps = 2 * widths.len().saturating_sub(1);
    loop {
        let total: usize = widths.iter().sum::<usize>() + gaps;
        let words = (0..widths.len()).filter(|&at| !table.columns[at].kind.is_number());
        let widest = words.max_by_key(|&at| widths[at]);
        match widest {
            Some(at) if total > columns && widths[at] > NARROW => {
                widths[at] = widths[at].saturating_sub(total - columns).max(NARROW);
            }
            _ => return widths,
        }
    }
}

/// Where the rows come from, how long it took, and the plan.
pub(super) fn explained(name: &str, answer: &Answer, columns: usize) -> String {
    let (strong, faint) = (style::STRONG, style::FAINT);
    let rows = answer.table.rows.len();
    let mut text = format!(
        "{strong}{name}{strong:#}: {} in {}\n",
        counted(rows, "row", "rows"),
        took(answer)
    );
    let mut part = |label: &str, said: String| {
        let lines = wrap(&said, columns.saturating_sub(14));
        for (at, line) in lines.iter().enumerate() {
            let label = if at == 0 { label } else { "" };
            text.push_str(&format!("  {faint}{label:<10}{faint:#}  {line}\n"));
        }
    };
    for read in &answer.read {
        let rows = match read.rows {
            Some(rows) => counted(rows as usize, "row", "rows"),
            None => "rows not counted".to_owned(),
        };
        let files = match read.files.len() {
            0 | 1 => String::new(),
            many => format!(" in {}", counted(many, "file", "files")),
        };
        let inside = if read.outside {
            ""
        } else {
            ", in the case itself"
        };
        let name = if read.name == read.source {
            String::new()
        } else {
            format!("{} is ", read.name)
        };
        part(
            "reads",
            format!("{name}{}: {rows}{files}{inside}", read.source),
        );
    }
    part("computed", answer.at.to_string());
    part("hash", answer.fingerprint.clone());
    if let Some(plan) = &answer.plan {
        text.push_str(&format!("\n{strong}Plan{strong:#}\n\n"));
        for line in plan.lines() {
            text.push_str(&format!("  {line}\n"));
        }
    }
    text
}

fn took(answer: &Answer) -> String {
    let took = answer.took;
    if took.as_secs() > 0 {
        format!("{:.1} s", took.as_secs_f64())
    } else {
        format!("{} ms", took.as_millis().max(1))
    }
}
