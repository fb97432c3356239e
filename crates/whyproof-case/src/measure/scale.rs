//! Amounts against effects: on which scale an amount is compared, and whether it fits the metric at all.

use whyproof_stats::Estimate;
use whyproof_stats::effect::Effect;

use super::told::{Estimated, Trouble};
use crate::experiment::{Amount, Declared, Direction, Metric, Summary, Unit};

/// A metric, and what its values are.
#[derive(Debug, Clone)]
pub(super) struct Scale {
    /// As it is written.
    pub(super) metric: String,
    /// Whether points mean something: it is a share, or a ratio.
    pub(super) has_points: bool,
    /// Whether it is a share.
    is_share: bool,
    /// What its values are shown in.
    pub(super) unit: Unit,
}

impl Scale {
    /// The scale of a metric, shown in the unit of the first of `amounts` that has its own.
    pub(super) fn of<'a>(
        metric: &Metric,
        is_share: bool,
        amounts: impl Iterator<Item = &'a Amount>,
    ) -> Scale {
        let is_ratio = matches!(metric.summary, Summary::Ratio { .. });
        let units: Vec<&Unit> = amounts.map(|amount| &amount.unit).collect();
        let own = units.iter().find(|unit| matches!(unit, Unit::Own { .. }));
        let in_points = is_share || (is_ratio && units.contains(&&Unit::Points));
        let unit = match own {
            _ if in_points => Unit::Points,
            Some(own) => (*own).clone(),
            None => bare(),
        };
        Scale {
            metric: metric.name.clone(),
            has_points: is_share || is_ratio,
            is_share,
            unit,
        }
    }

    /// The estimate that `amount` is compared with.
    pub(super) fn estimate<'e>(
        &self,
        effect: &'e Effect,
        amount: &Amount,
    ) -> Result<&'e Estimate, Trouble> {
        self.fits(amount)?;
        if !amount.is_relative() {
            return Ok(&effect.absolute);
        }
        effect.relative.as_ref().map_err(|error| Trouble {
            message: format!("`{}` cannot be compared in percent: {error}.", self.metric),
            help: "Write the amount in the metric's own unit, or in points of a share.".to_owned(),
        })
    }

    /// That points are points of a share.
    pub(super) fn fits(&self, amount: &Amount) -> Result<(), Trouble> {
        if self.is_share && is_no_share(amount) {
            return Err(no_share(&self.metric));
        }
        if amount.unit != Unit::Points || self.has_points {
            return Ok(());
        }
        Err(Trouble {
            message: format!(
                "`{}` is no share, and points are points of a share.",
                self.metric
            ),
            help: "Write the amount in the metric's own unit, \"5 minutes\", or in percent. A share has nothing but 0 and 1: divide percentages by 100 in a query."
                .to_owned(),
        })
    }
}

/// Whether an amount cannot be of a share: it has a unit of its own, or is more than all.
pub(crate) fn is_no_share(amount: &Amount) -> bool {
    match &amount.unit {
        Unit::Points | Unit::Percent => false,
        Unit::Own { before, after } => {
            !before.is_empty() || !after.is_empty() || amount.value.abs() > 1.0
        }
    }
}

/// What an amount of a metric is told in, whose values are told in `unit`: a bare number of a share in points.
pub(super) fn told_in<'u>(amount: &'u Amount, unit: &'u Unit) -> &'u Unit {
    match &amount.unit {
        Unit::Own { before, after } if before.is_empty() && after.is_empty() => unit,
        own => own,
    }
}

/// What is wrong with it.
pub(crate) fn no_share(metric: &str) -> Trouble {
    Trouble {
        message: format!("`{metric}` is a share, and an amount of it is in points or in percent."),
        help: "Write \"5 points\" for five in a hundred people, or \"5%\" for a twentieth of what the control has."
            .to_owned(),
    }
}

/// The amounts of the metric that decides.
pub(super) fn amounts(declared: &Declared) -> impl Iterator<Item = &Amount> {
    let forecast = declared.forecast.as_ref().map(|forecast| &forecast.low);
    declared
        .worthwhile
        .iter()
        .chain(&declared.baseline)
        .chain(forecast)
}

/// No unit.
pub(crate) fn bare() -> Unit {
    Unit::Own {
        before: String::new(),
        after: String::new(),
    }
}

/// An amount as a gain, better above zero: where less is better, "5 minutes" and "-5 minutes" are both a gain of 5.
pub(crate) fn gain(value: f64, direction: Direction) -> f64 {
    match direction {
        Direction::Down if value < 0.0 => -value,
        _ => value,
    }
}

/// The same direction, as the statistics know it.
pub(super) fn direction(direction: Direction) -> whyproof_stats::Direction {
    match direction {
        Direction::Up => whyproof_stats::Direction::Up,
        Direction::Down => whyproof_stats::Direction::Down,
    }
}

/// An estimate as it is told; a posterior has no p-value.
pub(super) fn told(estimate: &Estimate, is_posterior: bool) -> Estimated {
    Estimated {
        value: estimate.value,
        interval: estimate.interval,
        p: (!is_posterior).then_some(estimate.p),
    }
}
