//! What a measurement says to somebody who knows no statistics: the verdict in a sentence, and five answers.

mod answers;
mod numbers;
mod picture;

pub use picture::Picture;
use whyproof_stats::Interval;

use super::scale;
use super::shown::{amount, bare};
use super::told::{Effect, Estimated, Guard, Guarded, Measurement};
use crate::experiment::{Amount, Lock, Unit, Verdict};
use crate::explain::list;

/// The interval's low end is this many times the smallest worthwhile effect, and the effect is well beyond it.
const WELL: f64 = 1.5;

/// The questions of the first screen, answered in a sentence or two each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    /// The treatment that they are of, where there are several.
    pub of: Option<String>,
    /// Did it work?
    pub worked: String,
    /// How sure?
    pub sure: String,
    /// Was it worth it?
    pub worth: String,
    /// Could it be chance?
    pub chance: String,
    /// What now?
    pub next: String,
}

impl Measurement {
    /// The verdict in one sentence; where it could not be measured, why.
    pub fn sentence(&self) -> String {
        if let Some(trouble) = &self.trouble {
            return format!("{} cannot be measured: {}", self.subject(), trouble.message);
        }
        match self.effects.first() {
            Some(effect) => Told::of(self, effect).sentence(),
            None => format!("{} cannot be measured.", self.subject()),
        }
    }

    /// The same of each treatment, where there are several.
    pub fn sentences(&self) -> Vec<String> {
        let each = self.effects.iter();
        each.map(|effect| Told::of(self, effect).sentence())
            .collect()
    }

    /// The same with one line on trust; where it could not be measured, why.
    pub fn sentences_and_trust(&self) -> Vec<String> {
        let mut told = self.sentences();
        match told.is_empty() {
            true => told.push(self.sentence()),
            false => told.push(self.trust_line()),
        }
        told
    }

    /// For each treatment the verdict and the effect, in short: `right thing`, and `“got result” is 45.1 points higher`.
    pub fn in_short(&self) -> Vec<(&'static str, String)> {
        let each = self.effects.iter().map(|effect| {
            let verdict = effect.verdict.map_or("no verdict", Verdict::word);
            let told = Told::of(self, effect);
            let metric = words(&self.metric);
            let effect = format!("“{metric}” is {}{}", told.size(), told.with());
            (verdict, effect)
        });
        each.collect()
    }

    /// Answers to the five questions, of the treatment that one would take; none where nothing was measured.
    pub fn answers(&self) -> Option<Answers> {
        let effect = self.answered()?;
        let told = Told::of(self, effect);
        Some(Answers {
            of: (self.effects.len() > 1).then(|| effect.treatment.clone()),
            worked: told.worked(),
            sure: told.sure(),
            worth: told.worth(),
            chance: told.chance(),
            next: told.next(),
        })
    }

    /// The first treatment that was the right thing; else of those that may be the one that gains most; else the first.
    fn answered(&self) -> Option<&Effect> {
        let is = |verdict: Verdict| move |effect: &&Effect| effect.verdict == Some(verdict);
        let direction = scale::direction(self.direction);
        let gain = |effect: &&Effect| direction.gain(effect.absolute.value);
        let right = self.effects.iter().find(is(Verdict::RightThing));
        let open = self.effects.iter().filter(is(Verdict::NotKnownYet));
        // Of those that gain alike the first.
        let open = open
            .rev()
            .max_by(|one, other| gain(one).total_cmp(&gain(other)));
        right.or(open).or_else(|| self.effects.first())
    }

    /// Whether the numbers can be trusted: every warning, or that there is none, and what nobody could look at.
    pub fn trust_lines(&self) -> Vec<String> {
        let warnings = self.trust.iter().filter(|note| note.warns);
        let mut lines: Vec<String> = warnings.map(|note| note.says.clone()).collect();
        if lines.is_empty() {
            lines.push(self.trust_line());
        }
        if !self.unchecked.is_empty() {
            let clauses: Vec<&str> = self.unchecked.iter().map(String::as_str).collect();
            lines.push(format!("Not looked at: {}.", list(&clauses)));
        }
        lines
    }

    /// The same in one line: the first warning and how many more there are, or that there is none.
    pub fn trust_line(&self) -> String {
        let mut warnings = self.trust.iter().filter(|note| note.warns);
        match (warnings.next(), warnings.count()) {
            (None, _) => "Nothing that was looked at speaks against these numbers.".to_owned(),
            (Some(first), 0) => first.says.clone(),
            (Some(first), more) => format!("{} ({more} more to know)", first.says),
        }
    }

    /// The verdict on the first treatment.
    pub fn verdict(&self) -> Option<Verdict> {
        self.effects.first()?.verdict
    }

    /// What was tried, as the subject of a sentence: `The idea “voucher”`.
    fn subject(&self) -> String {
        let name = words(&self.name);
        if name.is_empty() {
            "The idea".to_owned()
        } else {
            format!("The idea “{name}”")
        }
    }
}

/// A name of a file or a column as words.
fn words(name: &str) -> String {
    name.replace(['_', '-'], " ").trim().to_owned()
}

/// One effect, and how it is shown: in the way in which it went.
struct Told<'m> {
    of: &'m Measurement,
    effect: &'m Effect,
    /// On the scale of the smallest worthwhile effect.
    estimate: Estimated,
    unit: Unit,
    /// The same so that better is above zero.
    gains: Interval,
    /// Whether that is a part of what the control has.
    is_relative: bool,
}

impl<'m> Told<'m> {
    fn of(of: &'m Measurement, effect: &'m Effect) -> Self {
        let in_percent = of.worthwhile.as_ref().is_some_and(Amount::is_relative);
        let is_relative = in_percent && effect.relative.is_ok();
        let (estimate, unit) = match (&effect.relative, in_percent) {
            (Ok(relative), true) => (*relative, Unit::Percent),
            _ => (effect.absolute, of.unit.clone()),
        };
        let gains = scale::direction(of.direction).gains(estimate.interval);
        Self {
            of,
            effect,
            estimate,
            unit,
            gains,
            is_relative,
        }
    }

    /// The smallest worthwhile effect as a gain, with its unit.
    fn bar(&self) -> Option<(f64, String)> {
        let bar = self.of.worthwhile.as_ref()?;
        let least = scale::gain(bar.value, self.of.direction);
        Some((least, amount(least, scale::told_in(bar, &self.of.unit))))
    }

    /// With which treatment, where there are several.
    fn with(&self) -> String {
        if self.of.effects.len() > 1 {
            format!(" with {}", self.effect.treatment)
        } else {
            String::new()
        }
    }

    /// `“got result” is 45.1 points higher (95% interval 40.8 to 49.6)`.
    fn difference(&self) -> String {
        let metric = words(&self.of.metric);
        format!(
            "“{metric}” is {}{} ({})",
            self.size(),
            self.with(),
            self.range()
        )
    }

    /// `45.1 points higher`.
    fn size(&self) -> String {
        let way = if self.estimate.value < 0.0 {
            "lower"
        } else {
            "higher"
        };
        if self.estimate.value == 0.0 {
            "the same".to_owned()
        } else {
            let than = if self.is_relative {
                format!(" than with {}", self.effect.control)
            } else {
                String::new()
            };
            format!(
                "{} {way}{than}",
                amount(self.estimate.value.abs(), &self.unit)
            )
        }
    }

    /// `95% interval 40.8 to 49.6`.
    fn range(&self) -> String {
        let interval = self.estimate.interval;
        let level = (self.effect.level * 100.0).round();
        format!(
            "{level}% interval {} to {}",
            bare(interval.low, &self.unit),
            bare(interval.high, &self.unit)
        )
    }

    fn sentence(&self) -> String {
        let difference = self.difference();
        let Some((least, bar)) = self.bar() else {
            return format!(
                "{} has no verdict, since no `worthwhile` says what would be worth it: {difference}.",
                self.of.subject()
            );
        };
        match self.effect.verdict {
            Some(Verdict::RightThing) => {
                let well = if self.gains.low >= WELL * least && least > 0.0 {
                    "well "
                } else {
                    ""
                };
                format!(
                    "{} was worth it: {difference}, {well}beyond the {bar} that would have been worth it{}.",
                    self.of.subject(),
                    self.caveat()
                )
            }
            Some(Verdict::WrongThing) => self.wrong(&difference, &bar),
            Some(Verdict::NotKnownYet) => {
                let why = self.open(&bar);
                let subject = lower(&self.of.subject());
                format!("Whether {subject} was worth it is not known yet: {difference}, {why}.")
            }
            None => format!("{} has no verdict: {difference}.", self.of.subject()),
        }
    }

    /// The guardrails in this state: of this treatment, and those that were not measured of any.
    fn guardrails(&self, state: Guard) -> impl Iterator<Item = &Guarded> {
        let mine = move |guarded: &&Guarded| {
            let treatment = guarded.treatment.as_deref();
            guarded.state == state && treatment.is_none_or(|name| name == self.effect.treatment)
        };
        self.of.guardrails.iter().filter(mine)
    }

    /// What the verdict *right thing* hangs on beside the interval, after a comma or a semicolon.
    fn caveat(&self) -> String {
        let mut text = String::new();
        if self.of.is_made_up {
            text.push_str(", if nothing else changed at the same time");
        }
        let named = |state: Guard| {
            let names = self.guardrails(state);
            let names = names.map(|guarded| format!("“{}”", words(&guarded.text)));
            let names: Vec<String> = names.collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            (!names.is_empty()).then(|| list(&names))
        };
        let worse = |names: String| {
            format!("whether {names} got worse by more than was allowed is not known")
        };
        let nobody = |names: String| format!("nobody has measured {names}");
        let mut but = Vec::new();
        but.extend(named(Guard::NotKnownYet).map(worse));
        but.extend(named(Guard::NotMeasured).map(nobody));
        if self.of.is_uneven {
            but.push("somebody may be missing from a variant".to_owned());
        }
        if let Lock::Broken(_) = self.of.lock {
            but.push("it is not what was locked".to_owned());
        }
        if !but.is_empty() {
            text.push_str(&format!("; but {}", but.join(", and ")));
        }
        text
    }

    fn wrong(&self, difference: &str, bar: &str) -> String {
        let broken = self.guardrails(Guard::Broken).next();
        if let Some(broken) = broken {
            let says = broken.says.trim_end_matches('.');
            return format!(
                "{} was the wrong thing to do: {says}. Beside that, {difference}.",
                self.of.subject()
            );
        }
        if self.gains.high < 0.0 {
            return format!(
                "{} was the wrong thing to do, and did harm: {difference}.",
                self.of.subject()
            );
        }
        format!(
            "{} was not worth it: {difference}, which falls short of the {bar} that would have been worth it.",
            self.of.subject()
        )
    }

    /// Why it is not known yet.
    fn open(&self, bar: &str) -> String {
        if self.is_off() {
            return "but the variants do not have the sizes that were declared".to_owned();
        }
        match (self.of.end, &self.effect.caution) {
            (Some((end, false)), _) => format!("but it runs until {end}"),
            (_, Some(caution)) => format!("but {caution}"),
            _ => format!("and what would be worth it, {bar}, lies in between"),
        }
    }

    fn is_off(&self) -> bool {
        self.of.split.as_ref().is_some_and(|split| split.off)
    }
}

/// With a small first letter.
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(letters).collect()
}
