//! The same rows in the same order, every time and with any number of threads.

use whyproof_engine::{Engine, Kind, Value, to_parquet};

use crate::place::{Place, column, engine, file, shown};

/// Files large enough that several threads read them.
fn place() -> Place {
    let place = Place::new();
    let columns = [
        column("g", Kind::Int),
        column("x", Kind::Float),
        column("t", Kind::Text),
    ];
    for part in 0..4_i64 {
        let rows: Vec<Vec<Value>> = (0..40_000)
            .map(|n| {
                let n = n + part * 40_000;
                vec![
                    Value::Int(n % 97),
                    Value::Float((n as f64 * 0.7).sin() * 1e6),
                    Value::Text(format!("t{}", n * 31 % 1009)),
                ]
            })
            .collect();
        place.file(
            &format!("d/{part}.parquet"),
            to_parquet(&columns, &rows).expect("Parquet"),
        );
    }
    let text: String = (0..600_000).map(|n| format!("{n},{}\n", n % 13)).collect();
    place.file("big.csv", format!("n,m\n{text}"));
    place.table("d", file("d"))
}

const QUERIES: &[&str] = &[
    "select g, count(*) as n, min(t) as t from d group by g",
    "select t, count(*) as n from d group by t order by n desc limit 20",
    "select g from d order by g limit 50",
    "select distinct g from d",
    "select a.g, count(*) as n from d a join (select g from d where x > 999990) b on a.g = b.g group by a.g",
    "select g, array_agg(t) as l from d where x > 999999 group by g",
    "select t from d limit 30",
    "select g, string_agg(t, ',') as l from d where x > 999999 group by g",
    "select g, t, row_number() over (partition by g order by x) as r from d where x > 999999",
    "select first_value(t) as f, last_value(t) as l from d",
    "select g from d group by g limit 5",
    "select n from 'big.csv' where n % 100000 = 7",
    "select n from 'big.csv' limit 3",
    "select m, n from 'big.csv' where n < 100 order by m limit 10",
    "select distinct on (m) m, n from 'big.csv' order by m",
    "select n from 'big.csv' where n < 3 union all select g from d where x > 999999 union all select 5",
];

#[test]
fn with_any_number_of_threads() {
    let place = place();
    let engines = [1, 2, 5].map(|threads| Engine::new(Some(threads)).expect("an engine"));
    for sql in QUERIES {
        let job = place.job(sql);
        let first = shown(
            &engines[0]
                .run(&job, None)
                .unwrap_or_else(|error| panic!("{sql}: {error}")),
        );
        for engine in &engines {
            for _ in 0..3 {
                assert_eq!(shown(&engine.run(&job, None).expect(sql)), first, "{sql}");
            }
        }
    }
}

#[test]
fn sums_of_fractions() {
    let place = place();
    let sql =
        "select g, sum(x) as s, avg(x) as a, stddev(x) as d, corr(x, g) as c from d group by g";
    let all = "select sum(x) as s, avg(x) as a, var_samp(x) as d, median(x) as m from d";
    let own = "select g, moments(x, g)[4] as m, moments(x, g)[6] as v from d group by g";
    for sql in [sql, all, own] {
        let job = place.job(sql);
        let first = engine().run(&job, None).expect("rows");
        for _ in 0..5 {
            assert_eq!(
                engine().run(&job, None).expect("rows").rows,
                first.rows,
                "the same bits with as many threads"
            );
        }
        for threads in [1, 3, 4] {
            let other = Engine::new(Some(threads))
                .expect("an engine")
                .run(&job, None)
                .expect("rows");
            for (one, other) in first.rows.iter().flatten().zip(other.rows.iter().flatten()) {
                if let (Value::Float(one), Value::Float(other)) = (one, other) {
                    assert!(
                        (one - other).abs() <= one.abs().max(1.0) * 1e-11,
                        "{one} {other}"
                    );
                } else {
                    assert_eq!(one, other);
                }
            }
        }
    }
}

#[test]
fn rows_of_a_file_stay_in_its_order() {
    let place = place();
    assert_eq!(
        place.shows("select n from 'big.csv' where n % 100000 = 7"),
        "n:int\n7\n100007\n200007\n300007\n400007\n500007"
    );
    assert_eq!(
        place.shows("select n from 'big.csv' limit 2"),
        "n:int\n0\n1"
    );
}
