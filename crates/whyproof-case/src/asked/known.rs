//! What a case was asked before.

use std::collections::BTreeSet;

use super::aim::{Aim, Aimed, Aims};
use crate::case::Case;
use crate::ids::normalised;
use crate::people;

/// The whys of a case, and those that are on their way into it: who asks what of what.
pub(super) struct Known {
    all: BTreeSet<(String, String, Aim)>,
}

impl Known {
    pub(super) fn new(case: &Case, aims: &Aims<'_>) -> Self {
        let whys = case.whys.iter().map(|why| {
            let by = why.by.as_deref().map(people::plain).unwrap_or_default();
            (by, normalised(&why.text), aims.of(&why.target))
        });
        Known {
            all: whys.collect(),
        }
    }

    /// Whether this was asked before; from now on it was. What is lost now may have been put to what it quotes, when
    /// that was there, or to the whole, with the quotation.
    pub(super) fn has(&mut self, author: Option<&str>, words: &str, aimed: &Aimed) -> bool {
        let by = author.map(people::plain).unwrap_or_default();
        let bare = normalised(words);
        let quoting = normalised(&aimed.quoting(words));
        let whole = (by.clone(), quoting, Aim::Case);
        if aimed.aim != Aim::Case && self.all.contains(&whole) {
            return true;
        }
        let key = (by, bare, aimed.aim);
        if self.all.contains(&key) {
            return true;
        }
        self.all.insert(if aimed.aim == Aim::Nothing {
            whole
        } else {
            key
        });
        false
    }
}
