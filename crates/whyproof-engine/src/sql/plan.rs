//! From a query to a logical plan, with only the tables and functions that it is given.

use std::collections::BTreeMap;
use std::sync::Arc;

use datafusion::arrow::datatypes::{DataType, SchemaRef};
use datafusion::common::{Result, TableReference, plan_err};
use datafusion::config::ConfigOptions;
use datafusion::datasource::cte_worktable::CteWorkTable;
use datafusion::datasource::provider_as_source;
use datafusion::execution::runtime_env::RuntimeEnv;
use datafusion::execution::{SessionState, SessionStateBuilder, SessionStateDefaults};
use datafusion::logical_expr::planner::{ContextProvider, ExprPlanner};
use datafusion::logical_expr::{
    AggregateUDF, HigherOrderUDF, LogicalPlan, ScalarUDF, TableSource, WindowUDF,
};
use datafusion::prelude::SessionConfig;
use datafusion::sql::planner::{ParserOptions, SqlToRel};
use datafusion::sql::sqlparser::ast::{Ident, Query, Select, SelectItem, SetExpr, Statement};

use crate::{EngineError, words};

use super::{case, check, functions};

/// What plans and runs one query: no catalogue, no factories, no formats, only functions.
pub(crate) fn state(runtime: Arc<RuntimeEnv>, threads: usize, memory: u64) -> SessionState {
    let mut config = SessionConfig::new()
        .with_target_partitions(threads)
        .with_create_default_catalog_and_schema(false)
        .with_information_schema(false);
    let options = config.options_mut();
    options.sql_parser.collect_spans = true;
    options.execution.planning_concurrency = threads;
    options.execution.parquet.pushdown_filters = true;
    // Which thread reads which part must not depend on which was faster: sums are to come out the same.
    options.execution.enable_file_stream_work_stealing = false;
    let share = memory / 16 / threads as u64;
    let usual = options.execution.sort_spill_reservation_bytes as u64;
    options.execution.sort_spill_reservation_bytes = usize::try_from(usual.min(share)).unwrap_or(0);
    functions::add(SessionStateBuilder::new())
        .with_session_id("query".into())
        .with_config(config)
        .with_runtime_env(runtime)
        .with_expr_planners(SessionStateDefaults::default_expr_planners())
        .build()
}

/// Plans a query over `tables`, which are found by their names as SQL takes them; the plan only reads.
pub(crate) fn plan(
    state: &SessionState,
    mut query: Box<Query>,
    sql: &str,
    tables: &BTreeMap<String, Arc<dyn TableSource>>,
) -> std::result::Result<LogicalPlan, EngineError> {
    name_columns(&mut query.body);
    let sources = Sources { state, tables };
    let options = ParserOptions {
        collect_spans: true,
        ..ParserOptions::default()
    };
    loop {
        let planner = SqlToRel::new_with_options(&sources, options);
        match planner.sql_statement_to_plan(Statement::Query(query.clone())) {
            Ok(plan) => {
                let wrong = |message| EngineError::Wrong {
                    message,
                    place: None,
                };
                check::check(&plan).map_err(wrong)?;
                return Ok(plan);
            }
            // Every round names one more column as it is called, so this ends.
            Err(error) if case::corrected(&mut query, &error) => {}
            Err(error) => return Err(words::planning(&error, sql)),
        }
    }
}

/// Calls columns without a name what their SQL says, not what the planner makes of it.
fn name_columns(body: &mut SetExpr) {
    let mut bodies = vec![body];
    while let Some(body) = bodies.pop() {
        match body {
            SetExpr::Select(select) => name_selected(select),
            SetExpr::SetOperation { left, .. } => bodies.push(left),
            SetExpr::Query(query) => bodies.push(&mut query.body),
            _ => {}
        }
    }
}

fn name_selected(select: &mut Select) {
    use datafusion::sql::sqlparser::ast::Expr;
    for item in &mut select.projection {
        if let SelectItem::UnnamedExpr(expr) = item
            && !matches!(expr, Expr::Identifier(_) | Expr::CompoundIdentifier(_))
        {
            let alias = Ident::with_quote('"', expr.to_string());
            *item = SelectItem::ExprWithAlias {
                expr: expr.clone(),
                alias,
            };
        }
    }
}

/// What the planner may ask for.
struct Sources<'a> {
    state: &'a SessionState,
    tables: &'a BTreeMap<String, Arc<dyn TableSource>>,
}

impl ContextProvider for Sources<'_> {
    fn get_table_source(&self, name: TableReference) -> Result<Arc<dyn TableSource>> {
        let parts = [name.catalog(), name.schema(), Some(name.table())];
        let name = parts.into_iter().flatten().collect::<Vec<_>>().join(".");
        match self.tables.get(&name) {
            Some(source) => Ok(Arc::clone(source)),
            None => plan_err!("there is no table `{name}`"),
        }
    }

    fn create_cte_work_table(&self, name: &str, schema: SchemaRef) -> Result<Arc<dyn TableSource>> {
        Ok(provider_as_source(Arc::new(CteWorkTable::new(
            name, schema,
        ))))
    }

    fn get_expr_planners(&self) -> &[Arc<dyn ExprPlanner>] {
        self.state.expr_planners()
    }

    fn get_function_meta(&self, name: &str) -> Option<Arc<ScalarUDF>> {
        self.state.scalar_functions().get(name).cloned()
    }

    fn get_higher_order_meta(&self, name: &str) -> Option<Arc<HigherOrderUDF>> {
        self.state.higher_order_functions().get(name).cloned()
    }

    fn get_aggregate_meta(&self, name: &str) -> Option<Arc<AggregateUDF>> {
        self.state.aggregate_functions().get(name).cloned()
    }

    fn get_window_meta(&self, name: &str) -> Option<Arc<WindowUDF>> {
        self.state.window_functions().get(name).cloned()
    }

    fn get_variable_type(&self, _: &[String]) -> Option<DataType> {
        None
    }

    fn options(&self) -> &ConfigOptions {
        self.state.config_options()
    }

    fn udf_names(&self) -> Vec<String> {
        self.state.scalar_functions().keys().cloned().collect()
    }

    fn higher_order_function_names(&self) -> Vec<String> {
        self.state
            .higher_order_functions()
            .keys()
            .cloned()
            .collect()
    }

    fn udaf_names(&self) -> Vec<String> {
        self.state.aggregate_functions().keys().cloned().collect()
    }

    fn udwf_names(&self) -> Vec<String> {
        self.state.window_functions().keys().cloned().collect()
    }
}
