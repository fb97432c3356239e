//! Numbers as decimal digits. People round the digits that they see: 2.675 is 2.68 with two decimals, though the
//! nearest binary number lies below it.

use std::fmt;

/// How many digits of a value say something; the rest is noise of binary arithmetic.
const SIGNIFICANT: usize = 12;

/// A finite number: `digits` × 10^`exponent`. No zero stands at either end of the digits, and zero has none.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Decimal {
    negative: bool,
    digits: Vec<u8>,
    exponent: i32,
}

impl Decimal {
    /// A computed value, to 12 significant digits; none for what is not finite.
    pub(super) fn of(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        // The shortest digits that give the same binary number.
        let text = format!("{value:e}");
        let (mantissa, exponent) = text.split_once('e')?;
        let exact = Self::parse(mantissa, exponent.parse().ok()?);
        let over = exact.digits.len().saturating_sub(SIGNIFICANT);
        Some(exact.rounded(-(exact.exponent + over as i32)))
    }

    /// A whole number, exactly.
    pub(super) fn whole(value: i64) -> Self {
        Self::parse(&value.to_string(), 0)
    }

    /// Digits with at most a sign and one point among them, times a power of ten; other characters are passed over.
    pub(super) fn parse(text: &str, power: i32) -> Self {
        let point = text.find('.').map_or("", |at| &text[at + 1..]);
        let decimals = point.bytes().filter(u8::is_ascii_digit).count();
        let digits = text.bytes().filter(u8::is_ascii_digit).map(|b| b - b'0');
        Self {
            negative: text.starts_with('-'),
            digits: digits.collect(),
            exponent: power - decimals as i32,
        }
        .trimmed()
    }

    fn trimmed(mut self) -> Self {
        while self.digits.last() == Some(&0) {
            self.digits.pop();
            self.exponent += 1;
        }
        let zeros = self.digits.iter().take_while(|&&digit| digit == 0).count();
        self.digits.drain(..zeros);
        if self.digits.is_empty() {
            self.exponent = 0;
            self.negative = false;
        }
        self
    }

    /// Whether it is below zero.
    pub(super) fn is_negative(&self) -> bool {
        self.negative
    }

    /// Whether it is zero.
    pub(super) fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// Without its sign.
    pub(super) fn magnitude(mut self) -> Self {
        self.negative = false;
        self
    }

    /// With a minus where `negative`.
    pub(super) fn signed(mut self, negative: bool) -> Self {
        self.negative = negative && !self.is_zero();
        self
    }

    /// Times a power of ten.
    pub(super) fn shifted(mut self, power: i32) -> Self {
        if !self.is_zero() {
            self.exponent += power;
        }
        self
    }

    /// How many digits stand before its point; zero or less for what is below one.
    pub(super) fn length(&self) -> i32 {
        self.digits.len() as i32 + self.exponent
    }

    /// To so many digits after the point (before it, where negative), half away from zero.
    pub(super) fn rounded(&self, decimals: i32) -> Self {
        let drop = -decimals - self.exponent;
        if drop <= 0 {
            return self.clone();
        }
        let keep = self.digits.len() as i32 - drop;
        if keep < 0 {
            return Self::whole(0);
        }
        let keep = keep as usize;
        let mut digits = vec![0];
        digits.extend_from_slice(&self.digits[..keep]);
        if self.digits.get(keep).is_some_and(|&digit| digit >= 5) {
            let nine = digits.iter().rev().take_while(|&&digit| digit == 9).count();
            let at = digits.len() - nine;
            digits[at..].fill(0);
            digits[at - 1] += 1;
        }
        Self {
            negative: self.negative,
            digits,
            exponent: -decimals,
        }
        .trimmed()
    }

    /// Its digits before and after the point, `decimals` of the latter; it has been rounded to them.
    pub(super) fn written(&self, decimals: usize) -> (String, String) {
        let length = self.length();
        let digit = |at: i32| {
            let digit = usize::try_from(at)
                .ok()
                .and_then(|at| self.digits.get(at))
                .unwrap_or(&0);
            char::from(b'0' + digit)
        };
        let before: String = (0..length.max(0)).map(digit).collect();
        let after = (length..length + decimals as i32).map(digit).collect();
        let before = if before.is_empty() {
            "0".to_owned()
        } else {
            before
        };
        (before, after)
    }

    /// The nearest binary number.
    pub(super) fn number(&self) -> f64 {
        let sign = if self.negative { "-" } else { "" };
        let digits: String = self.digits.iter().map(|d| char::from(b'0' + d)).collect();
        let text = format!("{sign}0{digits}e{}", self.exponent);
        text.parse().unwrap_or(f64::NAN)
    }

    /// The same as a small whole number.
    pub(super) fn count(&self) -> Option<u64> {
        if self.negative || self.exponent < 0 || self.length() > 15 {
            return None;
        }
        self.written(0).0.parse().ok()
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = usize::try_from(-self.exponent).unwrap_or(0);
        let (before, after) = self.written(decimals);
        let sign = if self.negative { "-" } else { "" };
        let point = if after.is_empty() { "" } else { "." };
        write!(f, "{sign}{before}{point}{after}")
    }
}

/// A computed value to 12 significant digits.
pub(super) fn tidy(value: f64) -> f64 {
    Decimal::of(value).map_or(value, |decimal| decimal.number())
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    fn round(value: f64, decimals: i32) -> String {
        Decimal::of(value).unwrap().rounded(decimals).to_string()
    }

    #[test]
    fn halves_go_away_from_zero() {
        assert_eq!(round(2.675, 2), "2.68");
        assert_eq!(round(-2.5, 0), "-3");
        assert_eq!(round(0.5, 0), "1");
        assert_eq!(round(0.49, 0), "0");
        assert_eq!(round(9.96, 1), "10");
        assert_eq!(round(0.05, 0), "0");
        assert_eq!(round(1e-300, 3), "0");
        assert_eq!(round(149.0, -2), "100");
    }

    #[test]
    fn noise_beyond_twelve_digits_is_gone() {
        assert_eq!(Decimal::of(0.1 + 0.2).unwrap().to_string(), "0.3");
        assert_eq!(Decimal::whole(i64::MIN).to_string(), i64::MIN.to_string());
        assert_eq!(Decimal::of(-0.0).unwrap().to_string(), "0");
        assert_eq!(Decimal::of(0.339).unwrap().number(), 0.339);
    }
}
