//! The grammar of forms: the tables of `docs/figures.md`, and what is true of every form.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test reads its page"
)]

mod page;
mod properties;

use page::Row;
use whyproof_case::form::{self, Given, Saying};

/// What a row of the page finds: what is said, or whether the words hold, or why not.
fn found(row: &Row) -> String {
    let said = match form::read(&row.text) {
        Some(Saying::Open) => return "open".to_owned(),
        None if row.is_text => form::Shape::text().say(&row.cell),
        None => return "neither".to_owned(),
        Some(Saying::Value(shape)) => shape.say(&row.cell),
        Some(Saying::Asserted(condition)) => {
            let given = Given {
                cell: &row.cell,
                of: row.of,
            };
            return match condition.holds(&given) {
                Ok(true) => "yes".to_owned(),
                Ok(false) => "no".to_owned(),
                Err(error) => error.to_string(),
            };
        }
    };
    match said {
        Ok(text) => format!("`{text}`"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn every_row_of_the_page_is_true() {
    let rows = page::rows();
    let mut wrong = String::new();
    for row in &rows {
        let found = found(row);
        if found != row.expected {
            let Row { line, text, .. } = row;
            wrong += &format!(
                "docs/figures.md:{line}: `{text}` gives {found}, not {}\n",
                row.expected
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(rows.len() > 150, "only {} rows", rows.len());
}

/// What is said is live, so that a refresh changes nothing the second time.
#[test]
fn what_the_page_says_is_read_as_the_same() {
    for row in page::rows() {
        let whole = row.expected.strip_suffix('`');
        let Some(said) = whole.and_then(|said| said.strip_prefix('`')) else {
            continue;
        };
        if row.is_text {
            continue;
        }
        let Some(Saying::Value(shape)) = form::read(said) else {
            panic!("docs/figures.md:{}: {said} is read as no value", row.line);
        };
        let again = shape.say(&row.cell);
        assert_eq!(again.as_deref(), Ok(said), "docs/figures.md:{}", row.line);
    }
}

#[test]
fn conditions_are_said_in_plain_words() {
    let words = |text: &str| match form::read(text) {
        Some(Saying::Asserted(condition)) => condition.in_words(),
        other => panic!("{text}: {other:?}"),
    };
    assert_eq!(words("at least 30% of them"), "at least 0.3");
    assert_eq!(words("fewer than half"), "less than 1/2");
    assert_eq!(words("about 200 people"), "about 200 (from 190 to 210)");
    assert_eq!(words("two in three"), "2/3 (from 0.633333333334 to 0.7)");
    assert_eq!(words("10–12%"), "between 0.1 and 0.12");
    assert_eq!(words("under 20 minutes"), "less than 20 minutes");
    assert_eq!(words("31 of 40"), "31 of 40");
    assert_eq!(
        words("grew by more than 20%"),
        "a rise by a share of more than 0.2"
    );
    assert_eq!(
        words("fell by 0.9 points"),
        "a fall of 0.9 (from 0.85 to 0.95)"
    );
    assert_eq!(words("all of them"), "exactly 1");
}
