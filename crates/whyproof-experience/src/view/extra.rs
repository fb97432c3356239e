//! What goes before any line does where a page is full: what others said, interests, courses; and, where even the best lines
//! of the latest jobs find no room, other sections.

use std::collections::BTreeSet;

use super::LeftOut;
use super::item::Item;
use crate::resume::{Resume, Section};

/// What goes, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extra {
    References,
    Interests,
    Courses,
    Publications,
    Awards,
    Languages,
    Certificates,
}

/// How many of them go before a line does.
pub(super) const FIRST: usize = 3;

/// All, first to go first.
pub(super) const ALL: [Extra; 7] = [
    Extra::References,
    Extra::Interests,
    Extra::Courses,
    Extra::Publications,
    Extra::Awards,
    Extra::Languages,
    Extra::Certificates,
];

/// A résumé without the first so many of them, the items that went with them, and what is told of the rest.
pub(super) struct Without {
    pub(super) base: Resume,
    pub(super) gone: BTreeSet<usize>,
    pub(super) told: Vec<LeftOut>,
}

/// Leaves out the first `count`; what the person pinned stays.
pub(super) fn without(base: &Resume, items: &[Item], count: usize) -> Without {
    let mut left = Without {
        base: base.clone(),
        gone: BTreeSet::new(),
        told: Vec::new(),
    };
    for extra in &ALL[..count.min(ALL.len())] {
        left.leave(*extra, items);
    }
    left
}

impl Without {
    fn leave(&mut self, extra: Extra, items: &[Item]) {
        let section = match extra {
            // A course that the job names is read.
            Extra::Courses => {
                let courses = items.iter().enumerate().filter(|(_, item)| {
                    item.id.section == Section::Education && item.rank == 0 && !item.is_pinned
                });
                self.gone.extend(courses.map(|(at, _)| at));
                return;
            }
            Extra::Publications => Some(Section::Publications),
            Extra::Awards => Some(Section::Awards),
            _ => None,
        };
        let of_section = |item: &&Item| Some(item.id.section) == section;
        if items.iter().filter(of_section).any(|item| item.is_pinned) {
            return;
        }
        let of_section = items
            .iter()
            .enumerate()
            .filter(|(_, item)| Some(item.id.section) == section);
        self.gone.extend(of_section.map(|(at, _)| at));
        let (title, had, names) = taken(&mut self.base, extra);
        if had > 0 {
            self.told.push(LeftOut {
                words: match names.as_slice() {
                    [] => title.to_owned(),
                    names => format!("{title}: {}", names.join(", ")),
                },
                cut: None,
                why: format!(
                    "the page is full, and {} go before what you did",
                    title.to_lowercase()
                ),
            });
        }
    }
}

/// Takes a section out: what it is called, how many entries it had, and their names.
fn taken(base: &mut Resume, extra: Extra) -> (&'static str, usize, Vec<String>) {
    macro_rules! take {
        ($title:literal, $list:ident, $name:ident) => {{
            let had = base.$list.take().unwrap_or_default();
            let names = had.iter().filter_map(|one| one.$name.clone());
            ($title, had.len(), names.collect())
        }};
    }
    match extra {
        Extra::References => take!("References", references, name),
        Extra::Interests => take!("Interests", interests, name),
        Extra::Courses => ("Courses", 0, Vec::new()),
        Extra::Publications => take!("Publications", publications, name),
        Extra::Awards => take!("Awards", awards, title),
        Extra::Languages => take!("Languages", languages, language),
        Extra::Certificates => take!("Certificates", certificates, name),
    }
}
