//! The lines that fit the pages: chosen by the knapsack, then held against the pages as they are set.

use std::collections::{BTreeMap, BTreeSet};

use super::build::{Chosen, built};
use super::extra::{ALL, FIRST, Without, without};
use super::item::{Item, is_optional};
use super::knapsack::{Group, Size, solve};
use super::{LeftOut, Measure, Measured};
use crate::resume::{LineId, Resume, Section};

/// How often a choice that does not fit is made anew with less room.
const STEPS: usize = 14;
/// How many lines are tried in what room is left.
const TRIED: usize = 8;
/// Most lengths of a line that are measured.
const LENGTHS: usize = 4;
/// Points in a unit of height of the knapsack. Heights are rounded up.
const UNIT: f64 = 1.0;
/// Most units of height that are reckoned with; taller pages are reckoned in larger units.
const MOST: f64 = 6000.0;

/// What goes in.
pub(super) struct Fitted {
    /// The résumé that it goes into.
    pub(super) base: Resume,
    pub(super) chosen: Chosen,
    pub(super) measured: Measured,
    /// Sections that were left out.
    pub(super) told: Vec<LeftOut>,
}

/// Chooses the lines that fit `pages`.
///
/// # Errors
/// Where it cannot be measured, in words.
pub(super) fn fitted(
    base: &Resume,
    items: &[Item],
    measure: &dyn Measure,
    pages: usize,
) -> Result<Fitted, String> {
    // First all lines, with less and less beside them; then fewer lines, with less and less beside them.
    for count in 0..=FIRST {
        let left = without(base, items, count);
        let all: Chosen = (0..items.len())
            .filter(|at| !left.gone.contains(at))
            .map(|at| (at, 0))
            .collect();
        let measured = measure.measure(&built(&left.base, items, &all, true).0)?;
        if measured.pages <= pages {
            return Ok(left.fitted(all, measured));
        }
    }
    let mut last: Option<Fitted> = None;
    for count in FIRST..=ALL.len() {
        let left = without(base, items, count);
        let (chosen, measured) = fewer(&left, items, measure, pages)?;
        let fits = measured.pages <= pages;
        let is_whole = kept(items, &chosen) == items.iter().filter(|item| item.is_kept).count();
        let is_better = last.as_ref().is_none_or(|last| {
            last.measured.pages > pages
                || (fits && kept(items, &chosen) > kept(items, &last.chosen))
        });
        if is_better {
            last = Some(left.fitted(chosen, measured));
        }
        if fits && is_whole {
            break;
        }
    }
    last.ok_or_else(|| "nothing could be measured".to_owned())
}

impl Without {
    fn fitted(self, chosen: Chosen, measured: Measured) -> Fitted {
        Fitted {
            base: self.base,
            chosen,
            measured,
            told: self.told,
        }
    }
}

/// How many of the best lines of the latest jobs are chosen.
fn kept(items: &[Item], chosen: &Chosen) -> usize {
    chosen.keys().filter(|at| items[**at].is_kept).count()
}

/// The lines of most worth that fit.
fn fewer(
    left: &Without,
    items: &[Item],
    measure: &dyn Measure,
    pages: usize,
) -> Result<(Chosen, Measured), String> {
    let Without { base, gone, .. } = left;
    let of = |chosen: &Chosen| measure.measure(&built(base, items, chosen, true).0);
    let heights = heights(base, items, gone, measure)?;
    let room = Room::new(base, items, gone, measure, pages)?;
    let mut less = 0.0;
    let mut last = None;
    for _ in 0..STEPS {
        let chosen = room.chosen(items, gone, &heights, less);
        let measured = of(&chosen)?;
        if measured.pages <= pages {
            return filled(items, gone, chosen, measured, pages, &of);
        }
        let is_least = chosen.len() == staying(items, gone).count();
        last = Some((chosen, measured));
        if is_least {
            break;
        }
        less += (room.capacity * 0.03).max(8.0) * (1.0 + less / 40.0).min(6.0);
    }
    last.ok_or_else(|| "nothing could be measured".to_owned())
}

/// The items that stay however full the page is.
fn staying<'i>(items: &'i [Item], gone: &'i BTreeSet<usize>) -> impl Iterator<Item = usize> + 'i {
    (0..items.len()).filter(|at| items[*at].stays && !gone.contains(at))
}

/// The same with what still fits into the room that is left, most worth first.
fn filled(
    items: &[Item],
    gone: &BTreeSet<usize>,
    mut chosen: Chosen,
    mut measured: Measured,
    pages: usize,
    of: &dyn Fn(&Chosen) -> Result<Measured, String>,
) -> Result<(Chosen, Measured), String> {
    let mut rest: Vec<usize> = (0..items.len())
        .filter(|at| chosen.get(at) != Some(&0) && !gone.contains(at))
        .collect();
    rest.sort_by(|one, other| {
        let by_value = items[*other].value.cmp(&items[*one].value);
        by_value.then(one.cmp(other))
    });
    for at in rest.into_iter().take(TRIED) {
        let mut more = chosen.clone();
        more.insert(at, 0);
        let tried = of(&more)?;
        if tried.pages <= pages {
            (chosen, measured) = (more, tried);
        }
    }
    Ok((chosen, measured))
}

/// The height of each item at each of its lengths.
fn heights(
    base: &Resume,
    items: &[Item],
    gone: &BTreeSet<usize>,
    measure: &dyn Measure,
) -> Result<Vec<Vec<f64>>, String> {
    let mut heights: Vec<Vec<f64>> = vec![Vec::new(); items.len()];
    let most = items
        .iter()
        .map(|item| item.lengths.len())
        .max()
        .unwrap_or(1)
        .min(LENGTHS);
    for length in 0..most {
        let each = items
            .iter()
            .enumerate()
            .filter(|(at, _)| !gone.contains(at))
            .map(|(at, item)| (at, length.min(item.lengths.len() - 1)));
        let (resume, places) = built(base, items, &each.collect(), false);
        for (id, height) in measure.measure(&resume)?.lines {
            if let Some(at) = places.get(&id)
                && items[*at].lengths.len() > length
            {
                heights[*at].push(height.max(0.0));
            }
        }
        // What is not measured takes no room.
        for (height, item) in heights.iter_mut().zip(items) {
            let wanted = item.lengths.len().min(length + 1);
            height.resize(wanted, 0.0);
        }
    }
    Ok(heights)
}

/// How much room there is for lines, and what stands anyway.
struct Room {
    /// Points for lines that may be left out and for heads.
    capacity: f64,
    /// What the head of an entry takes that may be left out whole.
    head: f64,
}

impl Room {
    fn new(
        base: &Resume,
        items: &[Item],
        gone: &BTreeSet<usize>,
        measure: &dyn Measure,
        pages: usize,
    ) -> Result<Room, String> {
        let least: Chosen = staying(items, gone).map(|at| (at, 0)).collect();
        let bare = measure.measure(&built(base, items, &least, false).0)?;
        // What the heads of entries take that may be left out: what stands with one line of each, and without.
        let mut one: BTreeMap<(Section, usize), usize> = BTreeMap::new();
        for (at, item) in items
            .iter()
            .enumerate()
            .filter(|(_, item)| is_optional(item.id))
        {
            one.entry((item.id.section, item.id.entry)).or_insert(at);
        }
        let mut with = least.clone();
        with.extend(one.values().map(|at| (*at, 0)));
        let head = match one.len() {
            0 => 0.0,
            entries => {
                let headed = measure.measure(&built(base, items, &with, false).0)?;
                ((headed.fixed - bare.fixed) / entries as f64).max(0.0)
            }
        };
        let stands = bare.fixed + bare.lines.iter().map(|(_, height)| height).sum::<f64>();
        Ok(Room {
            capacity: (pages as f64 * bare.page_height - stands).max(0.0),
            head,
        })
    }

    /// What the knapsack chooses under the room, less some points.
    fn chosen(
        &self,
        items: &[Item],
        gone: &BTreeSet<usize>,
        heights: &[Vec<f64>],
        less: f64,
    ) -> Chosen {
        let unit = UNIT.max(self.capacity / MOST);
        let units = |points: f64| (points / unit).ceil().clamp(0.0, MOST * 4.0) as usize;
        let mut groups: Vec<Group> = Vec::new();
        let mut which: Vec<Vec<usize>> = Vec::new();
        let mut places: BTreeMap<(Section, usize), usize> = BTreeMap::new();
        let may_go = |(at, item): &(usize, &Item)| !item.stays && !gone.contains(at);
        for (at, item) in items.iter().enumerate().filter(may_go) {
            let LineId { section, entry, .. } = item.id;
            let place = *places.entry((section, entry)).or_insert_with(|| {
                groups.push(Group {
                    head: if is_optional(item.id) {
                        units(self.head)
                    } else {
                        0
                    },
                    items: Vec::new(),
                });
                which.push(Vec::new());
                groups.len() - 1
            });
            let sizes = heights[at].iter().enumerate().map(|(length, height)| Size {
                height: units(*height),
                // A cut line is worth less: what was cut said something.
                value: item.value - item.value.min(1 << 20) * length as u64 / 8,
            });
            groups[place].items.push(sizes.collect());
            which[place].push(at);
        }
        let capacity = ((self.capacity - less) / unit).floor().max(0.0) as usize;
        let mut chosen: Chosen = staying(items, gone).map(|at| (at, 0)).collect();
        for (which, lengths) in which.iter().zip(solve(&groups, capacity)) {
            let taken = which
                .iter()
                .zip(lengths)
                .filter_map(|(at, length)| Some((*at, length?)));
            chosen.extend(taken);
        }
        chosen
    }
}
