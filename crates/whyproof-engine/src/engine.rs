//! The engine: its threads, and the two ends of waiting for a query.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};
use std::time::{Duration, Instant};

use tokio::runtime::{Builder, Runtime};

use crate::deep::STACK;
use crate::run::{self, Means};
use crate::{EngineError, Job, Output, remote, words};

/// How often the wish to stop is looked at.
const TICK: Duration = Duration::from_millis(20);

/// How long a stopped query has to let go of its thread.
const GRACE: Duration = Duration::from_millis(40);

/// Runs queries on threads of its own. It can be used from several threads at once.
#[derive(Debug)]
pub struct Engine {
    /// Replaced where a query does not let go of its thread.
    runtime: Mutex<Option<Arc<Runtime>>>,
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
        Ok(Engine {
            runtime: Mutex::new(Some(Arc::new(runtime(threads)?))),
            threads,
        })
    }

    /// Runs one query, until it ends, goes beyond a bound, or `cancel` is set.
    ///
    /// # Errors
    ///
    /// See [`EngineError`].
    pub fn run(&self, job: &Job, cancel: Option<&AtomicBool>) -> Result<Output, EngineError> {
        let runtime = self.runtime().clone().ok_or(EngineError::Stopped)?;
        let result = self.run_on(&runtime, job, cancel);
        release(Some(runtime));
        result
    }

    fn run_on(
        &self,
        runtime: &Arc<Runtime>,
        job: &Job,
        cancel: Option<&AtomicBool>,
    ) -> Result<Output, EngineError> {
        if let Some(named) = remote::named(job)?
            && named.runs_there()?
        {
            return runtime.block_on(remote::run(job, named, self.threads, cancel));
        }
        let deadline = Instant::now() + job.bounds.time;
        let (send, receive) = mpsc::channel();
        let stop = Arc::new(AtomicBool::new(false));
        let means = Means {
            threads: self.threads,
            stop: Arc::clone(&stop),
        };
        let owned = job.clone();
        let task = runtime.spawn(async move {
            // Nobody may be waiting any more.
            let _ = send.send(run::run(&owned, &means, None).await);
        });
        let why = match wait(&receive, deadline, job, cancel) {
            Ok(result) => return result,
            Err(why) => why,
        };
        stop.store(true, Ordering::Relaxed);
        task.abort();
        // The sender goes with the task.
        while receive.recv_timeout(GRACE).is_ok() {}
        if !task.is_finished() {
            self.replace(runtime);
        }
        Err(why)
    }

    fn runtime(&self) -> MutexGuard<'_, Option<Arc<Runtime>>> {
        self.runtime.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Leaves threads that are not given back to themselves, so that other queries have some.
    fn replace(&self, stuck: &Arc<Runtime>) {
        let mut current = self.runtime();
        if current
            .as_ref()
            .is_some_and(|current| Arc::ptr_eq(current, stuck))
            && let Ok(new) = runtime(self.threads)
        {
            *current = Some(Arc::new(new));
        }
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        let runtime = self.runtime().take();
        release(runtime);
    }
}

fn runtime(threads: usize) -> Result<Runtime, EngineError> {
    Builder::new_multi_thread()
        .worker_threads(threads)
        .thread_name("engine")
        .thread_stack_size(STACK)
        .max_blocking_threads(64)
        .enable_all()
        .build()
        .map_err(|error| EngineError::Failed(format!("the engine has no threads: {error}")))
}

/// Lets a runtime go; does not wait for what is still running: it may never end.
fn release(runtime: Option<Arc<Runtime>>) {
    if let Some(last) = runtime.and_then(Arc::into_inner) {
        last.shutdown_background();
    }
}

/// The query's result, or why nobody waits for it any more.
fn wait(
    receive: &mpsc::Receiver<Result<Output, EngineError>>,
    deadline: Instant,
    job: &Job,
    cancel: Option<&AtomicBool>,
) -> Result<Result<Output, EngineError>, EngineError> {
    loop {
        if cancel.is_some_and(|cancel| cancel.load(Ordering::Relaxed)) {
            return Err(EngineError::Stopped);
        }
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(words::bound_time(job.bounds.time));
        }
        match receive.recv_timeout(left.min(TICK)) {
            Ok(result) => return Ok(result),
            Err(mpsc::RecvTimeoutError::Timeout) => {}
            Err(mpsc::RecvTimeoutError::Disconnected) => {
                return Err(EngineError::Failed(
                    "the engine broke down over this query".into(),
                ));
            }
        }
    }
}

/// The engine's version and that of what it is made of: what a cached result depends on.
pub fn version() -> &'static str {
    concat!(env!("CARGO_PKG_VERSION"), "+datafusion-55.2.0")
}
