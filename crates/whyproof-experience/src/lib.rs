//! What a person has done against the bar of a role: the résumé and the story bank, the sentences that show a criterion,
//! what is not shown yet, and one life in many views. Nothing here invents a word.

mod background;
mod choice;
mod cue;
mod matching;
mod matrix;
pub mod resume;
mod stems;
mod take;

pub use background::{Background, Life, Passage, Spot, Story};
pub use choice::{StoryWorth, choose};
pub use matching::{Answer, LEAST, Matcher};
#[cfg(feature = "semantic")]
pub use matching::{LEAST_ALIKE, LocalModel, Meaning, MeaningError, Meanings};
pub use matrix::{Row, matrix};
pub use take::{
    BarTake, Cell, Choice, Chosen, CriterionTake, Gap, Judged, Judgement, Level, Matrix, Met,
    PlaceTake, Quote, Reading, Remark, RemarkKind, Strong, Take,
};
