//! Words in lines.

use crate::chart::measure::width;
use crate::map::lines::{line, lines};

fn letters(words: &str) -> f64 {
    words.chars().count() as f64
}

#[test]
fn words_are_set_in_lines_and_shortened_after_a_word() {
    let words = "the trip stops them, not the fear of it";
    assert_eq!(
        lines(words, 14.0, 9, letters),
        ["the trip stops", "them, not the", "fear of it"]
    );
    assert_eq!(
        lines(words, 14.0, 2, letters),
        ["the trip stops", "them, not the…"]
    );
    assert_eq!(lines(words, 13.0, 1, letters), ["the trip…"]);
    assert_eq!(line("them, not the", 8.0, letters), "them…");
    assert!(lines("", 14.0, 2, letters).is_empty());
}

#[test]
fn a_word_longer_than_a_line_is_cut_between_letters() {
    assert_eq!(
        lines("an abcdefghijklmno p", 6.0, 9, letters),
        ["an", "abcdef", "ghijkl", "mno p"]
    );
    assert_eq!(
        lines("abcdefghijklmno", 6.0, 2, letters),
        ["abcdef", "ghijk…"]
    );
    let family = "👩‍👩‍👧‍👦".repeat(3);
    let cut = lines(
        &family,
        2.0 * width("👩‍👩‍👧‍👦", 1.0),
        5,
        |words| width(words, 1.0),
    );
    assert_eq!(cut, ["👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"]);
}
