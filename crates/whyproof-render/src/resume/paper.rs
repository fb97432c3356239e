//! A résumé on paper: a PDF, pictures of its pages, and how high each of its lines is.

use whyproof_experience::resume::{LineId, Part, Resume, Section};
use whyproof_typeset::{Day, Document, Standard, Typeset};

use super::source::{self, Use, Written, begin, end, named};
use super::{ResumeOptions, Sheet};
use crate::paper::{PaperError, words::Shapeless};

/// Millimetres of a point.
const MILLIMETRES: f64 = 25.4 / 72.0;

/// What lengths may differ by, in points.
const NEAR: f64 = 0.01;

/// More letters than this are likely to need a second page.
const PAGE: usize = 4_200;

/// A résumé on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResumePaper {
    /// The PDF: PDF/UA-1.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Letters that the fonts have no shape for; they are told by their numbers.
    pub shapeless: Vec<char>,
}

/// The pages of a résumé as pictures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResumePictures {
    /// A PNG a page.
    pub pages: Vec<Vec<u8>>,
    /// Letters that the fonts have no shape for; they are told by their numbers.
    pub shapeless: Vec<char>,
}

/// How high everything is, in points. What is taken away by leaving out a line is its height, to a hundredth.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// How many pages the résumé has as it is.
    pub pages: usize,
    /// How much a page holds.
    pub page_height: f64,
    /// Each line that stands by itself, with what is free above it, in the order of the résumé. Keywords, and courses
    /// in one line, share their paragraph, and are part of what is fixed.
    pub lines: Vec<(LineId, f64)>,
    /// All the rest: the head, the names of sections, the titles of entries, facts.
    pub fixed: f64,
}

/// A résumé as PDF.
///
/// # Errors
///
/// Where it is too large.
pub fn pdf(resume: &Resume, options: &ResumeOptions) -> Result<ResumePaper, PaperError> {
    let (set, shapeless) = set(&Sheet::new(resume, options), options)?;
    let pdf = set.pdf(Standard::Ua1)?;
    Ok(ResumePaper {
        pdf,
        pages: set.pages(),
        shapeless: shapeless.into_iter().collect(),
    })
}

/// The pages of a résumé as PNG, at so many pixels a point.
///
/// # Errors
///
/// As for [`pdf`], and where a picture would be too large.
pub fn png(
    resume: &Resume,
    options: &ResumeOptions,
    pixels_per_point: f64,
) -> Result<ResumePictures, PaperError> {
    let (set, shapeless) = set(&Sheet::new(resume, options), options)?;
    let pages = (1..=set.pages()).map(|page| set.png(page, pixels_per_point));
    Ok(ResumePictures {
        pages: pages.collect::<Result<_, _>>()?,
        shapeless: shapeless.into_iter().collect(),
    })
}

/// Measures a résumé, so that whoever chooses its lines knows what fits.
///
/// # Errors
///
/// As for [`pdf`].
pub fn measure(resume: &Resume, options: &ResumeOptions) -> Result<Measured, PaperError> {
    let sheet = Sheet::new(resume, options);
    let written = source::write(&sheet, options, Use::Measured);
    let marked = written.marked.clone();
    let (set, _) = typeset(written, options)?;
    let look = options.design.look();
    let [_, _, top, bottom] = look.margins.map(|margin| margin / MILLIMETRES);
    let page_height = options.page().height() / MILLIMETRES - top - bottom;
    let whole = set.size(1).map_or(0.0, |(_, height)| height) - top - bottom;
    let down = |label: &str| set.place(label).map(|place| place.down);
    let mut lines = Vec::new();
    for (id, number) in marked {
        let rows = match (down(&begin(number)), down(&end(number))) {
            // The labels stand above its first row and below its last one.
            (Some(begin), Some(end)) => end - begin + look.gap,
            _ => continue,
        };
        let is_summary = id.section == Section::Basics && id.part == Part::Summary;
        // Its section goes with it: from the name of that to the name of the next.
        let section = match (down(&named(0)), down(&named(1))) {
            (Some(own), Some(next)) if is_summary => Some(next - own),
            _ => None,
        };
        lines.push((id, section.unwrap_or(rows)));
    }
    let taken: f64 = lines.iter().map(|(_, height)| height).sum();
    let pages = if whole <= page_height + NEAR {
        1
    } else {
        self::set(&sheet, options)?.0.pages()
    };
    Ok(Measured {
        pages,
        page_height,
        lines,
        fixed: whole - taken,
    })
}

/// Sets a résumé: with a foot where it has several pages.
fn set(sheet: &Sheet, options: &ResumeOptions) -> Result<(Typeset, Shapeless), PaperError> {
    // What is likely is tried first: a foot takes another round.
    let is_long = sheet.letters() > PAGE;
    let attempt = |footed| typeset(source::write(sheet, options, Use::Read { footed }), options);
    let first = attempt(is_long)?;
    match first.0.pages() > 1 {
        several if several == is_long => Ok(first),
        several => attempt(several),
    }
}

fn typeset(written: Written, options: &ResumeOptions) -> Result<(Typeset, Shapeless), PaperError> {
    let day = options.day.and_then(|day| {
        Some(Day {
            year: i32::from(day.year()),
            month: u8::try_from(day.month()).ok()?,
            day: u8::try_from(day.day()).ok()?,
        })
    });
    let set = whyproof_typeset::typeset(&Document {
        source: written.out,
        day,
        ..Document::default()
    })?;
    Ok((set, written.shapeless))
}
