//! Numbers with a power of ten: `1.2e6`, `1.2 × 10^6`, `1.2 × 10⁶`.

use super::Unsayable;
use super::decimal::Decimal;
use super::number::{MINUS, sign};
use super::text::is_unit;

const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// How a number with a power of ten is written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Science {
    minus: Option<char>,
    decimals: usize,
    /// What stands between its digits and the power.
    mark: String,
    power: Power,
    after: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Power {
    Plain {
        /// Whether a power of more than one is written with a plus.
        plus: bool,
        minus: Option<char>,
    },
    Raised,
}

impl Science {
    /// Reads a text that is a number with a power of ten.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (minus, rest) = sign(text);
        if minus == Some('+') || !rest.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let mut decimals = 0;
        let mut after = &rest[1..];
        if let Some(fraction) = after.strip_prefix('.') {
            decimals = fraction.bytes().take_while(u8::is_ascii_digit).count();
            after = &fraction[decimals..];
            (1..=12).contains(&decimals).then_some(())?;
        }
        let rest = after_mark(after)?;
        let mark = &after[..after.len() - rest.len()];
        let (power, rest) = power(rest, mark)?;
        let glued = rest.starts_with(|c: char| c.is_alphanumeric());
        (!glued && is_unit(rest)).then(|| Self {
            minus,
            decimals,
            mark: mark.to_owned(),
            power,
            after: rest.to_owned(),
        })
    }

    /// Says a number.
    pub(super) fn say(&self, value: &Decimal) -> Result<String, Unsayable> {
        let minus = if value.is_negative() {
            self.minus.unwrap_or(MINUS).to_string()
        } else {
            String::new()
        };
        let value = value.clone().magnitude();
        let decimals = self.decimals as i32;
        // Rounding may carry into one more digit: 9.96 is 1.0 × 10¹.
        let rounded = value.rounded(decimals + 1 - value.length());
        let power = if rounded.is_zero() {
            0
        } else {
            rounded.length() - 1
        };
        let (whole, fraction) = rounded.shifted(-power).written(self.decimals);
        let point = if fraction.is_empty() { "" } else { "." };
        let power = self.power.say(power);
        let Self { mark, after, .. } = self;
        Ok(format!(
            "{minus}{whole}{point}{fraction}{mark}{power}{after}"
        ))
    }
}

/// The text after `e`, `× 10^` or `× 10` before raised digits.
fn after_mark(text: &str) -> Option<&str> {
    if let Some(rest) = text.strip_prefix(['e', 'E']) {
        return Some(rest);
    }
    let rest = text.trim_start().strip_prefix(['×', 'x', '·', '*'])?;
    let rest = rest.trim_start().strip_prefix("10")?;
    Some(rest.strip_prefix('^').unwrap_or(rest))
}

fn power<'a>(text: &'a str, mark: &str) -> Option<(Power, &'a str)> {
    if !mark.ends_with(['e', 'E', '^']) {
        let digits = text.strip_prefix('⁻').unwrap_or(text);
        let rest = digits.trim_start_matches(RAISED);
        let count = digits[..digits.len() - rest.len()].chars().count();
        return (1..=3).contains(&count).then_some((Power::Raised, rest));
    }
    let (sign, digits) = sign(text);
    let count = digits.bytes().take_while(u8::is_ascii_digit).count();
    let power = Power::Plain {
        plus: sign == Some('+'),
        minus: sign.filter(|&sign| sign != '+'),
    };
    (1..=3)
        .contains(&count)
        .then_some((power, &digits[count..]))
}

impl Power {
    fn say(&self, power: i32) -> String {
        let digits = power.unsigned_abs().to_string();
        match self {
            Power::Plain { plus, minus } => {
                let sign = match power {
                    ..0 => minus.unwrap_or('-').to_string(),
                    0 => String::new(),
                    _ if *plus => "+".to_owned(),
                    _ => String::new(),
                };
                sign + &digits
            }
            Power::Raised => {
                let raised = digits.bytes().map(|b| RAISED[usize::from(b - b'0')]);
                let minus = (power < 0).then_some('⁻');
                minus.into_iter().chain(raised).collect()
            }
        }
    }
}
