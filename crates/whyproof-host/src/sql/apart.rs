//! A query in a process of its own: the same program again, which takes the job from its standard input. It has an
//! address-space limit, and is killed at its deadline.

use std::io::{self, Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use whyproof_case::{Limits, SqlError};
use whyproof_engine::{Engine, EngineError, Job, Output};

use super::convert;

/// The word on the command line that makes the program answer one job.
pub const VERB: &str = "answer-query";

/// Beside what the query may take: the program itself, its threads and what the allocator sets aside.
const BESIDE: u64 = 2 << 30;

/// After its time the query has so long to say so itself.
const GRACE: Duration = Duration::from_millis(500);

/// How often the parent looks.
const POLL: Duration = Duration::from_millis(5);

/// Longest answer, in bytes.
const LONGEST: u64 = 256 << 20;

/// What the child says.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Said {
    Output(Output),
    Error(EngineError),
}

/// Runs the job in a child.
pub(super) fn run(job: &Job, limits: Limits<'_>) -> Result<Output, SqlError> {
    let failed = |what: &str| SqlError::Failed(format!("the query could not be run apart: {what}"));
    let said = serde_json::to_vec(job).map_err(|error| failed(&error.to_string()))?;
    let program = std::env::current_exe().map_err(|error| failed(&error.to_string()))?;
    let mut child = Command::new(program)
        .arg(VERB)
        .env_clear()
        // Temporary files belong where the user wants them; nothing else of the environment is the query's.
        .envs(std::env::var_os("TMPDIR").map(|folder| ("TMPDIR", folder)))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| failed(&error.to_string()))?;
    let input = child.stdin.take();
    let output = child.stdout.take();
    // Both pipes have a thread each: a child that does not read or write cannot hold the parent.
    let writer = std::thread::spawn(move || input.map(|mut input| input.write_all(&said)));
    let reader = std::thread::spawn(move || {
        let mut bytes = Vec::new();
        output.map(|output| output.take(LONGEST).read_to_end(&mut bytes));
        bytes
    });
    let ended = wait(&mut child, job.bounds.time + GRACE, limits);
    // The child is gone, so both end; that the child did not read its job shows in what it says.
    let _ = writer.join();
    let bytes = reader.join().unwrap_or_default();
    ended?;
    match serde_json::from_slice(&bytes) {
        Ok(Said::Output(output)) => Ok(output),
        Ok(Said::Error(error)) => Err(convert::error(error)),
        // What ends without a word was refused memory by the system.
        Err(_) => Err(SqlError::Bound {
            bound: "memory",
            message: format!(
                "the query needed more than {} MB of memory and was stopped",
                job.bounds.memory >> 20
            ),
        }),
    }
}

/// Waits for the child to end; kills it after `time`, or where somebody cancels.
fn wait(child: &mut Child, time: Duration, limits: Limits<'_>) -> Result<(), SqlError> {
    let started = Instant::now();
    let time = limits.deadline.map_or(time, |deadline| deadline.min(time));
    let why = loop {
        match child.try_wait() {
            Ok(Some(_)) => return Ok(()),
            Ok(None) => {}
            Err(error) => break SqlError::Failed(format!("waiting for the query: {error}")),
        }
        if limits
            .cancel
            .is_some_and(|cancel| cancel.load(Ordering::Relaxed))
        {
            break SqlError::Stopped;
        }
        if started.elapsed() > time {
            break SqlError::Bound {
                bound: "time",
                message: format!(
                    "the query took more than {} seconds and was stopped",
                    time.saturating_sub(GRACE).as_secs()
                ),
            };
        }
        std::thread::sleep(POLL);
    };
    // It may have ended meanwhile.
    let _ = child.kill();
    let _ = child.wait();
    Err(why)
}

/// What the child does: one job from `input`, its answer to `output`.
///
/// # Errors
/// Where the job cannot be read, or the answer not be written.
pub fn answer(input: impl Read, mut output: impl Write) -> io::Result<()> {
    let job: Job = serde_json::from_reader(input)?;
    limit(job.bounds.memory)?;
    // One thread for the query: an address-space limit counts each thread's stack.
    let ran = Engine::new(Some(1)).and_then(|engine| engine.run(&job, None));
    let said = match ran {
        Ok(out) => Said::Output(out),
        Err(error) => Said::Error(error),
    };
    serde_json::to_writer(&mut output, &said)?;
    output.flush()
}

#[cfg(unix)]
fn limit(memory: u64) -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let most = Some(memory.saturating_add(BESIDE));
    let limit = Rlimit {
        current: most,
        maximum: most,
    };
    setrlimit(Resource::As, limit)?;
    // A crash leaves no file behind.
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    setrlimit(Resource::Core, none)?;
    Ok(())
}

/// There is no such limit elsewhere: the engine's own bound and the deadline remain.
#[cfg(not(unix))]
fn limit(_memory: u64) -> io::Result<()> {
    Ok(())
}
