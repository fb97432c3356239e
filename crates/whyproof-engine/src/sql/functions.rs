//! The functions that a query may use, and why others are absent.

use std::sync::{Arc, LazyLock};

use datafusion::execution::session_state::SessionStateBuilder;
use datafusion::logical_expr::{AggregateUDF, ScalarUDF};
use datafusion::{functions, functions_aggregate, functions_nested, functions_window};

use super::guard::Guarded;
use super::moments::Moments;

/// What depends on the clock.
const CLOCK: &[&str] = &[
    "now",
    "current_timestamp",
    "current_date",
    "current_time",
    "today",
    "localtime",
    "localtimestamp",
    "getdate",
    "sysdate",
];
/// What is different every time.
const CHANCE: &[&str] = &[
    "random",
    "rand",
    "uuid",
    "gen_random_uuid",
    "newid",
    "setseed",
    "shuffle",
    "array_shuffle",
];
/// What tells of the machine.
const MACHINE: &[&str] = &[
    "version",
    "input_file_name",
    "file_row_index",
    "pg_sleep",
    "sleep",
    "current_user",
    "getenv",
];
/// What makes more of little.
const GROWING: &[&str] = &[
    "range",
    "generate_series",
    "gen_series",
    "array_repeat",
    "list_repeat",
    "array_resize",
    "list_resize",
];
/// What is merged in the order in which threads end.
const APPROXIMATE: &[&str] = &[
    "approx_percentile_cont",
    "approx_percentile_cont_with_weight",
    "approx_median",
];
/// What may make long texts, and is watched.
const WATCHED: &[&str] = &["repeat", "lpad", "rpad"];

/// Why there is no function of that name, where that was a decision.
pub(crate) fn absent(name: &str) -> Option<String> {
    let name = name.to_lowercase();
    let is_in = |list: &[&str]| list.contains(&name.as_str());
    Some(if is_in(CLOCK) {
        format!(
            "`{name}` depends on the clock, and the same case must give the same every day: write the date, as in date '2026-01-31'"
        )
    } else if is_in(CHANCE) {
        format!(
            "`{name}` gives something else every time, and the same case must give the same numbers"
        )
    } else if is_in(MACHINE) {
        format!("`{name}` tells of the machine, not of the data")
    } else if is_in(GROWING) {
        format!("`{name}` would make rows of its own: a query reads only the tables it names")
    } else if is_in(APPROXIMATE) {
        format!("`{name}` may differ from run to run: use median or percentile_cont")
    } else {
        return None;
    })
}

fn is_absent(name: &str, aliases: &[String]) -> bool {
    std::iter::once(name)
        .chain(aliases.iter().map(String::as_str))
        .any(|name| absent(name).is_some())
}

static SCALAR: LazyLock<Vec<Arc<ScalarUDF>>> = LazyLock::new(|| {
    functions::all_default_functions()
        .into_iter()
        .chain(functions_nested::all_default_nested_functions())
        .filter(|function| !is_absent(function.name(), function.aliases()))
        .map(|function| {
            if WATCHED.contains(&function.name()) {
                Arc::new(ScalarUDF::new_from_impl(Guarded::new(function)))
            } else {
                function
            }
        })
        .collect()
});

static AGGREGATE: LazyLock<Vec<Arc<AggregateUDF>>> = LazyLock::new(|| {
    functions_aggregate::all_default_aggregate_functions()
        .into_iter()
        .filter(|function| !is_absent(function.name(), function.aliases()))
        .chain([Arc::new(AggregateUDF::new_from_impl(Moments::new()))])
        .collect()
});

/// Adds all functions that a query may use.
pub(super) fn add(builder: SessionStateBuilder) -> SessionStateBuilder {
    builder
        .with_scalar_functions(SCALAR.clone())
        .with_aggregate_functions(AGGREGATE.clone())
        .with_window_functions(functions_window::all_default_window_functions())
        .with_higher_order_functions(functions_nested::all_default_higher_order_functions())
}
