//! What a comment will be put to: a bookmark on every block of text, and what each holds.

use whyproof_case::{Anchor, Named, revision};
use whyproof_syntax::TextId;

use super::pen::Pen;
use crate::manuscript::Manuscript;

/// The namespace of the part that says what the bookmarks hold.
pub const NAMESPACE: &str = "urn:whyproof:held:1";

/// The bookmarks of a file.
pub(super) struct Holds {
    pub(super) revision: String,
    held: Vec<(String, Anchor)>,
    /// Bookmarks so far, of all kinds: their ids differ.
    count: u32,
}

impl Holds {
    pub(super) fn new(manuscript: &Manuscript<'_>) -> Self {
        Holds {
            revision: revision(manuscript.case.source()),
            held: Vec::new(),
            count: 0,
        }
    }

    /// A number for a bookmark that nothing else has.
    pub(super) fn next(&mut self) -> u32 {
        self.count += 1;
        self.count
    }

    /// A bookmark on a block; none where the block has no words.
    pub(super) fn on(
        &mut self,
        manuscript: &Manuscript<'_>,
        text: TextId,
    ) -> Option<(u32, String)> {
        let case = manuscript.case;
        let words = &case.parse.document.text(text).words;
        let span = words.span();
        if span.is_empty() {
            return None;
        }
        let block = manuscript.block(text);
        let why = block.asks.or(block.answers);
        let id = match (block.belongs, why) {
            (Some(statement), _) => Some(case.statement(statement).id.clone()),
            (None, Some(why)) => case.whys.get(why as usize).map(|why| why.id.clone()),
            (None, None) => None,
        };
        // An id that names something else would lead astray.
        let id = id.filter(|id| !matches!(case.named(id), None | Some(Named::Block(_))));
        let number = self.next();
        let name = format!("wp_{number}");
        let anchor = Anchor::of(case, span, id, self.revision.clone());
        self.held.push((name.clone(), anchor));
        Some((number, name))
    }

    /// The part that says what each bookmark holds.
    pub(super) fn part(&self, path: &str) -> String {
        let mut pen = Pen::part();
        pen.open(
            "held",
            &[
                ("xmlns", NAMESPACE),
                ("case", path),
                ("revision", &self.revision),
            ],
        );
        for (name, anchor) in &self.held {
            match &anchor.id {
                Some(id) => pen.open("anchor", &[("name", name), ("id", id)]),
                None => pen.open("anchor", &[("name", name)]),
            }
            pen.exact("quote", &anchor.quote);
            pen.exact("before", &anchor.before);
            pen.exact("after", &anchor.after);
            pen.close("anchor");
        }
        pen.close("held");
        pen.finish()
    }
}
