//! The second look at a plan: only nodes that read, only functions that give the same every time.

use datafusion::common::tree_node::{TreeNode, TreeNodeRecursion};
use datafusion::common::{DataFusionError, Result};
use datafusion::logical_expr::{Expr, LogicalPlan, Volatility};

/// Refuses a plan that does more than read, or that could give something else the next time.
pub(crate) fn check(plan: &LogicalPlan) -> std::result::Result<(), String> {
    let mut wrong = None;
    let walked = plan.apply_with_subqueries(|node| {
        wrong = node_wrong(node)?;
        Ok(if wrong.is_some() {
            TreeNodeRecursion::Stop
        } else {
            TreeNodeRecursion::Continue
        })
    });
    match (wrong, walked) {
        (Some(message), _) => Err(message),
        (None, Err(error)) => Err(error.strip_backtrace()),
        (None, Ok(_)) => Ok(()),
    }
}

fn node_wrong(node: &LogicalPlan) -> Result<Option<String>> {
    let reads = match node {
        LogicalPlan::Projection(_)
        | LogicalPlan::Filter(_)
        | LogicalPlan::Window(_)
        | LogicalPlan::Aggregate(_)
        | LogicalPlan::Sort(_)
        | LogicalPlan::Join(_)
        | LogicalPlan::Repartition(_)
        | LogicalPlan::Union(_)
        | LogicalPlan::TableScan(_)
        | LogicalPlan::EmptyRelation(_)
        | LogicalPlan::Subquery(_)
        | LogicalPlan::SubqueryAlias(_)
        | LogicalPlan::Limit(_)
        | LogicalPlan::Values(_)
        | LogicalPlan::Distinct(_)
        | LogicalPlan::Unnest(_)
        | LogicalPlan::RecursiveQuery(_) => true,
        LogicalPlan::Statement(_)
        | LogicalPlan::Explain(_)
        | LogicalPlan::Analyze(_)
        | LogicalPlan::Extension(_)
        | LogicalPlan::Dml(_)
        | LogicalPlan::Ddl(_)
        | LogicalPlan::Copy(_)
        | LogicalPlan::DescribeTable(_) => false,
    };
    if !reads {
        return Ok(Some(
            "a query only reads, and begins with SELECT or WITH".into(),
        ));
    }
    let mut wrong = None;
    node.apply_expressions(|expr| {
        expr.apply(|expr| {
            wrong = expr_wrong(expr);
            Ok::<_, DataFusionError>(stop_if(wrong.is_some()))
        })?;
        Ok(stop_if(wrong.is_some()))
    })?;
    Ok(wrong)
}

fn stop_if(stop: bool) -> TreeNodeRecursion {
    if stop {
        TreeNodeRecursion::Stop
    } else {
        TreeNodeRecursion::Continue
    }
}

fn expr_wrong(expr: &Expr) -> Option<String> {
    let (name, volatility) = match expr {
        Expr::ScalarFunction(call) => (call.func.name(), call.func.signature().volatility),
        Expr::AggregateFunction(call) => (call.func.name(), call.func.signature().volatility),
        Expr::Placeholder(gap) => return Some(format!("`{}` is a gap to fill in", gap.id)),
        Expr::ScalarVariable(_, name) => {
            return Some(format!("there is no variable `{}`", name.join(".")));
        }
        _ => return None,
    };
    (volatility != Volatility::Immutable).then(|| {
        super::absent(name).unwrap_or_else(|| format!("`{name}` gives something else every time"))
    })
}
