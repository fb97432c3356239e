//! The engine: its threads, and the two ends of waiting for a query.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

use tokio::runtime::{Builder, Runtime};

use crate::deep::STACK;
use crate::{EngineError, Job, Output, remote, run, words};

/// How often the wish to stop is looked at.
const TICK: Duration = Duration::from_millis(20);

/// Runs queries on threads of its own. It can be used from several threads at once.
#[derive(Debug)]
pub struct Engine {
    /// There until the engine is dropped.
    runtime: Option<Runtime>,
    threads: usize,
}

impl Engine {
    /// An engine with so many threads, or with one for each core.
    ///
    /// # Errors
    ///
    /// Where the system gives no threads.
    pub fn new(threads: Option<usize>) -> Result<Engine, EngineError> {
        let cores = || std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get);
        let threads = threads.unwrap_or_else(cores).max(1);
        let runtime = Builder::new_multi_thread()
            .worker_threads(threads)
            .thread_name("engine")
            .thread_stack_size(STACK)
            .max_blocking_threads(64)
            .enable_all()
            .build()
            .map_err(|error| EngineError::Failed(format!("the engine has no threads: {error}")))?;
        Ok(Engine {
            runtime: Some(runtime),
            threads,
        })
    }

    /// Runs one query, until it ends, goes beyond a bound, or `cancel` is set.
    ///
    /// # Errors
    ///
    /// See [`EngineError`].
    pub fn run(&self, job: &Job, cancel: Option<&AtomicBool>) -> Result<Output, EngineError> {
        let Some(runtime) = &self.runtime else {
            return Err(EngineError::Stopped);
        };
        if let Some(named) = remote::named(job)?
            && named.runs_there()?
        {
            return runtime.block_on(remote::run(job, named, self.threads, cancel));
        }
        let deadline = Instant::now() + job.bounds.time;
        let (send, receive) = mpsc::channel();
        let threads = self.threads;
        let owned = Arc::new(job.clone());
        let task = runtime.spawn(async move {
            // Nobody may be waiting any more.
            let _ = send.send(run::run(&owned, threads, None).await);
        });
        let ended = loop {
            if cancel.is_some_and(|cancel| cancel.load(Ordering::Relaxed)) {
                break Err(EngineError::Stopped);
            }
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                break Err(words::bound_time(job.bounds.time));
            }
            match receive.recv_timeout(left.min(TICK)) {
                Ok(result) => return result,
                Err(mpsc::RecvTimeoutError::Timeout) => {}
                Err(mpsc::RecvTimeoutError::Disconnected) => {
                    break Err(EngineError::Failed(
                        "the engine broke down over this query".into(),
                    ));
                }
            }
        };
        task.abort();
        ended
    }
}

impl Drop for Engine {
    /// Does not wait for what is still running: it may never end.
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// The engine's version and that of what it is made of: what a cached result depends on.
pub fn version() -> &'static str {
    concat!(env!("CARGO_PKG_VERSION"), "+datafusion-55.2.0")
}
