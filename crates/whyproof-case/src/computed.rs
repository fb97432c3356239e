//! What an engine computed for a case. Without one, nothing is computed, and nothing is made up.

use std::collections::BTreeMap;

use crate::experiment::Verdict;
use crate::figure::FigureState;
use crate::measure::Measurement;
use crate::sql::{Answer, SqlError};
use crate::table::Cell;

/// What came of one query.
pub type Ran = Result<Answer, SqlError>;

/// The value of a figure, as computed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Value {
    /// The value as text, rounded to 12 significant digits.
    pub text: String,
    /// How the figure's text stands to it.
    pub state: FigureState,
    /// Whether the query read at least one row of a source outside the case.
    pub outside: bool,
    /// The value itself; none for a chart.
    pub cell: Option<Cell>,
    /// What the figure's text would be, in its own form, where it says something else and can be rewritten.
    pub says: Option<String>,
    /// Why there is no value, or why the text cannot say it; a sentence without a stop.
    pub trouble: Option<String>,
}

/// Whether an experiment was measured, and with what verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measured {
    /// It was not.
    No,
    /// It was.
    Yes(Verdict),
}

/// Values of figures, by `(target, text)`, and verdicts of experiments, by name.
#[derive(Debug, Clone, Default)]
pub struct Computed {
    /// Figures: the link's target after `figure:` and its words.
    pub figures: BTreeMap<(String, String), Value>,
    /// Experiments by name.
    pub experiments: BTreeMap<String, Verdict>,
    /// What measuring each experiment gave, by name, whether it has a verdict or not.
    pub measured: BTreeMap<String, Measurement>,
    /// What came of each query that a figure uses, by name.
    pub results: BTreeMap<String, Ran>,
}

impl Computed {
    /// The verdict of the experiment `name`.
    pub fn experiment(&self, name: &str) -> Measured {
        self.experiments
            .get(name)
            .map_or(Measured::No, |verdict| Measured::Yes(*verdict))
    }
}
