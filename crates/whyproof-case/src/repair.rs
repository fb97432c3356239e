//! What would make a statement or the case stand, in the fewest steps.

use whyproof_argument::{Repairs, Target};

use crate::case::Case;
use crate::figure::Figure;
use crate::problem::Part;
use crate::statement::StatementId;

/// What a node of the graph stands for, after the statements: a contradiction by data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DataNode {
    /// A figure whose words do not hold, by index.
    Figure(u32),
    /// Evidence whose experiment found something else, by index.
    Evidence(u32),
}

/// What is to be mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mend {
    /// A part that the problem lacks.
    Part(Part),
    /// There is no claim yet.
    FirstClaim,
    /// A figure's words that the data contradict, by index.
    Figure(u32),
    /// Evidence whose experiment found something else, by index.
    Evidence(u32),
}

/// One step of a repair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Evidence for a statement.
    Show(StatementId),
    /// A rebuttal with evidence to an objection.
    Answer(StatementId),
    /// Something that is missing or contradicted.
    Mend(Mend),
}

impl Step {
    /// The word used in output: show, answer or mend.
    pub fn word(self) -> &'static str {
        match self {
            Step::Show(_) => "show",
            Step::Answer(_) => "answer",
            Step::Mend(_) => "mend",
        }
    }
}

/// The steps, those on which most rests first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Repair {
    /// The steps.
    pub steps: Vec<Step>,
    /// How many steps follow those listed.
    pub more: u32,
    /// Whether it is proven that there are no fewer.
    pub exact: bool,
    /// Whether what is to stand does stand when all of it is done; else no steps are given.
    pub reaches: bool,
}

impl Repair {
    /// The step on which most rests: steps are listed in that order.
    pub fn weakest(&self) -> Option<Step> {
        self.steps.first().copied()
    }
}

/// Most steps that are listed of one repair.
const LISTED: usize = 100;

/// Names the steps of the graph in the words of the case.
pub(crate) struct Steps<'a> {
    pub(crate) repairs: Repairs<'a>,
    pub(crate) data: &'a [DataNode],
    pub(crate) statements: usize,
    pub(crate) missing: &'a [Part],
}

impl Steps<'_> {
    pub(crate) fn repair(&self, target: Target) -> Repair {
        let planned = self.repairs.repair(target, LISTED);
        Repair {
            steps: planned
                .steps
                .iter()
                .filter_map(|step| self.step(*step))
                .collect(),
            more: planned.more,
            exact: planned.exact,
            reaches: planned.reaches,
        }
    }

    fn step(&self, step: whyproof_argument::Step) -> Option<Step> {
        use whyproof_argument::Step as Planned;
        Some(match step {
            Planned::Show(node) => Step::Show(StatementId(node.0)),
            Planned::Answer(node) => Step::Answer(StatementId(node.0)),
            Planned::Mend(whyproof_argument::Mend::FirstClaim) => Step::Mend(Mend::FirstClaim),
            Planned::Mend(whyproof_argument::Mend::ProblemPart(at)) => {
                Step::Mend(Mend::Part(*self.missing.get(at as usize)?))
            }
            Planned::Mend(whyproof_argument::Mend::Data(node)) => {
                match self.data.get(node.index().checked_sub(self.statements)?)? {
                    DataNode::Figure(at) => Step::Mend(Mend::Figure(*at)),
                    DataNode::Evidence(at) => Step::Mend(Mend::Evidence(*at)),
                }
            }
        })
    }
}

impl Case {
    /// The name of what a step is about, as output gives it: a statement's id, a part of the problem, a figure or
    /// an experiment.
    pub fn step_id(&self, step: Step) -> String {
        match step {
            Step::Show(id) | Step::Answer(id) => self.statement(id).id.clone(),
            Step::Mend(Mend::Part(part)) => part.key().to_owned(),
            Step::Mend(Mend::FirstClaim) => "claim".to_owned(),
            Step::Mend(Mend::Figure(at)) => self
                .figures
                .get(at as usize)
                .map_or_else(String::new, |f: &Figure| f.id.clone()),
            Step::Mend(Mend::Evidence(at)) => self
                .evidence
                .get(at as usize)
                .and_then(|e| e.contradicted.clone())
                .unwrap_or_default(),
        }
    }

    /// How many of the author's statements, the case counted as one, rest on what a step is about.
    pub fn step_load(&self, step: Step) -> u32 {
        match step {
            Step::Show(id) | Step::Answer(id) => self.statement(id).load,
            Step::Mend(Mend::Part(_) | Mend::FirstClaim) => 1,
            Step::Mend(Mend::Figure(_) | Mend::Evidence(_)) => self.data_load(step),
        }
    }

    fn data_load(&self, step: Step) -> u32 {
        let wanted = match step {
            Step::Mend(Mend::Figure(at)) => DataNode::Figure(at),
            Step::Mend(Mend::Evidence(at)) => DataNode::Evidence(at),
            _ => return 0,
        };
        let at = self.data.iter().position(|node| *node == wanted);
        at.map_or(0, |at| {
            self.loads.of(whyproof_argument::NodeId(
                (self.statements.len() + at) as u32,
            ))
        })
    }
}
