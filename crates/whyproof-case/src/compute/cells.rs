//! Words as typed cells: what a table in Markdown holds.

use jiff::civil::Date;

use crate::table::{Cell, Column, ColumnKind, Table};

/// A table of these words; a column holds what all of its words can be read as. An empty word is missing.
pub(super) fn typed(names: Vec<String>, rows: &[Vec<String>]) -> Table {
    let kinds: Vec<ColumnKind> = (0..names.len())
        .map(|at| {
            kind(
                rows.iter()
                    .filter_map(|row| row.get(at))
                    .map(String::as_str),
            )
        })
        .collect();
    let cells = |row: &Vec<String>| {
        let cell =
            |(at, kind): (usize, &ColumnKind)| cell(row.get(at).map_or("", String::as_str), *kind);
        kinds.iter().enumerate().map(cell).collect()
    };
    let rows = rows.iter().map(cells).collect();
    let columns = names.into_iter().zip(&kinds);
    Table {
        columns: columns
            .map(|(name, kind)| Column { name, kind: *kind })
            .collect(),
        rows,
    }
}

/// The narrowest kind that all words are of.
fn kind<'w>(words: impl Iterator<Item = &'w str> + Clone) -> ColumnKind {
    let words = words.filter(|word| !word.is_empty());
    if words.clone().next().is_none() {
        return ColumnKind::Text;
    }
    let kinds = [
        ColumnKind::Bool,
        ColumnKind::Int,
        ColumnKind::Float,
        ColumnKind::Date,
    ];
    kinds
        .into_iter()
        .find(|kind| words.clone().all(|word| read(word, *kind).is_some()))
        .unwrap_or(ColumnKind::Text)
}

fn cell(word: &str, kind: ColumnKind) -> Cell {
    if word.is_empty() {
        return Cell::Null;
    }
    read(word, kind).unwrap_or_else(|| Cell::Text(word.to_owned()))
}

fn read(word: &str, kind: ColumnKind) -> Option<Cell> {
    match kind {
        ColumnKind::Bool => match word.to_lowercase().as_str() {
            "true" | "yes" => Some(Cell::Bool(true)),
            "false" | "no" => Some(Cell::Bool(false)),
            _ => None,
        },
        ColumnKind::Int => plain(word)?.parse().ok().map(Cell::Int),
        ColumnKind::Float => match word.strip_suffix('%') {
            Some(percent) => number(percent.trim_end()).map(|n| Cell::Float(n / 100.0)),
            None => number(word).map(Cell::Float),
        },
        ColumnKind::Date => word.parse::<Date>().ok().map(Cell::Date),
        ColumnKind::Text | ColumnKind::Time | ColumnKind::Span => None,
    }
}

fn number(word: &str) -> Option<f64> {
    let number: f64 = plain(word)?.parse().ok()?;
    number.is_finite().then_some(number)
}

/// The number's digits, its sign a hyphen, without commas between groups of three; none where letters stand in it,
/// so that `inf` and `1e3` stay words.
fn plain(word: &str) -> Option<String> {
    let word = word.replace('−', "-");
    let body = word.strip_prefix(['-', '+']).unwrap_or(&word);
    let (whole, rest) = body.split_once('.').unwrap_or((body, ""));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or("");
    let grouped = whole.contains(',');
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let good = digits(&whole.replace(',', ""))
        && digits(rest)
        && body.bytes().any(|byte| byte.is_ascii_digit())
        && (!grouped || ((1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3)));
    good.then(|| word.replace(',', ""))
}
