//! How far a query goes, and how it is stopped.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use whyproof_engine::{EngineError, Job};

use super::support::House;

const ENDLESS: &str = "select count(*) as n from big a, big b, big c, big d";

fn house() -> House {
    House::with("create table big as select g as n from generate_series(1, 20000) g")
}

fn bound(refusal: EngineError) -> String {
    match refusal {
        EngineError::Bound { bound, .. } => bound,
        other => panic!("{other:?}"),
    }
}

/// Waits until the server runs nothing for us any more.
fn quiet(house: &House) {
    let running = "select count(*) from pg_stat_activity where application_name = 'whyproof' and state = 'active'";
    let end = Instant::now() + Duration::from_secs(10);
    while house.server.run(running) != "0" {
        assert!(Instant::now() < end, "the server still runs the query");
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn within(house: &House, sql: &str, time: Duration) -> Job {
    let mut job = house.job(sql, &[("big", "big")]);
    job.bounds.time = time;
    job
}

#[test]
fn a_query_without_end_is_ended() {
    let house = house();
    for sql in [ENDLESS, "select pg_sleep(60)"] {
        let started = Instant::now();
        let refusal = house.refusal(&within(&house, sql, Duration::from_secs(1)));
        assert_eq!(bound(refusal), "time", "{sql}");
        assert!(
            started.elapsed() < Duration::from_secs(4),
            "{sql}: {:?}",
            started.elapsed()
        );
        quiet(&house);
    }
}

#[test]
fn a_query_that_nobody_wants_is_stopped_on_the_server() {
    let house = house();
    let cancel = AtomicBool::new(false);
    let job = within(&house, ENDLESS, Duration::from_secs(60));
    let started = Instant::now();
    let refusal = std::thread::scope(|scope| {
        scope.spawn(|| {
            std::thread::sleep(Duration::from_millis(1500));
            cancel.store(true, Ordering::Relaxed);
        });
        house.refusal_unless(&job, Some(&cancel))
    });
    assert_eq!(refusal, EngineError::Stopped);
    assert!(
        started.elapsed() < Duration::from_secs(4),
        "{:?}",
        started.elapsed()
    );
    quiet(&house);
}

#[test]
fn rows_and_bytes_are_counted() {
    let house = house();
    let billion = "select a.n from generate_series(1, 1000000000) as a(n)";
    let mut job = within(&house, billion, Duration::from_secs(30));
    job.bounds.rows = 1500;
    // The server keeps the numbers of a function in a table of its own before it gives them: a join it does not.
    job.sql = "select a.n from big a, big b".to_owned();
    let started = Instant::now();
    assert_eq!(bound(house.refusal(&job)), "rows");
    assert!(
        started.elapsed() < Duration::from_secs(10),
        "{:?}",
        started.elapsed()
    );
    job.bounds.time = Duration::from_secs(2);
    job.sql = billion.to_owned();
    assert!(["rows", "time"].contains(&bound(house.refusal(&job)).as_str()));
    job.bounds.time = Duration::from_secs(30);
    job.bounds.rows = 20_000;
    job.sql = "select n from big".to_owned();
    assert_eq!(house.ask(&job).rows.len(), 20_000);
    job.bounds.rows = 19_999;
    assert_eq!(bound(house.refusal(&job)), "rows");
    job.bounds.rows = 100_000;
    job.bounds.memory = 8 << 20;
    job.sql = "select repeat('long', 100000) as words from big".to_owned();
    assert_eq!(bound(house.refusal(&job)), "memory");
    quiet(&house);
}
