use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::take::Cell;

/// A matrix of these levels: rows are requirements, columns stories.
fn matrix(levels: &[Vec<Option<Level>>], stories: usize) -> Matrix {
    let cells = levels.iter().map(|row| {
        let cells = row.iter().map(|level| Cell {
            level: *level,
            found: Vec::new(),
        });
        cells.collect()
    });
    Matrix {
        requirements: (0..levels.len())
            .map(|at| (format!("r{at}"), format!("Row {at}")))
            .collect(),
        columns: (0..stories)
            .map(|at| (format!("{at}.md"), format!("Story {at}")))
            .collect(),
        cells: cells.collect(),
    }
}

const SHOWN: Option<Level> = Some(Level::Shown);
const CLAIMED: Option<Level> = Some(Level::Claimed);

fn hard(evidence: usize) -> StoryWorth {
    StoryWorth {
        hardest: true,
        evidence,
        ..StoryWorth::default()
    }
}

#[test]
fn one_story_that_covers_all_is_enough() {
    let matrix = matrix(&[vec![SHOWN, SHOWN, None], vec![None, SHOWN, CLAIMED]], 3);
    let choice = choose(&matrix, &[hard(3), hard(0), hard(2)]);
    assert_eq!(choice.stories.len(), 1);
    assert_eq!(choice.stories[0].story, 1);
    assert_eq!(choice.stories[0].covers, ["r0", "r1"]);
    let second = choice.stories[0]
        .second
        .as_ref()
        .expect("another tells one of them");
    assert_eq!((second.0, second.2.as_slice()), (0, &["r0".to_owned()][..]));
}

#[test]
fn of_sets_of_one_size_the_hardest_and_best_evidenced_is_chosen_and_told_first() {
    let matrix = matrix(&[vec![CLAIMED, CLAIMED, None], vec![None, None, SHOWN]], 3);
    let worth = [
        StoryWorth {
            numbers: 40,
            ..StoryWorth::default()
        },
        hard(0),
        hard(2),
    ];
    let choice = choose(&matrix, &worth);
    let told: Vec<usize> = choice.stories.iter().map(|one| one.story).collect();
    assert_eq!(told, [2, 1], "not the one with most numbers");
}

#[test]
fn what_no_story_covers_is_said() {
    let matrix = matrix(&[vec![None], vec![CLAIMED], vec![Some(Level::NotShown)]], 1);
    let choice = choose(&matrix, &[hard(0)]);
    assert_eq!(choice.uncovered, ["r0", "r2"]);
    assert_eq!(choice.stories[0].second, None);
    assert_eq!(choose(&Matrix::default(), &[]), Choice::default());
}

#[test]
fn lines_that_no_story_tells_are_no_story() {
    let matrix = matrix(&[vec![None, SHOWN]], 2);
    let choice = choose(&matrix, &[hard(0)]);
    assert_eq!(choice.uncovered, ["r0"]);
}

#[test]
fn many_stories_end_within_the_bound() {
    let rows: Vec<Vec<Option<Level>>> = (0..60_usize)
        .map(|row| {
            (0..80_usize)
                .map(|story| ((row * 31 + story * 17) % 11 == 0).then_some(Level::Shown))
                .collect()
        })
        .collect();
    let matrix = matrix(&rows, 80);
    let choice = choose(&matrix, &vec![hard(1); 80]);
    let covered: usize = choice.stories.iter().map(|one| one.covers.len()).sum();
    assert_eq!(covered + choice.uncovered.len(), 60);
}

/// The least number of stories that cover every row that can be, by trying them all.
fn least(levels: &[Vec<Option<Level>>], stories: usize) -> u32 {
    let covers = |set: u32, row: &Vec<Option<Level>>| {
        (0..stories).any(|story| set >> story & 1 == 1 && row[story].is_some())
    };
    let all = (1_u32 << stories) - 1;
    let sets = (0..=all).filter(|set| {
        levels
            .iter()
            .all(|row| !covers(all, row) || covers(*set, row))
    });
    sets.map(u32::count_ones).min().unwrap_or(0)
}

fn level() -> impl Strategy<Value = Option<Level>> {
    prop_oneof![3 => Just(None), 1 => Just(Some(Level::Shown)), 1 => Just(Some(Level::Claimed))]
}

fn worths() -> impl Strategy<Value = StoryWorth> {
    (any::<bool>(), 0..4_usize, 0..9_usize, any::<bool>()).prop_map(
        |(hardest, evidence, numbers, learned)| StoryWorth {
            hardest,
            evidence,
            numbers,
            learned,
        },
    )
}

proptest! {
    #[test]
    fn the_set_covers_and_no_smaller_one_does(
        levels in vec(vec(level(), 8), 0..10),
        worths in vec(worths(), 8),
    ) {
        let matrix = matrix(&levels, 8);
        let choice = choose(&matrix, &worths);
        let told: Vec<&String> = choice.stories.iter().flat_map(|one| &one.covers).collect();
        for (at, row) in levels.iter().enumerate() {
            let id = format!("r{at}");
            let times = told.iter().filter(|told| **told == &id).count();
            let coverable = row.iter().any(Option::is_some);
            prop_assert_eq!(times, usize::from(coverable));
            prop_assert_eq!(choice.uncovered.contains(&id), !coverable);
        }
        prop_assert_eq!(choice.stories.len() as u32, least(&levels, 8));
        for pair in choice.stories.windows(2) {
            prop_assert!(worth(&worths[pair[0].story]) >= worth(&worths[pair[1].story]));
        }
        for chosen in &choice.stories {
            if let Some((second, _, would)) = &chosen.second {
                prop_assert!(choice.stories.iter().all(|one| one.story != *second));
                prop_assert!(would.iter().all(|id| chosen.covers.contains(id)));
            }
        }
        prop_assert_eq!(choose(&matrix, &worths), choice, "the same again");
    }
}
