//! Units.

/// What a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Dimension {
    /// A bare count.
    Count,
    /// A part of a whole.
    Share,
    /// Percentage points.
    Points,
    /// How many times as much.
    Times,
    /// Money.
    Money,
    /// Time.
    Time,
    /// Length.
    Length,
    /// Weight.
    Weight,
    /// Temperature.
    Temperature,
    /// Amount of data.
    Data,
}

/// A unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Unit {
    /// What it measures.
    pub(crate) dimension: Dimension,
    /// Its usual name; empty for counts.
    pub(crate) name: &'static str,
    /// How many of the dimension's base units (seconds, metres, grams, bytes) it is; 1 where they don't convert.
    pub(crate) scale: f64,
    /// Its family: units of one family are read together without thought, metric or imperial, one currency.
    pub(crate) system: u8,
}

const METRIC: u8 = 1;
const IMPERIAL: u8 = 2;

impl Unit {
    /// A bare count.
    pub(crate) const COUNT: Unit = unit(Dimension::Count, "", 1.0, 0);
    /// Per cent.
    pub(crate) const PERCENT: Unit = unit(Dimension::Share, "%", 0.01, 0);
    /// One in so many.
    pub(crate) const RATIO: Unit = unit(Dimension::Share, "in", 1.0, 1);
    /// How many times.
    pub(crate) const TIMES: Unit = unit(Dimension::Times, "times", 1.0, 0);

    /// The unit that a sign stands for.
    pub(super) fn of_sign(sign: &str) -> Option<Unit> {
        let (name, system) = match sign {
            "$" => ("$", 1),
            "€" => ("€", 2),
            "£" => ("£", 3),
            "¥" => ("¥", 4),
            "₹" => ("₹", 5),
            _ => return None,
        };
        Some(unit(Dimension::Money, name, 1.0, system))
    }

    /// The unit that a word in small letters names. `joined` where it stands right after the number: `5m`.
    pub(super) fn of_word(word: &str, joined: bool) -> Option<Unit> {
        use Dimension::{Data, Length, Money, Points, Share, Temperature, Time, Weight};
        Some(match word {
            "percent" => unit(Share, "%", 0.01, 0),
            "point" | "points" | "pp" => unit(Points, "points", 0.01, 0),
            "times" => Unit::TIMES,
            "x" if joined => Unit::TIMES,
            "ms" | "millisecond" | "milliseconds" | "msec" => unit(Time, "milliseconds", 0.001, 0),
            "µs" | "us" if joined => unit(Time, "microseconds", 1e-6, 0),
            "microsecond" | "microseconds" => unit(Time, "microseconds", 1e-6, 0),
            "ns" | "nanosecond" | "nanoseconds" => unit(Time, "nanoseconds", 1e-9, 0),
            "second" | "seconds" | "sec" | "secs" => unit(Time, "seconds", 1.0, 0),
            "s" if joined => unit(Time, "seconds", 1.0, 0),
            "minute" | "minutes" | "min" | "mins" => unit(Time, "minutes", 60.0, 0),
            "hour" | "hours" | "hr" | "hrs" => unit(Time, "hours", 3600.0, 0),
            "h" if joined => unit(Time, "hours", 3600.0, 0),
            "day" | "days" => unit(Time, "days", 86_400.0, 0),
            "week" | "weeks" => unit(Time, "weeks", 604_800.0, 0),
            "month" | "months" => unit(Time, "months", 2_629_800.0, 0),
            "year" | "years" => unit(Time, "years", 31_557_600.0, 0),
            "km" | "kilometre" | "kilometres" | "kilometer" | "kilometers" => {
                unit(Length, "kilometres", 1000.0, METRIC)
            }
            "metre" | "metres" | "meter" | "meters" => unit(Length, "metres", 1.0, METRIC),
            "cm" | "centimetre" | "centimetres" | "centimeters" => {
                unit(Length, "centimetres", 0.01, METRIC)
            }
            "mm" | "millimetre" | "millimetres" | "millimeters" => {
                unit(Length, "millimetres", 0.001, METRIC)
            }
            "mile" | "miles" => unit(Length, "miles", 1609.344, IMPERIAL),
            "foot" | "feet" | "ft" => unit(Length, "feet", 0.3048, IMPERIAL),
            "inch" | "inches" => unit(Length, "inches", 0.0254, IMPERIAL),
            "yard" | "yards" => unit(Length, "yards", 0.9144, IMPERIAL),
            "kg" | "kilo" | "kilos" | "kilogram" | "kilograms" => {
                unit(Weight, "kilograms", 1000.0, METRIC)
            }
            "gram" | "grams" => unit(Weight, "grams", 1.0, METRIC),
            "tonne" | "tonnes" => unit(Weight, "tonnes", 1e6, METRIC),
            "lb" | "lbs" => unit(Weight, "pounds", 453.592, IMPERIAL),
            "ounce" | "ounces" | "oz" => unit(Weight, "ounces", 28.3495, IMPERIAL),
            "celsius" | "°c" => unit(Temperature, "degrees Celsius", 1.0, METRIC),
            "fahrenheit" | "°f" => unit(Temperature, "degrees Fahrenheit", 1.0, IMPERIAL),
            "byte" | "bytes" => unit(Data, "bytes", 1.0, 0),
            "kb" | "kib" => unit(Data, "kB", 1e3, 0),
            "mb" | "mib" => unit(Data, "MB", 1e6, 0),
            "gb" | "gib" => unit(Data, "GB", 1e9, 0),
            "tb" | "tib" => unit(Data, "TB", 1e12, 0),
            "dollar" | "dollars" | "usd" => unit(Money, "$", 1.0, 1),
            "euro" | "euros" | "eur" => unit(Money, "€", 1.0, 2),
            "gbp" | "pounds" | "quid" => unit(Money, "£", 1.0, 3),
            "yen" | "jpy" => unit(Money, "¥", 1.0, 4),
            "rupee" | "rupees" | "inr" => unit(Money, "₹", 1.0, 5),
            "chf" | "francs" => unit(Money, "CHF", 1.0, 6),
            "cent" | "cents" => unit(Money, "cents", 0.01, 0),
            "pence" => unit(Money, "£", 0.01, 3),
            _ => return None,
        })
    }
}

const fn unit(dimension: Dimension, name: &'static str, scale: f64, system: u8) -> Unit {
    Unit {
        dimension,
        name,
        scale,
        system,
    }
}

/// What a word multiplies the number before it by.
pub(super) fn multiplier(word: &str) -> Option<f64> {
    Some(match word {
        "dozen" => 12.0,
        "hundred" => 100.0,
        "thousand" | "k" => 1e3,
        "million" | "m" | "mn" => 1e6,
        "billion" | "bn" | "b" => 1e9,
        "trillion" | "tn" => 1e12,
        _ => return None,
    })
}
