//! How far a query may go, and how soon it stops.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use whyproof_engine::{Column, EngineError, Kind, Value, to_parquet};

use crate::place::{Place, column, engine};

/// `rows` numbers and a text each, in no order.
fn numbers(rows: i64) -> Place {
    let columns: Vec<Column> = vec![column("n", Kind::Int), column("t", Kind::Text)];
    let rows: Vec<Vec<Value>> = (0..rows)
        .map(|n| {
            vec![
                Value::Int(n * 7919 % 1_000_003),
                Value::Text(format!("text number {n}, which is long enough")),
            ]
        })
        .collect();
    Place::with("n.parquet", to_parquet(&columns, &rows).expect("Parquet"))
}

fn bound(error: &EngineError) -> &str {
    match error {
        EngineError::Bound { bound, .. } => bound,
        other => panic!("{other:?}"),
    }
}

/// A join of a table with itself without a condition, which gives nothing and never ends.
const ENDLESS: &str =
    "select count(*) from 'n.parquet' a, 'n.parquet' b, 'n.parquet' c where a.n + b.n + c.n < 0";

#[test]
fn endless_work_is_stopped_by_time() {
    let mut place = numbers(20_000);
    place.bounds.time = Duration::from_millis(400);
    for sql in [
        ENDLESS,
        "select count(*) from 'n.parquet' a join 'n.parquet' b on a.t < b.t join 'n.parquet' c on b.t > c.t",
        "with recursive r as (select 1 as n union all select n + 1 from r) select max(n) from r",
        "select sum(m) from (select a.n * b.n % 7 as m from 'n.parquet' a, 'n.parquet' b, 'n.parquet' c order by 1)",
    ] {
        let started = Instant::now();
        let error = place.fails(sql);
        let took = started.elapsed();
        assert!(took < Duration::from_secs(2), "{sql}: {took:?}");
        if !matches!(&error, EngineError::Bound { bound, .. } if bound == "memory" || bound == "spill")
        {
            assert_eq!(bound(&error), "time", "{sql}");
            assert!(error.to_string().contains("400 ms"), "{error}");
        }
    }
    // A join that is refused memory is not tried again from disk.
    place.bounds.memory = 1 << 20;
    let error =
        place.fails("select count(*) from 'n.parquet' a left join 'n.parquet' b on a.t < b.t");
    assert_eq!(bound(&error), "memory", "{error}");
    place.bounds.memory = 1 << 30;
    // The threads are free again.
    place.bounds.time = Duration::from_secs(20);
    assert_eq!(
        place.shows("select count(*) as n from 'n.parquet'"),
        "n:int\n20000"
    );
}

#[test]
fn somebody_stops_it() {
    let place = numbers(20_000);
    let job = place.job(ENDLESS);
    let cancel = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let run = scope.spawn(|| (engine().run(&job, Some(&cancel)), Instant::now()));
        std::thread::sleep(Duration::from_millis(300));
        let stopped = Instant::now();
        cancel.store(true, Ordering::Relaxed);
        let (result, ended) = run.join().expect("no panic");
        assert_eq!(result, Err(EngineError::Stopped));
        assert!(
            ended - stopped < Duration::from_secs(1),
            "{:?}",
            ended - stopped
        );
    });
}

#[test]
fn too_many_rows() {
    let mut place = numbers(20_000);
    place.bounds.rows = 1000;
    let started = Instant::now();
    let error = place.fails("select a.n from 'n.parquet' a, 'n.parquet' b");
    assert_eq!(bound(&error), "rows");
    assert!(error.to_string().contains("more than 1000 rows"), "{error}");
    assert!(started.elapsed() < Duration::from_secs(5));
    assert_eq!(
        bound(&place.fails("select n from 'n.parquet' limit 1001")),
        "rows"
    );
    assert_eq!(
        place
            .run("select n from 'n.parquet' limit 1000")
            .expect("rows")
            .rows
            .len(),
        1000
    );
}

#[test]
fn too_much_memory() {
    let mut place = numbers(200_000);
    place.bounds.memory = 4 << 20;
    place.bounds.spill = 0;
    let error = place.fails("select count(distinct t), count(distinct n) from 'n.parquet'");
    assert!(matches!(bound(&error), "memory" | "spill"), "{error}");
    place.bounds.spill = 1 << 30;
    let error = place.fails("select array_agg(t) as all_of_them from 'n.parquet'");
    assert_eq!(bound(&error), "memory");
    assert!(
        error.to_string().contains("more than 4 MB of memory"),
        "{error}"
    );
    let error = place
        .fails("select a.n from 'n.parquet' a join 'n.parquet' b on a.t = b.t where a.n + b.n > 0");
    assert_eq!(bound(&error), "memory");
}

#[test]
fn texts_that_grow() {
    let place = numbers(20_000);
    for sql in [
        "select repeat('x', 2000000000) as r",
        "select length(repeat(t, 100000)) as r from 'n.parquet'",
        "select lpad('x', 2000000000) as r",
        "select length(repeat(repeat(repeat('x', 100000), 100000), 100000)) as r",
    ] {
        assert_eq!(bound(&place.fails(sql)), "memory", "{sql}");
    }
    assert_eq!(
        place.shows("select repeat('ab', 3) as r, lpad('7', 3, '0') as l, rpad('7', 2) as s"),
        "r:text|l:text|s:text\nababab|007|7 "
    );
}

#[test]
fn a_large_sort_goes_to_disk_within_its_bound() {
    let mut place = numbers(300_000);
    place.bounds.memory = 16 << 20;
    let sql = "select max(k) as k, count(*) as n from (select n, row_number() over (order by t, n) as k from 'n.parquet')";
    assert_eq!(place.shows(sql), "k:int|n:int\n300000|300000");
    place.bounds.spill = 1 << 20;
    let error = place.fails(sql);
    assert_eq!(bound(&error), "spill");
    assert!(
        error.to_string().contains("1 MB of temporary files"),
        "{error}"
    );
}

#[test]
fn several_threads_at_once() {
    let place = numbers(50_000);
    let expected = place.shows("select n % 10 as k, count(*) as c from 'n.parquet' group by 1");
    std::thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| {
                for _ in 0..5 {
                    let shown = place
                        .shows("select n % 10 as k, count(*) as c from 'n.parquet' group by 1");
                    assert_eq!(shown, expected);
                }
            });
        }
    });
}
