//! Every row of reference.json: what other people's libraries say, and what we say.
//!
//! `make.py` beside this file makes the rows.

mod adjusted;
mod decisions;
mod distributions;
mod effects;
mod table;
mod trial;
mod unsplit;

use serde_json::Value;
use table::{Book, Row};

/// Who answers for a topic. `None` where it is another's.
type Answer = fn(&Row<'_>) -> Option<Value>;

const ANSWERS: &[Answer] = &[
    distributions::answer,
    effects::answer,
    adjusted::answer,
    unsplit::answer,
    trial::answer,
    decisions::answer,
];

#[test]
fn every_row_agrees() {
    let book = Book::read();
    let (mut wrong, mut agreed, mut open) = (Vec::new(), 0, Vec::new());
    for row in book.rows() {
        match ANSWERS.iter().find_map(|answer| answer(&row)) {
            Some(ours) => {
                let before = wrong.len();
                table::compare(&row, row.expected(), &ours, String::new(), &mut wrong);
                agreed += usize::from(wrong.len() == before);
            }
            None => open.push(row.topic().to_owned()),
        }
    }
    open.sort();
    open.dedup();
    println!("{agreed} rows agree");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(agreed > 250 && open.is_empty(), "{agreed} {open:?}");
}

#[test]
fn a_looser_tolerance_has_a_reason() {
    let book = Book::read();
    for row in book.rows() {
        assert!(row.rtol() <= 1e-8 || row.has_reason(), "{}", row.id());
        assert!(row.rtol() <= 1e-6, "{}", row.id());
    }
}
