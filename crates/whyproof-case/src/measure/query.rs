//! The one query behind an experiment: a row for each variant, or for each variant and cluster, with counts, means and
//! centred sums. What a unit did never comes back.
//!
//! Moments are `var_pop` and `covar_pop`, or the engine's own `moments` in one pass ([`whole`]): both are centred as they
//! go, and the spread of values far from zero is not lost. Each metric counts the rows that have it, and every column that
//! it needs.

mod whole;

use crate::experiment::{Declared, Metric, Summary};
use crate::table::{Column, ColumnKind};

/// What a column of the answer is called.
pub(super) mod name {
    /// The variant.
    pub(in crate::measure) const VARIANT: &str = "variant";
    /// The cluster.
    pub(in crate::measure) const CLUSTER: &str = "cluster";
    /// The segment.
    pub(in crate::measure) const SEGMENT: &str = "segment";
    /// The day.
    pub(in crate::measure) const DAY: &str = "day";
    /// How many rows there are.
    pub(in crate::measure) const ROWS: &str = "rows";

    /// How many rows have what metric `k` needs.
    pub(in crate::measure) fn n(k: usize) -> String {
        format!("m{k}_n")
    }

    /// How many of its values are infinite or no numbers.
    pub(in crate::measure) fn bad(k: usize) -> String {
        format!("m{k}_bad")
    }

    /// How many of its values are neither 0 nor 1.
    pub(in crate::measure) fn many(k: usize) -> String {
        format!("m{k}_many")
    }

    /// The mean of its column `i`.
    pub(in crate::measure) fn mean(k: usize, i: usize) -> String {
        format!("m{k}_a{i}")
    }

    /// The covariance of its columns `i` and `j`, divided by their number.
    pub(in crate::measure) fn covariance(k: usize, i: usize, j: usize) -> String {
        format!("m{k}_c{i}_{j}")
    }
}

/// A metric, and the columns that its rows need: its own, what it is divided by, covariates.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Series {
    pub(super) metric: Metric,
    pub(super) columns: Vec<String>,
}

/// A series of nothing.
pub(super) static NONE: Series = Series {
    metric: Metric {
        name: String::new(),
        column: String::new(),
        summary: Summary::Mean,
    },
    columns: Vec::new(),
};

impl Series {
    /// A metric with its covariates; of a rate and of a quantile there are none.
    pub(super) fn of(metric: &Metric, covariates: &[String]) -> Series {
        let mut columns: Vec<String> = metric.columns().into_iter().map(str::to_owned).collect();
        if matches!(metric.summary, Summary::Mean | Summary::Ratio { .. }) {
            columns.extend(covariates.iter().cloned());
        }
        Series {
            metric: metric.clone(),
            columns,
        }
    }
}

/// Every column that is read, each once, in order.
pub(super) fn columns(declared: &Declared, series: &[Series]) -> Vec<String> {
    let by = [&declared.variant, &declared.cluster, &declared.time];
    let by = by.into_iter().flatten().cloned();
    let of_series = series.iter().flat_map(|one| one.columns.iter().cloned());
    let mut once: Vec<String> = Vec::new();
    for column in by.chain(of_series).chain(declared.segments.iter().cloned()) {
        if !once.contains(&column) {
            once.push(column);
        }
    }
    once
}

/// What kinds the columns have, without a row.
pub(super) fn kinds(from: &str, columns: &[String]) -> String {
    let list: Vec<String> = columns.iter().map(|column| quoted(column)).collect();
    format!("select {} from {} limit 0", list.join(", "), quoted(from))
}

/// By which columns there is a row each, beside the variant.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct By<'d> {
    pub(super) cluster: Option<&'d str>,
    pub(super) segment: Option<&'d str>,
    pub(super) day: Option<&'d str>,
}

/// What is known of the rows before they are summed.
#[derive(Debug, Clone)]
pub(super) struct Known {
    /// The columns that are read, with their kinds.
    pub(super) columns: Vec<Column>,
    /// Whether the engine on this machine sums them: it has `moments`, which others have not.
    pub(super) is_here: bool,
}

impl Known {
    /// Whether rows are grouped by a column as it is and only the groups are made text: as soon told apart, and faster.
    fn is_own_group(&self, column: &str) -> bool {
        let own = [ColumnKind::Bool, ColumnKind::Int, ColumnKind::Text];
        self.is_here && kind(column, &self.columns).is_some_and(|kind| own.contains(&kind))
    }
}

/// The sums by variant, and by what else is named.
pub(super) fn sums(
    declared: &Declared,
    series: &[Series],
    known: &Known,
    beside: By<'_>,
) -> String {
    let by = [
        (declared.variant.as_deref(), name::VARIANT, "varchar"),
        (beside.cluster, name::CLUSTER, "varchar"),
        (beside.segment, name::SEGMENT, "varchar"),
        (beside.day, name::DAY, "date"),
    ];
    let by: Vec<(&str, &str, &str)> = by
        .into_iter()
        .filter_map(|(column, name, kind)| column.map(|column| (column, name, kind)))
        .collect();
    let mut wanted: Vec<String> = by
        .iter()
        .map(|(column, name, kind)| format!("cast({} as {kind}) as {name}", quoted(column)))
        .collect();
    wanted.push(format!("count(*) as {}", name::ROWS));
    for (k, one) in series.iter().enumerate() {
        wanted.extend(match known.is_here && one.columns.len() <= whole::COLUMNS {
            true => whole::of_series(k, one),
            false => of_series(k, one, &known.columns),
        });
    }
    let mut sql = format!("select {}\nfrom {}", wanted.join(",\n  "), rows(declared));
    if !by.is_empty() {
        let places: Vec<String> = (1..=by.len()).map(|place| place.to_string()).collect();
        let groups = by.iter().zip(&places);
        let groups = groups.map(|((column, ..), place)| match known.is_own_group(column) {
            true => quoted(column),
            false => place.clone(),
        });
        let groups: Vec<String> = groups.collect();
        let (groups, places) = (groups.join(", "), places.join(", "));
        sql.push_str(&format!("\ngroup by {groups}\norder by {places}"));
    }
    sql
}

/// How many rows have a unit, and how many units there are.
pub(super) fn units(declared: &Declared, unit: &str) -> String {
    let unit = quoted(unit);
    let from = rows(declared);
    format!("select count({unit}) as rows, count(distinct {unit}) as units from {from}")
}

/// What the rows are taken from, with the condition on who is counted.
pub(super) fn rows(declared: &Declared) -> String {
    let from = quoted(declared.from.as_deref().unwrap_or_default());
    match &declared.population {
        // The line ends before the bracket, so that a comment in the condition cannot take it.
        Some(population) => format!("{from}\nwhere (\n{population}\n)"),
        None => from,
    }
}

/// What is asked of one metric.
fn of_series(k: usize, series: &Series, kinds: &[Column]) -> Vec<String> {
    let value = |column: &str| number(column, kinds);
    let values: Vec<String> = series.columns.iter().map(|column| value(column)).collect();
    let there: Vec<String> = series
        .columns
        .iter()
        .map(|column| format!("{} is not null", quoted(column)))
        .collect();
    let there = there.join(" and ");
    let sound: Vec<String> = series
        .columns
        .iter()
        .zip(&values)
        .filter(|(column, _)| kind(column, kinds) == Some(ColumnKind::Float))
        .map(|(_, value)| is_finite(value))
        .collect();
    let (whole, bad) = if sound.is_empty() {
        (there.clone(), "0".to_owned())
    } else {
        let sound = sound.join(" and ");
        (
            format!("{there} and {sound}"),
            format!("count(*) filter (where {there} and not ({sound}))"),
        )
    };
    let first = values.first().cloned().unwrap_or_default();
    let mut wanted = vec![
        format!("count(*) filter (where {whole}) as {}", name::n(k)),
        format!("{bad} as {}", name::bad(k)),
        format!(
            "count(*) filter (where {whole} and {first} not in (0, 1)) as {}",
            name::many(k)
        ),
    ];
    for (i, one) in values.iter().enumerate() {
        wanted.push(format!(
            "avg({one}) filter (where {whole}) as {}",
            name::mean(k, i)
        ));
        for (j, other) in values.iter().enumerate().skip(i) {
            let moment = if i == j {
                format!("var_pop({one})")
            } else {
                format!("covar_pop({one}, {other})")
            };
            wanted.push(format!(
                "{moment} filter (where {whole}) as {}",
                name::covariance(k, i, j)
            ));
        }
    }
    wanted
}

/// A column as a number.
pub(super) fn number(column: &str, kinds: &[Column]) -> String {
    let quoted = quoted(column);
    match kind(column, kinds) {
        Some(ColumnKind::Bool) => format!("case when {quoted} then 1.0e0 else 0.0e0 end"),
        _ => format!("cast({quoted} as double precision)"),
    }
}

fn is_finite(value: &str) -> String {
    let special = ["NaN", "Infinity", "-Infinity"]
        .map(|name| format!("cast('{name}' as double precision)"))
        .join(", ");
    format!("{value} not in ({special})")
}

pub(super) fn kind(column: &str, kinds: &[Column]) -> Option<ColumnKind> {
    let found = kinds.iter().find(|known| known.name == column);
    found.map(|found| found.kind)
}

/// A name as SQL writes it.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::{By, Known, Series, columns, kinds, sums};
    use crate::experiment::{Declared, Metric};
    use crate::table::{Column, ColumnKind};

    fn declared() -> Declared {
        Declared {
            metrics: Metric::read("converted").into_iter().collect(),
            from: Some("data/users.csv".to_owned()),
            variant: Some("group".to_owned()),
            population: Some("country = 'SE' -- only there".to_owned()),
            ..Declared::default()
        }
    }

    #[test]
    fn a_query_reads_each_column_once_and_gives_a_row_for_each_variant() {
        let declared = declared();
        let series = [Series::of(&declared.metrics[0], &["before".to_owned()])];
        let read = columns(&declared, &series);
        assert_eq!(read, ["group", "converted", "before"]);
        assert_eq!(
            kinds("data/users.csv", &read),
            "select \"group\", \"converted\", \"before\" from \"data/users.csv\" limit 0"
        );
        let kinds = [
            ("converted", ColumnKind::Bool),
            ("before", ColumnKind::Float),
        ];
        let kinds = kinds.map(|(name, kind)| Column {
            name: name.to_owned(),
            kind,
        });
        let mut known = Known {
            columns: kinds.to_vec(),
            is_here: false,
        };
        let sql = sums(&declared, &series, &known, By::default());
        assert!(
            sql.contains("case when \"converted\" then 1.0e0 else 0.0e0 end"),
            "{sql}"
        );
        assert!(sql.contains("covar_pop("), "{sql}");
        assert!(
            sql.ends_with("-- only there\n)\ngroup by 1\norder by 1"),
            "{sql}"
        );
        let beside = By {
            cluster: Some("vill\"age"),
            ..By::default()
        };
        let by_village = sums(&declared, &series, &known, beside);
        assert!(
            by_village.contains("cast(\"vill\"\"age\" as varchar) as cluster"),
            "{by_village}"
        );
        known.is_here = true;
        let here = sums(&declared, &series, &known, By::default());
        for part in [
            "moments(\"converted\", \"before\")[1] as m0_n",
            "moments(\"converted\", \"before\")[7] as m0_c0_1",
        ] {
            assert!(here.contains(part), "{here}");
        }
    }
}
