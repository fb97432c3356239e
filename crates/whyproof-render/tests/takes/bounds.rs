//! Takes that are very large.

use whyproof_experience::{Cell, CriterionTake, Level, Matrix, Take};
use whyproof_render::take;

use super::{options, parsed, sample};

/// Forty criteria against twelve stories, each cell with sentences.
fn large() -> Take {
    let mut take = sample::take();
    let first = take.bars[0].criteria[0].clone();
    let one = |at: usize| CriterionTake {
        id: format!("criterion-{at}"),
        title: format!("Criterion {at}: {}", first.title),
        ..first.clone()
    };
    take.bars[0].criteria = (0..40).map(one).collect();
    let cell = Cell {
        level: Some(Level::Claimed),
        found: first.found.clone(),
    };
    take.matrix = matrix(40, 12, &cell);
    take
}

pub(crate) fn matrix(rows: usize, columns: usize, cell: &Cell) -> Matrix {
    let named = |what: &str, count: usize| {
        (0..count)
            .map(|at| (format!("{what}-{at}"), format!("The {what} {at}")))
            .collect()
    };
    Matrix {
        requirements: named("requirement", rows),
        columns: named("story", columns),
        cells: vec![vec![cell.clone(); columns]; rows],
    }
}

#[test]
fn a_matrix_of_forty_by_twelve_is_whole_on_a_page() {
    let parsed = parsed::check(take::html(&large(), &options()).as_str());
    assert_eq!(
        parsed
            .values("data-of")
            .filter(|of| of.starts_with("The story"))
            .count(),
        40 * 12
    );
}

#[cfg(feature = "pdf")]
#[test]
fn a_matrix_of_forty_by_twelve_is_set() {
    let printed = take::pdf(&large(), &options()).unwrap();
    assert!((20..80).contains(&printed.pages), "{}", printed.pages);
}

#[test]
fn ten_megabytes_are_a_page_not_much_larger() {
    let mut take = sample::take();
    take.bars[0].criteria[0].found[0].words = "words & more "
        .repeat(10 << 20 >> 3)
        .chars()
        .take(10 << 20)
        .collect();
    let page = take::html(&take, &options()).into_string();
    assert!((10 << 20..16 << 20).contains(&page.len()), "{}", page.len());
}

#[cfg(feature = "pdf")]
#[test]
fn what_is_too_large_for_a_paper_is_refused_at_once() {
    use whyproof_render::take::PrintError;

    let mut take = sample::take();
    take.bars[0].criteria[0].found[0].words = "words ".repeat(10 << 20 >> 2);
    assert!(matches!(
        take::pdf(&take, &options()),
        Err(PrintError::TooLarge(_))
    ));
    let mut take = sample::take();
    take.matrix = matrix(1000, 100, &Cell::default());
    assert_eq!(
        take::pdf(&take, &options()).unwrap_err(),
        PrintError::TooManyCells(100_000)
    );
}
