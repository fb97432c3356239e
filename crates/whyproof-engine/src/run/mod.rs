//! One query from start to end.

mod account;
mod collect;
mod pool;
mod runtime;
mod stop;

use std::sync::Arc;
use std::time::Instant;

use datafusion::execution::SessionState;
use datafusion::physical_plan::ExecutionPlan;
use datafusion::physical_plan::display::DisplayableExecutionPlan;

use self::stop::Stop;
use crate::files::Shelf;
use crate::remote::Cluster;
use crate::sql::{self, Steady};
use crate::tables::{self, Opened};
use crate::values::{self, Columns};
use crate::words::{self, Circumstances};
use crate::{EngineError, Input, Job, Output};

/// With what a query is run.
#[derive(Debug, Default)]
pub(crate) struct Means {
    /// How many threads may work on it.
    pub(crate) threads: usize,
    /// Set when nobody waits for it any more.
    pub(crate) stop: Stop,
}

/// Runs a query over files and rows, without looking at the clock or at a wish to stop.
pub(crate) async fn run(
    job: &Job,
    means: &Means,
    cluster: Option<&Cluster>,
) -> Result<Output, EngineError> {
    let started = Instant::now();
    let shelf = Arc::new(Shelf::default());
    let runtime = runtime::runtime(&job.bounds, Arc::clone(&shelf))?;
    let mut state = sql::state(runtime, means.threads, job.bounds.memory);
    if let Some(cluster) = cluster {
        state = cluster.join(state)?;
    }
    let opened = tables::open(&state, &shelf, job, cluster).await?;
    let seen = circumstances(job, &opened);
    let failed = |error| {
        let trouble = opened.trouble().or_else(|| cluster?.told(&error));
        trouble.unwrap_or_else(|| words::running(error, &seen))
    };

    let mut steady = sql::steady(opened.plan.clone()).map_err(failed)?;
    // Only one part of a cluster gives rows in the order of the files.
    steady.alone |= steady.plain && cluster.is_some();
    adapt(&mut state, &steady);
    let mut plan = state
        .create_physical_plan(&steady.plan)
        .await
        .map_err(failed)?;
    match cluster {
        Some(cluster) => cluster.watch(&plan),
        None => plan = stop::stoppable(plan, &means.stop).map_err(failed)?,
    }
    let batches = collect::collect(&plan, &state, &job.bounds)
        .await
        .map_err(failed)?;

    let wrong = |message| EngineError::Wrong {
        message,
        place: None,
    };
    let columns = Columns::of(&plan.schema(), &batches).map_err(wrong)?;
    let mut rows = Vec::with_capacity(batches.iter().map(|batch| batch.num_rows()).sum());
    for batch in &batches {
        rows.append(&mut columns.rows(batch).map_err(wrong)?);
    }
    if steady.loose {
        values::sort(&mut rows);
    }
    let read = account::account(job, &state, &opened, &plan, cluster.is_some()).await;
    let explained = match cluster {
        _ if !job.explain => None,
        Some(cluster) => cluster.explained(&plan, &state).await,
        None => Some(explained(&plan)),
    };
    Ok(Output {
        columns: columns.columns,
        rows,
        read,
        took: started.elapsed(),
        plan: explained,
    })
}

/// Lets one thread work where the order of rows matters, and nobody mix rows that are to stay in the file's order.
fn adapt(state: &mut SessionState, steady: &Steady) {
    let options = state.config_mut().options_mut();
    if steady.alone {
        options.execution.target_partitions = 1;
    }
    if steady.plain {
        options.optimizer.enable_round_robin_repartition = false;
    }
}

fn circumstances<'a>(job: &'a Job, opened: &'a Opened) -> Circumstances<'a> {
    let texts = opened
        .files
        .iter()
        .filter_map(|(name, files)| Some((name.as_str(), files.text.as_ref()?)))
        .collect();
    let files = opened
        .files
        .iter()
        .filter(|(_, files)| files.text.is_none())
        .filter_map(|(name, _)| match job.tables.get(name) {
            Some(Input::Files { path, .. }) => Some((name.as_str(), path.as_str())),
            Some(Input::Remote { table, .. }) => Some((name.as_str(), table.as_str())),
            _ => None,
        })
        .collect();
    Circumstances {
        sql: &job.sql,
        root: &job.root,
        bounds: &job.bounds,
        texts,
        files,
    }
}

fn explained(plan: &Arc<dyn ExecutionPlan>) -> String {
    let plan = DisplayableExecutionPlan::with_metrics(plan.as_ref());
    plan.indent(false).to_string().trim_end().to_owned()
}
