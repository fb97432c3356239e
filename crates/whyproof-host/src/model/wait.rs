//! Waiting for a server, and for how long.

use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use whyproof_case::{Limits, Patience};

use super::exchange::Event;

/// How soon it is seen that somebody cancels.
const STEP: Duration = Duration::from_millis(20);

/// Why waiting ended without what was waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Over {
    /// The deadline passed, or somebody cancelled.
    Stopped,
    /// Nothing came in time.
    Silent(Duration),
    /// The other side is gone.
    Gone,
}

/// The limits of a completion, seen from its start.
pub(super) struct Waiting<'c> {
    limits: Limits<'c>,
    start: Instant,
}

impl<'c> Waiting<'c> {
    pub(super) fn new(limits: Limits<'c>) -> Waiting<'c> {
        Waiting {
            limits,
            start: Instant::now(),
        }
    }

    /// What is left until the deadline; none without one.
    pub(super) fn left(&self) -> Option<Duration> {
        let deadline = self.limits.deadline?;
        Some(deadline.saturating_sub(self.start.elapsed()))
    }

    /// Whether it is over: somebody cancelled, or the deadline passed.
    pub(super) fn is_over(&self) -> bool {
        let cancelled = |cancel: &std::sync::atomic::AtomicBool| cancel.load(Ordering::Relaxed);
        self.limits.cancel.is_some_and(cancelled) || self.left().is_some_and(|left| left.is_zero())
    }

    /// The next event, waited for at the longest `most` from `since` on.
    pub(super) fn next(
        &self,
        events: &Receiver<Event>,
        since: Instant,
        most: Duration,
    ) -> Result<Event, Over> {
        loop {
            if self.is_over() {
                return Err(Over::Stopped);
            }
            let rest = most.saturating_sub(since.elapsed());
            if rest.is_zero() {
                return Err(Over::Silent(most));
            }
            match events.recv_timeout(rest.min(STEP)) {
                Ok(event) => return Ok(event),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Err(Over::Gone),
            }
        }
    }

    /// Lets `time` pass; false where it is over before.
    pub(super) fn pass(&self, time: Duration) -> bool {
        let since = Instant::now();
        while !self.is_over() {
            let rest = time.saturating_sub(since.elapsed());
            if rest.is_zero() {
                return true;
            }
            std::thread::sleep(rest.min(STEP));
        }
        false
    }
}

/// How long the next event may take: to the first words, then between any two pieces.
pub(super) fn most(patience: &Patience, has_begun: bool) -> Duration {
    if has_begun {
        patience.idle
    } else {
        patience.connect.saturating_add(patience.first)
    }
}
