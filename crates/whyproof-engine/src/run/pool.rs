//! The memory of one query.

use std::fmt::{self, Display, Formatter};
use std::num::NonZeroUsize;

use datafusion::common::{DataFusionError, Result};
use datafusion::execution::memory_pool::{
    FairSpillPool, MemoryConsumer, MemoryLimit, MemoryPool, MemoryReservation, TrackConsumersPool,
};

use crate::{Bounds, words};

/// Who loads one side of a join without equal columns.
const NESTED_LOOP: &str = "NestedLoopJoinLoad";

/// A pool in which what cannot go to disk fails for good. A nested-loop join that is refused memory would run its left
/// side a second time to spill it: that panics where the side is repartitioned, and its outer joins come out wrong
/// (datafusion 55.2, `nested_loop_join.rs`).
#[derive(Debug)]
pub(super) struct Pool {
    inner: TrackConsumersPool<FairSpillPool>,
    bounds: Bounds,
}

impl Pool {
    pub(super) fn new(bounds: &Bounds) -> Self {
        let memory = usize::try_from(bounds.memory).unwrap_or(usize::MAX);
        Self {
            inner: TrackConsumersPool::new(FairSpillPool::new(memory), NonZeroUsize::MIN),
            bounds: *bounds,
        }
    }
}

impl MemoryPool for Pool {
    fn name(&self) -> &str {
        self.inner.name()
    }

    fn register(&self, consumer: &MemoryConsumer) {
        self.inner.register(consumer);
    }

    fn unregister(&self, consumer: &MemoryConsumer) {
        self.inner.unregister(consumer);
    }

    fn grow(&self, reservation: &MemoryReservation, additional: usize) {
        self.inner.grow(reservation, additional);
    }

    fn shrink(&self, reservation: &MemoryReservation, shrink: usize) {
        self.inner.shrink(reservation, shrink);
    }

    fn try_grow(&self, reservation: &MemoryReservation, additional: usize) -> Result<()> {
        let grown = self.inner.try_grow(reservation, additional);
        if !reservation.consumer().name().starts_with(NESTED_LOOP) {
            return grown;
        }
        grown.map_err(|_| {
            DataFusionError::External(Box::new(words::bound_memory(&self.bounds, " for a join")))
        })
    }

    fn reserved(&self) -> usize {
        self.inner.reserved()
    }

    fn memory_limit(&self) -> MemoryLimit {
        self.inner.memory_limit()
    }
}

impl Display for Pool {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.inner.fmt(f)
    }
}
