//! What comes back.

use whyproof_engine::{EngineError, Input, Kind, Read, Value};

use super::support::House;

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

#[test]
fn every_kind_of_value_comes_as_one_of_ours() {
    let house = House::with(
        "create type mood as enum ('glad', 'sad'); create domain share as numeric(4, 1); \
         create table all_kinds (b bool, i2 int2, i4 int4, i8 int8, f4 float4, f8 float8, whole numeric, part share, \
         t text, v varchar(9), c char(3), n name, u uuid, m mood, j json, jb jsonb, d date, ts timestamp, \
         tz timestamptz, iv interval); \
         insert into all_kinds values (true, -2, 4, 9007199254740993, 0.5, 1e300, 12345678901, 33.9, 'ä', 'v', 'c', 'n', \
         '00112233-4455-6677-8899-aabbccddeeff', 'glad', '{\"a\": 1}', '{\"a\": 1}', '2004-02-29', \
         '2004-02-29 12:00:00.5', '2004-02-29 12:00:00+02', '1 day 00:00:01.5'), \
         (null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, \
         null, null)",
    );
    let answer = house.ask(&house.job(
        "select * from all_kinds order by b",
        &[("all_kinds", "all_kinds")],
    ));
    let moment = 1_078_056_000_000_000;
    let expected = vec![
        Value::Bool(true),
        Value::Int(-2),
        Value::Int(4),
        Value::Int(9_007_199_254_740_993),
        Value::Float(0.5),
        Value::Float(1e300),
        Value::Int(12_345_678_901),
        Value::Float(33.9),
        text("ä"),
        text("v"),
        text("c  "),
        text("n"),
        text("00112233-4455-6677-8899-aabbccddeeff"),
        text("glad"),
        text("{\"a\": 1}"),
        text("{\"a\": 1}"),
        Value::Date(12_477),
        Value::Time(moment + 500_000),
        Value::Time(moment - 7_200_000_000),
        Value::Span(86_401.5),
    ];
    assert_eq!(answer.rows[0], expected);
    assert!(answer.rows[1].iter().all(|cell| *cell == Value::Null));
    let kinds: Vec<Kind> = answer.columns.iter().map(|column| column.kind).collect();
    assert_eq!(kinds[6..8], [Kind::Int, Kind::Float]);
    assert_eq!(
        kinds[16..],
        [Kind::Date, Kind::Time, Kind::Time, Kind::Span]
    );
    // What has no rows still has columns.
    let none = house.ask(&house.job(
        "select i4, d from all_kinds where false",
        &[("all_kinds", "all_kinds")],
    ));
    assert_eq!(none.columns.len(), 2);
    assert!(none.rows.is_empty());
}

#[test]
fn what_has_no_kind_is_told_how_to_get_one() {
    let house = House::with(
        "create table t (a int[], b bytea, i interval); insert into t values ('{1}', 'x', '1 month')",
    );
    for (sql, says) in [
        ("select a from t", "cast"),
        ("select b from t", "cast"),
        ("select t from t", "cast"),
        ("select i from t", "months"),
        ("select date 'infinity' as d", "infinity"),
        ("select 1 as a, 2 as a", "two columns"),
    ] {
        let refusal = house.refusal(&house.job(sql, &[("t", "t")]));
        assert!(
            matches!(refusal, EngineError::Wrong { .. }),
            "{sql}: {refusal:?}"
        );
        assert!(refusal.to_string().contains(says), "{sql}: {refusal}");
    }
    assert_eq!(
        house.rows("select a::text, i::text from t", &[("t", "t")]),
        [[text("{1}"), text("1 mon")]]
    );
}

#[test]
fn names_stand_for_tables_and_queries() {
    let house = House::with(
        "create schema lab; create table lab.\"Trial 1\" (village int, got bool); \
         insert into lab.\"Trial 1\" select v, v % 3 > 0 from generate_series(1, 9) v; \
         create table a (x text); insert into a values ('in a'); create table b (x text); insert into b values ('in b')",
    );
    let trial = [("trial", "lab.\"Trial 1\"")];
    let mut job = house.job("select n from counted -- the end", &trial);
    let sql = "with t as (select * from trial) select count(*) filter (where got) as n from t;"
        .to_owned();
    job.tables
        .insert("counted".to_owned(), Input::Query { sql });
    let answer = house.ask(&job);
    assert_eq!(answer.rows, [[Value::Int(6)]]);
    let read = Read {
        name: "trial".to_owned(),
        source: "warehouse:lab.\"Trial 1\"".to_owned(),
        files: Vec::new(),
        rows: None,
        outside: true,
    };
    assert_eq!(answer.read, [read]);
    // An order is kept, and a table that is named twice is read where it lies.
    let sql =
        "select x.village from trial x join trial y using (village) order by village desc limit 2";
    assert_eq!(house.rows(sql, &trial), [[Value::Int(9)], [Value::Int(8)]]);
    // Two tables with each other's names.
    let swapped = house.rows("select a.x, b.x as y from a, b", &[("a", "b"), ("b", "a")]);
    assert_eq!(swapped, [[text("in b"), text("in a")]]);
}

#[test]
fn a_mistake_is_told_with_its_place_and_the_plan_is_shown() {
    let house =
        House::with("create table t (age int); insert into t select generate_series(1, 5000)");
    let tables = [("t", "t"), ("people", "t")];
    for sql in ["select 1,\n  agee from t", "select 1,\n  agee from people"] {
        let refusal = house.refusal(&house.job(sql, &tables));
        let EngineError::Wrong { message, place } = refusal else {
            panic!("{refusal:?}");
        };
        assert!(message.contains("agee"), "{message}");
        assert_eq!(place, Some((2, 3)), "{sql}");
    }
    let divided = house.refusal(&house.job("select 1 / (age - 1) as x from t", &tables));
    assert!(
        matches!(divided, EngineError::Wrong { place: None, .. }),
        "{divided:?}"
    );
    let mut job = house.job("select age from t", &tables);
    job.explain = true;
    let answer = house.ask(&job);
    assert_eq!(answer.rows.len(), 5000);
    assert!(
        answer
            .plan
            .is_some_and(|plan| plan.contains("Seq Scan on t"))
    );
}
