//! The case as a whole, its problem, the parts of a story.

use schemars::JsonSchema;
use serde::Serialize;
use whyproof_case::{Case, Part as ProblemPart};

use super::argument::{Repair, Step};
use crate::words::{Kind, Standing};

/// The case as a whole.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CaseHead<'c> {
    /// Idea or story.
    pub kind: Kind,
    /// The first level-1 heading's words.
    pub title: Option<&'c str>,
    /// Who owns it.
    pub owner: Option<&'c str>,
    /// The bar it is held to, by name.
    pub bar: Option<&'c str>,
    /// The ladder it climbs, by name.
    pub ladder: Option<&'c str>,
    /// What it is worth.
    pub standing: Standing,
    /// Whom it has met.
    pub tested: Tested<'c>,
    /// What its cheapest repair names, most load first; empty where it stands.
    pub rests_on: Vec<String>,
    /// Why it has its standing, in a sentence.
    pub because: String,
    /// The step of its repair on which most rests.
    pub weakest: Option<Step>,
    /// What would make it stand, in the fewest steps.
    pub repair: Repair,
    /// Parts that the problem of an idea must say, and does not.
    pub missing: Vec<&'static str>,
    /// Figures that nobody computed.
    pub not_computed: usize,
    /// The file, as it was named; null for standard input.
    pub path: Option<&'c str>,
}

/// Whom the case has met.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Tested<'c> {
    /// Objections and questions from people other than the owner.
    pub objections: u32,
    /// Those people, in order of appearance.
    pub people: Vec<&'c str>,
}

impl<'c> From<&'c Case> for CaseHead<'c> {
    fn from(case: &'c Case) -> Self {
        let verdict = &case.verdict;
        let repair = Repair::of(case, &verdict.repair);
        Self {
            kind: case.kind.into(),
            title: case.title.as_deref(),
            owner: case.owner.as_deref(),
            bar: case.bar.as_ref().map(|bar| bar.name.as_str()),
            ladder: case.ladder.as_ref().map(|ladder| ladder.name.as_str()),
            standing: verdict.standing.into(),
            tested: Tested {
                objections: verdict.tested.objections,
                people: verdict.tested.people.iter().map(String::as_str).collect(),
            },
            rests_on: repair.steps.iter().map(|step| step.id.clone()).collect(),
            because: case.because_case(),
            weakest: verdict.weakest.map(|step| Step::of(case, step)),
            repair,
            missing: verdict.missing.iter().map(|part| part.key()).collect(),
            not_computed: case.not_computed(),
            path: case.scope.path.as_deref(),
        }
    }
}

/// The words taken for one part of the problem.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Part<'c> {
    /// The words.
    pub text: &'c str,
    /// Their line, from 1.
    pub line: u32,
    /// Whether the author marked them; else they were found.
    pub marked: bool,
}

/// The parts of the problem; null where they are not said.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Problem<'c> {
    /// Who has it.
    pub who: Option<Part<'c>>,
    /// At what moment.
    pub when: Option<Part<'c>>,
    /// What hurts.
    pub what_hurts: Option<Part<'c>>,
    /// How many have it.
    pub how_many: Option<Part<'c>>,
    /// How often.
    pub how_often: Option<Part<'c>>,
    /// How bad it is.
    pub how_bad: Option<Part<'c>>,
    /// Today's way out.
    pub way_out: Option<Part<'c>>,
    /// How we know.
    pub how_we_know: Option<Part<'c>>,
}

impl<'c> From<&'c Case> for Problem<'c> {
    fn from(case: &'c Case) -> Self {
        let part = |part| {
            case.problem.part(part).map(|found| Part {
                text: &found.text,
                line: case.line(found.span),
                marked: found.marked,
            })
        };
        Self {
            who: part(ProblemPart::Who),
            when: part(ProblemPart::When),
            what_hurts: part(ProblemPart::Hurts),
            how_many: part(ProblemPart::HowMany),
            how_often: part(ProblemPart::HowOften),
            how_bad: part(ProblemPart::HowBad),
            way_out: part(ProblemPart::WayOut),
            how_we_know: part(ProblemPart::HowWeKnow),
        }
    }
}

/// One part of a story.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StoryPart<'c> {
    /// Which part: its usual heading.
    pub part: &'static str,
    /// Its words.
    pub text: &'c str,
    /// The heading's line, from 1.
    pub line: u32,
}

impl<'c> StoryPart<'c> {
    pub(super) fn of(case: &'c Case, part: &'c whyproof_case::StoryPart) -> Self {
        Self {
            part: part.role.title(),
            text: &part.text,
            line: case.line(part.heading),
        }
    }
}
