//! A small case with something of everything, and the workspace that it stands in.

use whyproof_case::{Cell, Column, ColumnKind, Table};
use whyproof_testing::MemoryHost;

/// A case with something of everything.
pub(crate) const TEXT: &str = include_str!("small.md");

fn table(columns: &[(&str, ColumnKind)], rows: &[&[Cell]]) -> Table {
    let columns = columns.iter().map(|(name, kind)| Column {
        name: (*name).to_owned(),
        kind: *kind,
    });
    Table {
        columns: columns.collect(),
        rows: rows.iter().map(|row| row.to_vec()).collect(),
    }
}

/// The workspace in which its queries are known.
pub(crate) fn host() -> MemoryHost {
    let waits = table(
        &[("share", ColumnKind::Float), ("late", ColumnKind::Int)],
        &[&[Cell::Float(0.339), Cell::Int(41)]],
    );
    let text = |text: &str| Cell::Text(text.to_owned());
    let by_hour = table(
        &[("hour", ColumnKind::Text), ("minutes", ColumnKind::Float)],
        &[
            &[text("22:00"), Cell::Float(18.0)],
            &[text("22:30"), Cell::Float(47.0)],
            &[text("23:00"), Cell::Float(33.5)],
        ],
    );
    MemoryHost::new()
        .file("case.md", TEXT)
        .file("data/waits.csv", "hour,minutes\n")
        .with_query(
            "select share, late from 'data/waits.csv'",
            &["data/waits.csv"],
            Ok(waits),
        )
        .with_query(
            "select hour, minutes from 'data/waits.csv'",
            &["data/waits.csv"],
            Ok(by_hour),
        )
}
