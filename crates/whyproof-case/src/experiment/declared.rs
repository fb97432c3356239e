//! What an experiment declares, typed: the metrics, the variants, what is worthwhile, and how it is judged.

use jiff::civil::Date;
use toml::de::{DeTable, DeValue};

use super::amount::Amount;
use super::metric::{Metric, Summary};

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// More is better.
    #[default]
    Up,
    /// Less is better.
    Down,
}

/// How an effect is estimated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Method {
    /// What suits the metric: Welch's t for means, the score interval for shares, the delta method for ratios.
    #[default]
    Suited,
    /// Student's t: one variance for all variants.
    Student,
    /// The normal distribution.
    Normal,
    /// An asymptotic confidence sequence, which may be looked at on any day.
    Sequential,
    /// A normal posterior with a flat prior.
    Bayesian,
    /// After against before, with the trend taken out.
    BeforeAfter,
    /// The change of the treated against the change of the others.
    DifferenceInDifferences,
    /// A series that is broken at the start.
    InterruptedTimeSeries,
}

impl Method {
    /// The word that files use.
    pub fn word(self) -> &'static str {
        METHODS
            .iter()
            .find(|(_, method)| *method == self)
            .map_or("", |(word, _)| word)
    }

    /// Whether an early look needs no excuse.
    pub fn is_sequential(self) -> bool {
        self == Method::Sequential
    }
}

/// The words of methods; the first of each is the one that is printed.
const METHODS: [(&str, Method); 9] = [
    ("suited", Method::Suited),
    ("welch", Method::Suited),
    ("student", Method::Student),
    ("normal", Method::Normal),
    ("sequential", Method::Sequential),
    ("bayesian", Method::Bayesian),
    ("before-after", Method::BeforeAfter),
    ("difference-in-differences", Method::DifferenceInDifferences),
    ("interrupted-time-series", Method::InterruptedTimeSeries),
];

/// Something that must not get worse.
#[derive(Debug, Clone, PartialEq)]
pub struct Guardrail {
    /// What is measured; none where it is told in words only, and so cannot be.
    pub metric: Option<Metric>,
    /// As it is written.
    pub text: String,
    /// How much worse it may get.
    pub margin: Option<Amount>,
    /// Which way is better.
    pub direction: Direction,
}

/// What was expected before there were data.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    /// The least that was expected; the same as `high` where a single number was given.
    pub low: Amount,
    /// The most.
    pub high: Amount,
    /// How sure, from 0 to 1.
    pub level: f64,
    /// How likely it is to clear the smallest worthwhile effect, from 0 to 1, where that was said.
    pub clears: Option<f64>,
}

/// How sure a forecast is taken to be that does not say it.
const USUAL_LEVEL: f64 = 0.9;

/// What an experiment declares. What could not be read is not here, and among the troubles.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Declared {
    /// What is measured, the one that decides first.
    pub metrics: Vec<Metric>,
    /// The file, table or query that has the rows.
    pub from: Option<String>,
    /// An SQL condition on the rows: who is counted.
    pub population: Option<String>,
    /// The column that says who a row is of.
    pub unit: Option<String>,
    /// The column that says which variant a row has.
    pub variant: Option<String>,
    /// The value of it that is compared with.
    pub control: Option<String>,
    /// The values that are compared, in order; empty where the data say it.
    pub treatments: Vec<String>,
    /// The shares in which people were to be split, the control first.
    pub split: Vec<f64>,
    /// The column by whose values people were assigned together.
    pub cluster: Option<String>,
    /// Which way is better.
    pub direction: Direction,
    /// What the control was expected to have.
    pub baseline: Option<Amount>,
    /// The smallest effect that is worth it.
    pub worthwhile: Option<Amount>,
    /// What must not get worse.
    pub guardrails: Vec<Guardrail>,
    /// Columns by whose values effects are told apart, declared beforehand.
    pub segments: Vec<String>,
    /// How it is estimated.
    pub method: Method,
    /// Columns that were known before, and explain some of the spread.
    pub covariates: Vec<String>,
    /// What was expected.
    pub forecast: Option<Forecast>,
    /// The first day, or the day of the change.
    pub start: Option<Date>,
    /// The day until which it runs.
    pub end: Option<Date>,
    /// The column that says when.
    pub time: Option<String>,
    /// The seal, as it is written.
    pub locked: Option<String>,
}

/// A value that cannot be read: its key, what is wrong, and what to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Trouble {
    pub(super) key: String,
    pub(super) says: String,
    pub(super) help: &'static str,
}

const AMOUNT: &str =
    "Write a number with its unit: \"10 points\" of a share, \"3%\" of what the control has, \"$0.40\", \"5 minutes\".";
const METRIC: &str =
    "Write a column, \"orders / sessions\", \"faults per hours\", \"median minutes\" or \"p95 minutes\".";
const DAY: &str = "Write a day as in \"2026-11-27\".";
const FORECAST: &str =
    "Write \"25 points\", \"10 points to 30 points\", or { low = \"10 points\", high = \"30 points\", level = \"80%\", clears = \"70%\" }.";
const SPLIT: &str = "Write the shares, the control first: \"50/50\", or [1, 1, 2].";
const GUARDRAIL: &str =
    "Write { metric = \"refunded\", margin = \"1 point\", direction = \"down\" }, or words where it is not in the data.";

/// Reads the table of an experiment.
pub(super) fn read(table: &DeTable<'_>) -> (Declared, Vec<Trouble>) {
    let mut reader = Reader::default();
    for (key, value) in table {
        reader.key(key.get_ref(), value.get_ref());
    }
    let declared = &mut reader.declared;
    // A guardrail and a metric are told by name; what is no name of a column stays in words.
    declared.metrics.dedup_by(|one, other| one.name == other.name);
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
            "covariates" => self.declared.covariates.extend(texts),
            "split" => self.split(value, &texts),
            "direction" => self.direction(&texts),
            "method" => self.method(&texts),
            "baseline" => self.declared.baseline = self.amount(key, &texts),
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
            Some(direction) => self.declared.direction = direction,
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
                "There are suited, student, normal, sequential, bayesian, before-after, difference-in-differences and interrupted-time-series.",
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

    fn forecast(&mut self, value: &DeValue<'_>, texts: &[String]) {
        let forecast = match value {
            DeValue::Table(table) => forecast_of(table),
            _ => texts.first().and_then(|text| forecast(text)),
        };
        if forecast.is_none() {
            self.trouble("forecast", "the forecast cannot be read".to_owned(), FORECAST);
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
        DeValue::Array(values) => values.iter().filter_map(|one| text(one.get_ref())).collect(),
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

/// "25 points", "10 to 30 points", "10 points to 30 points".
fn forecast(text: &str) -> Option<Forecast> {
    let (low, high) = match text.split_once(" to ") {
        None => {
            let one = Amount::read(text)?;
            (one.clone(), one)
        }
        Some((low, high)) => {
            let high = Amount::read(high)?;
            let low = match Amount::read(low)? {
                bare if bare.unit == bare_unit() && high.unit != bare_unit() => {
                    Amount::read(&high_unit(low, &high))?
                }
                low => low,
            };
            (low, high)
        }
    };
    let forecast = Forecast {
        low,
        high,
        level: USUAL_LEVEL,
        clears: None,
    };
    is_whole(&forecast).then_some(forecast)
}

fn bare_unit() -> super::amount::Unit {
    super::amount::Unit::Own {
        before: String::new(),
        after: String::new(),
    }
}

/// A number without a unit, in the unit of another: the "10" of "10 to 30 points".
fn high_unit(bare: &str, high: &Amount) -> String {
    match &high.unit {
        super::amount::Unit::Points => format!("{bare} points"),
        super::amount::Unit::Percent => format!("{bare}%"),
        super::amount::Unit::Own { before, after } => format!("{before}{bare} {after}"),
    }
}

fn forecast_of(table: &DeTable<'_>) -> Option<Forecast> {
    let share = |name: &str| -> Option<Option<f64>> {
        match field(table, name) {
            None => Some(None),
            Some(text) => {
                let amount = Amount::read(&text)?;
                (amount.value > 0.0 && amount.value < 1.0).then_some(Some(amount.value))
            }
        }
    };
    let forecast = Forecast {
        low: Amount::read(&field(table, "low")?)?,
        high: Amount::read(&field(table, "high")?)?,
        level: share("level")?.unwrap_or(USUAL_LEVEL),
        clears: share("clears")?,
    };
    is_whole(&forecast).then_some(forecast)
}

/// Whether both ends are in one unit, in order.
fn is_whole(forecast: &Forecast) -> bool {
    forecast.low.unit == forecast.high.unit && forecast.low.value <= forecast.high.value
}

fn guardrail(value: &DeValue<'_>) -> Option<Guardrail> {
    let DeValue::Table(table) = value else {
        let text = text(value)?;
        return Some(Guardrail {
            metric: None,
            text,
            margin: None,
            direction: Direction::Up,
        });
    };
    let text = field(table, "metric")?;
    let margin = match field(table, "margin") {
        None => None,
        Some(text) => Some(Amount::read(&text).filter(|margin| margin.value >= 0.0)?),
    };
    let direction = match field(table, "direction") {
        None => Direction::Up,
        Some(text) => direction(&text)?,
    };
    Some(Guardrail {
        metric: Some(Metric::read(&text)?),
        text,
        margin,
        direction,
    })
}

impl Metric {
    /// The columns that it reads.
    pub fn columns(&self) -> Vec<&str> {
        match &self.summary {
            Summary::Mean | Summary::Quantile(_) => vec![&self.column],
            Summary::Ratio { per } | Summary::Rate { per } => vec![&self.column, per],
        }
    }
}
