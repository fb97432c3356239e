//! Replies to a review packet: what somebody who has neither an account nor Whyproof asks of a case, and says of it.
//!
//! A reply is a small JSON file, `whyproof/reply/1`, that the packet writes and a person sends. It may come from
//! anybody: it is bounded, cleaned, and never names a path. [`read`] reads one, [`aim`] finds what its whys are put
//! to in the case as it is now, [`keep`] and [`kept`] hold the replies that came in. [`read_take`] reads a mentor's, of
//! the packet of a take.

mod aim;
mod body;
mod clean;
mod error;
mod raw;
mod shelf;
mod take;

use jiff::civil::Date;
use whyproof_case::{Anchor, Case, Scope, normalised, same};

pub use aim::{Aimed, Landing, aim};
pub use clean::is_asked;
pub use error::ReplyError;
pub use raw::read;
pub use shelf::{FOLDER, Kept, Shelf, Stored, file_name, find, keep, kept, latest};
pub use take::{MAX_SAID, TakeReply, read_take};

/// Largest reply that is read, in bytes.
pub const MAX_BYTES: usize = 1 << 20;
/// Most whys in a reply.
pub const MAX_WHYS: usize = 200;
/// Longest why, and longest words that one is put to, in characters.
pub const MAX_WORDS: usize = 2_000;
/// Longest reasons of a verdict, in characters.
pub const MAX_REASONS: usize = 20_000;
/// Longest name of a person or a rung, in characters; what is longer is cut.
pub const MAX_NAME: usize = 80;

/// What somebody answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The case as the reply names it.
    pub case: Named,
    /// Who answers, as they name themselves: nobody has checked it.
    pub reviewer: String,
    /// At which rung.
    pub rung: Option<String>,
    /// The day on which it was written, by the reviewer's clock.
    pub written: Date,
    /// What they say; none where they only ask.
    pub verdict: Option<Verdict>,
    /// What they ask, in their order.
    pub whys: Vec<Asked>,
}

/// How a reply names its case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// The title.
    pub title: Option<String>,
    /// The file's name, which is compared and never opened.
    pub file: Option<String>,
    /// The hash of the revision that was read.
    pub revision: Option<String>,
}

/// What a person at a rung says of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Which of the three.
    pub says: Says,
    /// Why; empty where nothing is said.
    pub reasons: String,
}

/// The three verdicts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Says {
    /// It goes on to the next rung.
    Advance,
    /// It comes back changed.
    Revise,
    /// It ends here.
    Stop,
}

impl Says {
    /// The word used in files and output.
    pub fn word(self) -> &'static str {
        match self {
            Says::Advance => "advance",
            Says::Revise => "revise",
            Says::Stop => "stop",
        }
    }
}

/// A why of a reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The question.
    pub text: String,
    /// The block that it is put to, in the revision that was read; none for the whole case.
    pub on: Option<Anchor>,
    /// The words in that block that it is put to, as they were read; none for all of them.
    pub words: Option<String>,
}

impl Reply {
    /// Whether it was written about the case: the file has the name, or the case the title, that the reply says.
    pub fn is_about(&self, case: &Case) -> bool {
        is_named(&self.case, &case.scope, case.title.as_deref())
    }

    /// Whether who answers bears the name of the case's owner, whose own questions change nothing.
    pub fn is_by_owner(&self, case: &Case) -> bool {
        let owner = case.owner.as_deref();
        owner.is_some_and(|owner| same(owner, &self.reviewer))
    }
}

/// Whether a reply's name of its case is that of the case in `scope` with this title.
fn is_named(named: &Named, scope: &Scope, title: Option<&str>) -> bool {
    let plain = |title: &str| normalised(&clean::line(title, usize::MAX));
    let own = scope.path.as_deref().map(clean::last_part);
    let file = named.file.as_deref().map(clean::last_part);
    let titled = named.title.as_deref().map(plain);
    (own.is_some() && own == file)
        || (titled.is_some() && titled == title.map(plain))
        // A packet made of a text that came from nowhere, and has no title.
        || (file.is_none() && titled.is_none())
}

#[cfg(test)]
mod tests;
