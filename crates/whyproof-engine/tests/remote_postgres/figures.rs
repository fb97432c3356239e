//! The same figures, wherever the data are.

use std::fs;

use tempfile::TempDir;
use whyproof_engine::{Column, Input, Kind, Reading, Value, to_parquet};

use super::support::House;

const QUERIES: [&str; 6] = [
    "select avg(got_result) as got, sum(distance_km) as km, count(*) as n, count(word) as words from trial",
    "select village, avg(distance_km) filter (where got_result = 1) as km, min(seen) as first, max(seen) as last \
     from trial group by village order by village",
    "select village, count(*) as n, sum(got_result) as got from trial group by village",
    "select distinct village, got_result from trial where distance_km > 6",
    "with far as (select * from trial where distance_km > 3) select count(distinct village) as n from far",
    "select stddev_samp(distance_km) as spread, var_pop(distance_km) as variance from trial",
];

/// A trial as rows.
fn trial() -> Vec<Vec<Value>> {
    let row = |n: i64| {
        let word = match n % 5 {
            0 => Value::Null,
            _ => Value::Text("w".to_owned()),
        };
        // The first of February 2004 and the days after it.
        let day = 12_449 + i32::try_from(n % 28).unwrap_or_default();
        vec![
            Value::Int(n % 7),
            Value::Int(i64::from(n % 3 > 0)),
            Value::Float((n * 37 % 101) as f64 / 8.0),
            Value::Date(day),
            word,
        ]
    };
    (0..500).map(row).collect()
}

/// The rows as text, with what stands for nothing and what stands around words.
fn written(nothing: &str, quote: &str) -> Vec<String> {
    let cell = |cell: &Value| match cell {
        Value::Int(whole) => whole.to_string(),
        Value::Float(number) => number.to_string(),
        Value::Date(day) => format!("{quote}2004-02-{:02}{quote}", day - 12_449 + 1),
        Value::Text(words) => format!("{quote}{words}{quote}"),
        _ => nothing.to_owned(),
    };
    let row = |row: &Vec<Value>| row.iter().map(cell).collect::<Vec<_>>().join(",");
    trial().iter().map(row).collect()
}

/// A folder with the trial as CSV and as Parquet.
fn files() -> TempDir {
    let names = ["village", "got_result", "distance_km", "seen", "word"];
    let kinds = [Kind::Int, Kind::Int, Kind::Float, Kind::Date, Kind::Text];
    let column = |(name, kind): (&str, Kind)| Column {
        name: name.to_owned(),
        kind,
    };
    let columns: Vec<Column> = names.into_iter().zip(kinds).map(column).collect();
    let csv = format!("{}\n{}\n", names.join(","), written("", "").join("\n"));
    let parquet = to_parquet(&columns, &trial()).expect("Parquet");
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("trial.csv"), csv).expect("a file");
    fs::write(folder.path().join("trial.parquet"), parquet).expect("a file");
    folder
}

/// Numbers as the host rounds them; the rest as it is.
fn rounded(rows: &[Vec<Value>]) -> Vec<Vec<String>> {
    let cell = |cell: &Value| match cell {
        Value::Float(number) => format!("{number:.11e}"),
        other => format!("{other:?}"),
    };
    rows.iter()
        .map(|row| row.iter().map(cell).collect())
        .collect()
}

#[test]
fn the_same_figures_from_csv_parquet_and_the_server() {
    let rows: Vec<String> = written("null", "'")
        .iter()
        .map(|row| format!("({row})"))
        .collect();
    let house = House::with(&format!(
        "create table trial (village int, got_result int, distance_km float8, seen date, word text); \
         insert into trial values {}",
        rows.join(",")
    ));
    let folder = files();
    for sql in QUERIES {
        let there = house.ask(&house.job(sql, &[("trial", "trial")]));
        for path in ["trial.csv", "trial.parquet"] {
            let mut here = house.job(sql, &[]);
            here.root = folder.path().to_owned();
            let file = Input::Files {
                path: path.to_owned(),
                reading: Reading::default(),
            };
            here.tables.insert("trial".to_owned(), file);
            let here = house.ask(&here);
            assert_eq!(here.columns, there.columns, "{path}: {sql}");
            assert_eq!(rounded(&here.rows), rounded(&there.rows), "{path}: {sql}");
        }
    }
}
