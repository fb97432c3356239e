//! Scales: where a value stands, and which values are written at an axis.

pub(crate) mod calendar;
pub(crate) mod civil;
pub(crate) mod ticks;

/// A straight scale from values to pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Scale {
    from: (f64, f64),
    to: (f64, f64),
}

impl Scale {
    /// The scale that has `from.0` at `to.0` and `from.1` at `to.1`.
    pub(crate) fn new(from: (f64, f64), to: (f64, f64)) -> Scale {
        Scale { from, to }
    }

    /// Where a value stands; in the middle where all values are one.
    pub(crate) fn at(&self, value: f64) -> f64 {
        let span = self.from.1 - self.from.0;
        let share = if span == 0.0 {
            0.5
        } else {
            (value - self.from.0) / span
        };
        self.to.0 + share * (self.to.1 - self.to.0)
    }

    /// The same, but never beyond the ends.
    pub(crate) fn within(&self, value: f64) -> f64 {
        let (least, most) = (self.to.0.min(self.to.1), self.to.0.max(self.to.1));
        self.at(value).clamp(least, most)
    }

    /// The values at its ends.
    pub(crate) fn ends(&self) -> (f64, f64) {
        self.from
    }
}
