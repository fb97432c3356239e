//! Units of time of a fixed length. A month and a year have none.

use super::text::{after_gap, letters};

/// A unit of time: its length in microseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Unit(pub(super) u64);

impl Unit {
    pub(super) const SECOND: Unit = Unit(1_000_000);
    pub(super) const MINUTE: Unit = Unit(60_000_000);
    pub(super) const HOUR: Unit = Unit(3_600_000_000);

    /// How many seconds it has.
    pub(super) fn seconds(self) -> f64 {
        self.0 as f64 / 1e6
    }

    /// Its name in messages, for more than one of it.
    pub(super) fn word(self) -> &'static str {
        match self.0 {
            1 => "microseconds",
            1_000 => "milliseconds",
            1_000_000 => "seconds",
            60_000_000 => "minutes",
            3_600_000_000 => "hours",
            86_400_000_000 => "days",
            _ => "weeks",
        }
    }
}

/// The unit that a word names.
pub(super) fn of(word: &str) -> Option<Unit> {
    let micros = match word {
        "µs" | "μs" | "us" | "microsecond" | "microseconds" => 1,
        "ms" | "msec" | "millisecond" | "milliseconds" => 1_000,
        "s" | "sec" | "secs" | "second" | "seconds" => 1_000_000,
        "m" | "min" | "mins" | "minute" | "minutes" => 60_000_000,
        "h" | "hr" | "hrs" | "hour" | "hours" => 3_600_000_000,
        "d" | "day" | "days" => 86_400_000_000,
        "wk" | "wks" | "week" | "weeks" => 604_800_000_000,
        _ => return None,
    };
    Some(Unit(micros))
}

/// The unit at the start, after a space or hyphen.
pub(super) fn named(text: &str) -> Option<Unit> {
    of(letters(after_gap(text)))
}
