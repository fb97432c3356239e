//! The five questions of the first screen.

use super::super::scale;
use super::super::shown::{amount, bare, chance, number, percent, value};
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

/// A variant's name that is no word.
fn is_bare(name: &str) -> bool {
    name.parse::<f64>().is_ok() || ["true", "false"].contains(&name)
}

impl Told<'_> {
    pub(super) fn worked(&self) -> String {
        let gains = scale::direction(self.of.direction).gains(self.effect.absolute.interval);
        let (control, treatment) = self.effect.values;
        let both = format!(
            "“{}” is {} {}, and {} {}",
            words(&self.of.metric),
            value(treatment, &self.of.unit),
            self.when(&self.effect.treatment),
            value(control, &self.of.unit),
            self.before()
        );
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
        } else {
            format!("That cannot be told. {both}, but chance could have made such a difference.")
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

    fn before(&self) -> String {
        if self.of.is_made_up {
            "would have been without".to_owned()
        } else {
            self.when(&self.effect.control)
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
            format!("With a probability of {level}% the difference is between {low} and {high}.")
        } else {
            format!(
                "The difference is between {low} and {high}; ranges made like this hold the truth {level} times in 100."
            )
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
        let Some((_, bar)) = self.bar() else {
            return "Nobody said what would be worth it.".to_owned();
        };
        let (low, high) = (
            amount(self.gains.low, &self.unit),
            amount(self.gains.high, &self.unit),
        );
        match self.effect.verdict {
            Some(Verdict::RightThing) => {
                format!("Yes. Even the least that is likely, a gain of {low}, reaches {bar}.")
            }
            Some(Verdict::WrongThing) => {
                let why = self.effect.reasons.first().cloned().unwrap_or_default();
                format!("No. {why}")
            }
            Some(Verdict::NotKnownYet) if let Some((end, false)) = self.of.end => {
                format!("Not known yet: it runs until {end}.")
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
                format!("Not known yet. {gain} is between {low} and {high}, and it takes {bar}.")
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
        format!(
            "{hardly} If nothing had changed, so large a difference would come up {times} (p {}).",
            chance(p)
        )
    }

    pub(super) fn next(&self) -> String {
        if self.is_off() {
            return "Find out why the variants have other sizes than were declared, and measure again.".to_owned();
        }
        match self.effect.verdict {
            Some(Verdict::RightThing) if self.of.trust.iter().any(|note| note.warns) => {
                "Look into the doubt that is told under Trust; do it for everybody if that does not change it.".to_owned()
            }
            Some(Verdict::RightThing) => {
                let open = self.of.guardrails.iter();
                let open = open.filter(|guarded| guarded.state != Guard::Holds).count();
                match open {
                    0 => "Do it for everybody.".to_owned(),
                    1 => "Do it, but look at the guardrail that is not known to hold.".to_owned(),
                    _ => "Do it, but look at the guardrails that are not known to hold.".to_owned(),
                }
            }
            Some(Verdict::WrongThing) => "Stop it, or change what it is; tell what was learned.".to_owned(),
            Some(Verdict::NotKnownYet) => self.wait(),
            None => "Write `worthwhile` into the experiment: the least that would have made it worth doing.".to_owned(),
        }
    }

    fn wait(&self) -> String {
        if let Some((end, false)) = self.of.end {
            return format!("Wait until {end}.");
        }
        if self.effect.caution.is_some() {
            return "Measure more, or decide on other grounds.".to_owned();
        }
        match self.effect.more {
            Some(more) if more < 1000.0 => format!(
                "Go on measuring: about {} times as many {} would tell, if the effect stays as it is.",
                number(more),
                self.of.units
            ),
            _ => "Decide on other grounds: more of the same data would hardly tell.".to_owned(),
        }
    }
}
