//! Statements and repairs.

use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use whyproof_case::{Case, StatementId};

use crate::words::{Do, Side, Standing, StatementKind};

/// Every statement of the argument, in file order, each made when it is written: a case may have many.
#[derive(Debug, Clone, Copy)]
pub struct Claims<'c> {
    pub(super) case: &'c Case,
}

impl<'c> Claims<'c> {
    /// The statements.
    pub fn iter(&self) -> impl Iterator<Item = Claim<'c>> + use<'c> {
        let case = self.case;
        case.statements().map(|(id, _)| Claim::of(case, id))
    }
}

impl Serialize for Claims<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

/// One statement of the argument.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Claim<'c> {
    /// Its id: the author's, or made from its words.
    pub id: &'c str,
    /// Its words, without because, but or and before them.
    pub text: &'c str,
    /// What it is.
    pub kind: StatementKind,
    /// The title of the section it stands in.
    pub section: Option<&'c str>,
    /// The statement it stands under; null for a claim and for an objection to the whole case.
    pub parent: Option<&'c str>,
    /// Its line, from 1.
    pub line: u32,
    /// Its first byte.
    pub start: u32,
    /// The byte after its last.
    pub end: u32,
    /// Whose it is.
    pub side: Side,
    /// What it is worth.
    pub standing: Standing,
    /// What is under it, objections apart: stands or assumed.
    pub support: Standing,
    /// How many of the author's other statements, the case counted as one, rest on it.
    pub load: u32,
    /// Its reasons by id: the outer ones independent, the inner ones joined by *and*.
    pub reasons: Vec<Vec<&'c str>>,
    /// What attacks it, by id.
    pub objections: Vec<&'c str>,
    /// Its evidence, by footnote label.
    pub evidence: Vec<&'c str>,
    /// Its figures, by id.
    pub figures: Vec<&'c str>,
    /// Why it has its standing, in a sentence.
    pub because: String,
    /// The step of its repair on which most rests; null where it stands.
    pub weakest: Option<Step>,
    /// What would make it stand, in the fewest steps.
    pub repair: Repair,
}

impl<'c> Claim<'c> {
    pub(super) fn of(case: &'c Case, id: StatementId) -> Self {
        let statement = case.statement(id);
        let name = |id: &StatementId| case.statement(*id).id.as_str();
        let section = statement
            .section
            .and_then(|at| case.parse.document.sections.get(at as usize));
        let evidence = statement.evidence.iter();
        let figures = statement.figures.iter();
        Self {
            id: &statement.id,
            text: &statement.text,
            kind: statement.kind.into(),
            section: section.map(|section| section.title.as_str()),
            parent: statement.parent.as_ref().map(name),
            line: case.line(statement.span),
            start: statement.span.start,
            end: statement.span.end,
            side: statement.side.into(),
            standing: statement.standing.into(),
            support: statement.why.support.into(),
            load: statement.load,
            reasons: statement
                .reasons
                .iter()
                .map(|premises| premises.iter().map(name).collect())
                .collect(),
            objections: statement.objections.iter().map(name).collect(),
            evidence: evidence
                .filter_map(|at| case.evidence.get(*at as usize))
                .map(|evidence| evidence.id.as_str())
                .collect(),
            figures: figures
                .filter_map(|at| case.figures.get(*at as usize))
                .map(|figure| figure.id.as_str())
                .collect(),
            because: case.because(id),
            weakest: statement.weakest.map(|step| Step::of(case, step)),
            repair: Repair::of(case, &statement.repair),
        }
    }
}

/// One step of a repair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Step {
    /// What to do.
    #[serde(rename = "do")]
    pub act: Do,
    /// To what: a statement, a part of the problem, `claim` for the first one, a figure or an experiment.
    pub id: String,
}

impl Step {
    pub(super) fn of(case: &Case, step: whyproof_case::Step) -> Self {
        Self {
            act: step.into(),
            id: case.step_id(step),
        }
    }
}

/// What would make a statement or the case stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Repair {
    /// The steps, those on which most rests first; none where it stands already.
    pub steps: Vec<Step>,
    /// Whether it is proven that fewer would not do.
    pub exact: bool,
    /// How many steps follow those listed.
    pub more: u32,
    /// Whether it does stand when all of it is done; else no steps are given.
    pub reaches: bool,
}

impl Repair {
    pub(super) fn of(case: &Case, repair: &whyproof_case::Repair) -> Self {
        Self {
            steps: repair
                .steps
                .iter()
                .map(|step| Step::of(case, *step))
                .collect(),
            exact: repair.exact,
            more: repair.more,
            reaches: repair.reaches,
        }
    }
}
