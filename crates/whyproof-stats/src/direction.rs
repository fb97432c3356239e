//! Which way is better.

use crate::{Alternative, Interval};

/// Which way of a metric is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// More is better.
    Up,
    /// Less is better.
    Down,
}

impl Direction {
    /// `effect`, so that better is above zero.
    pub fn gain(self, effect: f64) -> f64 {
        match self {
            Self::Up => effect,
            Self::Down => -effect,
        }
    }

    /// `interval`, so that better is above zero.
    pub fn gains(self, interval: Interval) -> Interval {
        match self {
            Self::Up => interval,
            Self::Down => interval.negated(),
        }
    }

    /// The one-sided alternative that looks for the better.
    pub fn alternative(self) -> Alternative {
        match self {
            Self::Up => Alternative::Greater,
            Self::Down => Alternative::Less,
        }
    }
}
