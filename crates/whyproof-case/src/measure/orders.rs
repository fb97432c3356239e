//! Quantiles: the order statistics at the ranks that the interval needs, in a query of their own.

use whyproof_stats::quantiles::{OrderStatistics, ranks};

use super::Session;
use super::gather::Group;
use super::query::{self, Series, quoted};
use super::told::Trouble;
use crate::experiment::{Declared, Summary};
use crate::table::{Cell, Column, Table};

/// The order statistics of each series that is a quantile, one for each group; empty for the others.
pub(super) fn orders(
    declared: &Declared,
    series: &[Series],
    kinds: &[Column],
    groups: &[Group],
    session: &mut Session<'_>,
) -> Result<Vec<Vec<OrderStatistics>>, Trouble> {
    let mut orders = vec![Vec::new(); series.len()];
    for (k, one) in series.iter().enumerate() {
        let Summary::Quantile(share) = one.metric.summary else {
            continue;
        };
        let Ok(wanted) = wanted(groups, k, share) else {
            // Too few rows: that is told where the effect is.
            continue;
        };
        let sql = sql(declared, one, kinds, &wanted);
        let table = session.ask_one(sql)?;
        if let Some(found) = orders.get_mut(k) {
            *found = read(&table, &wanted, share);
        }
    }
    Ok(orders)
}

/// What is fetched of one variant.
struct Wanted<'g> {
    name: &'g str,
    n: u64,
    levels: (f64, f64),
    share: f64,
}

fn wanted(groups: &[Group], k: usize, share: f64) -> whyproof_stats::Result<Vec<Wanted<'_>>> {
    groups
        .iter()
        .map(|group| {
            let n = group.whole(k)?.n();
            Ok(Wanted {
                name: &group.name,
                n,
                levels: ranks(n, share)?,
                share,
            })
        })
        .collect()
}

fn sql(declared: &Declared, series: &Series, kinds: &[Column], wanted: &[Wanted<'_>]) -> String {
    let column = &series.metric.column;
    let value = query::number(column, kinds);
    let variant = quoted(declared.variant.as_deref().unwrap_or_default());
    let joint = if declared.population.is_some() {
        "and"
    } else {
        "where"
    };
    let each = wanted.iter().enumerate().map(|(at, one)| {
        let order = |level: f64| format!("percentile_cont({level}) within group (order by {value})");
        format!(
            "select {at} as variant, {} as lower, {} as middle, {} as upper\nfrom {}\n{joint} cast({variant} as varchar) = '{}' and {} is not null",
            order(one.levels.0),
            order(one.share),
            order(one.levels.1),
            query::rows(declared),
            one.name.replace('\'', "''"),
            quoted(column),
        )
    });
    format!(
        "{}\norder by 1",
        each.collect::<Vec<_>>().join("\nunion all\n")
    )
}

fn read(table: &Table, wanted: &[Wanted<'_>], share: f64) -> Vec<OrderStatistics> {
    let number = |row: &[Cell], name: &str| {
        let cell = table.column(name).and_then(|at| row.get(at));
        cell.and_then(Cell::number).unwrap_or(f64::NAN)
    };
    let rows = table.rows.iter().zip(wanted);
    rows.map(|(row, one)| OrderStatistics {
        n: one.n,
        quantile: share,
        value: number(row, "middle"),
        lower: number(row, "lower"),
        upper: number(row, "upper"),
    })
    .collect()
}
