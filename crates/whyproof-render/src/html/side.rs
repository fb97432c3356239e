//! What stands beside a block: its notes, the whys put to it, and why a claim has its standing.

use whyproof_case::{StatementId, StatementKind};
use whyproof_syntax::TextId;

use super::flow::Flow;
use crate::manuscript::Event;
use crate::verdict::for_others;

/// How many notes of a block each stand as high as what refers to them; more stand below those.
const MARKS: usize = 6;

/// What stands beside a block, in order.
#[derive(Debug, Default)]
pub(super) struct Sides {
    claim: Option<StatementId>,
    whys: Vec<u32>,
    notes: Vec<u32>,
}

impl Sides {
    fn is_empty(&self) -> bool {
        self.claim.is_none() && self.whys.is_empty() && self.notes.is_empty()
    }
}

impl<'m, 'a> Flow<'m, 'a> {
    /// What stands beside blocks with these words. Each note stands where it is referred to first.
    pub(super) fn sides(&mut self, texts: &[TextId], words: &[Event<'a>]) -> Sides {
        let mut sides = Sides::default();
        for event in words {
            if let Event::Note(note, _) = event
                && !std::mem::replace(&mut self.placed[*note as usize], true)
            {
                sides.notes.push(*note);
            }
        }
        if self.in_note {
            self.waiting.append(&mut sides.notes);
            return sides;
        }
        self.beside.clone_from(&sides.notes);
        let case = self.manuscript.case;
        let section = |text: TextId| case.parse.document.text(text).section;
        for &text in texts {
            let block = self.manuscript.block(text);
            // A why in the same section stands below what it asks.
            let elsewhere = block.asked.iter().filter(|why| {
                let why = &case.whys[**why as usize];
                section(why.head) != section(text)
            });
            sides.whys.extend(elsewhere);
            sides.claim = sides.claim.or(block
                .states
                .filter(|id| self.weighed && case.statement(*id).kind == StatementKind::Claim));
        }
        sides
    }

    /// Before a block that has something beside it.
    pub(super) fn begin_row(&mut self, sides: &Sides) {
        if !sides.is_empty() {
            self.out.lit("<div class=\"row\">\n");
        }
        if sides.claim.is_some() {
            self.out.lit("<div class=\"claimed\">\n");
        }
    }

    /// After it.
    pub(super) fn end_row(&mut self, sides: Sides) {
        if sides.is_empty() {
            return;
        }
        self.beside(sides);
        self.out.lit("</div>\n");
    }

    fn beside(&mut self, sides: Sides) {
        // Why a claim has its standing is said under it, and not beside it.
        if let Some(claim) = sides.claim {
            self.because(claim);
            self.out.lit("</div>\n");
        }
        for why in sides.whys {
            self.side_why(why);
        }
        for (at, note) in sides.notes.into_iter().enumerate() {
            self.note(note, (at < MARKS).then_some(at + 1));
        }
        // A note that a note refers to follows it.
        while !self.waiting.is_empty() {
            let note = self.waiting.remove(0);
            self.note(note, None);
        }
    }

    /// Why a claim has its standing.
    fn because(&mut self, claim: StatementId) {
        let case = self.manuscript.case;
        self.out.lit("<p class=\"because\">");
        self.said(&for_others(&case.because(claim)));
        self.out.lit("</p>\n");
    }

    /// Which of the notes beside the block being written this is, where it has a place of its own: from 1. Each has it
    /// once, at what refers to it first.
    pub(super) fn place(&mut self, note: u32) -> Option<usize> {
        let at = self.beside.iter().position(|beside| *beside == note)?;
        self.beside[at] = u32::MAX;
        (!self.in_note && at < MARKS).then_some(at + 1)
    }

    /// A note, whole.
    pub(super) fn note(&mut self, note: u32, place: Option<usize>) {
        self.in_note = true;
        let (role, level) = (self.role.take(), self.level);
        let deep = std::mem::take(&mut self.deep);
        self.write_note(note, place);
        self.deep = deep;
        (self.role, self.level) = (role, level);
        self.in_note = false;
    }
}
