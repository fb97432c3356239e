//! The take: what a background shows against a bar, and what would make it stronger. Every judgement leads to its
//! reasons; none is of character, and there is no score.

mod model;

pub use model::{
    BarTake, Cell, Choice, Chosen, CriterionTake, Gap, Judged, Judgement, Level, Matrix, Met,
    PlaceTake, Quote, Reading, Remark, RemarkKind, Strong, Take,
};
