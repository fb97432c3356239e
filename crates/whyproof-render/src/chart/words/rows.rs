//! Sentences about bars and intervals.

use super::interval;
use crate::chart::data::{Bars, Chart, IntervalRow, Intervals};
use crate::chart::number::Form;

/// More rows than this are not told one by one.
const TOLD: usize = 24;

pub(super) fn bars(chart: &Chart, bars: &Bars) -> Vec<String> {
    let form = Form::values(bars.values(), &chart.unit);
    let told = bars.series.iter().map(|series| {
        let pairs: Vec<(&str, Option<f64>)> = bars
            .labels
            .iter()
            .map(String::as_str)
            .zip(series.values.iter().copied())
            .collect();
        let name = if series.name.is_empty() {
            String::new()
        } else {
            format!("{}: ", series.name)
        };
        match pairs.len() <= TOLD {
            true => format!("{name}{}.", each(&pairs, &form)),
            false => format!("{name}{}.", extremes(&pairs, &form)),
        }
    });
    told.collect()
}

fn each(pairs: &[(&str, Option<f64>)], form: &Form) -> String {
    let one = |(label, value): &(&str, Option<f64>)| match value {
        Some(value) => format!("{label} {}", form.full(*value)),
        None => format!("{label} has no value"),
    };
    pairs.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn extremes(pairs: &[(&str, Option<f64>)], form: &Form) -> String {
    let known = pairs
        .iter()
        .filter_map(|(label, value)| Some((*label, (*value)?)));
    let most = known.clone().max_by(|a, b| a.1.total_cmp(&b.1));
    let least = known.min_by(|a, b| a.1.total_cmp(&b.1));
    match (most, least) {
        (Some(most), Some(least)) => format!(
            "{} bars; the largest is {} with {}, the smallest {} with {}",
            pairs.len(),
            most.0,
            form.full(most.1),
            least.0,
            form.full(least.1)
        ),
        _ => "no values".to_owned(),
    }
}

pub(super) fn intervals(chart: &Chart, intervals: &Intervals) -> Vec<String> {
    let numbers = intervals.rows.iter().flat_map(IntervalRow::numbers);
    let form = Form::values(numbers, &chart.unit);
    // Zero is worth a word only where somewhere it is the question.
    let holds_zero = |row: &IntervalRow| {
        row.low.is_some_and(|low| low <= 0.0) && row.high.is_some_and(|high| high >= 0.0)
    };
    let asked = intervals.rows.iter().any(holds_zero);
    let told = intervals.rows.iter().map(|row| {
        let name = if row.label.is_empty() {
            String::new()
        } else {
            format!("{}: ", row.label)
        };
        let side = match (row.low, row.high) {
            _ if !asked => "",
            (Some(low), _) if low > 0.0 => ", all above zero",
            (_, Some(high)) if high < 0.0 => ", all below zero",
            (Some(_), Some(_)) => ", zero included",
            _ => "",
        };
        format!("{name}{}{side}.", interval(row, &form, Form::full))
    });
    told.collect()
}
