//! The document of `show`: a case, what it says and what it is worth.

mod argument;
mod head;
mod sources;

use schemars::JsonSchema;
use serde::Serialize;
use whyproof_case::Case;

pub use argument::{Claim, Claims, Repair, Step};
pub use head::{CaseHead, Part, Problem, StoryPart, Tested};
pub use sources::{Evidence, Figure, Mined, Question};

/// What `whyproof show --format json` writes.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(title = "whyproof/show/1")]
pub struct Show<'c> {
    /// Which document this is.
    #[schemars(extend("const" = "whyproof/show/1"))]
    pub schema: &'static str,
    /// The case as a whole.
    pub case: CaseHead<'c>,
    /// The words taken for each part of the problem; all null in a story.
    pub problem: Problem<'c>,
    /// The parts of a story, in file order; none in an idea.
    pub story: Vec<StoryPart<'c>>,
    /// Every statement of the argument, in file order.
    #[schemars(with = "Vec<Claim<'c>>")]
    pub claims: Claims<'c>,
    /// Every question put to the case, in file order.
    pub questions: Vec<Question<'c>>,
    /// Evidence, in order of definition.
    pub evidence: Vec<Evidence<'c>>,
    /// Figures, in file order.
    pub figures: Vec<Figure<'c>>,
    /// Sentences outside *Case* that argue: suggestions, which change no standing.
    pub mined: Vec<Mined>,
}

impl<'c> From<&'c Case> for Show<'c> {
    fn from(case: &'c Case) -> Self {
        Self {
            schema: "whyproof/show/1",
            case: CaseHead::from(case),
            problem: Problem::from(case),
            story: case
                .story
                .iter()
                .map(|part| StoryPart::of(case, part))
                .collect(),
            claims: Claims { case },
            questions: case
                .whys
                .iter()
                .map(|why| Question::of(case, why))
                .collect(),
            evidence: case
                .evidence
                .iter()
                .map(|evidence| Evidence::of(case, evidence))
                .collect(),
            figures: case
                .figures
                .iter()
                .map(|figure| Figure::of(case, figure))
                .collect(),
            mined: case
                .mined()
                .into_iter()
                .map(|mined| Mined::of(case, mined))
                .collect(),
        }
    }
}
