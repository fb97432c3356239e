//! Numbers in words: how a value of a metric, an effect and a chance are written.

use crate::experiment::Unit;
use crate::plainly::grouped;
use crate::table::Cell;

/// An effect or a margin, with its unit: `45.1 points`, `3.2%`, `$0.40`, `5 minutes`; the sign stands before it.
pub(crate) fn amount(value: f64, unit: &Unit) -> String {
    let sign = if value < 0.0 { "−" } else { "" };
    let size = value.abs();
    match unit {
        Unit::Points if near_one(size) => format!("{sign}1 point"),
        Unit::Points => format!("{sign}{} points", number(size * 100.0)),
        Unit::Percent => format!("{sign}{}%", number(size * 100.0)),
        Unit::Own { before, after } => {
            let size = plain(size, before);
            let gap = if after.is_empty() { "" } else { " " };
            format!("{sign}{before}{size}{gap}{}", counted(after, &size))
        }
    }
}

/// The number alone, as it stands in an interval before its unit.
pub(super) fn bare(value: f64, unit: &Unit) -> String {
    let sign = if value < 0.0 { "−" } else { "" };
    let size = value.abs();
    match unit {
        Unit::Points | Unit::Percent => format!("{sign}{}", number(size * 100.0)),
        Unit::Own { before, .. } => format!("{sign}{before}{}", plain(size, before)),
    }
}

/// A value of a metric: a share in percent.
pub(super) fn value(value: f64, unit: &Unit) -> String {
    match unit {
        Unit::Points | Unit::Percent => percent(value),
        Unit::Own { .. } => amount(value, unit),
    }
}

/// A fraction in percent.
pub(crate) fn percent(fraction: f64) -> String {
    amount(fraction, &Unit::Percent)
}

/// Words that are the same of one and of many.
const SAME: [&str; 4] = ["people", "staff", "percent", "cent"];

/// A unit after its number: `1 minute`, `5 minutes`. Short ones are taken for signs, as in `5 km`.
fn counted(unit: &str, number: &str) -> String {
    let is_word =
        unit == "day" || (unit.len() > 3 && unit.bytes().all(|byte| byte.is_ascii_lowercase()));
    match unit.strip_suffix('s') {
        _ if !is_word || SAME.contains(&unit) => unit.to_owned(),
        Some(one) if number == "1" && !one.ends_with(['s', 'u', 'i']) => one.to_owned(),
        None if number != "1" => format!("{unit}s"),
        _ => unit.to_owned(),
    }
}

/// Money below a hundred has two decimals.
fn plain(size: f64, before: &str) -> String {
    if before.is_empty() || size >= 100.0 || (size > 0.0 && size < 0.01) {
        number(size)
    } else {
        format!("{size:.2}")
    }
}

/// Whether it is written as `1` point.
fn near_one(size: f64) -> bool {
    number(size * 100.0) == "1"
}

/// Three significant digits, never fewer than its whole part.
pub fn number(number: f64) -> String {
    if number.is_infinite() {
        return "any amount".to_owned();
    }
    crate::plainly::plainly(&Cell::Float(number))
}

/// A count.
pub(crate) fn count(n: u64) -> String {
    grouped(&n.to_string())
}

/// A number of rows.
pub(super) fn rows(n: u64) -> String {
    if n == 1 {
        "1 row".to_owned()
    } else {
        format!("{} rows", count(n))
    }
}

/// A p-value: `below 0.001`, `0.032`.
pub(super) fn chance(p: f64) -> String {
    if p < 0.001 {
        "below 0.001".to_owned()
    } else {
        format!("{p:.3}")
    }
}

#[cfg(test)]
mod tests {
    use super::{amount, bare, chance, value};
    use crate::experiment::Unit;

    #[test]
    fn numbers_are_written_with_their_unit() {
        let own = |before: &str, after: &str| Unit::Own {
            before: before.to_owned(),
            after: after.to_owned(),
        };
        assert_eq!(amount(0.45053, &Unit::Points), "45.1 points");
        assert_eq!(amount(-0.01, &Unit::Points), "−1 point");
        assert_eq!(amount(0.0312, &Unit::Percent), "3.12%");
        assert_eq!(amount(-0.4, &own("$", "")), "−$0.40");
        assert_eq!(amount(5.0, &own("", "minute")), "5 minutes");
        assert_eq!(amount(1.0, &own("", "minutes")), "1 minute");
        assert_eq!(amount(5.0, &own("", "km")), "5 km");
        assert_eq!(bare(0.408, &Unit::Points), "40.8");
        assert_eq!(bare(f64::INFINITY, &own("", "")), "any amount");
        assert_eq!(value(0.7892, &Unit::Points), "78.9%");
        assert_eq!(chance(1e-9), "below 0.001");
        assert_eq!(chance(0.0321), "0.032");
    }
}
