//! The rows of a plan, in the order of its parts, up to the bound.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use datafusion::arrow::array::RecordBatch;
use datafusion::common::{DataFusionError, Result};
use datafusion::execution::SendableRecordBatchStream;
use datafusion::execution::SessionState;
use datafusion::execution::memory_pool::{MemoryConsumer, MemoryReservation};
use datafusion::physical_plan::{ExecutionPlan, execute_stream_partitioned};
use futures::StreamExt;
use tokio::task::JoinSet;

use crate::{Bounds, words};

/// Runs all parts of a plan at once, and gives their batches part by part.
pub(super) async fn collect(
    plan: &Arc<dyn ExecutionPlan>,
    state: &SessionState,
    bounds: &Bounds,
) -> Result<Vec<RecordBatch>> {
    let context = state.task_ctx();
    let counted = Arc::new(AtomicU64::new(0));
    let most = bounds.rows;
    let mut parts = JoinSet::new();
    for (at, stream) in execute_stream_partitioned(Arc::clone(plan), Arc::clone(&context))?
        .into_iter()
        .enumerate()
    {
        let memory = MemoryConsumer::new("result").register(context.memory_pool());
        let counted = Arc::clone(&counted);
        parts.spawn(async move {
            part(stream, memory, &counted, most)
                .await
                .map(|batches| (at, batches))
        });
    }
    let mut done = Vec::new();
    let mut held = Vec::new();
    while let Some(part) = parts.join_next().await {
        let (at, (batches, memory)) =
            part.map_err(|error| DataFusionError::ExecutionJoin(Box::new(error)))??;
        done.push((at, batches));
        held.push(memory);
    }
    done.sort_by_key(|(at, _)| *at);
    Ok(done.into_iter().flat_map(|(_, batches)| batches).collect())
}

async fn part(
    mut stream: SendableRecordBatchStream,
    memory: MemoryReservation,
    counted: &AtomicU64,
    most: u64,
) -> Result<(Vec<RecordBatch>, MemoryReservation)> {
    let mut batches = Vec::new();
    while let Some(batch) = stream.next().await {
        let batch = batch?;
        let rows = batch.num_rows() as u64;
        if counted.fetch_add(rows, Ordering::Relaxed) + rows > most {
            return Err(DataFusionError::External(Box::new(words::bound_rows(most))));
        }
        memory.try_grow(batch.get_array_memory_size())?;
        batches.push(batch);
    }
    Ok((batches, memory))
}
