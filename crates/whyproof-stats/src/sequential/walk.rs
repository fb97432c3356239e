//! The path of a score that is looked at now and then, as a density over where it is while it goes on.
//!
//! At information t the score S = Z√t moves like Brownian motion with a drift. Its density over what has not been
//! stopped is carried from look to look by integration (Armitage, McPherson and Rowe 1969; Jennison and Turnbull
//! 2000, chapter 19), here with Gauss–Legendre panels about as wide as one step's deviation.

use crate::dist::{Distribution, Normal};
use crate::numeric::Legendre;

/// Standard deviations beyond which nothing is followed: 1e-19 of the mass.
const REACH: f64 = 9.0;
/// Panels of one look at most; the next look costs the product of two grids.
const MOST_PANELS: f64 = 256.0;

/// Where the score may be, with the mass there.
#[derive(Debug, Clone)]
pub(super) struct Walk {
    drift: f64,
    time: f64,
    points: Vec<(f64, f64)>,
    rule: Legendre,
}

impl Walk {
    /// At the start, with `drift` as the mean of Z at full information.
    pub(super) fn new(drift: f64) -> Walk {
        Walk {
            drift,
            time: 0.0,
            points: vec![(0.0, 1.0)],
            rule: Legendre::new(12),
        }
    }

    /// P(not stopped so far, and Z at or above `z` at information `t`).
    pub(super) fn above(&self, t: f64, z: f64) -> f64 {
        let (sd, shift) = self.step(t);
        let bound = z * t.sqrt();
        self.points
            .iter()
            .map(|&(at, mass)| mass * Normal.sf((bound - at - shift) / sd))
            .sum()
    }

    /// P(not stopped so far, and Z at or below `z` at information `t`).
    pub(super) fn below(&self, t: f64, z: f64) -> f64 {
        let (sd, shift) = self.step(t);
        let bound = z * t.sqrt();
        self.points
            .iter()
            .map(|&(at, mass)| mass * Normal.cdf((bound - at - shift) / sd))
            .sum()
    }

    /// Goes on to information `t` where Z is between `low` and `high`; `next` is the information of the look after.
    pub(super) fn go_on(&mut self, t: f64, (low, high): (f64, f64), next: f64) {
        let (sd, shift) = self.step(t);
        let (middle, root) = (self.drift * t, t.sqrt());
        let low = (low * root).max(middle - REACH * root);
        let high = (high * root).min(middle + REACH * root);
        if low >= high {
            self.points.clear();
            self.time = t;
            return;
        }
        let scale = sd.min((next - t).sqrt());
        let panels = ((high - low) / scale).ceil().clamp(1.0, MOST_PANELS);
        let norm = 1.0 / (sd * (2.0 * std::f64::consts::PI).sqrt());
        let old = std::mem::take(&mut self.points);
        self.points = (self.rule.spread(low, high, panels as usize).into_iter())
            .map(|(y, weight)| {
                let density: f64 = (old.iter())
                    .map(|&(at, mass)| {
                        let z = (y - at - shift) / sd;
                        mass * (-0.5 * z * z).exp()
                    })
                    .sum();
                (y, weight * norm * density)
            })
            .collect();
        self.time = t;
    }

    /// Standard deviation and mean of the step from here to information `t`.
    fn step(&self, t: f64) -> (f64, f64) {
        let gap = t - self.time;
        (gap.sqrt(), self.drift * gap)
    }
}
