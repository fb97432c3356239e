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

    /// A column of text, made of a row's place and cells.
    pub(crate) fn add(&mut self, name: &str, text: impl Fn(usize, &[Cell]) -> Option<String>) {
        self.columns.push(Column {
            name: name.to_owned(),
            kind: ColumnKind::Text,
        });
        for (at, row) in self.rows.iter_mut().enumerate() {
            let cell = text(at, row).map_or(Cell::Null, Cell::Text);
            row.push(cell);
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
        if sql.contains(" as below") {
            return self.below(sql);
        }
        if sql.contains("_gap0") {
            return self.gaps(sql);
        }
        if sql.contains("percentile_cont") {
            return self.orders(sql);
        }
        self.sums(sql)
    }

    fn kinds(&self, sql: &str) -> Option<Table> {
        let list = sql.strip_prefix("select ")?.split(" from ").next()?;
        if list == "*" {
            return Some(Table {
                columns: self.columns.clone(),
                rows: Vec::new(),
            });
        }
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
        let mut series = Metrics::new();
        for (expression, name) in &items {
            if expression.starts_with("cast(") {
                by.push(self.at(quoted(expression)?)?);
            } else if let Some((k, i)) = mean_of(name) {
                // `moments` takes all columns of a metric, in their order.
                let all = arguments(expression)?;
                let own = if expression.starts_with("moments(") {
                    all.get(i)?
                } else {
                    all.first()?
                };
                let value = Value {
                    at: self.at(quoted(own)?)?,
                    is_filled: own.starts_with("coalesce("),
                    is_gap: own.contains(" is null then "),
                };
                series.entry(k).or_default().insert(i, value);
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
            let column = self.at(part.split("order by ").nth(1).and_then(quoted)?)?;
            let mine = self.of_variant(part)?;
            let values = mine.iter().filter_map(|row| row[column].number());
            let mut values: Vec<f64> = values.collect();
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

impl Rows {
    /// How many rows have a metric and lack a covariate.
    fn gaps(&self, sql: &str) -> Option<Table> {
        let list = sql.strip_prefix("select ")?.split("\nfrom ").next()?;
        let (mut columns, mut cells) = (Vec::new(), Vec::new());
        for item in list.split(",\n  ") {
            let (condition, name) = item.rsplit_once(" as ")?;
            let names: Vec<&str> = condition.split('"').skip(1).step_by(2).collect();
            let (lacking, having) = names.split_last()?;
            let lacking = self.at(lacking)?;
            let having: Vec<usize> = having
                .iter()
                .map(|name| self.at(name))
                .collect::<Option<_>>()?;
            let rows = self.rows.iter().filter(|row| {
                row[lacking] == Cell::Null && having.iter().all(|at| row[*at] != Cell::Null)
            });
            cells.push(Cell::Int(rows.count() as i64));
            columns.push(Column {
                name: name.to_owned(),
                kind: ColumnKind::Int,
            });
        }
        Some(Table {
            columns,
            rows: vec![cells],
        })
    }

    /// The rows of the variant that a query names first.
    fn of_variant(&self, sql: &str) -> Option<Vec<&Vec<Cell>>> {
        let (before, after) = sql.split_once(" = '")?;
        let by = self.at(before.rsplit("cast(").next().and_then(quoted)?)?;
        let variant = after.split('\'').next()?;
        let rows = self.rows.iter();
        Some(rows.filter(|row| row[by].to_string() == variant).collect())
    }

    /// How many values of each cluster are at most the quantile.
    fn below(&self, sql: &str) -> Option<Table> {
        let mut rows = Vec::new();
        for (at, part) in sql.split("\nunion all\n").enumerate() {
            let cluster = self.at(part.split("select cast(").nth(1).and_then(quoted)?)?;
            let column = self.at(part.split(" as part, ").nth(1).and_then(quoted)?)?;
            let level = part.split("percentile_cont(").nth(1)?;
            let level: f64 = level.split(')').next()?.parse().ok()?;
            let mut clusters: BTreeMap<String, Vec<f64>> = BTreeMap::new();
            for row in self.of_variant(part)? {
                if let (Some(value), false) = (row[column].number(), row[cluster] == Cell::Null) {
                    let known = clusters.entry(row[cluster].to_string()).or_default();
                    known.push(value);
                }
            }
            let mut all: Vec<f64> = clusters.values().flatten().copied().collect();
            all.sort_by(f64::total_cmp);
            let middle = quantile(&all, level);
            rows.extend(clusters.into_values().map(|values| {
                let below = values.iter().filter(|value| **value <= middle).count();
                let (at, many) = (at as i64, values.len() as i64);
                vec![Cell::Int(at), Cell::Int(many), Cell::Int(below as i64)]
            }));
        }
        let column = |name: &&str| Column {
            name: (*name).to_owned(),
            kind: ColumnKind::Float,
        };
        let names = ["variant", "events", "below"];
        Some(Table {
            columns: names.iter().map(column).collect(),
            rows,
        })
    }
}

/// The first quoted name.
fn quoted(text: &str) -> Option<&str> {
    text.split('"').nth(1)
}

/// One value of a row that is summed.
#[derive(Debug, Clone, Copy)]
struct Value {
    at: usize,
    is_filled: bool,
    is_gap: bool,
}

impl Value {
    fn of(self, row: &[Cell]) -> Option<f64> {
        let value = number(&row[self.at]);
        match value {
            _ if self.is_gap => Some(f64::from(u8::from(value.is_none()))),
            None if self.is_filled => Some(0.0),
            value => value,
        }
    }
}

type Metrics = BTreeMap<usize, BTreeMap<usize, Value>>;

/// What a call is given: `f(a, g(b, c))[1]` is `a` and `g(b, c)`.
fn arguments(call: &str) -> Option<Vec<String>> {
    let inner = call.split_once('(')?.1;
    let (mut depth, mut all) = (0, vec![String::new()]);
    for letter in inner.chars() {
        match letter {
            ')' if depth == 0 => break,
            ',' if depth == 0 => {
                all.push(String::new());
                continue;
            }
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        all.last_mut()?.push(letter);
    }
    Some(all.iter().map(|one| one.trim().to_owned()).collect())
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
fn summed(name: &str, rows: &[&Vec<Cell>], series: &Metrics) -> Cell {
    if name == "rows" {
        return Cell::Int(rows.len() as i64);
    }
    let (k, what) = name[1..].split_once('_').unwrap();
    let columns: Vec<Value> = match k.parse::<usize>().ok().and_then(|k| series.get(&k)) {
        Some(columns) => columns.values().copied().collect(),
        None => Vec::new(),
    };
    let there: Vec<Vec<f64>> = rows
        .iter()
        .filter_map(|row| columns.iter().map(|value| value.of(row)).collect())
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
        "all" => count(
            rows.iter()
                .filter(|row| columns[0].of(row).is_some())
                .count(),
        ),
        "least" | "most" => {
            let values = rows.iter().filter_map(|row| columns[0].of(row));
            let end: fn(f64, f64) -> f64 = if what == "least" { f64::min } else { f64::max };
            values.reduce(end).map_or(Cell::Null, rounded)
        }
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
