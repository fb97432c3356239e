//! What a person has done against the bar of a role: the résumé and the story bank, the sentences that show a criterion,
//! what is not shown yet, and one life in many views. Nothing here invents a word.

mod background;
mod choice;
mod cue;
pub mod cut;
pub mod debrief;
pub mod interview;
pub mod job;
pub mod letter;
mod matching;
mod matrix;
mod nearest;
pub mod people;
pub mod rehearsal;
pub mod resume;
pub mod share;
mod stems;
mod take;
pub mod truth;
pub mod view;
mod yaml;

pub use background::{Background, Life, Passage, Spot, Story};
pub use choice::{StoryWorth, choose};
pub use matching::{Answer, LEAST, LEAST_ALIKE, Matcher, Meaning, Meanings};
#[cfg(feature = "semantic")]
pub use matching::{LocalModel, MeaningError};
pub use matrix::{Row, matrix};
pub use take::{
    BarTake, Cell, Choice, Chosen, CriterionTake, Gap, Hit, Judged, Judgement, Level, Matrix, Met,
    NO_STORY, NOTHING, Named, ON_YOUR_WORD, PlaceTake, Quote, Read, Reading, Remark, RemarkKind,
    Strong, Take, TakeInput, take,
};
