//! The most value that fits under a height, exactly: a 0/1 knapsack in which an item may be taken at one of several
//! lengths, and the first item of a group pays for the group's head.

/// What an item is at one length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Size {
    /// How high it is.
    pub(super) height: usize,
    /// What it is worth.
    pub(super) value: u64,
}

/// Items with one head.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Group {
    /// How high the head is; nothing where it stands anyway.
    pub(super) head: usize,
    /// The items, each with the lengths that it may have.
    pub(super) items: Vec<Vec<Size>>,
}

/// For each item of each group the length that is taken, where it is taken at all. Of equal choices, the one with more of
/// what comes first.
pub(super) fn solve(groups: &[Group], capacity: usize) -> Vec<Vec<Option<usize>>> {
    let width = capacity + 1;
    // The best value of each height, and for every step what was done to get there.
    let mut best: Vec<Option<u64>> = vec![Some(0); width];
    let mut opened: Vec<Vec<bool>> = Vec::with_capacity(groups.len());
    let mut taken: Vec<Vec<Vec<u8>>> = Vec::with_capacity(groups.len());
    for group in groups.iter().rev() {
        let mut with: Vec<Option<u64>> = vec![None; width];
        for height in group.head..width {
            with[height] = best[height - group.head];
        }
        let mut steps = Vec::with_capacity(group.items.len());
        for sizes in group.items.iter().rev() {
            let (next, step) = taken_once(&with, sizes);
            with = next;
            steps.push(step);
        }
        let open: Vec<bool> = (0..width)
            .map(|at| with[at].is_some_and(|value| best[at].is_none_or(|now| value >= now)))
            .collect();
        for height in 0..width {
            if open[height] {
                best[height] = with[height];
            }
        }
        opened.push(open);
        taken.push(steps);
    }
    back(groups, capacity, &opened, &taken)
}

/// The best values with an item at one of its lengths or without it, and which length each takes, from 1; 0 for none.
fn taken_once(before: &[Option<u64>], sizes: &[Size]) -> (Vec<Option<u64>>, Vec<u8>) {
    let mut best = before.to_vec();
    let mut step = vec![0; before.len()];
    for (length, size) in (1..=u8::MAX).zip(sizes) {
        for height in size.height..before.len() {
            let Some(below) = before[height - size.height] else {
                continue;
            };
            let value = below + size.value;
            let is_better = best[height].is_none_or(|now| value > now);
            if is_better || (step[height] == 0 && best[height] == Some(value)) {
                best[height] = Some(value);
                step[height] = length;
            }
        }
    }
    (best, step)
}

/// Walks back what was done.
fn back(
    groups: &[Group],
    capacity: usize,
    opened: &[Vec<bool>],
    taken: &[Vec<Vec<u8>>],
) -> Vec<Vec<Option<usize>>> {
    let mut height = capacity;
    let mut chosen = Vec::with_capacity(groups.len());
    for (group, (open, steps)) in groups.iter().zip(opened.iter().zip(taken).rev()) {
        let mut here = vec![None; group.items.len()];
        if open[height] {
            for (at, step) in steps.iter().rev().enumerate() {
                if let Some(length) = usize::from(step[height]).checked_sub(1) {
                    here[at] = Some(length);
                    height -= group.items[at][length].height;
                }
            }
            height -= group.head;
        }
        chosen.push(here);
    }
    chosen
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Group, Size, solve};

    fn worth(groups: &[Group], chosen: &[Vec<Option<usize>>]) -> (usize, u64) {
        let (mut height, mut value) = (0, 0);
        for (group, here) in groups.iter().zip(chosen) {
            if here.iter().any(Option::is_some) {
                height += group.head;
            }
            for (sizes, length) in group.items.iter().zip(here) {
                if let Some(length) = length {
                    height += sizes[*length].height;
                    value += sizes[*length].value;
                }
            }
        }
        (height, value)
    }

    /// Every choice there is.
    fn brute(groups: &[Group], capacity: usize) -> u64 {
        let mut choices: Vec<Vec<Vec<Option<usize>>>> = vec![vec![]];
        for group in groups {
            let mut heres: Vec<Vec<Option<usize>>> = vec![vec![]];
            for sizes in &group.items {
                let options: Vec<Option<usize>> = std::iter::once(None)
                    .chain((0..sizes.len()).map(Some))
                    .collect();
                heres = heres
                    .iter()
                    .flat_map(|here| {
                        options
                            .iter()
                            .map(|one| [here.clone(), vec![*one]].concat())
                    })
                    .collect();
            }
            choices = choices
                .iter()
                .flat_map(|before| {
                    heres
                        .iter()
                        .map(|here| [before.clone(), vec![here.clone()]].concat())
                })
                .collect();
        }
        let all = choices.iter().map(|chosen| worth(groups, chosen));
        all.filter(|(height, _)| *height <= capacity)
            .map(|(_, value)| value)
            .max()
            .unwrap_or(0)
    }

    fn groups() -> impl Strategy<Value = Vec<Group>> {
        let size = (0usize..7, 1u64..20).prop_map(|(height, value)| Size { height, value });
        let item = proptest::collection::vec(size, 1..3);
        let group = (0usize..5, proptest::collection::vec(item, 0..3))
            .prop_map(|(head, items)| Group { head, items });
        proptest::collection::vec(group, 0..4)
    }

    proptest! {
        #[test]
        fn nothing_that_fits_is_worth_more(groups in groups(), capacity in 0usize..24) {
            let chosen = solve(&groups, capacity);
            let (height, value) = worth(&groups, &chosen);
            prop_assert!(height <= capacity, "{height} of {capacity}");
            prop_assert_eq!(value, brute(&groups, capacity));
        }
    }

    #[test]
    fn a_cut_line_goes_in_where_the_whole_does_not() {
        let long = vec![
            Size {
                height: 3,
                value: 9,
            },
            Size {
                height: 1,
                value: 6,
            },
        ];
        let groups = [Group {
            head: 0,
            items: vec![long.clone(), long],
        }];
        assert_eq!(solve(&groups, 4), [[Some(0), Some(1)]]);
        assert_eq!(solve(&groups, 2), [[Some(1), Some(1)]]);
    }
}
