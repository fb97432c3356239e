//! A Ballista cluster: the same SQL is planned here and run there, over files that both sides see.

mod shared;
mod trouble;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use ballista_core::execution_plans::DistributedQueryExec;
use ballista_core::extension::{SessionConfigExt, SessionStateExt};
use ballista_core::serde::protobuf::CancelJobParams;
use ballista_core::serde::protobuf::scheduler_grpc_client::SchedulerGrpcClient;
use datafusion::common::DataFusionError;
use datafusion::execution::{SessionState, SessionStateBuilder};
use datafusion::physical_plan::ExecutionPlan;
use datafusion_proto::protobuf::LogicalPlanNode;

use super::named::Named;
use crate::EngineError;

/// Where a scheduler listens if its URL does not say.
const PORT: u16 = 50_050;

/// How many parts a query has there: more than one machine has cores for.
const PARTS: usize = 16;

/// How long the scheduler is given to take note that nobody waits any more.
const FAREWELL: Duration = Duration::from_secs(2);

/// How Ballista is to work for us.
const SETTINGS: [(&str, &str); 3] = [
    ("ballista.client.grpc_connect_timeout_seconds", "5"),
    // A scheduler that pushes tells a job's name at its end only, and what has no name cannot be stopped.
    ("ballista.client.pull", "true"),
    // The adaptive planner of 55.0 loses rows: of the ten first of three files it gives the ten first of one.
    ("ballista.planner.adaptive.enabled", "false"),
];

/// The plan that stands for a query there.
type Distributed = DistributedQueryExec<LogicalPlanNode>;

/// A cluster, and the query that it runs for a job.
#[derive(Debug)]
pub(crate) struct Cluster {
    /// The source's name.
    name: String,
    /// The scheduler's address.
    scheduler: String,
    /// What client and executors both see.
    root: String,
    running: Mutex<Option<Arc<dyn ExecutionPlan>>>,
}

impl Cluster {
    /// Reads `ballista://HOST:PORT`, and the root that goes with it.
    pub(crate) fn of(named: Named<'_>) -> Result<Cluster, EngineError> {
        let unread = || named.error("its URL cannot be read; write `ballista://HOST:PORT`");
        let address = named
            .place
            .url
            .strip_prefix("ballista://")
            .ok_or_else(unread)?;
        let address = address.trim_end_matches('/');
        let (host, port) = match address.rsplit_once(':') {
            Some((host, port)) if !port.ends_with(']') => {
                (host, port.parse().map_err(|_| unread())?)
            }
            _ => (address, PORT),
        };
        let plain = |letter: char| {
            letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_' | ':' | '[' | ']')
        };
        if host.is_empty() || !host.chars().all(plain) {
            return Err(unread());
        }
        let Some(root) = &named.place.root else {
            return Err(named
                .error("it has no `root`: name the folder or the bucket that its executors see"));
        };
        Ok(Cluster {
            name: named.name.to_owned(),
            scheduler: format!("http://{host}:{port}"),
            root: root.clone(),
            running: Mutex::default(),
        })
    }

    /// The state of a session whose plans are run there.
    pub(crate) fn join(&self, state: SessionState) -> Result<SessionState, EngineError> {
        let failed = |error: DataFusionError| EngineError::Failed(error.strip_backtrace());
        let mut config = state
            .config()
            .clone()
            .upgrade_for_ballista()
            .with_target_partitions(PARTS);
        for (key, value) in SETTINGS {
            config.options_mut().set(key, value).map_err(failed)?;
        }
        // Ballista brings all functions of DataFusion; a query may use those only that it may use here.
        let scalar = state.scalar_functions().values().cloned().collect();
        let aggregate = state.aggregate_functions().values().cloned().collect();
        let window = state.window_functions().values().cloned().collect();
        let state = SessionStateBuilder::new_from_existing(state)
            .with_config(config)
            .build();
        let state = state
            .upgrade_for_ballista(self.scheduler.clone())
            .map_err(failed)?;
        Ok(SessionStateBuilder::new_from_existing(state)
            .with_scalar_functions(scalar)
            .with_aggregate_functions(aggregate)
            .with_window_functions(window)
            .build())
    }

    /// Remembers what is about to run, so that it can be stopped.
    pub(crate) fn watch(&self, plan: &Arc<dyn ExecutionPlan>) {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        *running = Some(Arc::clone(plan));
    }

    /// The plan as it was run there, once it was.
    pub(crate) async fn explained(
        &self,
        plan: &Arc<dyn ExecutionPlan>,
        state: &SessionState,
    ) -> Option<String> {
        let query = plan.downcast_ref::<Distributed>()?;
        let text = query
            .explain_executed_plan(state.config(), true)
            .await
            .ok()?;
        Some(text.replace(self.root.trim_end_matches('/'), ""))
    }

    /// A failure there, in words; nothing where it is no other than it would be here.
    pub(crate) fn told(&self, error: &DataFusionError) -> Option<EngineError> {
        let message = trouble::message(error)?;
        Some(EngineError::Source {
            name: self.name.clone(),
            message: message.replace(&self.scheduler, "its scheduler"),
        })
    }

    /// Tells the scheduler to stop what it runs for us.
    pub(crate) async fn stop(&self) {
        let running = self
            .running
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        let id = running.and_then(|plan| plan.downcast_ref::<Distributed>()?.job_id());
        let Some(id) = id else {
            return;
        };
        let stop = async {
            let mut scheduler = SchedulerGrpcClient::connect(self.scheduler.clone())
                .await
                .ok()?;
            scheduler
                .cancel_job(CancelJobParams { job_id: id.into() })
                .await
                .ok()
        };
        let _ = tokio::time::timeout(FAREWELL, stop).await;
    }
}
