//! Reading what an experiment declares out of its TOML. What cannot be read is told, and left out.

mod forecast;
mod looks;
mod units;

use jiff::civil::Date;
use toml::de::{DeTable, DeValue};

use super::super::amount::{Amount, Unit};
use super::super::metric::Metric;
use super::{Declared, Direction, Guardrail, METHODS};

/// A value that cannot be read: its key, what is wrong, and what to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::experiment) struct Trouble {
    pub(in crate::experiment) key: String,
    pub(in crate::experiment) says: String,
    pub(in crate::experiment) help: &'static str,
}

const AMOUNT: &str = "Write a number with its unit: \"10 points\" of a share, \"3%\" of what the control has, \"$0.40\", \"5 minutes\".";
const METRIC: &str = "Write a column, \"orders / sessions\", \"faults per hours\", \"median minutes\" or \"p95 minutes\".";
const LESS: &str = "Where less is better write `direction = \"down\"`.";
const UNITS: &str = "Write every amount in the unit of the metric's column.";
const TRAFFIC: &str = "Write how many come: \"1,200 a day\", or \"8,000 a week\".";
const DAY: &str = "Write a day as in \"2026-11-27\".";
const FORECAST: &str = "Write \"25 points\", \"10 points to 30 points\", or { low = \"10 points\", high = \"30 points\", level = \"80%\", clears = \"70%\" }.";
const SPLIT: &str = "Write the shares, the control first: \"50/50\", or [1, 1, 2].";
const COVARIATES: &str = "Write columns, [\"orders_before\"], or a table with some for each metric: { orders = \"orders_before\" }.";
const GUARDRAIL: &str = "Write { metric = \"refunded\", margin = \"1 point\", direction = \"down\" }, or words where it is not in the data.";

/// Reads the table of an experiment.
pub(in crate::experiment) fn read(table: &DeTable<'_>) -> (Declared, Vec<Trouble>) {
    let mut reader = Reader::default();
    for (key, value) in table {
        reader.key(key.get_ref(), value.get_ref());
    }
    let declared = &mut reader.declared;
    // A guardrail and a metric are told by name; what is no name of a column stays in words.
    declared
        .metrics
        .dedup_by(|one, other| one.name == other.name);
    let is_below = |amount: &Amount| amount.value < 0.0;
    if declared.direction == Direction::Up && declared.worthwhile.as_ref().is_some_and(is_below) {
        declared.worthwhile = None;
        let says = "it is below zero, and more is taken as better".to_owned();
        reader.trouble("worthwhile", says, LESS);
    } else if let Some((key, says)) = units::mixed(declared) {
        let says = format!("{says}: an amount is in what the column counts");
        reader.trouble(key, says, UNITS);
    }
    reader.looks_fit();
    (reader.declared, reader.troubles)
}

#[derive(Default)]
struct Reader {
    declared: Declared,
    troubles: Vec<Trouble>,
}

impl Reader {
    fn key(&mut self, key: &str, value: &DeValue<'_>) {
        let texts = texts(value);
        let one = texts.first().map(|text| text.trim().to_owned());
        let one = one.filter(|text| !text.is_empty());
        match key {
            "metric" | "metrics" => self.metrics(key, &texts),
            "from" => self.declared.from = one,
            "population" => self.declared.population = one,
            "unit" => self.declared.unit = one,
            "variant" => self.declared.variant = one,
            "control" => self.declared.control = one,
            "treatment" | "treatments" => self.declared.treatments.extend(texts),
            "cluster" => self.declared.cluster = one,
            "time" => self.declared.time = one,
            "locked" => self.declared.locked = one,
            "segments" => self.declared.segments.extend(texts),
            "strata" => self.declared.strata.extend(texts),
            "covariates" => self.covariates(value, texts),
            "split" => self.split(value, &texts),
            "direction" => self.direction(&texts),
            "method" => self.method(&texts),
            "looks" => self.looks(&texts),
            "baseline" => self.declared.baseline = self.amount(key, &texts),
            "spread" => self.declared.spread = self.amount(key, &texts),
            "traffic" => self.traffic(&texts),
            "worthwhile" => self.declared.worthwhile = self.amount(key, &texts),
            "start" => self.declared.start = self.day(key, &texts),
            "end" => self.declared.end = self.day(key, &texts),
            "forecast" => self.forecast(value, &texts),
            "guardrail" | "guardrails" => self.guardrails(key, value),
            _ => {}
        }
    }

    fn trouble(&mut self, key: &str, says: String, help: &'static str) {
        self.troubles.push(Trouble {
            key: key.to_owned(),
            says,
            help,
        });
    }

    fn metrics(&mut self, key: &str, texts: &[String]) {
        for text in texts {
            match Metric::read(text) {
                Some(metric) => self.declared.metrics.push(metric),
                None => self.trouble(key, format!("`{text}` is no metric"), METRIC),
            }
        }
    }

    fn amount(&mut self, key: &str, texts: &[String]) -> Option<Amount> {
        let text = texts.first()?;
        let amount = Amount::read(text);
        if amount.is_none() {
            self.trouble(key, format!("`{text}` is no amount"), AMOUNT);
        }
        amount
    }

    fn traffic(&mut self, texts: &[String]) {
        let Some(text) = texts.first() else { return };
        self.declared.traffic = traffic(text);
        if self.declared.traffic.is_none() {
            self.trouble("traffic", format!("`{text}` is no number a day"), TRAFFIC);
        }
    }

    fn day(&mut self, key: &str, texts: &[String]) -> Option<Date> {
        let text = texts.first()?;
        let day = text.trim().parse().ok();
        if day.is_none() {
            self.trouble(key, format!("`{text}` is no day"), DAY);
        }
        day
    }

    fn direction(&mut self, texts: &[String]) {
        let Some(text) = texts.first() else { return };
        match direction(text) {
            Some(direction) => {
                self.declared.direction = direction;
                self.declared.has_direction = true;
            }
            None => self.trouble(
                "direction",
                format!("`{text}` is no direction"),
                "Write \"up\" where more is better, \"down\" where less is.",
            ),
        }
    }

    fn method(&mut self, texts: &[String]) {
        let Some(text) = texts.first() else { return };
        let word = text.trim().to_lowercase().replace([' ', '_'], "-");
        match METHODS.iter().find(|(name, _)| *name == word) {
            Some((_, method)) => self.declared.method = *method,
            None => self.trouble(
                "method",
                format!("`{text}` is no method"),
                "There are suited, student, normal, sequential, obrien-fleming, pocock, bayesian, before-after, difference-in-differences and interrupted-time-series.",
            ),
        }
    }

    fn split(&mut self, value: &DeValue<'_>, texts: &[String]) {
        let parts: Vec<&str> = match (value, texts) {
            (DeValue::String(_), [text]) => text.split(['/', ':']).collect(),
            _ => texts.iter().map(String::as_str).collect(),
        };
        let shares: Option<Vec<f64>> = parts
            .iter()
            .map(|part| part.trim().trim_end_matches('%').parse().ok())
            .collect();
        let shares = shares.filter(|shares| {
            shares.len() > 1 && shares.iter().all(|share| *share > 0.0 && share.is_finite())
        });
        match shares {
            Some(shares) => {
                let whole: f64 = shares.iter().sum();
                self.declared.split = shares.iter().map(|share| share / whole).collect();
            }
            None => self.trouble("split", "the split cannot be read".to_owned(), SPLIT),
        }
    }

    /// A list is of the metric that decides, a table has a list for each.
    fn covariates(&mut self, value: &DeValue<'_>, found: Vec<String>) {
        let DeValue::Table(table) = value else {
            return self.declared.covariates.push((None, found));
        };
        for (metric, columns) in table {
            let columns = texts(columns.get_ref());
            let metric = metric.get_ref().to_string();
            if columns.is_empty() {
                let says = format!("`{metric}` has no column");
                self.trouble("covariates", says, COVARIATES);
            }
            self.declared.covariates.push((Some(metric), columns));
        }
    }

    fn forecast(&mut self, value: &DeValue<'_>, texts: &[String]) {
        let forecast = match value {
            DeValue::Table(table) => forecast::of_table(table),
            _ => texts.first().and_then(|text| forecast::one(text)),
        };
        if forecast.is_none() {
            self.trouble(
                "forecast",
                "the forecast cannot be read".to_owned(),
                FORECAST,
            );
        }
        self.declared.forecast = forecast;
    }

    fn guardrails(&mut self, key: &str, value: &DeValue<'_>) {
        let each: Vec<&DeValue<'_>> = match value {
            DeValue::Array(values) => values.iter().map(|one| one.get_ref()).collect(),
            one => vec![one],
        };
        for one in each {
            match guardrail(one) {
                Some(guardrail) => self.declared.guardrails.push(guardrail),
                None => self.trouble(key, "a guardrail cannot be read".to_owned(), GUARDRAIL),
            }
        }
    }
}

/// The text of a value that is one, or of each of a list's.
fn texts(value: &DeValue<'_>) -> Vec<String> {
    match value {
        DeValue::Array(values) => values
            .iter()
            .filter_map(|one| text(one.get_ref()))
            .collect(),
        one => text(one).into_iter().collect(),
    }
}

fn text(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => Some(number.to_string()),
        DeValue::Float(number) => Some(number.to_string()),
        DeValue::Boolean(is) => Some(is.to_string()),
        DeValue::Datetime(when) => Some(when.to_string()),
        DeValue::Array(_) | DeValue::Table(_) => None,
    }
}

/// "1,200 a day", "8,000 visits per week", "300": how many in a day.
pub(in crate::experiment) fn traffic(text: &str) -> Option<f64> {
    let amount = Amount::read(text).filter(|amount| amount.value > 0.0)?;
    let Unit::Own { before, after } = &amount.unit else {
        return None;
    };
    let last = after.split_whitespace().next_back().unwrap_or("day");
    let days = match last.to_lowercase().as_str() {
        "day" | "daily" => 1.0,
        "week" | "weekly" => 7.0,
        "month" | "monthly" => 365.25 / 12.0,
        "year" => 365.25,
        _ => return None,
    };
    before.is_empty().then_some(amount.value / days)
}

fn field(table: &DeTable<'_>, name: &str) -> Option<String> {
    table
        .iter()
        .find(|(key, _)| key.get_ref() == name)
        .and_then(|(_, value)| text(value.get_ref()))
}

fn direction(text: &str) -> Option<Direction> {
    match text.trim() {
        "up" => Some(Direction::Up),
        "down" => Some(Direction::Down),
        _ => None,
    }
}

fn guardrail(value: &DeValue<'_>) -> Option<Guardrail> {
    let DeValue::Table(table) = value else {
        let text = text(value)?;
        return Some(Guardrail {
            metric: None,
            text,
            margin: None,
            direction: None,
        });
    };
    let text = field(table, "metric")?;
    let margin = match field(table, "margin") {
        None => None,
        Some(text) => Some(Amount::read(&text).filter(|margin| margin.value >= 0.0)?),
    };
    let direction = match field(table, "direction") {
        None => None,
        Some(text) => Some(direction(&text)?),
    };
    Some(Guardrail {
        metric: Some(Metric::read(&text)?),
        text,
        margin,
        direction,
    })
}
