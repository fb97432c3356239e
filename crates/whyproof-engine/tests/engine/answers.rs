//! What comes back: kinds, names, the account of what was read, the plan.

use whyproof_engine::{Input, Kind, Reading, Value};

use crate::place::{Place, column, file};

fn place() -> Place {
    Place::with(
        "data/trial.csv",
        "Village,Age,got\nA,30,1\nA,40,0\nB,50,1\n",
    )
}

#[test]
fn every_kind() {
    let place = Place::new();
    assert_eq!(
        place.shows(
            "select 1 as i, 1.5 as f, true as b, 'x' as t, null as n, date '2024-01-02' as d, \
             timestamp '2024-01-02 03:04:05' as m, interval '90 minutes' as s, [1, 2] as l, \
             cast(1.25 as decimal(5,2)) as c, cast(7 as decimal(9,0)) as w, cast(3 as tinyint) as y"
        ),
        "i:int|f:float|b:bool|t:text|n:text|d:date|m:time|s:span|l:text|c:float|w:int|y:int\n\
         1|1.5|true|x|-|19724d|1704164645000000us|5400s|[1, 2]|1.25|7|3"
    );
    assert_eq!(
        place.shows("select cast(18446744073709551615 as bigint unsigned) as u"),
        "u:float\n18446744073709552000"
    );
    assert_eq!(
        place.shows("select timestamp '2024-01-02 05:00:00+02:00' as m"),
        "m:time\n1704164400000000us"
    );
    assert!(
        place
            .fails("select interval '1 month' as s")
            .to_string()
            .contains("no fixed length")
    );
    assert!(
        place
            .fails("select X'00ff' as b")
            .to_string()
            .contains("bytes")
    );
}

#[test]
fn columns_are_called_what_the_sql_says() {
    assert_eq!(
        place().shows("select count(*), avg(got), max(age) as oldest from 'data/trial.csv'"),
        "count(*):int|avg(got):float|oldest:int\n3|0.6666666666666666|50"
    );
}

#[test]
fn case_of_columns() {
    let place = place();
    let all = "Village:text|Age:int|got:int\nB|50|1";
    assert_eq!(
        place.shows("select * from 'data/trial.csv' where age > 45"),
        all
    );
    assert_eq!(
        place.shows("select * from 'data/trial.csv' where Age > 45"),
        all
    );
    assert_eq!(
        place.shows("select * from 'data/trial.csv' where \"Age\" > 45"),
        all
    );
    assert_eq!(
        place.shows("select t.village, avg(AGE) as age from 'data/trial.csv' t group by village order by village"),
        "Village:text|age:float\nA|35\nB|50"
    );
    assert_eq!(
        place.shows("with x as (select age, got from 'data/trial.csv') select sum(age) as s from x where got = 1"),
        "s:int\n80"
    );
    let error = place
        .fails("select \"age\" from 'data/trial.csv'")
        .to_string();
    assert!(error.contains("did you mean \"Age\"?"), "{error}");
    let both = Place::with("d.csv", "Age,age\n1,2\n");
    assert_eq!(
        both.shows("select age, \"Age\" from 'd.csv'"),
        "age:int|Age:int\n2|1"
    );
}

#[test]
fn rows_of_the_job() {
    let rows = Input::Rows {
        columns: vec![
            column("k", Kind::Text),
            column("d", Kind::Date),
            column("t", Kind::Time),
            column("s", Kind::Span),
        ],
        rows: vec![
            vec![
                Value::Text("a".into()),
                Value::Date(1),
                Value::Time(5),
                Value::Span(1.5),
            ],
            vec![
                Value::Text("b".into()),
                Value::Null,
                Value::Null,
                Value::Null,
            ],
        ],
        outside: false,
        paths: vec!["case.md".into()],
    };
    let place = Place::new().table("notes", rows);
    assert_eq!(
        place.shows("select * from notes"),
        "k:text|d:date|t:time|s:span\na|1d|5us|1.5s\nb|-|-|-"
    );
    let read = &place.run("select count(*) from notes").expect("rows").read[0];
    assert_eq!(
        (read.source.as_str(), read.rows, read.outside),
        ("case.md", Some(2), false)
    );
    let odd = Input::Rows {
        columns: vec![column("k", Kind::Int)],
        rows: vec![vec![Value::Text("a".into())]],
        outside: false,
        paths: vec![],
    };
    assert!(
        Place::new()
            .table("odd", odd)
            .fails("select * from odd")
            .to_string()
            .contains("`k` is int")
    );
}

#[test]
fn what_was_read() {
    let place = place().query("adults", "select * from 'data/trial.csv' where age > 35");
    let read = place.run("select count(*) from adults").expect("rows").read;
    assert_eq!(read.len(), 1);
    assert_eq!(
        (read[0].name.as_str(), read[0].rows),
        ("data/trial.csv", Some(3))
    );
    // A name that the query does not use is not opened, so it may be wrong.
    let place = place.table("unused", file("nowhere.csv"));
    assert_eq!(place.run("select 1 as one").expect("a row").read, []);
}

#[test]
fn a_filter_does_not_make_a_source_empty() {
    let rows: Vec<Vec<Value>> = (0..100).map(|n| vec![Value::Int(n)]).collect();
    let bytes = whyproof_engine::to_parquet(&[column("n", Kind::Int)], &rows).expect("Parquet");
    let place = Place::with("d.parquet", bytes);
    for sql in [
        "select n from 'd.parquet' where n > 1000",
        "select count(*) from 'd.parquet'",
        "select max(n) from 'd.parquet'",
        "select n from 'd.parquet' where n = 50",
    ] {
        assert_eq!(place.run(sql).expect(sql).read[0].rows, Some(100), "{sql}");
    }
}

#[test]
fn the_plan_names_files_as_the_workspace_does() {
    let place = place();
    let mut job = place.job("select avg(got) from 'data/trial.csv'");
    job.explain = true;
    let plan = crate::place::engine()
        .run(&job, None)
        .expect("rows")
        .plan
        .expect("a plan");
    assert!(
        plan.contains("data/trial.csv") && plan.contains("output_rows"),
        "{plan}"
    );
    assert!(
        !plan.contains(&place.path("").display().to_string()),
        "{plan}"
    );
}

#[test]
fn queries_read_each_other() {
    let place = place()
        .query(
            "adults",
            "select age, got from 'data/trial.csv' where age > 35",
        )
        .query("shares", "select avg(got) as share from adults");
    assert_eq!(
        place.shows("select share, (select count(*) from adults) as n from shares"),
        "share:float|n:int\n0.5|2"
    );
    let ring = Place::new()
        .query("a", "select * from b")
        .query("b", "select * from c")
        .query("c", "select * from b");
    let error = ring.fails("select * from a").to_string();
    assert!(
        error.contains("in a ring: `b` reads `c` reads `b`"),
        "{error}"
    );
    let wrong = Place::new().query("a", "select\n  x from (select 1 as y)");
    let error = wrong.fails("select * from a").to_string();
    assert!(
        error.starts_with("in the query `a`, line 2, column 3: there is no column `x`"),
        "{error}"
    );
}

#[test]
fn many_queries_in_a_row() {
    let mut place = Place::new().query("q0", "select 1 as n");
    for at in 1..45 {
        place = place.query(
            &format!("q{at}"),
            &format!("select n + 1 as n from q{}", at - 1),
        );
    }
    assert_eq!(place.shows("select n from q44"), "n:int\n45");
    for at in 45..70 {
        place = place.query(
            &format!("q{at}"),
            &format!("select n + 1 as n from q{}", at - 1),
        );
    }
    assert!(
        place
            .fails("select n from q69")
            .to_string()
            .contains("in a row")
    );
}

#[test]
fn names_of_tables() {
    let place = place()
        .table("Trial", file("data/trial.csv"))
        .table("lower", file("data/trial.csv"))
        .table("a.b", file("data/trial.csv"));
    for name in [
        "Trial",
        "\"Trial\"",
        "lower",
        "LOWER",
        "\"lower\"",
        "a.b",
        "A.B",
    ] {
        assert_eq!(
            place.shows(&format!("select count(*) as n from {name}")),
            "n:int\n3",
            "{name}"
        );
    }
    assert!(
        place
            .fails("select * from \"LOWER\"")
            .to_string()
            .contains("did you mean `lower`?")
    );
    assert_eq!(
        place.shows("with lower as (select 7 as n) select n from lower, Trial limit 1"),
        "n:int\n7"
    );
}

#[test]
fn windows_and_functions_of_every_group() {
    let place = place();
    assert_eq!(
        place.shows(
            "select age, row_number() over (order by age) as n, lag(age) over (order by age) as before, \
             round(ln(age), 2) as l, upper(village) as v, regexp_replace(village, 'A', 'z') as r, \
             date_part('year', date '2024-05-06') as y, array_length([1,2]) as k from 'data/trial.csv' order by age"
        ),
        "Age:int|n:int|before:int|l:float|v:text|r:text|y:int|k:int\n\
         30|1|-|3.4|A|z|2024|2\n40|2|30|3.69|A|z|2024|2\n50|3|40|3.91|B|B|2024|2"
    );
    assert_eq!(
        place.shows("select median(age) as m, stddev(age) as s, avg(got) filter (where age > 35) as f from 'data/trial.csv'"),
        "m:float|s:float|f:float\n40|10|0.5"
    );
}

#[test]
fn reading_is_plain_data() {
    let reading = Reading::default();
    assert!(reading.types.is_empty() && reading.delimiter.is_none());
}
