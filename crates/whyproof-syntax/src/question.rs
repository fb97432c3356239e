//! *Questions*: every level-3 heading is a why, what follows it its answer, a deeper heading a follow-up.

use crate::document::{Document, Place, TextId};
use crate::role::Role;
use crate::statement::{Why, WhyTarget};
use crate::tree::{NodeKind, Tree};

pub(crate) fn read(tree: &Tree, document: &mut Document) {
    let sections: Vec<_> = document
        .sections_of(Role::Questions)
        .map(|section| section.blocks.clone())
        .collect();
    for blocks in sections {
        // Open whys, outermost first: heading level and index.
        let mut open: Vec<(u8, u32)> = Vec::new();
        for block in blocks {
            if let (NodeKind::Heading(level), Some(head)) =
                (tree.kind(block), document.text_of(block))
            {
                while open.last().is_some_and(|&(outer, _)| outer >= level) {
                    open.pop();
                }
                let target = open
                    .last()
                    .map_or(WhyTarget::Case, |&(_, why)| WhyTarget::Answer(why));
                open.push((level, document.whys.len() as u32));
                document.whys.push(Why {
                    head,
                    target,
                    answer: Vec::new(),
                    in_case: false,
                });
                continue;
            }
            let Some(&(_, why)) = open.last() else {
                continue;
            };
            let (from, to) = document.texts_under(tree, block);
            for id in from.0..to.0 {
                if !matches!(document.text(TextId(id)).place, Place::Footnote(_)) {
                    document.whys[why as usize].answer.push(TextId(id));
                }
            }
        }
    }
}
