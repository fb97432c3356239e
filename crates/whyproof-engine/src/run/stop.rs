//! Stopping what would not stop by itself: a join that finds nothing never hands anything on, so nobody could end it.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::datatypes::{DataType, FieldRef, Schema};
use datafusion::common::tree_node::{Transformed, TreeNode};
use datafusion::common::{DataFusionError, Result};
use datafusion::logical_expr::ColumnarValue;
use datafusion::physical_expr::PhysicalExpr;
use datafusion::physical_plan::ExecutionPlan;
use datafusion::physical_plan::coop::CooperativeExec;
use datafusion::physical_plan::joins::utils::JoinFilter;
use datafusion::physical_plan::joins::{
    CrossJoinExec, HashJoinExec, NestedLoopJoinExec, NestedLoopJoinExecBuilder,
};
use datafusion::physical_plan::unnest::UnnestExec;

use crate::EngineError;

/// Set when nobody waits for a query any more.
pub(crate) type Stop = Arc<AtomicBool>;

/// The same plan, in which everything that makes many rows of few looks at `stop`, and gives way to others.
pub(super) fn stoppable(
    plan: Arc<dyn ExecutionPlan>,
    stop: &Stop,
) -> Result<Arc<dyn ExecutionPlan>> {
    let changed = plan.transform_up(|node| {
        let node: Arc<dyn ExecutionPlan> =
            if let Some(join) = node.downcast_ref::<NestedLoopJoinExec>() {
                Arc::new(
                    NestedLoopJoinExecBuilder::new(
                        Arc::clone(join.left()),
                        Arc::clone(join.right()),
                        *join.join_type(),
                    )
                    .with_filter(join.filter().map(|filter| watched(filter, stop)))
                    .with_projection_ref(join.projection().clone())
                    .build()?,
                )
            } else if let Some(join) = node.downcast_ref::<HashJoinExec>() {
                let filter = join.filter().map(|filter| watched(filter, stop));
                join.builder().with_filter(filter).build_exec()?
            } else if node.is::<CrossJoinExec>() || node.is::<UnnestExec>() {
                node
            } else {
                return Ok(Transformed::no(node));
            };
        Ok(Transformed::yes(Arc::new(CooperativeExec::new(node)) as _))
    })?;
    Ok(changed.data)
}

fn watched(filter: &JoinFilter, stop: &Stop) -> JoinFilter {
    let expression = Watched {
        inner: Arc::clone(filter.expression()),
        stop: Arc::clone(stop),
    };
    JoinFilter::new(
        Arc::new(expression),
        filter.column_indices().to_vec(),
        Arc::clone(filter.schema()),
    )
}

/// A condition that fails once the query is to stop.
#[derive(Debug)]
struct Watched {
    inner: Arc<dyn PhysicalExpr>,
    stop: Stop,
}

impl PartialEq for Watched {
    fn eq(&self, other: &Self) -> bool {
        self.inner.as_ref() == other.inner.as_ref()
    }
}

impl Eq for Watched {}

impl Hash for Watched {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.inner.hash(state);
    }
}

impl fmt::Display for Watched {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.inner, f)
    }
}

impl PhysicalExpr for Watched {
    fn data_type(&self, schema: &Schema) -> Result<DataType> {
        self.inner.data_type(schema)
    }

    fn nullable(&self, schema: &Schema) -> Result<bool> {
        self.inner.nullable(schema)
    }

    fn return_field(&self, schema: &Schema) -> Result<FieldRef> {
        self.inner.return_field(schema)
    }

    fn evaluate(&self, batch: &RecordBatch) -> Result<ColumnarValue> {
        if self.stop.load(Ordering::Relaxed) {
            return Err(DataFusionError::External(Box::new(EngineError::Stopped)));
        }
        self.inner.evaluate(batch)
    }

    fn children(&self) -> Vec<&Arc<dyn PhysicalExpr>> {
        vec![&self.inner]
    }

    fn with_new_children(
        self: Arc<Self>,
        mut children: Vec<Arc<dyn PhysicalExpr>>,
    ) -> Result<Arc<dyn PhysicalExpr>> {
        let inner = children.pop().unwrap_or_else(|| Arc::clone(&self.inner));
        Ok(Arc::new(Watched {
            inner,
            stop: Arc::clone(&self.stop),
        }))
    }

    fn fmt_sql(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt_sql(f)
    }
}
