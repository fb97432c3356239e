//! Queries: from the door's words to the engine's and back, with a cache between.

mod apart;
mod cache;
mod convert;
mod fingerprint;
mod secrets;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Instant;

use jiff::Timestamp;
use whyproof_case::{Answer, Host, Job, Limits, SqlError, Table};
use whyproof_engine::Engine;

pub use apart::{VERB, answer as answer_apart};

use crate::System;

/// The names of tables that `sql` reads.
pub(crate) fn tables_of(sql: &str) -> Result<Vec<String>, SqlError> {
    whyproof_engine::tables_of(sql).map_err(convert::error)
}

/// The rows of `table` as a Parquet file.
///
/// # Errors
/// Where a column holds what its kind does not allow.
pub fn parquet(table: &Table) -> Result<Vec<u8>, SqlError> {
    let (columns, rows) = convert::rows(table);
    whyproof_engine::to_parquet(&columns, &rows).map_err(convert::error)
}

/// Runs the jobs, as many at a time as there are cores.
pub(crate) fn query(
    jobs: &[Job],
    limits: Limits<'_>,
    on_done: &(dyn Fn(usize) + Sync),
) -> Vec<Result<Answer, SqlError>> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let answers: Vec<Mutex<Option<Result<Answer, SqlError>>>> =
        jobs.iter().map(|_| Mutex::default()).collect();
    let work = || {
        while let Some((job, place)) = {
            let at = next.fetch_add(1, Ordering::Relaxed);
            jobs.get(at)
                .zip(answers.get(at))
                .map(|(job, place)| ((at, job), place))
        } {
            let (at, job) = job;
            let answer = one(job, limits);
            *place.lock().unwrap_or_else(PoisonError::into_inner) = Some(answer);
            on_done(at);
        }
    };
    std::thread::scope(|scope| {
        for _ in 1..cores.min(jobs.len()) {
            scope.spawn(work);
        }
        work();
    });
    let answers = answers.into_iter().map(|answer| {
        let answer = answer.into_inner().unwrap_or_else(PoisonError::into_inner);
        answer.unwrap_or(Err(SqlError::Stopped))
    });
    answers.collect()
}

/// Runs one job, or takes what it gave before.
fn one(job: &Job, limits: Limits<'_>) -> Result<Answer, SqlError> {
    if limits
        .cancel
        .is_some_and(|cancel| cancel.load(Ordering::Relaxed))
    {
        return Err(SqlError::Stopped);
    }
    let started = Instant::now();
    let print = fingerprint::of(job);
    // A plan says how it went this time.
    let store = cache::Cache::of(&System).filter(|_| print.is_sure && !job.explain);
    if let Some(answer) = store.as_ref().and_then(|store| store.get(&print.hex)) {
        return Ok(answer);
    }
    let asked = convert::job(job, |name| System.env(name))?;
    let output = if job.bounds.apart {
        apart::run(&asked, limits)
    } else {
        engine()?.run(&asked, limits.cancel).map_err(convert::error)
    }?;
    let answer = Answer {
        took: started.elapsed(),
        ..convert::answer(output, now(), print.hex)
    };
    // What changed while it ran belongs to neither.
    if let Some(store) = store
        && fingerprint::of(job).hex == answer.fingerprint
    {
        store.put(&answer);
    }
    Ok(answer)
}

/// Now, to the second; `WHYPROOF_TODAY` takes the place of the day, so that a run can be repeated.
fn now() -> Timestamp {
    let fixed = System.env("WHYPROOF_TODAY");
    let fixed = fixed.and_then(|day| format!("{day}T00:00:00Z").parse().ok());
    fixed.unwrap_or_else(|| {
        Timestamp::from_second(Timestamp::now().as_second()).unwrap_or(Timestamp::UNIX_EPOCH)
    })
}

/// The machine has one set of cores, so the process has one engine, made when first needed.
fn engine() -> Result<&'static Engine, SqlError> {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    if let Some(engine) = ENGINE.get() {
        return Ok(engine);
    }
    let engine = Engine::new(None).map_err(convert::error)?;
    Ok(ENGINE.get_or_init(|| engine))
}
