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
    /// The value of column `i` of the strata.
    pub(in crate::measure) fn stratum(i: usize) -> String {
        format!("stratum{i}")
    }

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

    /// How many rows have the metric's own columns, whatever they lack besides.
    pub(in crate::measure) fn all(k: usize) -> String {
        format!("m{k}_all")
    }

    /// How many rows have the metric and lack covariate `i`.
    pub(in crate::measure) fn gap(k: usize, i: usize) -> String {
        format!("m{k}_gap{i}")
    }

    /// The least value.
    pub(in crate::measure) fn least(k: usize) -> String {
        format!("m{k}_least")
    }

    /// The largest value.
    pub(in crate::measure) fn most(k: usize) -> String {
        format!("m{k}_most")
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
    /// The covariates that lack values where the metric has one. They are filled with nought, and whether they were is a
    /// covariate of its own: the same as filling with the mean, and nobody is left out.
    pub(super) gaps: Vec<String>,
}

/// A series of nothing.
pub(super) static NONE: Series = Series {
    metric: Metric {
        name: String::new(),
        column: String::new(),
        summary: Summary::Mean,
    },
    columns: Vec::new(),
    gaps: Vec::new(),
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
            gaps: Vec::new(),
        }
    }

    /// How many columns are the metric's own.
    pub(super) fn own(&self) -> usize {
        self.metric.columns().len()
    }

    /// The covariates.
    pub(super) fn covariates(&self) -> &[String] {
        self.columns.get(self.own()..).unwrap_or_default()
    }

    /// How many values a row has: its columns, and for each covariate with gaps whether it lacks one.
    pub(super) fn width(&self) -> usize {
        self.columns.len() + self.gaps.len()
    }

    /// The values of a row in SQL; a covariate that has gaps is filled.
    fn values(&self, kinds: &[Column]) -> Vec<String> {
        let value = |column: &String| match self.gaps.contains(column) {
            true => format!("coalesce({}, 0.0e0)", number(column, kinds)),
            false => number(column, kinds),
        };
        let lacks = |column: &String| {
            format!(
                "case when {} is null then 1.0e0 else 0.0e0 end",
                quoted(column)
            )
        };
        let values = self.columns.iter().map(value);
        values.chain(self.gaps.iter().map(lacks)).collect()
    }

    /// The condition that the columns of a row which cannot be filled are there.
    fn there(&self) -> String {
        let columns = self.columns.iter();
        all_there(columns.filter(|column| !self.gaps.contains(column)))
    }

    /// The condition that the metric's own columns are there.
    fn has_metric(&self) -> String {
        all_there(self.metric.columns())
    }
}

/// The condition that none of the columns is missing.
fn all_there(columns: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let columns = columns.into_iter();
    let there = columns.map(|column| format!("{} is not null", quoted(column.as_ref())));
    there.collect::<Vec<_>>().join(" and ")
}

/// For each covariate of each series how many rows have the metric and lack it: columns `m0_gap1`, in order.
pub(super) fn gaps(declared: &Declared, series: &[Series]) -> String {
    let each = series.iter().enumerate().flat_map(|(k, one)| {
        let has = one.has_metric();
        let covariates = one.covariates().iter().enumerate();
        covariates.map(move |(i, column)| {
            let lacks = format!("{} is null", quoted(column));
            format!(
                "count(*) filter (where {has} and {lacks}) as {}",
                name::gap(k, i)
            )
        })
    });
    let each: Vec<String> = each.collect();
    format!("select {}\nfrom {}", each.join(",\n  "), rows(declared))
}

/// Every column that is read, each once, in order.
pub(super) fn columns(declared: &Declared, series: &[Series]) -> Vec<String> {
    let by = [&declared.variant, &declared.cluster, &declared.time];
    let by = by.into_iter().flatten().cloned();
    let of_series = series.iter().flat_map(|one| one.columns.iter().cloned());
    let mut once: Vec<String> = Vec::new();
    let strata = declared.strata.iter().cloned();
    let beside = strata.chain(declared.segments.iter().cloned());
    for column in by.chain(of_series).chain(beside) {
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

/// Every column, without a row.
pub(super) fn any(from: &str) -> String {
    format!("select * from {} limit 0", quoted(from))
}

/// By which columns there is a row each, beside the variant.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct By<'d> {
    pub(super) cluster: Option<&'d str>,
    pub(super) segment: Option<&'d str>,
    pub(super) strata: &'d [String],
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
    let by = groups(declared, beside);
    let mut wanted: Vec<String> = by
        .iter()
        .map(|(column, name, kind)| format!("cast({} as {kind}) as {name}", quoted(column)))
        .collect();
    wanted.push(format!("count(*) as {}", name::ROWS));
    for (k, one) in series.iter().enumerate() {
        wanted.extend(match known.is_here && one.width() <= whole::COLUMNS {
            true => whole::of_series(k, one, &known.columns),
            false => of_series(k, one, &known.columns),
        });
        wanted.extend(beside_moments(k, one, &known.columns));
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

/// The columns by which there is a row each, what they are called in the answer, and as what they come.
fn groups<'d>(declared: &'d Declared, beside: By<'d>) -> Vec<(&'d str, String, &'static str)> {
    let mut by = Vec::new();
    let mut add = |column: Option<&'d str>, name: String, kind: &'static str| {
        by.extend(column.map(|column| (column, name, kind)));
    };
    add(
        declared.variant.as_deref(),
        name::VARIANT.to_owned(),
        "varchar",
    );
    add(beside.cluster, name::CLUSTER.to_owned(), "varchar");
    add(beside.segment, name::SEGMENT.to_owned(), "varchar");
    for (i, column) in beside.strata.iter().enumerate() {
        add(Some(column), name::stratum(i), "varchar");
    }
    add(beside.day, name::DAY.to_owned(), "date");
    by
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

/// The same, of those rows that meet a condition of ours, too.
pub(super) fn rows_where(declared: &Declared, condition: &str) -> String {
    let joint = match declared.population {
        Some(_) => "and",
        None => "where",
    };
    format!("{}\n{joint} {condition}", rows(declared))
}

/// What is asked of a metric beside its moments: with covariates how many rows have it at all, and of the mean of a
/// column that decides its ends.
fn beside_moments(k: usize, series: &Series, kinds: &[Column]) -> Vec<String> {
    let mut wanted = Vec::new();
    if !series.covariates().is_empty() {
        let own = series.metric.columns();
        let count = match own.as_slice() {
            // Known of a column without a look at its rows.
            [only] => format!("count({})", quoted(only)),
            _ => format!("count(*) filter (where {})", series.has_metric()),
        };
        wanted.push(format!("{count} as {}", name::all(k)));
    }
    let is_mean = series.metric.summary == Summary::Mean;
    if k == 0 && is_mean && kind(&series.metric.column, kinds) != Some(ColumnKind::Bool) {
        let value = number(&series.metric.column, kinds);
        wanted.push(format!("min({value}) as {}", name::least(k)));
        wanted.push(format!("max({value}) as {}", name::most(k)));
    }
    wanted
}

/// What is asked of one metric.
fn of_series(k: usize, series: &Series, kinds: &[Column]) -> Vec<String> {
    let values = series.values(kinds);
    let there = series.there();
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
