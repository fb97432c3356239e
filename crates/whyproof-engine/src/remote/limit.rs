//! How long a query may take elsewhere, and whether somebody still wants its answer.

use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use futures::future::{Either, select};

use crate::{Bounds, EngineError, words};

/// How often the wish to stop is looked at.
const TICK: Duration = Duration::from_millis(10);

/// When waiting ends.
#[derive(Clone, Copy)]
pub(super) struct Limit<'c> {
    started: Instant,
    time: Duration,
    cancel: Option<&'c AtomicBool>,
}

/// Why waiting ended before the work did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// Somebody said so.
    Asked,
    /// The time is over.
    Late,
}

impl<'c> Limit<'c> {
    /// The limit of a job that starts now.
    pub(super) fn of(bounds: &Bounds, cancel: Option<&'c AtomicBool>) -> Self {
        Limit {
            started: Instant::now(),
            time: bounds.time,
            cancel,
        }
    }

    /// The same, but at most so long from its start.
    pub(super) fn at_most(self, time: Duration) -> Self {
        Limit {
            time: self.time.min(time),
            ..self
        }
    }

    /// How much time was used.
    pub(super) fn used(&self) -> Duration {
        self.started.elapsed()
    }

    /// How much time there is.
    pub(super) fn left(&self) -> Duration {
        self.time.saturating_sub(self.used())
    }

    /// Waits for work, but no longer than this limit. What is not done then is dropped.
    pub(super) async fn wait<F: Future>(&self, work: F) -> Result<F::Output, Stop> {
        match select(pin!(work), pin!(self.watch())).await {
            Either::Left((output, _)) => Ok(output),
            Either::Right((stop, _)) => Err(stop),
        }
    }

    async fn watch(&self) -> Stop {
        loop {
            if self
                .cancel
                .is_some_and(|cancel| cancel.load(Ordering::Relaxed))
            {
                return Stop::Asked;
            }
            let left = self.left();
            if left.is_zero() {
                return Stop::Late;
            }
            tokio::time::sleep(left.min(TICK)).await;
        }
    }
}

impl Stop {
    /// As the answer to a job.
    pub(super) fn error(self, bounds: &Bounds) -> EngineError {
        match self {
            Stop::Asked => EngineError::Stopped,
            Stop::Late => words::bound_time(bounds.time),
        }
    }
}

/// It gave too many bytes.
pub(super) fn memory(bounds: &Bounds) -> EngineError {
    EngineError::Bound {
        bound: "memory".to_owned(),
        message: format!(
            "the query's result needs more than {} MB of memory: group the rows, select fewer columns, or allow more \
             with `memory`",
            bounds.memory >> 20
        ),
    }
}
