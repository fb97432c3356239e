//! The five questions of the first screen.

use super::super::scale;
use super::super::shown::{amount, bare, chance, count, number, percent, value};
use super::super::told::Guard;
use super::{Told, words};
use crate::experiment::{Direction, Verdict};

/// As likely by chance as this or more, and an effect may be chance.
const LIKELY: f64 = 0.05;

/// A probability that is never all or nothing.
fn probability(share: f64) -> String {
    match share {
        _ if share > 0.999 => "above 99.9%".to_owned(),
        _ if share < 0.001 => "below 0.1%".to_owned(),
        _ => format!("of {}", percent(share)),
    }
}

/// A number of units to two digits, up: `31,000`.
fn rounded(units: f64) -> String {
    let step = 10f64.powf(units.max(1.0).log10().floor() - 1.0).max(1.0);
    count(((units / step).ceil() * step) as u64)
}

/// A variant's name that is no word.
fn is_bare(name: &str) -> bool {
    name.parse::<f64>().is_ok() || ["true", "false"].contains(&name)
}

impl Told<'_> {
    pub(super) fn worked(&self) -> String {
        let gains = scale::direction(self.of.direction).gains(self.effect.absolute.interval);
        let (control, treatment) = self.effect.values;
        let metric = words(&self.of.metric);
        let (treatment, control) = (
            value(treatment, &self.of.unit),
            value(control, &self.of.unit),
        );
        let with = self.when(&self.effect.treatment);
        let both = match self.was() {
            Some(was) => format!(
                "“{metric}” is {treatment} {with}; it was {was} before, and would have been {control} without, had the trend of that time gone on"
            ),
            None if self.of.is_made_up => {
                format!("“{metric}” is {treatment} {with}, and would have been {control} without")
            }
            None => format!(
                "“{metric}” is {treatment} {with}, and {control} {}",
                self.when(&self.effect.control)
            ),
        };
        let falls_short = self
            .bar()
            .is_some_and(|(least, _)| gains.high < least && !self.is_relative);
        if self.is_off() {
            format!(
                "That cannot be told while the variants have other sizes than were declared. {both}."
            )
        } else if self.effect.caution.is_some() {
            format!("That cannot be told yet. {both}.")
        } else if gains.low > 0.0 {
            format!("Yes. {both}.")
        } else if gains.high < 0.0 {
            format!("No, it did harm. {both}.")
        } else if self.effect.verdict == Some(Verdict::WrongThing) && falls_short {
            let most = amount(gains.high, &self.of.unit);
            format!("Hardly: it gains {most} at most. {both}.")
        } else if self.effect.absolute.value == 0.0 {
            format!("That cannot be told. {both}: there is no difference to be seen.")
        } else {
            format!("That cannot be told. {both}, but chance could have made such a difference.")
        }
    }

    /// What it was before, where what would have been is made up.
    fn was(&self) -> Option<String> {
        let mut arms = self.of.variants.iter();
        let before = arms.find(|arm| arm.name == "before" && self.of.is_made_up)?;
        Some(value(before.value?, &self.of.unit))
    }

    /// How many it rests on: `From 3,002 rows with old and 3,010 with new: `.
    fn from(&self) -> String {
        let n = |name: &str| {
            let arm = self.of.variants.iter().find(|arm| arm.name == name);
            arm.map(|arm| count(arm.n))
        };
        let both = n(&self.effect.control).zip(n(&self.effect.treatment));
        match both.filter(|_| !self.of.is_made_up) {
            Some((control, treatment)) => format!(
                "From {control} {} {} and {treatment} {}: the",
                self.of.units,
                self.when(&self.effect.control),
                self.when(&self.effect.treatment)
            ),
            None => "The".to_owned(),
        }
    }

    /// `with guided`, `after`, or `where “any incentive” is 1`: a number alone says nothing.
    fn when(&self, name: &str) -> String {
        match (name, self.of.variant.as_deref()) {
            ("after", _) if self.effect.control == "before" => "after".to_owned(),
            (_, Some(column)) if is_bare(name) => format!("where “{}” is {name}", words(column)),
            _ => format!("with {name}"),
        }
    }

    pub(super) fn sure(&self) -> String {
        let interval = self.estimate.interval;
        let (low, high) = (
            bare(interval.low, &self.unit),
            amount(interval.high, &self.unit),
        );
        let level = (self.effect.level * 100.0).round();
        let range = if self.effect.belief.is_some() {
            format!(
                "{} difference is between {low} and {high} with a probability of {level}%.",
                self.from()
            )
        } else {
            format!(
                "{} difference is most likely between {low} and {high}. Of 100 ranges made like this, about {level} hold the true one.",
                self.from()
            )
        };
        let range = match self.of.look.filter(|look| look.now > 0) {
            Some(look) => format!(
                "{range} This is look {} of {}, as planned: the range is wider than that of a single look, and holds at all of them.",
                look.now, look.planned
            ),
            None => range,
        };
        match self.of.trust.iter().filter(|note| note.warns).count() {
            0 => range,
            1 => format!("{range} There is a reason for doubt, under Trust."),
            many => format!(
                "{range} There are {} reasons for doubt, under Trust.",
                crate::explain::number(many)
            ),
        }
    }

    pub(super) fn worth(&self) -> String {
        let worth = self.is_worth();
        let Some((least, bar)) = self.bar().filter(|_| self.is_relative) else {
            return worth;
        };
        let (control, _) = self.effect.values;
        format!(
            "{worth} {bar} of {} is {}.",
            value(control, &self.of.unit),
            amount(least * control, &self.of.unit)
        )
    }

    fn is_worth(&self) -> String {
        let Some((_, bar)) = self.bar() else {
            return "Nobody said what would be worth it.".to_owned();
        };
        let (low, high) = (
            amount(self.gains.low, &self.unit),
            amount(self.gains.high, &self.unit),
        );
        match self.effect.verdict {
            Some(Verdict::RightThing) => {
                format!("Yes. Even the smallest gain in that range, {low}, is more than the {bar} that would have been worth it.")
            }
            Some(Verdict::WrongThing) => {
                let why = self.effect.reasons.first().cloned().unwrap_or_default();
                format!("No. {why}")
            }
            Some(Verdict::NotKnownYet) if let Some((end, false)) = self.of.end => {
                format!("Not known yet: the experiment runs until {end}, and before that a range like this is wrong more often than it says.")
            }
            Some(Verdict::NotKnownYet) if self.is_off() => {
                "Not known yet: no effect can be trusted while somebody is missing, or counted twice.".to_owned()
            }
            Some(Verdict::NotKnownYet) if self.effect.caution.is_some() => {
                let caution = self.effect.caution.as_deref().unwrap_or_default();
                format!("Not known yet: {caution}.")
            }
            Some(Verdict::NotKnownYet) => {
                let gain = match self.of.direction {
                    Direction::Up => "The gain",
                    Direction::Down => "Less is better, and the gain",
                };
                format!("Not known yet. {gain} is between {low} and {high}, and {bar} would be worth it.")
            }
            None => "There is no verdict.".to_owned(),
        }
    }

    pub(super) fn chance(&self) -> String {
        if let Some(belief) = self.effect.belief {
            return format!(
                "It is better with a probability {}, where every effect was held as likely before.",
                probability(belief.better)
            );
        }
        let Some(p) = self.estimate.p.or(self.effect.absolute.p) else {
            return "That cannot be told.".to_owned();
        };
        let times = if p < 0.001 {
            "less than once in 1,000 times".to_owned()
        } else if p < 0.01 {
            format!("about {} in 1,000 times", (p * 1000.0).round())
        } else {
            format!("{} in 100 times", number(p * 100.0))
        };
        let hardly = if p < 0.001 {
            "Hardly."
        } else if p < LIKELY {
            "Not likely."
        } else {
            "Yes."
        };
        let p_is_likely = p >= LIKELY;
        let p = chance(p);
        if self.of.is_made_up {
            return format!(
                "{hardly} If nothing had changed, so large a difference would come up {times} (p {p}). But what else changed at the same time is no chance, and may be all of it."
            );
        }
        let short = match (&self.effect.verdict, self.bar()) {
            (Some(Verdict::WrongThing), Some((least, bar)))
                if p_is_likely && self.gains.high < least =>
            {
                format!(" That it falls short of {bar} is hardly chance.")
            }
            _ => String::new(),
        };
        match self.of.effects.len() {
            0 | 1 => format!(
                "{hardly} If nothing had changed, so large a difference would come up {times} (p {p}).{short}"
            ),
            many => format!(
                "{hardly} If nothing had changed, one of the {} differences would be so large {times} (p {p}, adjusted for their number).{short}",
                crate::explain::number(many)
            ),
        }
    }

    /// Of a right thing: what is to be looked at before it is done.
    fn first(&self) -> Option<String> {
        if self.of.is_uneven {
            return Some("Find out first who is missing, or write the `split` that was meant, and measure again.".to_owned());
        }
        if let Some(open) = self.guardrails(Guard::NotKnownYet).next() {
            return Some(format!(
                "Go on measuring until it is known whether “{}” got worse by more than was allowed; then do it for everybody, or not.",
                words(&open.text)
            ));
        }
        if self.of.trust.iter().any(|note| note.warns) {
            return Some("Look into the doubt that is told under Trust; do it for everybody if that does not change it.".to_owned());
        }
        (!self.of.unchecked.is_empty()).then(|| {
            "Check first what nobody has looked at, under Trust; then do it for everybody."
                .to_owned()
        })
    }

    pub(super) fn next(&self) -> String {
        if self.is_off() {
            return "Find out why the variants have other sizes than were declared, and measure again.".to_owned();
        }
        match self.effect.verdict {
            Some(Verdict::RightThing) if self.of.is_made_up => {
                "Keep it, and find out what else changed at the same time; to be sure, try it on some and not on others, by lot.".to_owned()
            }
            Some(Verdict::RightThing) => {
                self.first().unwrap_or_else(|| "Do it for everybody.".to_owned())
            }
            Some(Verdict::WrongThing) => "Stop it, or change what it is; tell what was learned.".to_owned(),
            Some(Verdict::NotKnownYet) => self.wait(),
            None => "Write `worthwhile` into the experiment: the least that would have made it worth doing.".to_owned(),
        }
    }

    fn wait(&self) -> String {
        if let Some(look) = &self.of.look {
            return match look.next {
                Some(day) => format!("Go on, and look again on {day}, as planned."),
                None => "The looks that were planned are over: decide on other grounds, or plan another experiment."
                    .to_owned(),
            };
        }
        if let Some((end, false)) = self.of.end {
            return format!("Wait until {end}.");
        }
        if self.effect.caution.is_some() {
            return "Measure more, or decide on other grounds.".to_owned();
        }
        if self.of.is_made_up {
            return "Go on for longer; to be sure, try it on some and not on others, by lot."
                .to_owned();
        }
        match self.effect.more {
            Some(more) if more < 1000.0 => format!(
                "Go on measuring: about {} {} in all would tell ({} times as many), if the effect stays as it is.",
                rounded(more * self.all()),
                self.of.units,
                number(more)
            ),
            _ => "Decide on other grounds: more of the same data would hardly tell.".to_owned(),
        }
    }

    /// How many were measured, over all variants.
    fn all(&self) -> f64 {
        self.of.variants.iter().map(|arm| arm.n as f64).sum()
    }
}
