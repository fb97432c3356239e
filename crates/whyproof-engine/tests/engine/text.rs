//! Delimited text as people write it.

use whyproof_engine::{EngineError, Kind};

use crate::place::{Place, typed};

fn of(text: impl AsRef<[u8]>) -> Place {
    Place::with("d.csv", text)
}

#[test]
fn kinds_are_found() {
    let place = of(
        "i,f,b,d,t,w,e\n1,1.5,true,2024-02-29,2024-02-29T12:30:00Z,x,\n-2,2e3,FALSE,1969-12-31,2024-02-29 12:30:00.5,,\n",
    );
    assert_eq!(
        place.shows("select * from 'd.csv'"),
        "i:int|f:float|b:bool|d:date|t:time|w:text|e:text\n\
         1|1.5|true|19782d|1709209800000000us|x|-\n\
         -2|2000|false|-1d|1709209800500000us|-|-"
    );
}

#[test]
fn empty_numbers_are_missing() {
    assert_eq!(
        of("n,w\n1,a\n,b\n3,\n")
            .shows("select count(n) as n, count(w) as w, avg(n) as a from 'd.csv'"),
        "n:int|w:int|a:float\n2|2|2"
    );
}

#[test]
fn values_in_quotes_hold_anything() {
    let place = of("a,b\n1,\"two\nlines, and a comma\"\n2,\"a \"\"quote\"\"\"\n");
    assert_eq!(
        place.shows("select * from 'd.csv'"),
        "a:int|b:text\n1|two\nlines, and a comma\n2|a \"quote\""
    );
}

#[test]
fn byte_order_mark_and_windows_line_ends() {
    assert_eq!(
        of("\u{feff}\"id\",b\r\n1,x\r\n").shows("select id, b from 'd.csv'"),
        "id:int|b:text\n1|x"
    );
    assert_eq!(
        of("a,b\n1,x").shows("select * from 'd.csv'"),
        "a:int|b:text\n1|x"
    );
}

#[test]
fn only_a_header() {
    let place = of("a,b\n");
    let output = place.run("select * from 'd.csv'").expect("no rows");
    assert_eq!(
        (output.columns.len(), output.rows.len(), output.read[0].rows),
        (2, 0, Some(0))
    );
}

#[test]
fn headers_that_are_odd() {
    assert_eq!(
        of(",a,a, b \n1,2,3,4\n").shows("select column_1, a, a_2, b from 'd.csv'"),
        "column_1:int|a:int|a_2:int|b:int\n1|2|3|4"
    );
}

fn message(place: &Place) -> String {
    match place.fails("select * from 'd.csv'") {
        EngineError::Table { message, name } if name == "d.csv" => message,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    assert!(message(&of("")).contains("is empty"));
    assert!(message(&of("a,b\n1,x\n2\n")).contains("line 3 of `d.csv` has 1 value"));
    assert!(message(&of("a,b\n1,x,y\n")).contains("line 2 of `d.csv` has 3 values"));
    assert!(message(&of(b"a,b\n1,x\n2,\xe4\n")).contains("line 3 of `d.csv` is not UTF-8"));
    assert!(message(&of(b"\xff\xfea\0,\0b\0")).contains("UTF-16"));
}

/// More rows than are looked at to find the kinds, then one that does not fit.
fn late(last: &str) -> Place {
    let rows: String = (0..12_000).map(|n| format!("{n},{n}\n")).collect();
    of(format!("a,b\n{rows}{last}\n"))
}

#[test]
fn a_late_value_of_another_kind() {
    let error = message(&late("7,n/a"));
    assert!(
        error.contains("line 12002 of `d.csv` has `n/a` in the column `b`, which is read as int"),
        "{error}"
    );
    assert!(error.contains("types = { b = \"text\" }"), "{error}");
    let place = late("7,n/a").table("t", typed("d.csv", &[("b", Kind::Text)]));
    assert_eq!(
        place.shows("select b from t where a = 7 order by b"),
        "b:text\n7\nn/a"
    );
    assert!(message(&late("7")).contains("line 12002 of `d.csv` has 1 value"));
}

#[test]
fn a_late_fault_in_a_large_file_that_is_read_in_parts() {
    let rows: String = (0..900_000).map(|n| format!("{n},{n}.5\n")).collect();
    let place = of(format!("a,b\n{rows}oh,1\n"));
    let error = match place.fails("select sum(b) from 'd.csv' where a > 1") {
        EngineError::Table { message, .. } => message,
        other => panic!("{other:?}"),
    };
    assert!(error.contains("line 900002 of `d.csv` has `oh`"), "{error}");
}

#[test]
fn types_are_overridden() {
    let place = of("zip,n,d\n01234,1,2024-01-01\n").table(
        "t",
        typed(
            "d.csv",
            &[("zip", Kind::Text), ("n", Kind::Float), ("d", Kind::Time)],
        ),
    );
    assert_eq!(
        place.shows("select * from t"),
        "zip:text|n:float|d:time\n01234|1|1704067200000000us"
    );
    let place = of("zip,n\n1,2\n").table("t", typed("d.csv", &[("zipp", Kind::Text)]));
    let error = place.fails("select * from t").to_string();
    assert!(error.contains("did you mean `zip`?"), "{error}");
}
