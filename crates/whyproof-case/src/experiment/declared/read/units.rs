//! Amounts of one metric that are not in one unit.

use super::super::Declared;
use crate::experiment::amount::{Amount, Unit};
use crate::experiment::metric::{Metric, Summary};

/// Units of time as people write them, the plural's s taken off.
const TIMES: [&[&str]; 7] = [
    &["millisecond", "milli", "ms", "msec"],
    &["second", "sec"],
    &["minute", "min"],
    &["hour", "hr"],
    &["day"],
    &["week"],
    &["month"],
];

/// The first amount that has another unit than the metric's column or than another amount: its key, and what is wrong.
pub(super) fn mixed(declared: &Declared) -> Option<(&'static str, String)> {
    let metric = declared.metrics.first()?;
    let forecast = declared.forecast.as_ref();
    let amounts = [
        ("worthwhile", declared.worthwhile.as_ref()),
        ("baseline", declared.baseline.as_ref()),
        ("spread", declared.spread.as_ref()),
        ("forecast", forecast.map(|forecast| &forecast.low)),
        ("forecast", forecast.map(|forecast| &forecast.high)),
    ];
    let amounts = amounts
        .into_iter()
        .filter_map(|(key, amount)| Some((key, amount?)));
    let column = time_of_column(metric);
    let mut first: Option<(&str, &str)> = None;
    for (key, amount) in amounts {
        let Some(unit) = unit(amount) else { continue };
        if let (Some((word, of)), Some(own)) = (column, time(unit))
            && of != own
        {
            let says = format!("it is in {unit}, and `{}` says {word}", metric.column);
            return Some((key, says));
        }
        match first {
            Some((other, known)) if !same(known, unit) => {
                return Some((key, format!("it is in {unit}, and `{other}` in {known}")));
            }
            Some(_) => {}
            None => first = Some((key, unit)),
        }
    }
    None
}

/// The metric's own unit, where the amount has one.
fn unit(amount: &Amount) -> Option<&str> {
    let Unit::Own { before, after } = &amount.unit else {
        return None;
    };
    let unit = if before.is_empty() { after } else { before };
    (!unit.is_empty()).then_some(unit.as_str())
}

/// Whether two units may be one: `$` and `dollars` cannot be told apart here, `minutes` and `hours` can.
fn same(one: &str, other: &str) -> bool {
    let is_word = |unit: &str| unit.chars().all(char::is_alphabetic);
    match (time(one), time(other)) {
        (Some(one), Some(other)) => one == other,
        _ => singular(one) == singular(other) || is_word(one) != is_word(other),
    }
}

fn singular(unit: &str) -> String {
    let lower = unit.to_lowercase();
    lower
        .strip_suffix('s')
        .filter(|stem| stem.len() > 1)
        .unwrap_or(&lower)
        .to_owned()
}

/// Which unit of time it is.
fn time(unit: &str) -> Option<usize> {
    let lower = unit.to_lowercase();
    let one = singular(unit);
    TIMES
        .iter()
        .position(|names| names.contains(&one.as_str()) || names.contains(&lower.as_str()))
}

/// The unit of time that the column of a mean or a quantile is named after, and its word.
fn time_of_column(metric: &Metric) -> Option<(&str, usize)> {
    if !matches!(metric.summary, Summary::Mean | Summary::Quantile(_)) {
        return None;
    }
    let words = metric.column.split(|c: char| !c.is_alphabetic());
    let mut times = words.filter_map(|word| Some((word, time(word)?)));
    match (times.next(), times.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::mixed;
    use crate::experiment::declared::Declared;
    use crate::experiment::{Amount, Metric};

    fn told(metric: &str, worthwhile: &str, baseline: &str) -> Option<String> {
        let declared = Declared {
            metrics: Metric::read(metric).into_iter().collect(),
            worthwhile: Amount::read(worthwhile),
            baseline: Amount::read(baseline),
            ..Declared::default()
        };
        mixed(&declared).map(|(key, says)| format!("{key}: {says}"))
    }

    #[test]
    fn amounts_of_one_metric_have_one_unit() {
        assert_eq!(
            told("median minutes", "2 hours", "").as_deref(),
            Some("worthwhile: it is in hours, and `minutes` says minutes")
        );
        assert_eq!(
            told("wait", "2 hours", "30 minutes").as_deref(),
            Some("baseline: it is in minutes, and `worthwhile` in hours")
        );
        for (metric, worthwhile, baseline) in [
            ("wait_minutes", "1 minute", "30 minutes"),
            ("latency_ms", "5 ms", "20 milliseconds"),
            ("revenue", "$2", "40 dollars"),
            ("converted", "2 points", "40%"),
            ("faults per hours", "0.2", "1 fault"),
            ("day_of_month", "2 hours", ""),
            ("minutes", "3%", "2.5"),
        ] {
            assert_eq!(told(metric, worthwhile, baseline), None, "{metric}");
        }
    }
}
