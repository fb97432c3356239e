//! How numbers are set: those that stand together have one scale and one number of decimals.

/// What numbers are measured in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Unit(String);

impl Unit {
    pub(crate) fn new(unit: Option<&str>) -> Unit {
        Unit(unit.unwrap_or_default().trim().to_owned())
    }

    pub(crate) fn is_percent(&self) -> bool {
        self.0 == "%"
    }

    /// Money stands before its number, the rest after it.
    fn is_before(&self) -> bool {
        ["$", "€", "£", "¥", "₹", "US$", "A$", "C$", "R$"].contains(&self.0.as_str())
    }

    /// Whether it is short enough to stand at a number of an axis.
    pub(crate) fn is_mark(&self) -> bool {
        self.is_percent() || self.is_before() || ["°", "°C", "°F"].contains(&self.0.as_str())
    }

    /// What stands before a number.
    pub(crate) fn before(&self) -> &str {
        if self.is_before() { &self.0 } else { "" }
    }

    /// What stands after a number.
    pub(crate) fn after(&self) -> String {
        match self.0.as_str() {
            "" => String::new(),
            _ if self.is_before() => String::new(),
            "%" | "°" | "°C" | "°F" => self.0.clone(),
            other => format!("\u{a0}{other}"),
        }
    }

    /// The unit itself.
    pub(crate) fn word(&self) -> &str {
        &self.0
    }
}

/// What stands for a power of ten.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Tail {
    None,
    Letter(f64, &'static str),
    Power(i32),
}

/// One way to set the numbers that stand together.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Form {
    tail: Tail,
    decimals: usize,
    unit: Unit,
}

impl Form {
    /// For the numbers of an axis, which are multiples of `step`.
    pub(crate) fn ticks(step: f64, largest: f64, unit: &Unit) -> Form {
        Form::new(step, largest, unit)
    }

    /// For values that are read one by one: three figures of the largest, more where they would
    /// otherwise look the same, fewer where fewer say all.
    pub(crate) fn values(values: impl Iterator<Item = f64> + Clone, unit: &Unit) -> Form {
        let largest = values
            .clone()
            .fold(0.0, |most: f64, value| most.max(value.abs()));
        let least = values.clone().fold(f64::INFINITY, f64::min);
        let spread = values.clone().fold(f64::NEG_INFINITY, f64::max) - least;
        let mut power = exponent(largest) - 2;
        if spread > 0.0 && spread.is_finite() {
            power = power.min(exponent(spread) - 1);
        }
        power = power.max(exponent(largest) - 8);
        let mut form = Form::new(power_of_ten(power), largest, unit);
        while form.decimals > 0
            && values
                .clone()
                .all(|value| form.is_whole_without_last(value))
        {
            form.decimals -= 1;
        }
        form
    }

    fn new(step: f64, largest: f64, unit: &Unit) -> Form {
        let plain = decimals(step);
        let letters = [(1e12, "T"), (1e9, "B"), (1e6, "M")];
        let letter = letters
            .into_iter()
            .find(|(scale, _)| largest >= *scale)
            .filter(|(scale, _)| decimals(step / scale) <= 3);
        let (tail, decimals) = match letter {
            _ if largest >= 1e15 || (largest > 0.0 && plain > 6) => {
                let power = exponent(largest);
                (
                    Tail::Power(power),
                    decimals(step / power_of_ten(power)).min(8),
                )
            }
            Some((scale, word)) => (Tail::Letter(scale, word), decimals(step / scale)),
            None => (Tail::None, plain),
        };
        let unit = unit.clone();
        Form {
            tail,
            decimals,
            unit,
        }
    }

    /// Whether a value is the same with one decimal less.
    fn is_whole_without_last(&self, value: f64) -> bool {
        let scaled = self.scaled(value) * 10f64.powi(self.decimals as i32 - 1);
        (scaled - scaled.round()).abs() < 1e-6
    }

    fn scaled(&self, value: f64) -> f64 {
        match self.tail {
            Tail::None => value,
            Tail::Letter(scale, _) => value / scale,
            // In two steps where the power itself is no number.
            Tail::Power(power) => value / power_of_ten(power / 2) / power_of_ten(power - power / 2),
        }
    }

    /// A number without its unit.
    pub(crate) fn bare(&self, value: f64) -> String {
        let digits = format!("{:.*}", self.decimals, self.scaled(value).abs());
        let is_zero = digits.bytes().all(|byte| matches!(byte, b'0' | b'.'));
        let sign = if value < 0.0 && !is_zero { "−" } else { "" };
        match self.tail {
            _ if is_zero => grouped(&digits),
            Tail::None => format!("{sign}{}", grouped(&digits)),
            Tail::Letter(_, word) => format!("{sign}{}{word}", grouped(&digits)),
            Tail::Power(power) => format!("{sign}{digits}×10{}", raised(power)),
        }
    }

    /// A number with its unit.
    pub(crate) fn full(&self, value: f64) -> String {
        let bare = self.bare(value);
        let (sign, digits) = match bare.strip_prefix('−') {
            Some(digits) => ("−", digits),
            None => ("", bare.as_str()),
        };
        format!("{sign}{}{digits}{}", self.unit.before(), self.unit.after())
    }
}

impl Form {
    /// A number at its mark: with its unit only where that is short. The measure has it else.
    pub(crate) fn at_mark(&self, value: f64) -> String {
        match self.unit.is_mark() {
            true => self.full(value),
            false => self.bare(value),
        }
    }
}

/// The power of ten of a number's first digit; 0 of nothing.
pub(crate) fn exponent(value: f64) -> i32 {
    if value == 0.0 || !value.is_finite() {
        return 0;
    }
    // Scientific notation is exact where a logarithm is not.
    let written = format!("{:e}", value.abs());
    let power = written
        .rsplit_once('e')
        .and_then(|(_, power)| power.parse().ok());
    power.unwrap_or(0)
}

/// A power of ten, as exact as it can be.
pub(crate) fn power_of_ten(power: i32) -> f64 {
    format!("1e{power}").parse().unwrap_or(1.0)
}

/// How many decimals show multiples of a step of 1, 2 or 5 times a power of ten.
fn decimals(step: f64) -> usize {
    usize::try_from(-exponent(step)).unwrap_or(0)
}

/// Digits with a comma at every third, from 1,000 on.
fn grouped(digits: &str) -> String {
    let (whole, rest) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out + rest
}

fn raised(power: i32) -> String {
    let raise = |letter: char| match letter {
        '-' => '⁻',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        _ => char::from_u32(0x2070 + letter.to_digit(10).unwrap_or(0)).unwrap_or(letter),
    };
    power.to_string().chars().map(raise).collect()
}

/// A count, with thousands apart.
pub(crate) fn count(number: usize) -> String {
    grouped(&number.to_string())
}
