//! The fonts that are built in: Libertinus Serif for text (SIL Open Font License), DejaVu Sans Mono for code (Bitstream
//! Vera License), New Computer Modern for what neither has (GUST Font License).

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// The family for text.
pub const SERIF: &str = "Libertinus Serif";
/// The family for code.
pub const MONOSPACED: &str = "DejaVu Sans Mono";

/// Fonts of a document, and what is known of them.
pub(crate) struct Fonts {
    pub(crate) book: LazyHash<FontBook>,
    pub(crate) all: Vec<Font>,
}

/// Read once a process.
pub(crate) static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let all: Vec<Font> = typst_assets::fonts()
        .filter_map(|font| Font::new(Bytes::new(font), 0))
        .filter(|font| is_wanted(&font.info().family))
        .collect();
    Fonts {
        book: LazyHash::new(FontBook::from_fonts(&all)),
        all,
    }
});

/// Mathematics is not set, but its regular face has the signs that text has not.
fn is_wanted(family: &str) -> bool {
    [
        SERIF,
        MONOSPACED,
        "New Computer Modern",
        "New Computer Modern Math",
    ]
    .contains(&family)
}

/// Whether the fonts have a shape for a letter, or it needs none. What they have not would be an empty box.
pub fn covers(letter: char) -> bool {
    if letter.is_ascii() {
        return !letter.is_ascii_control();
    }
    let fonts = &FONTS;
    (0..fonts.all.len()).any(|at| {
        let info = fonts.book.info(at);
        info.is_some_and(|info| info.coverage.contains(letter as u32))
    })
}
