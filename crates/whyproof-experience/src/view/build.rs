//! A résumé of chosen lines.

use std::collections::{BTreeMap, BTreeSet};

use super::item::{Item, is_optional, is_summary};
use crate::resume::{LineId, Part, Resume, Section};

/// Which items are in, and at which length.
pub(super) type Chosen = BTreeMap<usize, usize>;

/// The lines of an entry: its summary, and its highlights in the order that they stand in.
#[derive(Default)]
struct Lines {
    summary: Option<String>,
    highlights: Vec<String>,
}

/// The résumé of the chosen items, and which item each of its lines is. Whole entries of projects and unpaid work are left
/// out where none of their lines is chosen; jobs and schools never are: a gap would tell something that is not so.
pub(super) fn built(
    base: &Resume,
    items: &[Item],
    chosen: &Chosen,
    by_rank: bool,
) -> (Resume, BTreeMap<LineId, usize>) {
    let mut order: Vec<(usize, usize)> = chosen
        .iter()
        .map(|(item, length)| (*item, *length))
        .collect();
    if by_rank {
        order.sort_by(|one, other| {
            let (one_rank, other_rank) = (items[one.0].rank, items[other.0].rank);
            other_rank.cmp(&one_rank).then(one.0.cmp(&other.0))
        });
    }
    let had: BTreeSet<(Section, usize)> = base
        .lines()
        .iter()
        .map(|line| (line.id.section, line.id.entry))
        .collect();
    let mut entries: BTreeMap<(Section, usize), (Lines, Vec<usize>)> = BTreeMap::new();
    for (at, length) in order {
        let item = &items[at];
        let text = item.lengths[length].clone();
        let (lines, which) = entries.entry((item.id.section, item.id.entry)).or_default();
        if is_summary(item.id) {
            lines.summary = Some(text);
        } else {
            lines.highlights.push(text);
            which.push(at);
        }
    }
    let mut resume = base.clone();
    let mut kept: BTreeMap<(Section, usize), usize> = BTreeMap::new();
    put(&mut resume, &mut entries, &had, &mut kept);
    let summaries = chosen.keys().filter(|at| is_summary(items[**at].id));
    let mut places = BTreeMap::new();
    let place = |section: Section, entry: usize, part: Part| LineId {
        section,
        entry: kept.get(&(section, entry)).copied().unwrap_or(entry),
        part,
    };
    for at in summaries {
        let id = items[*at].id;
        places.insert(place(id.section, id.entry, Part::Summary), *at);
    }
    for ((section, entry), (_, which)) in &entries {
        for (now, at) in which.iter().enumerate() {
            places.insert(place(*section, *entry, Part::Highlight(now)), *at);
        }
    }
    (resume, places)
}

type Entries = BTreeMap<(Section, usize), (Lines, Vec<usize>)>;

/// Puts the lines into the résumé in the place of those that are there.
fn put(
    resume: &mut Resume,
    entries: &mut Entries,
    had: &BTreeSet<(Section, usize)>,
    kept: &mut BTreeMap<(Section, usize), usize>,
) {
    let mut lines = |section: Section, at: usize| -> Lines {
        entries
            .get_mut(&(section, at))
            .map(|(lines, _)| std::mem::take(lines))
            .unwrap_or_default()
    };
    if let Some(basics) = &mut resume.basics {
        basics.summary = lines(Section::Basics, 0).summary;
    }
    macro_rules! section {
        ($list:ident, $section:expr, $summary:ident, $highlights:ident) => {
            let mut at = 0;
            let mut now = 0;
            if let Some(list) = &mut resume.$list {
                list.retain_mut(|one| {
                    let found = lines($section, at);
                    let id = LineId {
                        section: $section,
                        entry: at,
                        part: Part::Summary,
                    };
                    let is_empty = found.summary.is_none() && found.highlights.is_empty();
                    let stays = !(is_empty && is_optional(id) && had.contains(&($section, at)));
                    one.$summary = found.summary;
                    one.$highlights = (!found.highlights.is_empty()).then_some(found.highlights);
                    kept.insert(($section, at), now);
                    at += 1;
                    now += usize::from(stays);
                    stays
                });
            }
        };
        ($list:ident, $section:expr, summary $summary:ident) => {
            for (at, one) in resume.$list.iter_mut().flatten().enumerate() {
                one.$summary = lines($section, at).summary;
            }
        };
        ($list:ident, $section:expr, list $highlights:ident) => {
            for (at, one) in resume.$list.iter_mut().flatten().enumerate() {
                let found = lines($section, at).highlights;
                one.$highlights = (!found.is_empty()).then_some(found);
            }
        };
    }
    section!(work, Section::Work, summary, highlights);
    section!(volunteer, Section::Volunteer, summary, highlights);
    section!(projects, Section::Projects, description, highlights);
    section!(education, Section::Education, list courses);
    section!(awards, Section::Awards, summary summary);
    section!(publications, Section::Publications, summary summary);
    section!(skills, Section::Skills, list keywords);
}
