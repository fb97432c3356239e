//! Rows in memory, and what the queries that measuring asks give of them: by the names of their columns, since no
//! engine is here. That the SQL itself is right is for the engine's tests.

use std::collections::BTreeMap;

use whyproof_case::{Cell, Column, ColumnKind, Table};

/// A table of data.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rows {
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Vec<Cell>>,
}

impl Rows {
    pub(crate) fn of(columns: &[(&str, ColumnKind)], rows: Vec<Vec<Cell>>) -> Rows {
        let column = |(name, kind): &(&str, ColumnKind)| Column {
            name: (*name).to_owned(),
            kind: *kind,
        };
        Rows {
            columns: columns.iter().map(column).collect(),
            rows,
        }
    }

    /// A CSV file of numbers, whole ones and others.
    pub(crate) fn csv(text: &str) -> Rows {
        let mut lines = text.lines();
        let names: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
        let cell = |word: &str| match word.parse::<i64>() {
            Ok(whole) => Cell::Int(whole),
            Err(_) => word.parse().map_or(Cell::Null, Cell::Float),
        };
        let rows: Vec<Vec<Cell>> = lines
            .map(|line| line.split(',').map(cell).collect())
            .collect();
        let kind = |at: usize| {
            let is_float = rows.iter().any(|row| matches!(row[at], Cell::Float(_)));
            if is_float {
                ColumnKind::Float
            } else {
                ColumnKind::Int
            }
        };
        let columns: Vec<(&str, ColumnKind)> =
            (0..names.len()).map(|at| (names[at], kind(at))).collect();
        Rows::of(&columns, rows.clone())
    }

    fn at(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    /// What `sql` gives; none where a column is not there.
    pub(crate) fn answer(&self, sql: &str) -> Option<Table> {
        if sql.ends_with("limit 0") {
            return self.kinds(sql);
        }
        if sql.contains("percentile_cont") {
            return self.orders(sql);
        }
        self.sums(sql)
    }

    fn kinds(&self, sql: &str) -> Option<Table> {
        let list = sql.strip_prefix("select ")?.split(" from ").next()?;
        let columns = list.split(", ").map(|name| {
            let at = self.at(name.trim_matches('"'))?;
            Some(self.columns[at].clone())
        });
        Some(Table {
            columns: columns.collect::<Option<_>>()?,
            rows: Vec::new(),
        })
    }

    fn sums(&self, sql: &str) -> Option<Table> {
        let list = sql.strip_prefix("select ")?.split("\nfrom ").next()?;
        let items: Vec<(&str, &str)> = list
            .split(",\n  ")
            .map(|item| item.rsplit_once(" as "))
            .collect::<Option<_>>()?;
        let mut by: Vec<usize> = Vec::new();
        let mut series: BTreeMap<usize, BTreeMap<usize, usize>> = BTreeMap::new();
        for (expression, name) in &items {
            if expression.starts_with("cast(") {
                by.push(self.at(quoted(expression)?)?);
            } else if let Some((k, i)) = mean_of(name) {
                // `moments` takes all columns of a metric, in their order.
                let of = if expression.starts_with("moments(") {
                    i
                } else {
                    0
                };
                let column = self.at(expression.split('"').nth(1 + 2 * of)?)?;
                series.entry(k).or_default().insert(i, column);
            }
        }
        let mut groups: BTreeMap<Vec<String>, Vec<&Vec<Cell>>> = BTreeMap::new();
        for row in &self.rows {
            let key = by.iter().map(|at| row[*at].to_string()).collect();
            groups.entry(key).or_default().push(row);
        }
        let rows = groups.into_iter().map(|(key, rows)| {
            let keys = key.iter().zip(&by).map(|(text, at)| match &rows[0][*at] {
                Cell::Null => Cell::Null,
                Cell::Date(day) => Cell::Date(*day),
                _ => Cell::Text(text.clone()),
            });
            let summed = items[by.len()..]
                .iter()
                .map(|(_, name)| summed(name, &rows, &series));
            keys.chain(summed).collect()
        });
        let rows = rows.collect();
        let column = |(_, name): &(&str, &str)| Column {
            name: (*name).to_owned(),
            kind: ColumnKind::Float,
        };
        Some(Table {
            columns: items.iter().map(column).collect(),
            rows,
        })
    }

    fn orders(&self, sql: &str) -> Option<Table> {
        let mut rows = Vec::new();
        for (at, part) in sql.split("\nunion all\n").enumerate() {
            let variant = part.split(" = '").nth(1)?.split('\'').next()?;
            let by = self.at(part.split("cast(").last().and_then(quoted)?)?;
            let column = self.at(part.split("order by ").nth(1).and_then(quoted)?)?;
            let mine = self
                .rows
                .iter()
                .filter(|row| row[by].to_string() == variant);
            let mut values: Vec<f64> = mine.filter_map(|row| row[column].number()).collect();
            values.sort_by(f64::total_cmp);
            let mut cells = vec![Cell::Int(at as i64)];
            for level in part.split("percentile_cont(").skip(1) {
                let level: f64 = level.split(')').next()?.parse().ok()?;
                cells.push(Cell::Float(quantile(&values, level)));
            }
            rows.push(cells);
        }
        let column = |name: &&str| Column {
            name: (*name).to_owned(),
            kind: ColumnKind::Float,
        };
        Some(Table {
            columns: ["variant", "lower", "middle", "upper"]
                .iter()
                .map(column)
                .collect(),
            rows,
        })
    }
}

/// The first quoted name.
fn quoted(text: &str) -> Option<&str> {
    text.split('"').nth(1)
}

/// `m0_a1`.
fn mean_of(name: &str) -> Option<(usize, usize)> {
    let (k, i) = name.strip_prefix('m')?.split_once("_a")?;
    Some((k.parse().ok()?, i.parse().ok()?))
}

fn quantile(sorted: &[f64], level: f64) -> f64 {
    let place = level * (sorted.len() - 1) as f64;
    let low = sorted[place as usize];
    let high = sorted[(place as usize + 1).min(sorted.len() - 1)];
    low + (high - low) * place.fract()
}

fn number(cell: &Cell) -> Option<f64> {
    match cell {
        Cell::Bool(is) => Some(f64::from(u8::from(*is))),
        other => other.number(),
    }
}

/// One summary of a group: `rows`, `m0_n`, `m0_bad`, `m0_many`, `m0_a1`, `m0_c0_1`.
fn summed(
    name: &str,
    rows: &[&Vec<Cell>],
    series: &BTreeMap<usize, BTreeMap<usize, usize>>,
) -> Cell {
    if name == "rows" {
        return Cell::Int(rows.len() as i64);
    }
    let (k, what) = name[1..].split_once('_').unwrap();
    let columns: Vec<usize> = series[&k.parse::<usize>().unwrap()]
        .values()
        .copied()
        .collect();
    let there: Vec<Vec<f64>> = rows
        .iter()
        .filter_map(|row| columns.iter().map(|at| number(&row[*at])).collect())
        .collect();
    let whole: Vec<&Vec<f64>> = there
        .iter()
        .filter(|row| row.iter().all(|value| value.is_finite()))
        .collect();
    let count = |many: usize| Cell::Int(many as i64);
    let mean = |i: usize| whole.iter().map(|row| row[i]).sum::<f64>() / whole.len() as f64;
    let empty = whole.is_empty();
    match what {
        "n" => count(whole.len()),
        "bad" => count(there.len() - whole.len()),
        "many" => count(
            whole
                .iter()
                .filter(|row| row[0] != 0.0 && row[0] != 1.0)
                .count(),
        ),
        _ if empty => Cell::Null,
        _ if what.starts_with('a') => rounded(mean(what[1..].parse().unwrap())),
        _ => {
            let (i, j) = what[1..].split_once('_').unwrap();
            let (i, j): (usize, usize) = (i.parse().unwrap(), j.parse().unwrap());
            let (one, other) = (mean(i), mean(j));
            let products = whole.iter().map(|row| (row[i] - one) * (row[j] - other));
            rounded(products.sum::<f64>() / whole.len() as f64)
        }
    }
}

/// To 12 significant digits, as an engine gives numbers.
fn rounded(value: f64) -> Cell {
    Cell::Float(format!("{value:.11e}").parse().unwrap())
}
