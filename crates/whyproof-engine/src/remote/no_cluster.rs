//! Clusters in a build that knows none: the same names, and no value of theirs.

use std::sync::Arc;

use datafusion::common::DataFusionError;
use datafusion::datasource::listing::ListingTable;
use datafusion::execution::SessionState;
use datafusion::physical_plan::ExecutionPlan;

use super::bucket::{Kept, Wanted};
use super::named::Named;
use crate::EngineError;
use crate::files::{OpenFiles, Shelf};

/// A cluster, of which there is none.
#[derive(Debug)]
pub(crate) enum Cluster {}

/// A table of a cluster.
pub(crate) struct Shared {
    /// It as it is read here.
    pub(crate) files: OpenFiles,
    /// It as it is read there.
    pub(crate) table: Arc<ListingTable>,
    /// What looking at it needs.
    pub(crate) kept: Option<Kept>,
}

impl Cluster {
    /// Says that there is none.
    pub(crate) fn of(named: Named<'_>) -> Result<Cluster, EngineError> {
        Err(named
            .error("this program was built without clusters; build it with the feature `ballista`"))
    }

    pub(crate) fn join(&self, _: SessionState) -> Result<SessionState, EngineError> {
        match *self {}
    }

    pub(crate) async fn open(
        &self,
        _: &Wanted<'_>,
        _: &SessionState,
        _: &Shelf,
    ) -> Result<Shared, EngineError> {
        match *self {}
    }

    pub(crate) fn watch(&self, _: &Arc<dyn ExecutionPlan>) {
        match *self {}
    }

    pub(crate) async fn explained(
        &self,
        _: &Arc<dyn ExecutionPlan>,
        _: &SessionState,
    ) -> Option<String> {
        match *self {}
    }

    pub(crate) fn told(&self, _: &DataFusionError) -> Option<EngineError> {
        match *self {}
    }

    pub(crate) async fn stop(&self) {
        match *self {}
    }
}
