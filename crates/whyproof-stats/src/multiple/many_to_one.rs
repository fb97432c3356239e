//! Several treatments against one control (Dunnett 1955).
//!
//! The comparisons are correlated because they share the control: the correlation of arms i and j is λᵢλⱼ, so that
//! given the control's deviation they are independent, and the probability is an integral over two variables (the
//! control's deviation, and the pooled standard deviation), done here by the trapezoidal rule to about 12 digits.
//! SciPy's `dunnett` draws random numbers for the same integral, and agrees to the digits it has.

use crate::dist::{Distribution, Normal};
use crate::error::finite;
use crate::numeric::{root_above, steps};
use crate::{Alternative, Estimate, Interval, Level, Reference, Result, StatsError};

/// A variant as its sample says: number of units, mean, variance of one unit (by n − 1).
///
/// What was adjusted serves as well: the mean by CUPED with the variance that is left, a ratio with its delta-method
/// variance ([`crate::plan::ratio_variance`]), for relative effects the logarithm of the mean with variance / mean².
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Arm {
    /// Number of units (or clusters).
    pub n: f64,
    /// Mean, in the metric's unit.
    pub mean: f64,
    /// Variance of one unit.
    pub variance: f64,
}

/// What the comparisons assume of the variances.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Family {
    /// Each arm has its own; t with Welch's degrees of freedom, the least of all comparisons for all. Approximate,
    /// and on the safe side.
    #[default]
    Welch,
    /// All arms share one: Dunnett's own test, exact for normal data.
    Pooled,
    /// Each arm has its own, known as good as exactly: for large samples.
    Normal,
}

/// One treatment against the control: the difference with its simultaneous interval and adjusted p-value.
pub type Comparison = Estimate;

/// Each of `arms` against `control`, adjusted for all of them together.
///
/// # Errors
/// [`StatsError::Empty`] without arms; [`StatsError::TooFew`] for an arm with fewer than two units;
/// [`StatsError::NotFinite`]; [`StatsError::NoVariance`] where a comparison has none; [`StatsError::NotConverged`].
pub fn dunnett(
    control: Arm,
    arms: &[Arm],
    family: Family,
    level: Level,
    alternative: Alternative,
) -> Result<Vec<Comparison>> {
    if arms.is_empty() {
        return Err(StatsError::Empty {
            which: "the list of treatments".into(),
        });
    }
    check(&control, "the control")?;
    for (i, arm) in arms.iter().enumerate() {
        check(arm, &format!("treatment {}", i + 1))?;
    }
    let shape = Shape::of(&control, arms, family)?;
    let two_sided = alternative == Alternative::TwoSided;
    let critical = root_above(if two_sided { 0.0 } else { -10.0 }, 3.0, |c| {
        level.alpha() - shape.tail(c, two_sided)
    })
    .ok_or_else(|| StatsError::NotConverged {
        what: "the critical value of the comparisons".into(),
    })?;
    let reference = shape.df.map_or(Reference::Normal, Reference::StudentT);
    (arms.iter().zip(&shape.errors))
        .map(|(arm, &standard_error)| {
            let value = finite(arm.mean - control.mean, "a difference")?;
            let statistic = finite(value / standard_error, "the test statistic")?;
            let extreme = match alternative {
                Alternative::TwoSided => statistic.abs(),
                Alternative::Greater => statistic,
                Alternative::Less => -statistic,
            };
            let half = critical * standard_error;
            let (low, high) = match alternative {
                Alternative::TwoSided => (value - half, value + half),
                Alternative::Greater => (value - half, f64::INFINITY),
                Alternative::Less => (f64::NEG_INFINITY, value + half),
            };
            Ok(Estimate {
                value,
                standard_error,
                reference,
                interval: Interval::new(low, high)?,
                level,
                alternative,
                statistic,
                p: shape.tail(extreme, two_sided),
            })
        })
        .collect()
}

fn check(arm: &Arm, which: &str) -> Result<()> {
    if !(arm.n.is_finite() && arm.mean.is_finite() && arm.variance.is_finite()) {
        return Err(StatsError::NotFinite {
            which: which.into(),
        });
    }
    if arm.n < 2.0 {
        return Err(StatsError::TooFew {
            which: which.into(),
            n: arm.n.max(0.0) as u64,
            needed: 2,
        });
    }
    if arm.variance < 0.0 {
        return Err(StatsError::out_of_range(
            "a variance",
            arm.variance,
            "at least 0",
        ));
    }
    Ok(())
}

/// What the joint distribution of the comparisons depends on.
struct Shape {
    /// Of each comparison.
    errors: Vec<f64>,
    /// Share of the control in each comparison's error; the correlation of two is the product of theirs.
    shares: Vec<f64>,
    df: Option<f64>,
}

impl Shape {
    fn of(control: &Arm, arms: &[Arm], family: Family) -> Result<Shape> {
        let all = || std::iter::once(control).chain(arms);
        let pooled_df: f64 = all().map(|arm| arm.n - 1.0).sum();
        let pooled = all().map(|arm| (arm.n - 1.0) * arm.variance).sum::<f64>() / pooled_df;
        let variance = |arm: &Arm| if family == Family::Pooled { pooled } else { arm.variance } / arm.n;
        let of_control = variance(control);
        let mut shape = Shape {
            errors: Vec::new(),
            shares: Vec::new(),
            df: None,
        };
        for arm in arms {
            let own = variance(arm);
            let both = of_control + own;
            if both <= 0.0 {
                return Err(StatsError::NoVariance {
                    which: "a treatment and the control together".into(),
                });
            }
            shape.errors.push(both.sqrt());
            shape.shares.push((of_control / both).sqrt());
            if family == Family::Welch {
                let welch = both * both
                    / (of_control * of_control / (control.n - 1.0) + own * own / (arm.n - 1.0));
                shape.df = Some(shape.df.map_or(welch, |least: f64| least.min(welch)));
            }
        }
        if family == Family::Pooled {
            shape.df = Some(pooled_df);
        }
        Ok(shape)
    }

    /// P(the most extreme of the comparisons is beyond `c`) where no treatment differs from the control.
    fn tail(&self, c: f64, two_sided: bool) -> f64 {
        if two_sided && c <= 0.0 {
            return 1.0;
        }
        let Some(df) = self.df else {
            return self.tail_given(c, two_sided).min(1.0);
        };
        // Over x = ln(s/σ): (df s²) is χ², and its density in x is exp(df (x − (e²ˣ − 1)/2)) up to a factor,
        // which is summed along. Cut where it is below e⁻⁸⁰ of its peak.
        let sd = (0.5 / df).sqrt();
        let log_density = |x: f64| df * (x - 0.5 * (2.0 * x).exp_m1());
        let (low, high) = (bound(log_density, -sd), bound(log_density, sd));
        let (points, _) = steps(
            low,
            high,
            0.25 * sd.min(1.0 / (1.0 + c.abs())).max(sd / 8.0),
        );
        let (mut mass, mut sum) = (0.0, 0.0);
        for x in points {
            let weight = log_density(x).exp();
            mass += weight;
            if weight > 1e-25 {
                sum += weight * self.tail_given(c * x.exp(), two_sided);
            }
        }
        (sum / mass).min(1.0)
    }

    /// The same with the standard deviation known: an integral over the control's deviation z.
    fn tail_given(&self, c: f64, two_sided: bool) -> f64 {
        let sharp = self.shares.iter().copied().fold(0.0, f64::max);
        let own = (1.0 - sharp * sharp).sqrt();
        // How fast the integrand may turn: where the control is nearly all of the error, within own/share.
        let step = 0.4 * (own / sharp.max(1e-3)).clamp(0.02, 1.0);
        let (points, step) = steps(-9.0 - c.abs().min(20.0), 9.0 + c.abs().min(20.0), step);
        points
            .into_iter()
            .map(|z| step * Normal.pdf(z) * self.any_beyond(c, z, two_sided))
            .sum()
    }

    /// P(any comparison is beyond `c` | the control's deviation is z).
    fn any_beyond(&self, c: f64, z: f64, two_sided: bool) -> f64 {
        let none: f64 = (self.shares.iter())
            .map(|&share| {
                let own = (1.0 - share * share).max(1e-16).sqrt();
                let mut beyond = Normal.sf((c - share * z) / own);
                if two_sided {
                    beyond += Normal.sf((c + share * z) / own);
                }
                (-beyond.min(1.0)).ln_1p()
            })
            .sum();
        -none.exp_m1()
    }
}

/// [`Shape::tail`] of comparisons with these shares, for tests.
#[cfg(test)]
pub(super) fn tail_of(shares: Vec<f64>, df: Option<f64>, c: f64, two_sided: bool) -> f64 {
    Shape {
        errors: Vec::new(),
        shares,
        df,
    }
    .tail(c, two_sided)
}

/// Where `log` has fallen to −80 from 0, in the direction of `sd`.
fn bound(log: impl Fn(f64) -> f64, sd: f64) -> f64 {
    let mut at = sd;
    while log(at) > -80.0 {
        at *= 1.3;
    }
    at
}
