//! The verdict on one treatment, and why.

mod more;

use jiff::civil::Date;
use whyproof_stats::bayes::{Prior, posterior};
use whyproof_stats::effect::Effect;
use whyproof_stats::guardrail::GuardrailState;
use whyproof_stats::verdict::{self, Horizon, Reason, Ruling};
use whyproof_stats::{Estimate, Level, StatsError};

use super::scale::{self, Scale};
use super::shown::amount;
use super::told::{self, Belief, Trouble};
use crate::experiment::{Amount, Declared, Method, Verdict};

/// What all treatments of an experiment are judged by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bench<'b> {
    pub(super) declared: &'b Declared,
    pub(super) scale: &'b Scale,
    pub(super) today: Date,
    pub(super) split_p: Option<f64>,
}

/// A treatment against the control, by name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Names<'n> {
    pub(super) control: &'n str,
    pub(super) treatment: &'n str,
}

/// What else a verdict goes by.
#[derive(Debug, Clone, Default)]
pub(super) struct Beside<'b> {
    /// What the guardrails say.
    pub(super) guardrails: &'b [GuardrailState],
    /// Why there is none whatever the interval says, as a clause.
    pub(super) caution: Option<String>,
    /// How many units the effect rests on.
    pub(super) units: f64,
}

impl Bench<'_> {
    /// Whether the day until which it runs has come; a day that nobody declared has.
    pub(super) fn is_over(&self) -> bool {
        self.declared.end.is_none_or(|end| self.today >= end)
    }

    /// What is told of `effect`, with the verdict where something was declared to be worth it.
    pub(super) fn effect(
        &self,
        effect: &Effect,
        names: Names<'_>,
        beside: &Beside<'_>,
    ) -> Result<told::Effect, Trouble> {
        let is_posterior = self.declared.method == Method::Bayesian;
        let mut told = told::Effect {
            treatment: names.treatment.to_owned(),
            control: names.control.to_owned(),
            values: (effect.control, effect.treatment),
            absolute: scale::told(&effect.absolute, is_posterior),
            relative: match &effect.relative {
                Ok(relative) => Ok(scale::told(relative, is_posterior)),
                Err(error) => Err(error.to_string()),
            },
            level: Level::P95.get(),
            verdict: None,
            reasons: Vec::new(),
            more: None,
            caution: None,
            belief: None,
        };
        let bar = match &self.declared.worthwhile {
            Some(worthwhile) => Some(self.bar(effect, worthwhile)?),
            None => None,
        };
        if is_posterior {
            told.belief = Some(
                self.belief(effect, bar.as_ref())
                    .map_err(|e| self.failed(&e))?,
            );
        }
        let Some(bar) = bar else {
            told.reasons.push(
                "No smallest worthwhile effect was declared, so there is no verdict: write `worthwhile`."
                    .to_owned(),
            );
            return Ok(told);
        };
        let ruling = self.ruling(&bar, beside.guardrails)?;
        told.reasons = self.reasons(&ruling, bar.amount);
        let planned = self.declared.method.has_planned_looks();
        if ruling.reasons.first() == Some(&Reason::Straddles) && !planned {
            told.more = more::times(&bar, self.declared, beside.units);
        }
        told.verdict = Some(verdict(ruling.verdict));
        let caution = beside.caution.clone();
        if let Some(caution) = caution.filter(|_| told.verdict != Some(Verdict::NotKnownYet)) {
            told.verdict = Some(Verdict::NotKnownYet);
            told.reasons
                .insert(0, format!("{}.", crate::capital(&caution)));
            told.caution = Some(caution);
        }
        Ok(told)
    }

    fn bar<'e>(&self, effect: &'e Effect, amount: &'e Amount) -> Result<Bar<'e>, Trouble> {
        let least = scale::gain(amount.value, self.declared.direction);
        Ok(Bar {
            estimate: self.scale.estimate(effect, amount)?,
            amount,
            least,
        })
    }

    fn ruling(&self, bar: &Bar<'_>, guardrails: &[GuardrailState]) -> Result<Ruling, Trouble> {
        let horizon = if self.declared.method.is_sequential() {
            Horizon::AnyTime
        } else {
            Horizon::Fixed {
                reached: self.is_over(),
            }
        };
        let measured = verdict::Measured {
            interval: bar.estimate.interval,
            direction: scale::direction(self.declared.direction),
            worthwhile: Some(bar.least),
            guardrails,
            split_p: self.split_p,
            horizon,
        };
        let ruling = verdict::judge(&measured).map_err(|error| self.failed(&error))?;
        ruling.ok_or_else(|| {
            self.failed(&StatsError::Empty {
                which: "the smallest worthwhile effect".into(),
            })
        })
    }

    fn belief(&self, effect: &Effect, bar: Option<&Bar<'_>>) -> Result<Belief, StatsError> {
        let direction = scale::direction(self.declared.direction);
        let plain = &effect.absolute;
        let belief = posterior(plain.value, plain.standard_error, Prior::Flat)?;
        let worthwhile = match bar {
            // Of a ratio the logarithm is what is believed to be normal.
            Some(bar) if bar.amount.is_relative() => {
                let log = posterior(
                    bar.estimate.value.ln_1p(),
                    bar.estimate.standard_error,
                    Prior::Flat,
                )?;
                let least = direction.gain(direction.gain(bar.least).ln_1p());
                Some(log.chance_beyond(direction, least)?)
            }
            Some(bar) => Some(belief.chance_beyond(direction, bar.least)?),
            None => None,
        };
        Ok(Belief {
            better: belief.chance_to_win(direction),
            worthwhile,
            loss: belief.loss_of_treatment(direction),
        })
    }

    fn failed(&self, error: &StatsError) -> Trouble {
        super::trouble::of(&self.scale.metric, error)
    }

    fn reasons(&self, ruling: &Ruling, worthwhile: &Amount) -> Vec<String> {
        let bar = amount(
            scale::gain(worthwhile.value, self.declared.direction),
            scale::told_in(worthwhile, &self.scale.unit),
        );
        let told = ruling.reasons.iter().filter_map(|reason| {
            Some(match reason {
                Reason::Beyond => {
                    format!("The whole interval is beyond {bar}, the least that is worth it.")
                }
                Reason::FallsShort => {
                    format!("The whole interval falls short of {bar}, the least that is worth it.")
                }
                Reason::Straddles => format!(
                    "{bar}, the least that is worth it, lies in the interval: it may be more, it may be less."
                ),
                Reason::GuardrailBroken => "A guardrail is broken.".to_owned(),
                Reason::GuardrailOpen => {
                    "Whether every guardrail holds is not known yet.".to_owned()
                }
                Reason::SplitMismatch => {
                    "The variants do not have the sizes that were declared, so no effect can be trusted."
                        .to_owned()
                }
                Reason::NotOverYet => {
                    let end = self.declared.end.map_or(String::new(), |end| end.to_string());
                    format!(
                        "It runs until {end}; by its method, what is seen before is found by chance more often than is said."
                    )
                }
                // Told with what there is to know about trust.
                Reason::SplitUnknown => return None,
            })
        });
        told.collect()
    }
}

/// The smallest worthwhile effect beside the estimate that it is compared with.
struct Bar<'e> {
    estimate: &'e Estimate,
    amount: &'e Amount,
    /// As a gain.
    least: f64,
}

fn verdict(found: verdict::Verdict) -> Verdict {
    match found {
        verdict::Verdict::RightThing => Verdict::RightThing,
        verdict::Verdict::WrongThing => Verdict::WrongThing,
        verdict::Verdict::NotKnownYet => Verdict::NotKnownYet,
    }
}
