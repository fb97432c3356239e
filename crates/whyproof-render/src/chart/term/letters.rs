//! Words in columns of a terminal.

use unicode_width::UnicodeWidthStr;

use crate::chart::measure;

/// How many columns words take. Letters that a terminal obeys take none and are not printed.
pub(super) fn wide(words: &str) -> usize {
    words.width()
}

/// Words without what a terminal would obey.
pub(super) fn plain(words: &str) -> String {
    let kept = |letter: &char| !letter.is_control() && !is_direction(*letter);
    words.chars().filter(kept).collect()
}

/// Marks that turn the direction of a whole line.
fn is_direction(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// As much of the words as fits.
pub(super) fn cut(words: &str, columns: usize) -> String {
    measure::cut(&plain(words), columns as f64, |words| wide(words) as f64)
}

/// Words in lines.
pub(super) fn wrapped(words: &str, columns: usize, lines: usize) -> Vec<String> {
    measure::wrap(&plain(words), columns as f64, lines, |words| {
        wide(words) as f64
    })
}

/// Words at the left of a column.
pub(super) fn left(words: &str, columns: usize) -> String {
    let words = cut(words, columns);
    let rest = columns.saturating_sub(wide(&words));
    words + &" ".repeat(rest)
}

/// Words at the right of a column.
pub(super) fn right(words: &str, columns: usize) -> String {
    let words = cut(words, columns);
    " ".repeat(columns.saturating_sub(wide(&words))) + &words
}

/// The columns that the widest of some words takes.
pub(super) fn widest<'a>(words: impl Iterator<Item = &'a str>) -> usize {
    words.map(|words| wide(&plain(words))).max().unwrap_or(0)
}
