//! The variants of one metric in the form in which they are compared: shares, means, rates, clusters.

use std::collections::BTreeMap;

use whyproof_stats::adjust::{Slope, Term, cuped};
use whyproof_stats::counts::Rate;
use whyproof_stats::effect::Arm;
use whyproof_stats::moments::{Comoments, Moments};
use whyproof_stats::proportions::Share;
use whyproof_stats::quantiles;
use whyproof_stats::{Result, StatsError, means, ratios};

use super::gather::{Group, Row};
use super::orders::Order;
use super::query::Series;
use crate::experiment::{Method, Summary};

/// Numbers come rounded to 12 digits: of a difference that is smaller than this share of its parts, too few are left.
const RESOLVED: f64 = 1e-9;

/// A variant's clusters, or strata, by name.
pub(super) type Parts = BTreeMap<String, Moments>;

/// The variants, the control first.
#[derive(Debug, Clone)]
pub(super) enum Shape {
    /// Nothing but 0 and 1.
    Shares(Vec<Share>),
    /// A number with a variance: a mean, a ratio, a quantile.
    Arms(Vec<Arm>),
    /// Events over exposure.
    Rates(Vec<Rate>),
    /// By the groups in which they were assigned.
    Clusters(Vec<Parts>),
    /// By what was known of them before.
    Strata(Vec<Parts>),
}

/// Series `k` of the groups.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measured<'m> {
    pub(super) groups: &'m [Group],
    pub(super) series: &'m Series,
    pub(super) k: usize,
    pub(super) method: Method,
    pub(super) clustered: bool,
    pub(super) stratified: bool,
    /// For a quantile: one for each group.
    pub(super) orders: &'m [Order],
}

impl Measured<'_> {
    fn sound(&self, wholes: &[Comoments]) -> Result<()> {
        if self.groups.iter().any(|group| group.odd(self.k).1 > 0) {
            return Err(StatsError::NotFinite {
                which: self.series.metric.name.clone(),
            });
        }
        for (group, whole) in self.groups.iter().zip(wholes) {
            let which = format!("`{}`", group.name);
            match whole.n() {
                0 => return Err(StatsError::Empty { which }),
                1 => {
                    return Err(StatsError::TooFew {
                        which,
                        n: 1,
                        needed: 2,
                    });
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Whether all values are 0 or 1.
    pub(super) fn is_share(&self) -> bool {
        self.series.metric.summary == Summary::Mean
            && self.groups.iter().all(|group| group.odd(self.k).0 == 0)
    }

    /// How many columns of the series are the metric's own; the others are covariates.
    fn own(&self) -> usize {
        self.series.own()
    }

    fn has_covariates(&self) -> bool {
        self.series.columns.len() > self.own()
    }

    fn wholes(&self) -> Result<Vec<Comoments>> {
        self.groups
            .iter()
            .map(|group| group.whole(self.k))
            .collect()
    }

    /// The form in which they are compared.
    ///
    /// # Errors
    /// Where a value is infinite or no number, a variant has fewer than two rows, or the form has a reason of its own.
    pub(super) fn shape(&self) -> Result<Shape> {
        let wholes = self.wholes()?;
        self.sound(&wholes)?;
        match &self.series.metric.summary {
            Summary::Quantile(_) => {
                if self.orders.len() != wholes.len() {
                    return self.too_few(&wholes);
                }
                let arms = self.orders.iter().map(Order::arm);
                Ok(Shape::Arms(arms.collect::<Result<_>>()?))
            }
            _ if self.clustered => {
                let parts = self.parts(&wholes, |row| row.cluster.clone())?;
                Ok(Shape::Clusters(parts))
            }
            Summary::Mean if self.stratified => {
                let name = |row: &Row| Some(row.stratum.clone().unwrap_or_default());
                Ok(Shape::Strata(self.parts(&wholes, name)?))
            }
            Summary::Rate { .. } => {
                let rates = wholes.iter().map(rate);
                Ok(Shape::Rates(rates.collect::<Result<_>>()?))
            }
            _ if self.has_covariates() => {
                let adjusted = self.adjusted(&wholes)?;
                let arms = adjusted.variants.iter().map(means::arm);
                Ok(Shape::Arms(arms.collect::<Result<_>>()?))
            }
            Summary::Ratio { .. } => {
                let arms = wholes.iter().map(ratio);
                Ok(Shape::Arms(arms.collect::<Result<_>>()?))
            }
            Summary::Mean if self.is_share() && self.method == Method::Suited => {
                let shares = wholes.iter().map(share);
                Ok(Shape::Shares(shares.collect::<Result<_>>()?))
            }
            Summary::Mean => {
                let arms = wholes.iter().map(|whole| means::arm(&whole.column(0)?));
                Ok(Shape::Arms(arms.collect::<Result<_>>()?))
            }
        }
    }

    /// Why there are no order statistics.
    fn too_few(&self, wholes: &[Comoments]) -> Result<Shape> {
        if let Summary::Quantile(share) = self.series.metric.summary {
            for whole in wholes {
                quantiles::ranks(whole.n(), share)?;
            }
        }
        Err(StatsError::Empty {
            which: "the list of order statistics".into(),
        })
    }

    /// The metric with what the covariates explain taken off.
    pub(super) fn adjusted(&self, wholes: &[Comoments]) -> Result<whyproof_stats::adjust::Cuped> {
        let own = self.own();
        let metric = if own == 2 {
            Term::ratio(0, 1)
        } else {
            Term::mean(0)
        };
        let covariates: Vec<Term> = (own..self.series.width()).map(Term::mean).collect();
        let adjusted = cuped(wholes, metric, &covariates, Slope::Total)?;
        if 1.0 - adjusted.removed < RESOLVED {
            return Err(StatsError::Unusable {
                what: "the adjustment by covariates".into(),
                why: "they explain all of the metric, so nothing is left to measure: a covariate has to be known before the start"
                    .into(),
            });
        }
        Ok(adjusted)
    }

    /// The units of each cluster or stratum, on a line through the variant's own value: means are on it, ratios nearly so
    /// (the delta method), and what covariates explain is taken off.
    fn parts(
        &self,
        wholes: &[Comoments],
        name: impl Fn(&Row) -> Option<String>,
    ) -> Result<Vec<Parts>> {
        let theta = if self.has_covariates() {
            self.adjusted(wholes)?.theta
        } else {
            Vec::new()
        };
        let mut total = Comoments::empty(self.series.width());
        for whole in wholes {
            total = total.merge(whole)?;
        }
        let each = self.groups.iter().zip(wholes);
        let each = each.map(|(group, whole)| {
            let line = Line::of(self.own(), whole, &total, &theta)?;
            let mut parts = Parts::new();
            for row in &group.rows {
                if let (Some(name), Some(sums)) = (name(row), row.sums.get(self.k)) {
                    let moments = line.of_part(&sums.moments)?;
                    let known = parts.entry(name).or_insert(Moments::EMPTY);
                    *known = known.merge(moments);
                }
            }
            Ok(parts)
        });
        each.collect()
    }
}

/// A metric as a sum over its columns, each about a fixed value.
struct Line {
    base: f64,
    gradient: Vec<f64>,
    about: Vec<f64>,
}

impl Line {
    /// `own` columns are the metric's; about the variant's means for these, about everybody's for covariates.
    fn of(own: usize, whole: &Comoments, total: &Comoments, theta: &[f64]) -> Result<Line> {
        let mut about: Vec<f64> = whole.means().iter().take(own).copied().collect();
        let (base, mut gradient) = if own == 2 {
            let ratio = ratios::arm(whole, 0, 1)?.value;
            let below = whole.mean(1);
            (ratio, vec![1.0 / below, -ratio / below])
        } else {
            (whole.mean(0), vec![1.0])
        };
        about.extend(total.means().iter().skip(own));
        gradient.extend(theta.iter().map(|slope| -slope));
        Ok(Line {
            base,
            gradient,
            about,
        })
    }

    fn of_part(&self, part: &Comoments) -> Result<Moments> {
        if part.n() == 0 {
            return Ok(Moments::EMPTY);
        }
        let steps = self
            .gradient
            .iter()
            .zip(part.means().iter().zip(&self.about));
        let mean = self.base
            + steps
                .map(|(slope, (mean, about))| slope * (mean - about))
                .sum::<f64>();
        let pairs = self.gradient.iter().enumerate();
        let squares: f64 = pairs
            .flat_map(|(i, one)| {
                let others = self.gradient.iter().enumerate();
                others.map(move |(j, other)| one * other * part.product(i, j))
            })
            .sum();
        // Within a part rounding may take it below zero.
        Moments::from_centred(part.n(), mean, if squares < 0.0 { 0.0 } else { squares })
    }
}

/// The ratio of sums, refused where its variance is nothing but rounding.
fn ratio(whole: &Comoments) -> Result<Arm> {
    let arm = ratios::arm(whole, 0, 1)?;
    let below = whole.mean(1) * whole.mean(1);
    let spread = whole.covariance(0, 0)? + arm.value * arm.value * whole.covariance(1, 1)?;
    if spread > 0.0 && arm.variance * below < RESOLVED * spread {
        return Err(StatsError::NoVariance {
            which: "the ratio".into(),
        });
    }
    Ok(arm)
}

fn share(whole: &Comoments) -> Result<Share> {
    let successes = (whole.mean(0) * whole.n() as f64).round();
    Share::new(successes as u64, whole.n())
}

/// Events over exposure; events are counts.
fn rate(whole: &Comoments) -> Result<Rate> {
    let n = whole.n() as f64;
    let (events, exposure) = (whole.mean(0) * n, whole.mean(1) * n);
    if events < 0.0 || (events - events.round()).abs() > 1e-6 * events.max(1.0) {
        return Err(StatsError::Unusable {
            what: "a rate".into(),
            why: "its events are no counts: write `a / b` for a ratio of sums".into(),
        });
    }
    Rate::new(events.round() as u64, exposure)
}
