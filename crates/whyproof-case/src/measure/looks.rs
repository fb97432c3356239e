//! Looks that were planned beforehand: which of them this is, and the boundary that it is judged by.

use jiff::civil::Date;
use whyproof_stats::effect::Effect;
use whyproof_stats::sequential::{Boundaries, Shape};
use whyproof_stats::{Alternative, Estimate, Level, Result};

use super::shown::number;
use super::told::{Looked, Note, Trouble};
use crate::experiment::{Declared, Method};

/// The planned looks of an experiment, and the one that it is judged by.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Looks {
    name: &'static str,
    shape: Shape,
    days: Vec<Date>,
    shares: Vec<f64>,
    /// How many of the days have come.
    come: usize,
}

impl Looks {
    /// Those of an experiment as they are on a day; none where its method plans none.
    ///
    /// The information at a look is taken to be its share of the days since `start`, or, where no start is declared, of
    /// the looks.
    ///
    /// # Errors
    /// Where the method plans looks, and no days can be read; in words.
    pub(crate) fn of(
        declared: &Declared,
        today: Date,
    ) -> std::result::Result<Option<Looks>, Trouble> {
        let (name, shape) = match declared.method {
            Method::OBrienFleming => ("O’Brien and Fleming", Shape::OBrienFleming),
            Method::Pocock => ("Pocock", Shape::Pocock),
            _ => return Ok(None),
        };
        let days = declared.looks.clone();
        let Some((first, last)) = days.first().zip(days.last()) else {
            return Err(Trouble {
                message: "It is not said on which days it is looked at, and its method needs them.".to_owned(),
                help: "Write the days, the last of them the end: `looks = [\"2026-03-01\", \"2026-04-01\"]`.".to_owned(),
            });
        };
        let many = days.len() as f64;
        let since = declared.start.filter(|start| start < first);
        let share = |(at, day): (usize, &Date)| match since {
            Some(start) => (*day - start).get_days() as f64 / (*last - start).get_days() as f64,
            None => (at + 1) as f64 / many,
        };
        let shares = days.iter().enumerate().map(share).collect();
        let come = days.iter().filter(|day| **day <= today).count();
        Ok(Some(Looks {
            name,
            shape,
            days,
            shares,
            come,
        }))
    }

    /// The boundaries that keep the error of all looks together at `level`.
    pub(crate) fn boundaries(&self, level: Level) -> Result<Boundaries> {
        Boundaries::shaped(self.shape, &self.shares, level, Alternative::TwoSided)
    }

    /// What gives estimates the repeated interval of this look, and the p-value of having come so far, from a value and
    /// its error. The boundaries are sought once.
    pub(super) fn estimates(
        &self,
        level: Level,
    ) -> Result<impl Fn(f64, f64) -> Result<Estimate> + use<>> {
        let at = self.come.saturating_sub(1);
        let boundaries = self.boundaries(level)?;
        Ok(move |value, error| boundaries.at(at, value, error, 0.0))
    }

    /// Which look it is, as it is told.
    pub(super) fn looked(&self) -> Looked {
        Looked {
            now: self.come,
            planned: self.days.len(),
            next: self.days.get(self.come).copied(),
        }
    }

    /// Why there is no verdict before the first of them, as a clause.
    pub(super) fn too_soon(&self) -> Option<String> {
        let first = self.days.first().filter(|_| self.come == 0)?;
        Some(format!("the first look at it is planned for {first}"))
    }

    /// The boundary in words, of the look that made `effect`.
    pub(super) fn words(&self, effect: &Effect) -> String {
        let estimate = &effect.absolute;
        let half = estimate.interval.width() / 2.0 / estimate.standard_error;
        format!(
            "; look {} of {} by the boundary of {}, {} standard errors to each side",
            self.come.max(1),
            self.days.len(),
            self.name,
            number(half)
        )
    }

    /// What must hold for it to be this look.
    pub(super) fn note(&self) -> Option<Note> {
        let day = self.days.get(self.come.checked_sub(1)?)?;
        Some(Note::fine(format!(
            "This is look {} of {}, planned for {day}: it holds where nobody would have stopped on another day.",
            self.come,
            self.days.len()
        )))
    }
}
