//! Power solved for what is not known.

use crate::numeric::{root, root_above};
use crate::{Result, StatsError};

/// Something that knows the power of a planned experiment, by a formula or by simulation.
pub trait Power {
    /// The chance to find `effect` with `n` units in all, control and treatment together.
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] for parameters that the plan does not allow.
    fn power(&self, n: f64, effect: f64) -> Result<f64>;

    /// The fewest units the plan can do anything with.
    fn least_units(&self) -> f64;

    /// From the effect that is tested against to the largest that can be, in the direction looked for.
    fn effects(&self) -> (f64, f64);

    /// The number of units with which `effect` is found with the chance `power`; to be rounded up.
    ///
    /// # Errors
    /// [`StatsError::Unusable`] where no number of units would do; as [`Power::power`].
    fn sample_size(&self, effect: f64, power: f64) -> Result<f64> {
        check_power(power)?;
        let least = self.least_units();
        if self.power(least, effect)? >= power {
            return Ok(least);
        }
        let gap = |n: f64| self.power(n, effect).map_or(f64::NAN, |p| p - power);
        // Beyond 1e15 units counting in floating point ends, and so does the search.
        (gap(1e15) >= 0.0)
            .then(|| root_above(least, 2.0 * least, gap))
            .flatten()
            .ok_or_else(|| StatsError::Unusable {
                what: "the number of units".into(),
                why: "no number would do: the effect must be beyond what it is tested against"
                    .into(),
            })
    }

    /// The smallest effect that `n` units find with the chance `power`, in the direction looked for (up for a
    /// two-sided test).
    ///
    /// # Errors
    /// [`StatsError::Unusable`] where even the largest possible effect is not found as often; as [`Power::power`].
    fn detectable(&self, n: f64, power: f64) -> Result<f64> {
        check_power(power)?;
        let (from, to) = self.effects();
        let gap = |effect: f64| self.power(n, effect).map_or(f64::NAN, |p| p - power);
        self.power(n, from)?;
        let found = if to.is_finite() {
            root(from, to, gap)
        } else {
            // Starting small enough for any unit of measurement: the reach doubles.
            let sign = 1f64.copysign(to);
            root_above(0.0, 1e-9, |away| gap(from + sign * away)).map(|away| from + sign * away)
        };
        found.ok_or_else(|| StatsError::Unusable {
            what: "the smallest effect that can be seen".into(),
            why: "even the largest possible effect is not found as often: measure more units"
                .into(),
        })
    }

    /// The power at each number of units: (units, power).
    ///
    /// # Errors
    /// As [`Power::power`].
    fn curve(&self, units: &[f64], effect: f64) -> Result<Vec<(f64, f64)>> {
        units
            .iter()
            .map(|&n| Ok((n, self.power(n, effect)?)))
            .collect()
    }
}

fn check_power(power: f64) -> Result<()> {
    if power > 0.0 && power < 1.0 {
        Ok(())
    } else {
        Err(StatsError::out_of_range(
            "the power",
            power,
            "between 0 and 1",
        ))
    }
}
