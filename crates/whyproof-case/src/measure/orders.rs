//! Quantiles: the order statistics at the ranks that the interval needs, in a query of their own; with clusters, how
//! many values of each are at most the quantile, in another.

use std::collections::BTreeMap;

use whyproof_stats::Result;
use whyproof_stats::effect::Arm;
use whyproof_stats::moments::Comoments;
use whyproof_stats::quantiles::{self, OrderStatistics, ranks};

use super::Session;
use super::gather::Group;
use super::query::{self, Series, quoted};
use super::told::Trouble;
use crate::experiment::{Declared, Summary};
use crate::table::{Cell, Column, Table};

/// The quantile of one variant.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Order {
    statistics: OrderStatistics,
    /// With clusters a row for each: how many of its values are at most the quantile, and how many it has.
    clusters: Option<Comoments>,
}

impl Order {
    /// The quantile, in the metric's unit.
    pub(super) fn value(&self) -> f64 {
        self.statistics.value
    }

    /// The variant as something to compare: with clusters, of as many units as there are clusters, and each variant's
    /// taken as its own (where a cluster is in both, the interval is wider than it need be).
    pub(super) fn arm(&self) -> Result<Arm> {
        match &self.clusters {
            None => quantiles::arm(&self.statistics),
            Some(clusters) => {
                let arm = quantiles::clustered_arm(&self.statistics, clusters)?;
                Ok(arm.of_units(clusters.n()))
            }
        }
    }
}

/// The quantiles of each series that is one, one for each group; empty for the others.
pub(super) fn orders(
    declared: &Declared,
    series: &[Series],
    kinds: &[Column],
    groups: &[Group],
    session: &mut Session<'_>,
) -> std::result::Result<Vec<Vec<Order>>, Trouble> {
    let mut orders = vec![Vec::new(); series.len()];
    for (k, one) in series.iter().enumerate() {
        let Summary::Quantile(share) = one.metric.summary else {
            continue;
        };
        let Ok(wanted) = wanted(groups, k, share) else {
            // Too few rows: that is told where the effect is.
            continue;
        };
        let asked = Asked {
            declared,
            column: &one.metric.column,
            value: query::number(&one.metric.column, kinds),
            wanted: &wanted,
        };
        let found = asked.read(&*session.ask_one(asked.levels())?);
        let clusters = match &declared.cluster {
            Some(cluster) => {
                let below = session.ask_one(asked.below(cluster))?;
                let each = asked.clusters(&below);
                let each = each.map_err(|error| super::trouble::of(&one.metric.name, &error))?;
                each.into_iter().map(Some).collect()
            }
            None => vec![None; found.len()],
        };
        if let Some(place) = orders.get_mut(k) {
            let each = found.into_iter().zip(clusters);
            let each = each.map(|(statistics, clusters)| Order {
                statistics,
                clusters,
            });
            *place = each.collect();
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

fn wanted(groups: &[Group], k: usize, share: f64) -> Result<Vec<Wanted<'_>>> {
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

/// The quantile of one column, in each variant.
struct Asked<'a> {
    declared: &'a Declared,
    column: &'a str,
    /// The column as a number, in SQL.
    value: String,
    wanted: &'a [Wanted<'a>],
}

impl Asked<'_> {
    /// The order statistics.
    fn levels(&self) -> String {
        let each = self.wanted.iter().enumerate().map(|(at, one)| {
            let (low, high) = one.levels;
            format!(
                "select {at} as variant, {} as lower, {} as middle, {} as upper\nfrom {}",
                self.order(low),
                self.order(one.share),
                self.order(high),
                self.rows(one)
            )
        });
        joined(each)
    }

    /// For each cluster how many values it has, and how many of them are at most the variant's quantile. That one is
    /// found again where the values are: what came back of it was rounded.
    fn below(&self, cluster: &str) -> String {
        let each = self.wanted.iter().enumerate().map(|(at, one)| {
            let rows = self.rows(one);
            format!(
                "select {at} as variant, count(*) as events, count(*) filter (where amount <= middle) as below\n\
                 from (select cast({} as varchar) as part, {} as amount from {rows}) as r\n\
                 cross join (select {} as middle from {rows}) as q\ngroup by part",
                quoted(cluster),
                self.value,
                self.order(one.share),
            )
        });
        joined(each)
    }

    fn order(&self, level: f64) -> String {
        let value = &self.value;
        format!("percentile_cont({level}) within group (order by {value})")
    }

    /// The rows of a variant that have a value and, where there are clusters, one.
    fn rows(&self, one: &Wanted<'_>) -> String {
        let variant = quoted(self.declared.variant.as_deref().unwrap_or_default());
        let clustered = self.declared.cluster.as_deref().map(|cluster| {
            let cluster = quoted(cluster);
            format!(" and cast({cluster} as varchar) <> ''")
        });
        let condition = format!(
            "cast({variant} as varchar) = '{}' and {} is not null{}",
            one.name.replace('\'', "''"),
            quoted(self.column),
            clustered.unwrap_or_default()
        );
        query::rows_where(self.declared, &condition)
    }

    /// The answer to [`levels`](Self::levels).
    fn read(&self, table: &Table) -> Vec<OrderStatistics> {
        let rows = table.rows.iter().zip(self.wanted);
        rows.map(|(row, one)| OrderStatistics {
            n: one.n,
            quantile: one.share,
            value: number(table, row, "middle"),
            lower: number(table, row, "lower"),
            upper: number(table, row, "upper"),
        })
        .collect()
    }

    /// The answer to [`below`](Self::below), by variant.
    fn clusters(&self, table: &Table) -> Result<Vec<Comoments>> {
        let mut columns: BTreeMap<usize, [Vec<f64>; 2]> = BTreeMap::new();
        for row in &table.rows {
            let at = number(table, row, "variant") as usize;
            let [below, events] = columns.entry(at).or_default();
            below.push(number(table, row, "below"));
            events.push(number(table, row, "events"));
        }
        let each = (0..self.wanted.len()).map(|at| match columns.get(&at) {
            Some([below, events]) => Comoments::from_columns(&[below, events]),
            None => Ok(Comoments::empty(2)),
        });
        each.collect()
    }
}

fn joined(each: impl Iterator<Item = String>) -> String {
    let all = each.collect::<Vec<_>>().join("\nunion all\n");
    format!("{all}\norder by 1")
}

fn number(table: &Table, row: &[Cell], name: &str) -> f64 {
    let cell = table.column(name).and_then(|at| row.get(at));
    cell.and_then(Cell::number).unwrap_or(f64::NAN)
}
