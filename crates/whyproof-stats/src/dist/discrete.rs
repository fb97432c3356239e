//! Binomial, Poisson and hypergeometric.

use super::special::{beta_tails, binomial_point, gamma_tails, poisson_point};
use crate::{Result, StatsError};

/// Number of successes in `n` independent trials.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Binomial {
    n: u64,
    p: f64,
}

impl Binomial {
    /// `n` trials with chance `p` each.
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] unless 0 ≤ `p` ≤ 1.
    pub fn new(n: u64, p: f64) -> Result<Self> {
        if (0.0..=1.0).contains(&p) {
            Ok(Self { n, p })
        } else {
            Err(StatsError::out_of_range(
                "the probability",
                p,
                "from 0 to 1",
            ))
        }
    }

    /// P(X = `k`).
    pub fn pmf(&self, k: u64) -> f64 {
        if k > self.n {
            return 0.0;
        }
        binomial_point(k as f64, self.n as f64, self.p, 1.0 - self.p)
    }

    /// P(X ≤ `k`).
    pub fn cdf(&self, k: u64) -> f64 {
        self.tails(k).1
    }

    /// P(X > `k`).
    pub fn sf(&self, k: u64) -> f64 {
        self.tails(k).0
    }

    /// (P(X > k), P(X ≤ k)), DLMF 8.17.5.
    fn tails(&self, k: u64) -> (f64, f64) {
        if k >= self.n {
            return (0.0, 1.0);
        }
        let (k, n) = (k as f64, self.n as f64);
        beta_tails(k + 1.0, n - k, self.p, 1.0 - self.p)
    }
}

/// Number of events where `mean` are expected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Poisson {
    mean: f64,
}

impl Poisson {
    /// With this mean.
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] unless the mean is finite and not below zero.
    pub fn new(mean: f64) -> Result<Self> {
        if mean >= 0.0 && mean.is_finite() {
            Ok(Self { mean })
        } else {
            Err(StatsError::out_of_range(
                "the mean",
                mean,
                "finite and not below zero",
            ))
        }
    }

    /// P(X = `k`).
    pub fn pmf(&self, k: u64) -> f64 {
        poisson_point(k as f64, self.mean)
    }

    /// P(X ≤ `k`).
    pub fn cdf(&self, k: u64) -> f64 {
        gamma_tails(k as f64 + 1.0, self.mean).1
    }

    /// P(X > `k`).
    pub fn sf(&self, k: u64) -> f64 {
        gamma_tails(k as f64 + 1.0, self.mean).0
    }
}

/// Successes among `draws` without replacement from `total` of which `successes` are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hypergeometric {
    total: u64,
    successes: u64,
    draws: u64,
}

impl Hypergeometric {
    /// An urn.
    ///
    /// # Errors
    /// [`StatsError::OutOfRange`] where `successes` or `draws` exceed `total`.
    pub fn new(total: u64, successes: u64, draws: u64) -> Result<Self> {
        for (what, value) in [("the successes", successes), ("the draws", draws)] {
            if value > total {
                let allowed = format!("at most the total, {total}");
                return Err(StatsError::out_of_range(what, value as f64, &allowed));
            }
        }
        Ok(Self {
            total,
            successes,
            draws,
        })
    }

    /// Least and greatest possible count.
    pub fn support(&self) -> (u64, u64) {
        let others = self.total - self.successes;
        (
            self.draws.saturating_sub(others),
            self.draws.min(self.successes),
        )
    }

    /// P(X = `k`), as three binomial points (Loader 2000).
    pub fn pmf(&self, k: u64) -> f64 {
        let (low, high) = self.support();
        if k < low || k > high {
            return 0.0;
        }
        if self.total == self.draws || self.draws == 0 {
            return 1.0;
        }
        let (n, r, d) = (self.total as f64, self.successes as f64, self.draws as f64);
        let (p, q) = (d / n, (n - d) / n);
        let k = k as f64;
        binomial_point(k, r, p, q) * binomial_point(d - k, n - r, p, q) / binomial_point(d, n, p, q)
    }
}
