//! Tests of charts.

mod colours;
mod fits;
mod kinds;
mod letters;
mod marks;
mod pictures;
mod random;
mod refused;
mod sentences;

use whyproof_case::{Cell, Column, ColumnKind, Table};

use super::Options;

/// A table from a line of `name:kind` and lines of cells, apart by commas. An empty cell is
/// missing; so is what its kind does not read.
fn table(head: &str, rows: &str) -> Table {
    let columns: Vec<Column> = head
        .split(',')
        .map(|column| {
            let (name, kind) = column.trim().split_once(':').expect("name:kind");
            let kind = match kind {
                "int" => ColumnKind::Int,
                "float" => ColumnKind::Float,
                "date" => ColumnKind::Date,
                "time" => ColumnKind::Time,
                "bool" => ColumnKind::Bool,
                "span" => ColumnKind::Span,
                _ => ColumnKind::Text,
            };
            Column {
                name: name.to_owned(),
                kind,
            }
        })
        .collect();
    let cell = |(words, column): (&str, &Column)| read(words.trim(), column.kind);
    let rows = rows.lines().filter(|line| !line.trim().is_empty());
    let rows = rows
        .map(|line| line.split(',').zip(&columns).map(cell).collect())
        .collect();
    Table { columns, rows }
}

fn read(words: &str, kind: ColumnKind) -> Cell {
    let read = match kind {
        ColumnKind::Int => words.parse().ok().map(Cell::Int),
        ColumnKind::Float => words.parse().ok().map(Cell::Float),
        ColumnKind::Date => words.parse().ok().map(Cell::Date),
        ColumnKind::Time => words.parse().ok().map(Cell::Time),
        ColumnKind::Bool => words.parse().ok().map(Cell::Bool),
        ColumnKind::Span => words.parse().ok().map(Cell::Span),
        ColumnKind::Text => (!words.is_empty()).then(|| Cell::Text(words.to_owned())),
    };
    read.unwrap_or(Cell::Null)
}

/// Options from words, as an info string has them.
fn options(pairs: &[(&str, &str)]) -> Options {
    let mut options = Options::default();
    for (option, value) in pairs {
        options.set(option, value).expect("an option");
    }
    options
}

const RATES: &str = "\
California,2010-Q4,0.267\nCalifornia,2011-Q1,0.2733\nCalifornia,2011-Q2,0.2743\n\
California,2011-Q3,0.2634\nElsewhere,2010-Q4,0.4438\nElsewhere,2011-Q1,\n\
Elsewhere,2011-Q2,0.4487\nElsewhere,2011-Q3,0.4598\n";

fn rates() -> Table {
    table("state:text,quarter:text,rate:float", RATES)
}

const EFFECTS: &str =
    "up to $1,38.5,34.0,43.0\n$1 to $2,52.4,47.9,56.9\nno counselling,-1.5,-6.5,3.5\n";

fn effects() -> Table {
    table(
        "voucher:text,effect:float,ci_low:float,ci_high:float",
        EFFECTS,
    )
}

fn points() -> Table {
    let rows = "0.4,0.91\n1.1,0.84\n1.9,0.71\n2.4,0.74\n3.3,0.55\n3.9,0.52\n4.8,0.33\n5.5,0.29\n";
    table("km:float,share:float", rows)
}
