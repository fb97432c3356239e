//! What a plan says to somebody who knows no statistics.

use super::{Needed, Planned};
use crate::experiment::{Declared, Method};
use crate::measure::{amount, count};

impl Planned {
    /// How many are needed, in a sentence or two.
    pub fn sentence(&self) -> String {
        let seen = amount(self.worthwhile.value.abs(), &self.worthwhile.unit);
        format!(
            "It takes {}, to see an effect of {seen} in {} of 100 such experiments.{}",
            self.people(&self.needed),
            number(self.power * 100.0),
            days(&self.needed)
        )
    }

    /// What the power curve shows.
    pub fn caption(&self) -> String {
        let seen = amount(self.worthwhile.value.abs(), &self.worthwhile.unit);
        format!(
            "The chance to see {seen}, by how many {} take part",
            self.units
        )
    }

    /// What the verdict *right thing* takes.
    pub fn right_thing(&self) -> String {
        let seen = amount(self.worthwhile.value.abs(), &self.worthwhile.unit);
        match &self.forecast {
            Some((forecast, needed)) => format!(
                "For the verdict *right thing* the whole interval has to lie beyond {seen}: if {} come of it, as forecast, that takes {}.{}",
                amount(forecast.value.abs(), &forecast.unit),
                self.people(needed),
                days(needed)
            ),
            None if self.short.is_some() => format!(
                "The forecast, {}, falls short of {seen}: if it comes true, it was not worth it, and no number of {} gives the verdict *right thing*.",
                self.short
                    .as_ref()
                    .map_or_else(String::new, |short| amount(short.value.abs(), &short.unit)),
                self.units
            ),
            None => format!(
                "So many show that it works. For the verdict *right thing* the effect has to be larger than {seen}, and how many that takes hangs on how large it is: write what you expect as `forecast`, and it is told."
            ),
        }
    }

    /// What those that can be had could see.
    pub fn could_see(&self) -> Option<String> {
        let (n, effect) = self.detectable?;
        Some(format!(
            "{} {} would see an effect of {} or more in {} of 100 such experiments.",
            count(n),
            self.units,
            amount(effect.abs(), &self.unit),
            number(self.power * 100.0)
        ))
    }

    /// What came of the experiments that were made up.
    pub fn made_up(&self) -> Option<String> {
        let (runs, simulated) = self.simulated?;
        Some(format!(
            "Made up {} times with so many {}, the effect was seen in {} of 100 (±{}).",
            count(u64::from(runs)),
            self.units,
            number(simulated.power * 100.0),
            number(simulated.standard_error * 196.0)
        ))
    }

    fn people(&self, needed: &Needed) -> String {
        let mut sizes = needed.variants.iter().map(|(_, n)| *n);
        let first = sizes.next().unwrap_or_default();
        let each = if sizes.all(|n| n == first) {
            format!("{} in each variant", count(first))
        } else {
            let named = needed.variants.iter();
            let named = named.map(|(name, n)| format!("{} with {name}", count(*n)));
            named.collect::<Vec<_>>().join(", ")
        };
        let clusters = needed
            .clusters
            .map_or_else(String::new, |n| format!(", in {} groups", count(n)));
        format!("{} {}{clusters}, {each}", count(needed.all), self.units)
    }
}

fn days(needed: &Needed) -> String {
    match needed.days {
        Some(days) if days > 0 => format!(
            " At the rate at which they come that is {} days, in whole weeks.",
            count(days)
        ),
        _ => String::new(),
    }
}

fn number(value: f64) -> String {
    crate::measure::number(value)
}

/// Adds what every plan rests on.
pub(super) fn complete(planned: &mut Planned, declared: &Declared) {
    if declared
        .guardrails
        .iter()
        .any(|guardrail| guardrail.metric.is_some())
    {
        planned.rests_on.push(
            "Whether the guardrails hold may take more: how much they vary is not declared."
                .to_owned(),
        );
    }
    if declared.method == Method::Sequential {
        planned.rests_on.push(
            "The number is for one look, at the end; looking on the way sees it sooner, and never less often.".to_owned(),
        );
    }
    if planned.needed.days.is_none() {
        planned.rests_on.push(
            "How long it takes is told where it is said how many come: `traffic = \"400 a day\"`, or `--per-day 400`."
                .to_owned(),
        );
    }
    if let (Some(start), Some(end), Some(days)) =
        (declared.start, declared.end, planned.needed.days)
    {
        let has = start
            .until(end)
            .map_or(0, |span| i64::from(span.get_days()));
        if has >= 0 && (has as u64) < days {
            planned.rests_on.push(format!(
                "From {start} to {end} there are {has} days, and {days} are needed: end later, or look for a larger effect."
            ));
        }
    }
}
