//! What an engine computed for a case. Without one, nothing is computed, and nothing is made up.

use std::collections::BTreeMap;

use crate::experiment::Verdict;
use crate::figure::FigureState;

/// The value of a figure, as computed.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// The value as text, rounded to 12 significant digits.
    pub text: String,
    /// How the figure's text stands to it.
    pub state: FigureState,
    /// Whether the query read at least one row of a source outside the case.
    pub outside: bool,
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
}

impl Computed {
    /// The verdict of the experiment `name`.
    pub fn experiment(&self, name: &str) -> Measured {
        self.experiments
            .get(name)
            .map_or(Measured::No, |verdict| Measured::Yes(*verdict))
    }
}
