//! Reading rows and tables, and comparing what they say with what we say.

use serde_json::{Value, json};
use whyproof_stats::moments::{Comoments, Moments};
use whyproof_stats::regression::Fit;
use whyproof_stats::{Alternative, Estimate, Level};

pub(crate) struct Book(Value);

impl Book {
    pub(crate) fn read() -> Self {
        Self(serde_json::from_str(include_str!("reference.json")).expect("it is JSON"))
    }

    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let rows = self.0["rows"].as_array().expect("rows");
        rows.iter().map(|row| Row {
            row,
            tables: &self.0["data"],
        })
    }
}

pub(crate) struct Row<'a> {
    row: &'a Value,
    tables: &'a Value,
}

impl Row<'_> {
    pub(crate) fn id(&self) -> &str {
        self.row["id"].as_str().expect("an id")
    }

    pub(crate) fn topic(&self) -> &str {
        self.row["topic"].as_str().expect("a topic")
    }

    pub(crate) fn rtol(&self) -> f64 {
        self.row["rtol"].as_f64().expect("a tolerance")
    }

    pub(crate) fn has_reason(&self) -> bool {
        self.row["reason"].is_string()
    }

    pub(crate) fn expected(&self) -> &Value {
        &self.row["expected"]
    }

    pub(crate) fn input(&self, name: &str) -> &Value {
        &self.row["inputs"][name]
    }

    pub(crate) fn text(&self, name: &str) -> &str {
        self.input(name)
            .as_str()
            .unwrap_or_else(|| panic!("{}: {name}", self.id()))
    }

    pub(crate) fn number(&self, name: &str) -> f64 {
        self.input(name)
            .as_f64()
            .unwrap_or_else(|| panic!("{}: {name}", self.id()))
    }

    pub(crate) fn flag(&self, name: &str) -> bool {
        self.input(name).as_bool().unwrap_or(false)
    }

    pub(crate) fn numbers(&self, name: &str) -> Vec<f64> {
        let all = self
            .input(name)
            .as_array()
            .unwrap_or_else(|| panic!("{}: {name}", self.id()));
        all.iter().map(|x| x.as_f64().expect("a number")).collect()
    }

    pub(crate) fn texts(&self, name: &str) -> Vec<&str> {
        let all = self
            .input(name)
            .as_array()
            .unwrap_or_else(|| panic!("{}: {name}", self.id()));
        all.iter().map(|x| x.as_str().expect("a text")).collect()
    }

    pub(crate) fn level(&self) -> Level {
        Level::new(self.number("level")).expect("a level")
    }

    pub(crate) fn alternative(&self) -> Alternative {
        match self.input("alternative").as_str() {
            Some("greater" | "larger") => Alternative::Greater,
            Some("less" | "smaller") => Alternative::Less,
            _ => Alternative::TwoSided,
        }
    }

    /// A column of the row's table.
    pub(crate) fn column(&self, name: &str) -> Vec<f64> {
        let table = self.row["data"].as_str().expect("a table");
        let column = self.tables[table][name].as_array();
        let column = column.unwrap_or_else(|| panic!("{}: no column {name}", self.id()));
        column
            .iter()
            .map(|x| x.as_f64().expect("a number"))
            .collect()
    }

    /// `values` split by the whole numbers of `keys`, in their order.
    pub(crate) fn split(values: &[f64], keys: &[f64]) -> Vec<Vec<f64>> {
        let most = keys.iter().copied().fold(0.0, f64::max) as usize;
        let mut parts = vec![Vec::new(); most + 1];
        for (value, key) in values.iter().zip(keys) {
            parts[*key as usize].push(*value);
        }
        parts
    }

    /// Moments of `columns`, one for each whole number of the column `by`.
    pub(crate) fn comoments(&self, columns: &[&str], by: &str) -> Vec<Comoments> {
        let keys = self.column(by);
        let parts: Vec<_> = columns
            .iter()
            .map(|c| Self::split(&self.column(c), &keys))
            .collect();
        (0..parts[0].len())
            .map(|key| {
                let columns: Vec<&[f64]> = parts.iter().map(|p| p[key].as_slice()).collect();
                Comoments::from_columns(&columns).expect("moments")
            })
            .collect()
    }
}

/// Moments, with none for no values.
pub(crate) fn moments(values: &[f64]) -> Moments {
    if values.is_empty() {
        return Moments::EMPTY;
    }
    Moments::from_values(values).expect("moments")
}

/// An end of an interval, which may be open.
pub(crate) fn end(x: f64) -> Value {
    if x.is_finite() {
        json!(x)
    } else {
        json!(if x > 0.0 { "inf" } else { "-inf" })
    }
}

pub(crate) fn interval(estimate: &Estimate) -> Value {
    json!([end(estimate.interval.low), end(estimate.interval.high)])
}

/// Coefficients from `first` on, as the script's `fitted` lists them.
pub(crate) fn fitted(fit: &Fit, first: usize, level: Level) -> Value {
    let all: Vec<Estimate> = (first..fit.len())
        .map(|i| {
            fit.estimate(i, level, Alternative::TwoSided)
                .expect("an estimate")
        })
        .collect();
    listed(&all)
}

pub(crate) fn listed(all: &[Estimate]) -> Value {
    let of = |f: fn(&Estimate) -> f64| all.iter().map(f).collect::<Vec<f64>>();
    json!({
        "coefficients": of(|e| e.value),
        "se": of(|e| e.standard_error),
        "p": of(|e| e.p),
        "low": of(|e| e.interval.low),
        "high": of(|e| e.interval.high),
    })
}

/// Notes every number of `theirs` that `ours` lacks or has otherwise.
pub(crate) fn compare(
    row: &Row<'_>,
    theirs: &Value,
    ours: &Value,
    path: String,
    wrong: &mut Vec<String>,
) {
    match theirs {
        Value::Object(fields) => {
            for (name, value) in fields {
                compare(row, value, &ours[name], format!("{path}.{name}"), wrong);
            }
        }
        Value::Array(items) => {
            for (i, value) in items.iter().enumerate() {
                compare(row, value, &ours[i], format!("{path}[{i}]"), wrong);
            }
        }
        Value::Number(_) => {
            let theirs = theirs.as_f64().unwrap_or(f64::NAN);
            let close = ours.as_f64().is_some_and(|ours| {
                (ours - theirs).abs() <= (row.rtol() * theirs.abs()).max(1e-12)
            });
            if !close {
                wrong.push(format!("{}{path}: {theirs} is {ours} here", row.id()));
            }
        }
        _ if theirs == ours => {}
        _ => wrong.push(format!("{}{path}: {theirs} is {ours} here", row.id())),
    }
}
