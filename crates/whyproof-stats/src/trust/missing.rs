//! Values that are missing: as many in each variant? And how much could they change?

use super::assignment::{SplitTest, sample_ratio};
use crate::dist::{ChiSquare, Distribution};
use crate::{Interval, Result, StatsError};

/// How many values are missing, by variant.
#[derive(Debug, Clone, PartialEq)]
pub struct MissingRates {
    /// Share of the units without a value, by variant.
    pub rates: Vec<f64>,
    /// P-value of "the same share is missing in every variant".
    pub p: f64,
}

impl MissingRates {
    /// Whether values go missing by variant, so that what is left is no fair comparison: p below 0.001.
    pub fn differ(&self) -> bool {
        self.p < super::MISMATCH
    }
}

/// Compares the share of units without a value between variants: Pearson's chi-square on the table of missing and
/// present; where fewer than 5 would be expected somewhere and there are two variants, the missing ones alone are
/// compared with the split of units, by the exact binomial test.
///
/// # Errors
/// [`StatsError::Mismatch`] for lists of different length; [`StatsError::TooFew`] under two variants;
/// [`StatsError::Empty`] for a variant without units; [`StatsError::OutOfRange`] where more are missing than there
/// are.
pub fn missing_rates(missing: &[u64], units: &[u64]) -> Result<MissingRates> {
    check(missing, units)?;
    let rates: Vec<f64> = missing
        .iter()
        .zip(units)
        .map(|(&gone, &all)| gone as f64 / all as f64)
        .collect();
    let (gone, all) = (missing.iter().sum::<u64>(), units.iter().sum::<u64>());
    if gone == 0 || gone == all {
        return Ok(MissingRates { rates, p: 1.0 });
    }
    let share = gone as f64 / all as f64;
    let least = units
        .iter()
        .map(|&n| n as f64 * share.min(1.0 - share))
        .fold(f64::INFINITY, f64::min);
    let p = if least < 5.0 && units.len() == 2 {
        let split: Vec<f64> = units.iter().map(|&n| n as f64).collect();
        let present: Vec<u64> = missing
            .iter()
            .zip(units)
            .map(|(&gone, &all)| all - gone)
            .collect();
        let rarer = if share <= 0.5 {
            missing
        } else {
            present.as_slice()
        };
        sample_ratio(rarer, &split, SplitTest::Binomial)?.p
    } else {
        let statistic: f64 = (missing.iter().zip(units))
            .map(|(&gone, &all)| {
                let expected = all as f64 * share;
                (gone as f64 - expected).powi(2) / (expected * (1.0 - share))
            })
            .sum();
        ChiSquare::new(units.len() as f64 - 1.0)?.sf(statistic)
    };
    Ok(MissingRates { rates, p })
}

fn check(missing: &[u64], units: &[u64]) -> Result<()> {
    if missing.len() != units.len() {
        let what = "variants with missing values counted and with units counted".into();
        return Err(StatsError::Mismatch {
            what,
            left: missing.len(),
            right: units.len(),
        });
    }
    if units.len() < 2 {
        let which = "the list of variants".into();
        return Err(StatsError::TooFew {
            which,
            n: units.len() as u64,
            needed: 2,
        });
    }
    for (i, (&gone, &all)) in missing.iter().zip(units).enumerate() {
        if all == 0 {
            return Err(StatsError::Empty {
                which: format!("variant {}", i + 1),
            });
        }
        if gone > all {
            let what = format!("the number of missing values of variant {}", i + 1);
            return Err(StatsError::out_of_range(
                &what,
                gone as f64,
                &format!("at most its {all} units"),
            ));
        }
    }
    Ok(())
}

/// The effect in the worst and in the best case: all missing values of one variant at the least a value can be, all of
/// the other at the most (Manski 1990). What is in between needs an assumption about why they are missing.
///
/// Each variant is (mean of the present values, share missing); `least` and `most` bound a value of the metric.
///
/// # Errors
/// [`StatsError::NotFinite`]; [`StatsError::OutOfRange`] for a share not from 0 to 1, or bounds that the means exceed.
pub fn missing_bounds(
    control: (f64, f64),
    treatment: (f64, f64),
    least: f64,
    most: f64,
) -> Result<Interval> {
    crate::error::finite(least, "the least value of the metric")?;
    crate::error::finite(most, "the largest value of the metric")?;
    let filled = |(mean, share): (f64, f64), with: f64| {
        if !(0.0..=1.0).contains(&share) {
            return Err(StatsError::out_of_range(
                "the share missing",
                share,
                "from 0 to 1",
            ));
        }
        if !(least <= mean && mean <= most) {
            return Err(StatsError::out_of_range(
                "a mean",
                mean,
                &format!("from {least} to {most}"),
            ));
        }
        Ok(mean * (1.0 - share) + with * share)
    };
    let low = filled(treatment, least)? - filled(control, most)?;
    let high = filled(treatment, most)? - filled(control, least)?;
    Interval::new(low, high)
}
