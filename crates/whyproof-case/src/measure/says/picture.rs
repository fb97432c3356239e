//! An effect as it is drawn: the interval beside nothing and beside the smallest worthwhile effect.

use super::super::shown::{amount, bare};
use super::super::told::Measurement;
use super::Told;
use crate::experiment::{Direction, Unit};

/// What a picture of an effect shows, on the scale of the smallest worthwhile effect. Ends may be infinite.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The treatment.
    pub treatment: String,
    /// The effect.
    pub value: f64,
    /// The low end of its interval.
    pub low: f64,
    /// The high end.
    pub high: f64,
    /// The smallest worthwhile effect, below zero where less is better.
    pub worthwhile: Option<f64>,
    /// Which side of it is better.
    pub direction: Direction,
    unit: Unit,
}

impl Picture {
    /// A number of the picture with its unit: `10 points`.
    pub fn label(&self, value: f64) -> String {
        amount(value, &self.unit)
    }

    /// A number of the picture alone: `40.8`.
    pub fn number(&self, value: f64) -> String {
        bare(value, &self.unit)
    }

    /// What numbers of the picture are multiplied by to be counted in [`Picture::counted`]: 100 for points.
    pub fn scale(&self) -> f64 {
        match self.unit {
            Unit::Points | Unit::Percent => 100.0,
            Unit::Own { .. } => 1.0,
        }
    }

    /// What they are counted in then: `points`.
    pub fn counted(&self) -> String {
        match &self.unit {
            Unit::Points => "in points".to_owned(),
            Unit::Percent => "in percent".to_owned(),
            Unit::Own { before, after } => match format!("{before}{after}") {
                unit if unit.is_empty() => "in its own unit".to_owned(),
                unit => format!("in {unit}"),
            },
        }
    }

    /// From where to where it has to reach: nothing, the interval and what is worthwhile, where they are finite.
    pub fn reach(&self) -> (f64, f64) {
        let marks = [
            Some(0.0),
            Some(self.value),
            Some(self.low),
            Some(self.high),
            self.worthwhile,
        ];
        let marks = marks.into_iter().flatten().filter(|mark| mark.is_finite());
        marks.fold((0.0, 0.0), |(low, high): (f64, f64), mark| {
            (low.min(mark), high.max(mark))
        })
    }
}

impl Measurement {
    /// What is drawn of each effect.
    pub fn pictures(&self) -> Vec<Picture> {
        let each = self.effects.iter().map(|effect| {
            let told = Told::of(self, effect);
            let least = told.bar().map(|(least, _)| least);
            Picture {
                treatment: effect.treatment.clone(),
                value: told.estimate.value,
                low: told.estimate.interval.low,
                high: told.estimate.interval.high,
                worthwhile: least.map(|least| match self.direction {
                    Direction::Up => least,
                    Direction::Down => -least,
                }),
                direction: self.direction,
                unit: told.unit.clone(),
            }
        });
        each.collect()
    }
}
