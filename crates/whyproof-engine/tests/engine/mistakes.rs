//! What people get wrong, and what they are told.

use whyproof_engine::EngineError;

use crate::place::{Place, file};

fn wrong(sql: &str) -> (String, Option<(u32, u32)>) {
    let place = Place::with("d.csv", "person,Age,got,day\nAnn,30,1,2024-01-01\n")
        .table("trial", file("d.csv"));
    match place.fails(sql) {
        EngineError::Wrong { message, place } => (message, place),
        other => panic!("{sql}: {other:?}"),
    }
}

#[test]
fn columns() {
    let (message, place) = wrong("select\n  persn from trial");
    assert_eq!(
        message,
        "there is no column `persn` (did you mean person?); there are `person`, `Age`, `got`, `day`"
    );
    assert_eq!(place, Some((2, 3)));
    let (message, _) = wrong("select x.person from trial");
    assert_eq!(message, "there is no table `x` in FROM; there are `trial`");
    let (message, _) = wrong("select * from trial where person = \"Ann\"");
    assert!(message.contains("single quotes: 'Ann'"), "{message}");
    let (message, _) = wrong("select person from trial a join trial b on a.got = b.got");
    assert!(
        message.contains("`person` is in several tables"),
        "{message}"
    );
    let (message, _) = wrong("select * from trial a join trial b on a.got = b.got");
    assert!(
        message.contains("two columns of the result are called `person`"),
        "{message}"
    );
    let (message, _) = wrong("select got, got from trial");
    assert!(
        message.contains("two columns are called `got`"),
        "{message}"
    );
    let (message, _) = wrong("select person, avg(got) from trial");
    assert!(
        message.contains("`person` is neither in GROUP BY"),
        "{message}"
    );
}

#[test]
fn syntax() {
    let (message, place) = wrong("select person\nform trial");
    assert!(message.starts_with("the SQL is not right: "), "{message}");
    assert_eq!(place.map(|(line, _)| line), Some(2));
    let (message, _) = wrong("select 'open from trial");
    assert!(message.contains("not right"), "{message}");
    let (message, _) = wrong("selct 1");
    assert!(message.contains("not right"), "{message}");
}

#[test]
fn functions_and_types() {
    assert_eq!(
        wrong("select averge(got) from trial").0,
        "there is no function `averge`"
    );
    let (message, _) = wrong("select sum(person) from trial");
    assert!(
        message.contains("sum") && !message.contains("Utf8"),
        "{message}"
    );
    let (message, _) = wrong("select got + day from trial where person > 1 + day");
    assert!(
        !message.contains("Int64") && !message.contains("Date32"),
        "{message}"
    );
    let (message, _) = wrong("select cast(person as int) from trial");
    assert!(
        message.contains("Ann") && message.contains("try_cast"),
        "{message}"
    );
    let (message, _) = wrong("select 1 / (got - 1) from trial");
    assert!(message.contains("nullif"), "{message}");
}

#[test]
fn tables() {
    let place = Place::with("data/trial.csv", "a\n1\n").table("trial", file("data/trail.csv"));
    match place.fails("select * from trial") {
        EngineError::Table { name, message } => {
            assert_eq!(name, "trial");
            assert_eq!(
                message,
                "there is no file `data/trail.csv`: did you mean `data/trial.csv`?"
            );
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(
        place.fails("select * from trail").to_string(),
        "there is no table `trail`: did you mean `trial`?"
    );
}
