//! Tables that a query writes.

use unicode_width::UnicodeWidthStr;
use whyproof_syntax::Parse;

use super::{Change, link};
use crate::form::{self, Saying};
use crate::plainly::plainly;
use crate::table::{Cell, Table};
use crate::tabled::{self, Tabled};

/// The change that makes the table at `place` say what its query gave; none where it does.
pub(super) fn change(parse: &Parse, place: &Tabled, table: &Table) -> Option<Change> {
    let before = place.node.map(|node| tabled::words(parse, node));
    let kept = before
        .as_ref()
        .filter(|(names, _)| names.len() == table.columns.len());
    let names: Vec<String> = match kept {
        Some((names, _)) => names.clone(),
        None => table
            .columns
            .iter()
            .map(|column| column.name.clone())
            .collect(),
    };
    let forms: Vec<Option<String>> = match kept.and_then(|(_, rows)| rows.first()) {
        Some(first) => first.iter().cloned().map(Some).collect(),
        None => (0..names.len()).map(|at| finest(table, at)).collect(),
    };
    let row = |row: &Vec<Cell>| -> Vec<String> {
        let cells = row.iter().zip(&forms);
        cells
            .map(|(cell, form)| say(cell, form.as_deref()))
            .collect()
    };
    let rows: Vec<Vec<String>> = table.rows.iter().map(row).collect();
    if kept.is_some_and(|(_, old)| *old == rows) {
        return None;
    }
    let newline = if parse.tree.source().contains("\r\n") {
        "\r\n"
    } else {
        "\n"
    };
    let newline = format!("{newline}{}", margin(parse, place));
    let newline = newline.as_str();
    let text = drawn(&names, &rows, table, newline);
    let count = |rows: usize| format!("{rows} {}", if rows == 1 { "row" } else { "rows" });
    Some(Change {
        id: place.query.clone(),
        span: place.span,
        old: before.map_or_else(|| "no table".to_owned(), |(_, rows)| count(rows.len())),
        new: count(rows.len()),
        text: match place.node {
            Some(_) => text,
            None => format!("{newline}{newline}{text}{}", gap(parse, place, newline)),
        },
    })
}

/// What stands before each line of the table: the signs of a quotation, the indentation of a list's item.
fn margin(parse: &Parse, place: &Tabled) -> String {
    let before = &parse.tree.source()[..place.comment.start as usize];
    let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
    let margin = |letter: char| {
        if letter == '>' || letter.is_whitespace() {
            letter
        } else {
            ' '
        }
    };
    line.chars().map(margin).collect()
}

/// What keeps the table apart from a line right under its comment, which would be a row of it.
fn gap<'n>(parse: &Parse, place: &Tabled, newline: &'n str) -> &'n str {
    let rest = parse.tree.source().get(place.span.end as usize..);
    let next = rest.unwrap_or("").lines().nth(1).unwrap_or("");
    if next.trim_matches(['>', ' ', '\t']).is_empty() {
        ""
    } else {
        newline
    }
}

/// The form of a column of fractions that nobody has given one yet: that of its finest value, so that what is written
/// now is what would be written next time.
fn finest(table: &Table, at: usize) -> Option<String> {
    let decimals = |word: &String| word.split_once('.').map_or(0, |(_, part)| part.len());
    let cells = table.rows.iter().filter_map(|row| row.get(at));
    let numbers = cells.filter(|cell| matches!(cell, Cell::Float(number) if number.is_finite()));
    numbers.map(plainly).max_by_key(decimals)
}

/// The value in the form of the word that stands in its column, else as it stands by itself.
fn say(cell: &Cell, form: Option<&str>) -> String {
    if *cell == Cell::Null {
        return String::new();
    }
    let shaped = match form.and_then(form::read) {
        Some(Saying::Value(shape)) => shape.say(cell).ok(),
        _ => None,
    };
    let word = shaped.unwrap_or_else(|| plainly(cell));
    // As a cell of a table is read again.
    let word = word.split_whitespace().collect::<Vec<_>>().join(" ");
    word.replace(|letter: char| letter.is_control(), "")
}

/// The table as formatters lay it out: columns as wide as their widest cell, numbers to the right.
fn drawn(names: &[String], rows: &[Vec<String>], table: &Table, newline: &str) -> String {
    let escape =
        |row: &Vec<String>| -> Vec<String> { row.iter().map(|cell| link::escaped(cell)).collect() };
    let head = escape(&names.to_vec());
    let rows: Vec<Vec<String>> = rows.iter().map(escape).collect();
    let right: Vec<bool> = table
        .columns
        .iter()
        .map(|column| column.kind.is_number())
        .collect();
    let widths: Vec<usize> = (0..names.len())
        .map(|at| {
            let cells = rows.iter().chain([&head]).map(|row| row[at].width());
            cells.max().unwrap_or(0).max(3)
        })
        .collect();
    let line = |row: &Vec<String>| -> String {
        let cells = row.iter().enumerate().map(|(at, cell)| {
            let pad = " ".repeat(widths[at].saturating_sub(cell.width()));
            if right[at] {
                format!(" {pad}{cell} ")
            } else {
                format!(" {cell}{pad} ")
            }
        });
        format!("|{}|", cells.collect::<Vec<_>>().join("|"))
    };
    let rule = widths.iter().zip(&right).map(|(width, right)| {
        let (dashes, end) = if *right {
            (width - 1, ":")
        } else {
            (*width, "")
        };
        format!(" {}{end} ", "-".repeat(dashes))
    });
    let rule = format!("|{}|", rule.collect::<Vec<_>>().join("|"));
    let mut lines = vec![line(&head), rule];
    lines.extend(rows.iter().map(line));
    lines.join(newline)
}
