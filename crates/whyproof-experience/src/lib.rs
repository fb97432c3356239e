//! What a person has done against the bar of a role: the résumé and the story bank, the sentences that show a criterion,
//! what is not shown yet, and one life in many views. Nothing here invents a word.

mod background;
mod cue;
pub mod cut;
pub mod letter;
mod matching;
pub mod resume;
pub mod share;
mod stems;
mod take;
pub mod truth;
pub mod view;

pub use background::{Background, Life, Passage, Spot, Story};
pub use matching::{Answer, Matcher};
pub use take::{
    BarTake, Cell, Choice, Chosen, CriterionTake, Gap, Judged, Judgement, Level, Matrix, Met,
    PlaceTake, Quote, Reading, Remark, RemarkKind, Strong, Take,
};
