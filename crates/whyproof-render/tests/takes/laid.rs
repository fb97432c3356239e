//! How papers are laid on their pages: what belongs together stands on one, and few sizes are used.

use std::collections::BTreeSet;

use whyproof_experience::{Cell, Level, Take};
use whyproof_render::{prep, take};
use whyproof_typeset::{Document, Run, Typeset, typeset};

use super::{bounds, options, sample};

/// The size of the names of sections, in points.
const SECTION: f64 = 15.0;
/// The sizes of words, and of code among body and small words.
const SIZES: [i64; 7] = [70, 80, 86, 98, 120, 150, 240];
/// Where the foot of a page begins, in points from its end.
const FOOT: f64 = 62.0;

fn set(source: String) -> Typeset {
    typeset(&Document {
        source,
        ..Document::default()
    })
    .unwrap()
}

/// The runs of each page but for its foot.
fn pages(set: &Typeset) -> Vec<Vec<Run>> {
    let pages = (1..=set.pages()).map(|page| {
        let (_, height) = set.size(page).unwrap();
        let mut runs = set.runs(page);
        runs.retain(|run| run.down < height - FOOT);
        runs
    });
    pages.collect()
}

/// The pages on which a run says just this, or begins with it.
fn on(pages: &[Vec<Run>], says: impl Fn(&str) -> bool) -> BTreeSet<usize> {
    let all = pages.iter().enumerate();
    let all = all.filter(|(_, runs)| runs.iter().any(|run| says(run.text.trim())));
    all.map(|(at, _)| at).collect()
}

/// A take with a question of so many lines, which moves whatever comes after it, and a matrix of so many rows.
fn moved(lines: usize, rows: usize) -> Take {
    let mut take = sample::take();
    take.question = Some("A line of the question.\n".repeat(lines));
    let cell = Cell {
        level: Some(Level::Claimed),
        found: Vec::new(),
    };
    take.matrix = bounds::matrix(rows, 4, &cell);
    take
}

#[test]
fn a_matrix_stands_on_the_page_of_its_key() {
    for lines in [1, 5, 9, 13, 17, 21] {
        let pages = pages(&set(take::source(&moved(lines, 22), &options())));
        let key = on(&pages, |says| says == "The story 0");
        let rows = on(&pages, |says| says.starts_with("The requirement "));
        assert_eq!(rows.len(), 1, "{lines}: {rows:?}");
        assert_eq!(key, rows, "{lines}");
    }
}

#[test]
fn a_matrix_that_is_longer_than_a_page_repeats_its_head() {
    let pages = pages(&set(take::source(&moved(1, 120), &options())));
    let rows = on(&pages, |says| says.starts_with("The requirement "));
    assert!(rows.len() > 1);
    assert!(rows.is_subset(&on(&pages, |says| says == "Requirement")));
}

/// Names of sections that stand at the foot of a page with less than two lines below them.
fn lost(pages: &[Vec<Run>]) -> Vec<String> {
    let all = pages.iter().flat_map(|runs| {
        let heads = runs.iter().filter(|run| (run.size - SECTION).abs() < 0.1);
        heads.filter(move |head| {
            let below = runs.iter().map(|run| run.down - head.down);
            let below = below.filter(|down| *down > 4.0);
            let lines: BTreeSet<i64> = below.map(|down| down.round() as i64).collect();
            lines.len() < 2
        })
    });
    all.map(|run| run.text.clone()).collect()
}

#[test]
fn no_section_begins_at_the_foot_of_a_page() {
    for lines in 1..24 {
        let take = moved(lines, 6);
        let set_of = |source| pages(&set(source));
        let found = lost(&set_of(take::source(&take, &options())));
        assert_eq!(found, Vec::<String>::new(), "a take, {lines}");
    }
    let book = sample::book();
    for questions in 0..12 {
        let mut book = book.clone();
        book.ask_them.truncate(questions);
        book.stories.truncate(1 + questions % 3);
        let found = lost(&pages(&set(prep::source(&book, &options()))));
        assert_eq!(found, Vec::<String>::new(), "a book, {questions}");
    }
}

#[test]
fn few_sizes_are_used() {
    for source in [
        take::source(&sample::take(), &options()),
        prep::source(&sample::book(), &options()),
    ] {
        let set = set(source);
        let runs = (1..=set.pages()).flat_map(|page| set.runs(page));
        let sizes: BTreeSet<i64> = runs.map(|run| (run.size * 10.0).round() as i64).collect();
        let others: Vec<&i64> = sizes.iter().filter(|size| !SIZES.contains(size)).collect();
        assert!(others.is_empty(), "{others:?} of {sizes:?}");
    }
}

#[test]
fn no_page_of_a_book_but_the_last_is_nearly_blank() {
    let set = set(prep::source(&sample::book(), &options()));
    let pages = pages(&set);
    let (_, height) = set.size(1).unwrap();
    for (at, runs) in pages.iter().enumerate().take(pages.len() - 1).skip(1) {
        let last = runs.iter().map(|run| run.down).fold(0.0, f64::max);
        let is_for_notes = runs.iter().any(|run| run.text.trim() == "Notes");
        assert!(last > height * 0.55 || is_for_notes, "page {}", at + 1);
    }
}
