//! The tables of `docs/figures.md` whose first column is `text` or `words`.

use whyproof_case::Cell;

/// A row.
pub(crate) struct Row {
    /// Its line on the page.
    pub(crate) line: usize,
    /// The figure's text.
    pub(crate) text: String,
    /// The value.
    pub(crate) cell: Cell,
    /// The whole.
    pub(crate) of: Option<f64>,
    /// What the page says of it.
    pub(crate) expected: String,
    /// Whether the words are a cell's own text.
    pub(crate) is_text: bool,
}

pub(crate) fn rows() -> Vec<Row> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/figures.md");
    let page = std::fs::read_to_string(path).unwrap();
    let mut rows = Vec::new();
    let mut kind = None;
    for (at, line) in page.lines().enumerate() {
        let cells = columns(line);
        match cells.first().map(String::as_str) {
            None => kind = None,
            Some("text" | "words" | "own text") if cells.len() == 3 => {
                kind = Some(cells[0].clone())
            }
            Some(first) if first.starts_with("---") => {}
            Some(first) if cells.len() == 3 => {
                let Some(kind) = &kind else { continue };
                let (cell, of) = value(&plain(&cells[1]));
                rows.push(Row {
                    line: at + 1,
                    text: plain(first),
                    cell,
                    of,
                    expected: cells[2].clone(),
                    is_text: kind == "own text",
                });
            }
            _ => {}
        }
    }
    rows
}

fn columns(line: &str) -> Vec<String> {
    let inner = line
        .strip_prefix('|')
        .and_then(|line| line.strip_suffix('|'));
    let cells = inner.map(|inner| inner.split('|').map(|cell| cell.trim().to_owned()));
    cells.map(Iterator::collect).unwrap_or_default()
}

fn plain(cell: &str) -> String {
    cell.trim_matches('`').to_owned()
}

/// A value as the page writes it: `0.339`, `"Kenya"`, `2026-11-23`, `200 s`, `true`, `31, of 40`, or nothing.
fn value(text: &str) -> (Cell, Option<f64>) {
    if let Some((value, of)) = text.split_once(", of ") {
        return (value_of(value), Some(of.parse().unwrap()));
    }
    (value_of(text), None)
}

fn value_of(text: &str) -> Cell {
    if let Some(words) = text.strip_prefix('"') {
        return Cell::Text(words.trim_end_matches('"').to_owned());
    }
    if let Some(seconds) = text.strip_suffix(" s") {
        return Cell::Span(seconds.parse().unwrap());
    }
    if let Ok(whole) = text.parse() {
        return Cell::Int(whole);
    }
    if let Ok(number) = text.parse() {
        return Cell::Float(number);
    }
    match text {
        "missing" => Cell::Null,
        "true" => Cell::Bool(true),
        "false" => Cell::Bool(false),
        text if text.contains('T') => Cell::Time(text.parse().unwrap()),
        text => Cell::Date(text.parse().unwrap()),
    }
}
