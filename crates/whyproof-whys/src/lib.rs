//! The barrage: the whys that a case should expect, hardest first; and the drill that trains the answers.
//!
//! Questions are data: a [`Bank`] of them, each with the argumentation scheme that it comes from, what it attaches
//! to, and a wording with slots. What they attach to is [`Material`]: gathered from the structure of a case, and
//! mined from ordinary prose. [`ask`] fills the slots with the case's own words, leaves out what the case already
//! answers, and puts the rest in order. Same text, same barrage; nothing is asked about what is not in the text.

mod add;
mod answered;
mod bank;
mod barrage;
pub mod drill;
mod english;
mod gather;
mod likeness;
mod material;
mod mine;
pub mod model;
mod own;
mod rank;
mod survive;
mod view;
mod wording;

pub use add::add;
pub use bank::{Bank, BankError, Condition, Question, built_in};
pub use barrage::{Asked, Barrage, Options, Origin, ask};
pub use material::{Attach, Material, On, Slot, Slots};
pub use own::{OwnError, UnknownName};
pub use survive::{Survival, survival};
pub use view::View;
pub use wording::{Wording, WordingError};
