//! The text layer of a PDF, in the order that a reader reads it.
//!
//! `hayro-syntax` reads the file's objects; the instructions of a page are followed here only as far as text goes, so
//! that no picture, pattern or font program of a stranger's file is ever run. What the parser would follow without
//! bound is measured before ([`guard`]), and it has a thread with a stack of its own, whose panic is an error here.

mod columns;
mod encodings;
mod font;
mod guard;
mod layout;
mod names;
mod rows;
mod show;
mod tokens;

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use crate::ImportError;
use show::Limits;

/// Most pages that are read.
const PAGES: usize = 300;
/// Stack of the thread that reads.
const STACK: usize = 256 << 20;

/// The text, and of how many pages.
pub(super) struct PdfText {
    pub(super) text: String,
    pub(super) pages: usize,
}

/// A letter on a page. Distances are in points, from the top left corner, down the page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Glyph {
    /// Where it begins, on its baseline.
    pub(crate) x: f64,
    pub(crate) y: f64,
    /// How far the next one is.
    pub(crate) width: f64,
    /// Size of the letters.
    pub(crate) size: f64,
    /// Whether its line goes from left to right.
    pub(crate) upright: bool,
    pub(crate) text: String,
}

/// Why there is no text.
enum Wrong {
    Encrypted,
    Damaged(&'static str),
    TooMuch(&'static str, usize),
    Scanned,
    NoLetters,
}

pub(super) fn text(name: &str, bytes: &[u8]) -> Result<PdfText, ImportError> {
    let read = std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK);
        let thread = thread.spawn_scoped(scope, || read(bytes));
        match thread.map(|thread| thread.join()) {
            Ok(Ok(read)) => read,
            Ok(Err(_)) => Err(Wrong::Damaged("its parts contradict each other")),
            Err(_) => Err(Wrong::Damaged("there is no memory left to read it")),
        }
    });
    let name = name.to_owned();
    read.map_err(|wrong| match wrong {
        Wrong::Encrypted => ImportError::Encrypted { name },
        Wrong::Scanned => ImportError::Scanned { name },
        Wrong::TooMuch(what, limit) => ImportError::TooMuch { name, what, limit },
        Wrong::Damaged(problem) => ImportError::Unreadable {
            name,
            what: "PDF",
            problem: problem.to_owned(),
            hint: "print it to a new PDF, or import the file that it was made from",
        },
        Wrong::NoLetters => ImportError::Unreadable {
            name,
            what: "PDF",
            problem: "its fonts do not say which letters they draw".to_owned(),
            hint: "import the file that it was made from, or copy its text into a .txt file",
        },
    })
}

fn read(bytes: &[u8]) -> Result<PdfText, Wrong> {
    guard::check(bytes)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::InvalidEncryption) => {
            Wrong::Damaged("its encryption makes no sense")
        }
        LoadPdfError::Decryption(_) => Wrong::Encrypted,
        LoadPdfError::Invalid => Wrong::Damaged("it has no table of its parts"),
    })?;
    let count = pdf.pages().len();
    if count > PAGES {
        return Err(Wrong::TooMuch("pages", PAGES));
    }
    let mut limits = Limits::default();
    let mut fonts = font::Fonts::default();
    let mut pages = Vec::new();
    for page in pdf.pages().iter() {
        pages.push(show::glyphs(page, &mut fonts, &mut limits)?);
    }
    let is_letter = |glyph: &&Glyph| !glyph.text.starts_with(layout::DOT);
    let all = pages.iter().flatten().filter(is_letter).count();
    let unknown = pages
        .iter()
        .flatten()
        .filter(|glyph| glyph.text.contains('\u{fffd}'))
        .count();
    match all {
        0 if limits.pictures => return Err(Wrong::Scanned),
        0 => {
            return Ok(PdfText {
                text: String::new(),
                pages: count,
            });
        }
        _ if unknown * 3 > all => return Err(Wrong::NoLetters),
        _ => {}
    }
    let mut lines = Vec::new();
    for glyphs in pages {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(layout::lines(glyphs));
    }
    rows::join_hyphens(&mut lines);
    Ok(PdfText {
        text: lines.join("\n"),
        pages: count,
    })
}
