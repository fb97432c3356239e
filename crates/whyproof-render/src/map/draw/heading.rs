//! What stands above a map.

use whyproof_case::Case;

use super::paint::{Look, Paint};
use super::shape;
use crate::chart::draw::style::Ink;
use crate::chart::measure::{bold_width, width};
use crate::map::boxes::{MARK, WORDS};
use crate::map::lines::lines;

/// The size of the title.
const TITLE: f64 = 16.0;

/// Draws the case's title and standing from `y` down; gives where the map begins.
pub(super) fn draw(paint: &mut Paint, case: &Case, mut y: f64, wide: f64) -> f64 {
    let title = case.title.as_deref().unwrap_or("A case without a title");
    for line in lines(title, wide, 2, |words| bold_width(words, TITLE)) {
        y += 20.0;
        let look = Look::new(Ink::Words, TITLE).bold();
        paint.text((super::MARGIN, y - 4.0), &line, look);
    }
    let standing = case.verdict.standing;
    let word = format!("The case {}.", says(standing.word()));
    let room = MARK + 2.0 + bold_width(&word, WORDS) + 8.0;
    y += 18.0;
    shape::mark(paint, (super::MARGIN, y - 13.0), standing.into());
    let look = Look::new(shape::ink(standing.into()), WORDS).bold();
    paint.text((super::MARGIN + MARK + 2.0, y - 4.0), &word, look);
    let why = lines(&case.because_case(), wide - room, 2, |words| {
        width(words, WORDS)
    });
    for (at, line) in why.iter().enumerate() {
        y += if at == 0 { 0.0 } else { 16.0 };
        let look = Look::new(Ink::Muted, WORDS);
        paint.text((super::MARGIN + room, y - 4.0), line, look);
    }
    y + 18.0
}

/// The word of a standing, as what a case does.
fn says(word: &str) -> String {
    match word {
        "assumed" => "is assumed".to_owned(),
        word => word.to_owned(),
    }
}
