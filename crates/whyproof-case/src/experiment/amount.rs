//! Amounts as people write them: "10 points", "3%", "$0.40", "5 minutes".

/// What an amount is counted in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    /// Percentage points of a share: "10 points".
    Points,
    /// A share of what the control has: "3%".
    Percent,
    /// The metric's own unit, as it is written: "$", "minutes", or nothing.
    Own {
        /// What stands before the number, as in "$0.40".
        before: String,
        /// What stands after it, as in "5 minutes".
        after: String,
    },
}

/// An amount, and what it is counted in.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// In the metric's own unit: points and percent as fractions, so that "10 points" and "10%" are 0.1.
    pub value: f64,
    /// What it is counted in.
    pub unit: Unit,
}

/// Signs of money that may stand before a number.
const MONEY: [&str; 9] = ["US$", "$", "€", "£", "¥", "CHF", "USD", "EUR", "GBP"];
/// Words for percentage points.
const POINTS: [&str; 6] = [
    "point",
    "points",
    "pp",
    "ppt",
    "percentage point",
    "percentage points",
];
/// Words for percent.
const PERCENT: [&str; 4] = ["%", "percent", "per cent", "pct"];

impl Amount {
    /// Reads one; none where it is not one number with at most one unit.
    pub fn read(text: &str) -> Option<Amount> {
        let text = text.trim();
        let (negative, text) = signed(text);
        let money = MONEY.iter().find(|sign| text.starts_with(**sign));
        let before = money.copied().unwrap_or_default();
        let rest = text.get(before.len()..)?.trim_start();
        let (negative, rest) = match signed(rest) {
            (also, rest) if !before.is_empty() => (negative || also, rest),
            _ => (negative, rest),
        };
        let end = rest
            .find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','))
            .unwrap_or(rest.len());
        let (digits, after) = rest.split_at(end);
        let value = number(digits)?;
        let value = if negative { -value } else { value };
        let after = after.trim();
        if after.chars().any(|c| c.is_ascii_digit()) {
            return None;
        }
        let lower = after.to_lowercase();
        let unit = match lower.as_str() {
            word if POINTS.contains(&word) => Unit::Points,
            word if PERCENT.contains(&word) => Unit::Percent,
            _ => Unit::Own {
                before: before.to_owned(),
                after: after.to_owned(),
            },
        };
        let is_share = !matches!(unit, Unit::Own { .. });
        if is_share && !before.is_empty() {
            return None;
        }
        let value = if is_share { value / 100.0 } else { value };
        Some(Amount { value, unit })
    }

    /// Whether it is a share of what the control has.
    pub fn is_relative(&self) -> bool {
        self.unit == Unit::Percent
    }
}

/// A sign before a number, and the rest.
fn signed(text: &str) -> (bool, &str) {
    match text.strip_prefix(['-', '−', '–']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

/// A number in which commas stand between thousands.
fn number(digits: &str) -> Option<f64> {
    let whole = digits.split('.').next().unwrap_or_default();
    let groups: Vec<&str> = whole.split(',').collect();
    let is_grouped = groups.len() == 1
        || (groups.iter().skip(1).all(|group| group.len() == 3)
            && groups
                .first()
                .is_some_and(|group| (1..=3).contains(&group.len())));
    let has_late_comma = digits
        .get(whole.len()..)
        .is_some_and(|rest| rest.contains(','));
    if !is_grouped || has_late_comma || digits.matches('.').count() > 1 {
        return None;
    }
    let value: f64 = digits.replace(',', "").parse().ok()?;
    value.is_finite().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::{Amount, Unit};

    fn read(text: &str) -> Option<(f64, Unit)> {
        Amount::read(text).map(|amount| (amount.value, amount.unit))
    }

    fn own(before: &str, after: &str) -> Unit {
        Unit::Own {
            before: before.to_owned(),
            after: after.to_owned(),
        }
    }

    #[test]
    fn an_amount_is_a_number_and_a_unit() {
        assert_eq!(read("10 points"), Some((0.1, Unit::Points)));
        assert_eq!(read("-1.5 pp"), Some((-0.015, Unit::Points)));
        assert_eq!(read("3%"), Some((0.03, Unit::Percent)));
        assert_eq!(read("3 per cent"), Some((0.03, Unit::Percent)));
        assert_eq!(read("$0.40"), Some((0.4, own("$", ""))));
        assert_eq!(read("−€2"), Some((-2.0, own("€", ""))));
        assert_eq!(
            read("1,250 orders a week"),
            Some((1250.0, own("", "orders a week")))
        );
        assert_eq!(read("5 minutes"), Some((5.0, own("", "minutes"))));
        assert_eq!(read("0.2"), Some((0.2, own("", ""))));
    }

    #[test]
    fn what_is_no_amount_is_none() {
        for text in [
            "",
            "ten points",
            "10 to 20 points",
            "1,25",
            "1.2.3",
            "$5%",
            "1e400",
            "points",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
