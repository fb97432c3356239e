//! The same rows in the same order, however many threads work and whichever is faster.
//!
//! - With ORDER BY, rows that are equal by it are ordered by their other columns.
//! - Without it, rows of a table come as they stand in the file; what was grouped or joined is ordered by its columns
//!   from left to right.
//! - What depends on the order of rows in another way (windows, LIMIT without ORDER BY, lists) is run by one thread.

use datafusion::common::tree_node::{Transformed, TreeNode, TreeNodeRecursion};
use datafusion::common::{Column, Result};
use datafusion::logical_expr::{Distinct, Expr, LogicalPlan, Sort};

/// A plan whose result does not depend on threads.
#[derive(Debug)]
pub(crate) struct Steady {
    /// The plan.
    pub(crate) plan: LogicalPlan,
    /// Whether one thread must run it.
    pub(crate) alone: bool,
    /// Whether the rows come in the order of the files.
    pub(crate) plain: bool,
    /// Whether the rows have no order yet: neither the query's nor the file's.
    pub(crate) loose: bool,
}

/// Makes the plan's result independent of threads.
pub(crate) fn steady(plan: LogicalPlan) -> Result<Steady> {
    let plan = plan.transform_up_with_subqueries(break_ties)?.data;
    let plain = is_plain(&plan)?;
    let mut alone = false;
    plan.apply_with_subqueries(|node| {
        alone |= is_order_sensitive(node)?;
        Ok(if alone {
            TreeNodeRecursion::Stop
        } else {
            TreeNodeRecursion::Continue
        })
    })?;
    let loose = !plain && !is_sorted(&plan);
    Ok(Steady {
        plan,
        alone,
        plain,
        loose,
    })
}

/// Sorts by all columns, first by those asked for.
fn break_ties(plan: LogicalPlan) -> Result<Transformed<LogicalPlan>> {
    let LogicalPlan::Sort(Sort {
        mut expr,
        input,
        fetch,
    }) = plan
    else {
        return Ok(Transformed::no(plan));
    };
    for (qualifier, field) in input.schema().iter() {
        let column = Expr::Column(Column::new(qualifier.cloned(), field.name()));
        if !field.data_type().is_nested() && !expr.iter().any(|sort| sort.expr == column) {
            expr.push(column.sort(true, false));
        }
    }
    Ok(Transformed::yes(LogicalPlan::Sort(Sort {
        expr,
        input,
        fetch,
    })))
}

/// Whether the rows come as they stand in the tables.
fn is_plain(plan: &LogicalPlan) -> Result<bool> {
    let mut plain = true;
    plan.apply_with_subqueries(|node| {
        plain &= matches!(
            node,
            LogicalPlan::Projection(_)
                | LogicalPlan::Filter(_)
                | LogicalPlan::SubqueryAlias(_)
                | LogicalPlan::TableScan(_)
                | LogicalPlan::Limit(_)
                | LogicalPlan::Union(_)
                | LogicalPlan::EmptyRelation(_)
                | LogicalPlan::Values(_)
        );
        Ok(if plain {
            TreeNodeRecursion::Continue
        } else {
            TreeNodeRecursion::Stop
        })
    })?;
    Ok(plain)
}

fn is_sorted(mut plan: &LogicalPlan) -> bool {
    loop {
        plan = match plan {
            LogicalPlan::Sort(_) => return true,
            LogicalPlan::Projection(node) => &node.input,
            LogicalPlan::Limit(node) => &node.input,
            LogicalPlan::SubqueryAlias(node) => &node.input,
            _ => return false,
        };
    }
}

fn is_order_sensitive(node: &LogicalPlan) -> Result<bool> {
    Ok(match node {
        LogicalPlan::Window(_)
        | LogicalPlan::RecursiveQuery(_)
        | LogicalPlan::Distinct(Distinct::On(_)) => true,
        LogicalPlan::Limit(limit) => !is_sorted(&limit.input),
        LogicalPlan::Aggregate(aggregate) => {
            let mut found = false;
            for expr in &aggregate.aggr_expr {
                found |= expr.exists(|expr| Ok(takes_order(expr)))?;
            }
            found
        }
        _ => false,
    })
}

fn takes_order(expr: &Expr) -> bool {
    const TAKES: &[&str] = &[
        "array_agg",
        "string_agg",
        "first_value",
        "last_value",
        "nth_value",
        "any_value",
    ];
    match expr {
        Expr::AggregateFunction(call) => TAKES.contains(&call.func.name()),
        _ => false,
    }
}
