//! Group-sequential boundaries, and what they cost and bring.

use super::{Spending, walk::Walk};
use crate::error::finite;
use crate::numeric::root;
use crate::{Alternative, Estimate, Level, Reference, Result, StatsError};

/// Beyond this no path ever gets: stands for a boundary that spends nothing.
const NEVER: f64 = 38.0;
/// Looks of one plan at most.
const MOST_LOOKS: usize = 100;

/// The classical shapes, for looks that are all planned beforehand: critical values c·t^(Δ − ½) at share t of the
/// information (Wang and Tsiatis 1987).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// Δ = 0: hard to stop early (O'Brien and Fleming 1979).
    OBrienFleming,
    /// Δ = ½: the same boundary at every look (Pocock 1977).
    Pocock,
    /// Any Δ from 0 to 0.5.
    WangTsiatis(f64),
}

/// One planned look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// Share of the final information (of the final number of units, where variance is steady): above 0, at most 1.
    pub share: f64,
    /// The test statistic at which one stops: |Z| for two-sided boundaries, Z in the direction looked for else.
    pub critical: f64,
    /// Error of both sides together that is spent up to and with this look.
    pub spent: f64,
}

/// When to stop: a boundary for each planned look, which keep the error of all looks together at the level.
#[derive(Debug, Clone, PartialEq)]
pub struct Boundaries {
    looks: Vec<Look>,
    level: Level,
    alternative: Alternative,
}

impl Boundaries {
    /// Boundaries of a classical shape at `shares` of the final information; the last share is 1.
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] for shares that do not rise from above 0 to 1, or Δ outside 0 to 0.5.
    pub fn shaped(
        shape: Shape,
        shares: &[f64],
        level: Level,
        alternative: Alternative,
    ) -> Result<Self> {
        let delta = match shape {
            Shape::OBrienFleming => 0.0,
            Shape::Pocock => 0.5,
            Shape::WangTsiatis(delta) if (0.0..=0.5).contains(&delta) => delta,
            Shape::WangTsiatis(delta) => {
                return Err(StatsError::out_of_range(
                    "the Δ of the boundary",
                    delta,
                    "from 0 to 0.5",
                ));
            }
        };
        check_shares(shares)?;
        match shares.last() {
            Some(1.0) => {}
            last => {
                let last = last.copied().unwrap_or_default();
                return Err(StatsError::out_of_range(
                    "the last look's share of the information",
                    last,
                    "1",
                ));
            }
        }
        let with = |c: f64| Self {
            looks: (shares.iter())
                .map(|&share| Look {
                    share,
                    critical: c * share.powf(delta - 0.5),
                    spent: 0.0,
                })
                .collect(),
            level,
            alternative,
        };
        let c = root(0.0, 20.0, |c| with(c).stopped(0.0) - level.alpha()).ok_or_else(|| {
            StatsError::NotConverged {
                what: "the boundary".into(),
            }
        })?;
        let mut found = with(c);
        found.note_spent();
        Ok(found)
    }

    /// Boundaries by a spending function, for the looks so far: later looks need not be known (Lan and DeMets 1983).
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] for shares that do not rise from above 0 to at most 1, or the function's parameter.
    pub fn spending(
        spending: Spending,
        shares: &[f64],
        level: Level,
        alternative: Alternative,
    ) -> Result<Self> {
        check_shares(shares)?;
        let sides = sides(alternative);
        let mut walk = Walk::new(0.0);
        let mut looks: Vec<Look> = Vec::with_capacity(shares.len());
        let mut before = 0.0;
        for (k, &share) in shares.iter().enumerate() {
            let spent = spending.spent(share, level.alpha() / sides)?;
            let critical = if spent - before > 1e-300 {
                root(-NEVER, NEVER, |c| walk.above(share, c) - (spent - before)).unwrap_or(NEVER)
            } else {
                NEVER
            };
            before = spent;
            looks.push(Look {
                share,
                critical,
                spent: spent * sides,
            });
            if let Some(&next) = shares.get(k + 1) {
                walk.go_on(share, inside(critical, alternative), next);
            }
        }
        Ok(Self {
            looks,
            level,
            alternative,
        })
    }

    /// The looks, in order.
    pub fn looks(&self) -> &[Look] {
        &self.looks
    }

    /// The level that all looks together keep.
    pub fn level(&self) -> Level {
        self.level
    }

    /// Which sides stop.
    pub fn alternative(&self) -> Alternative {
        self.alternative
    }

    /// P(stopping at each look), where `drift` is the mean of the test statistic at full information: the true effect
    /// over its standard error at the end, counted in the direction looked for.
    ///
    /// # Errors
    /// [`StatsError::NotFinite`].
    pub fn crossing(&self, drift: f64) -> Result<Vec<f64>> {
        Ok(self.crossed(finite(drift, "the drift")?))
    }

    fn crossed(&self, drift: f64) -> Vec<f64> {
        let mut walk = Walk::new(drift);
        let mut probabilities = Vec::with_capacity(self.looks.len());
        for (k, look) in self.looks.iter().enumerate() {
            let mut p = walk.above(look.share, look.critical);
            if self.alternative == Alternative::TwoSided {
                p += walk.below(look.share, -look.critical);
            }
            probabilities.push(p);
            if let Some(next) = self.looks.get(k + 1) {
                walk.go_on(
                    look.share,
                    inside(look.critical, self.alternative),
                    next.share,
                );
            }
        }
        probabilities
    }

    /// P(stopping at any look) at this drift; at 0 it is the error of all looks together.
    ///
    /// # Errors
    /// [`StatsError::NotFinite`].
    pub fn power(&self, drift: f64) -> Result<f64> {
        Ok(self.stopped(finite(drift, "the drift")?))
    }

    fn stopped(&self, drift: f64) -> f64 {
        self.crossed(drift).iter().sum::<f64>().min(1.0)
    }

    /// The drift at which the plan stops with probability `power`.
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] unless `power` is above the error allowed and below 1.
    pub fn drift_for(&self, power: f64) -> Result<f64> {
        if !(power > self.stopped(0.0) && power < 1.0) {
            let allowed = "above the error that the looks allow, and below 1";
            return Err(StatsError::out_of_range("the power", power, allowed));
        }
        root(0.0, 20.0, |drift| self.stopped(drift) - power).ok_or_else(|| {
            StatsError::NotConverged {
                what: "the drift of this power".into(),
            }
        })
    }

    /// How many times the units of a plan with one look this plan may need, at the same power (the inflation factor
    /// of Jennison and Turnbull 2000, section 2.3).
    ///
    /// # Errors
    /// As [`Boundaries::drift_for`].
    pub fn inflation(&self, power: f64) -> Result<f64> {
        let once = Self::spending(Spending::Pocock, &[1.0], self.level, self.alternative)?;
        Ok((self.drift_for(power)? / once.drift_for(power)?).powi(2))
    }

    /// The share of the final information at which the plan stops on average.
    ///
    /// # Errors
    /// [`StatsError::NotFinite`].
    pub fn expected_share(&self, drift: f64) -> Result<f64> {
        let crossing = self.crossing(drift)?;
        let last = self.looks.last().map_or(0.0, |look| look.share);
        let stopped: f64 = (crossing.iter().zip(&self.looks))
            .map(|(p, look)| p * (last - look.share))
            .sum();
        Ok(last - stopped)
    }

    /// An effect as seen at look `k` (from 0), with the repeated confidence interval: estimate ± boundary × error.
    /// All looks' intervals hold together at the level (Jennison and Turnbull 1989); `p` is [`Boundaries::stagewise_p`].
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] where there is no such look; [`StatsError::NotFinite`], [`StatsError::NoVariance`].
    pub fn at(&self, k: usize, value: f64, standard_error: f64, null: f64) -> Result<Estimate> {
        let look = self.look(k)?;
        let plain = Estimate::wald(
            value,
            standard_error,
            null,
            Reference::Normal,
            self.level,
            self.alternative,
        )?;
        let half = look.critical * standard_error;
        let mut interval = plain.interval;
        if interval.low.is_finite() {
            interval.low = value - half;
        }
        if interval.high.is_finite() {
            interval.high = value + half;
        }
        Ok(Estimate {
            interval,
            p: self.stagewise_p(k, plain.statistic)?,
            ..plain
        })
    }

    /// Whether statistic `z` at look `k` stops the experiment.
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] where there is no such look; [`StatsError::NotFinite`].
    pub fn stops(&self, k: usize, z: f64) -> Result<bool> {
        let look = self.look(k)?;
        finite(z, "the test statistic")?;
        Ok(match self.alternative {
            Alternative::TwoSided => z.abs() >= look.critical,
            Alternative::Greater => z >= look.critical,
            Alternative::Less => -z >= look.critical,
        })
    }

    /// The p-value by the stagewise ordering: stopping earlier is more extreme (Armitage 1957; Jennison and Turnbull
    /// 2000, section 8.4). Below the error spent so far exactly where look `k` is the first to cross.
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] where there is no such look; [`StatsError::NotFinite`].
    pub fn stagewise_p(&self, k: usize, z: f64) -> Result<f64> {
        let look = self.look(k)?;
        finite(z, "the test statistic")?;
        let z = match self.alternative {
            Alternative::TwoSided => z.abs(),
            Alternative::Greater => z,
            Alternative::Less => -z,
        };
        let mut walk = Walk::new(0.0);
        let mut p = 0.0;
        for (earlier, next) in self.looks.iter().zip(self.looks.iter().skip(1)).take(k) {
            p += walk.above(earlier.share, earlier.critical);
            walk.go_on(
                earlier.share,
                inside(earlier.critical, self.alternative),
                next.share,
            );
        }
        p += walk.above(look.share, z);
        Ok((p * sides(self.alternative)).min(1.0))
    }

    fn look(&self, k: usize) -> Result<Look> {
        self.looks.get(k).copied().ok_or_else(|| {
            let allowed = format!("below the number of looks, {}", self.looks.len());
            StatsError::out_of_range("the look, counted from 0,", k as f64, &allowed)
        })
    }

    fn note_spent(&mut self) {
        let mut sum = 0.0;
        for (look, p) in self.crossed(0.0).into_iter().enumerate() {
            sum += p;
            if let Some(look) = self.looks.get_mut(look) {
                look.spent = sum;
            }
        }
    }
}

/// How many boundaries there are.
fn sides(alternative: Alternative) -> f64 {
    if alternative == Alternative::TwoSided {
        2.0
    } else {
        1.0
    }
}

/// Where the experiment goes on.
fn inside(critical: f64, alternative: Alternative) -> (f64, f64) {
    match alternative {
        Alternative::TwoSided => (-critical, critical),
        Alternative::Greater | Alternative::Less => (f64::NEG_INFINITY, critical),
    }
}

fn check_shares(shares: &[f64]) -> Result<()> {
    if shares.is_empty() {
        return Err(StatsError::Empty {
            which: "the list of looks".into(),
        });
    }
    if shares.len() > MOST_LOOKS {
        let allowed = "at most 100: use an always-valid interval to look at any time";
        return Err(StatsError::out_of_range(
            "the number of looks",
            shares.len() as f64,
            allowed,
        ));
    }
    let mut before = 0.0;
    for &share in shares {
        if !(share - before >= 1e-4 && share <= 1.0) {
            let allowed =
                "rising from above 0 to at most 1, each look at least 0.0001 after the one before";
            return Err(StatsError::out_of_range(
                "a look's share of the information",
                share,
                allowed,
            ));
        }
        before = share;
    }
    Ok(())
}
