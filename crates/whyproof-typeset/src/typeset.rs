//! From a document to its pages, and from these to bytes.

use std::collections::BTreeMap;

use typst::WorldExt;
use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::{Datetime, Label, Smart};
use typst::introspection::Introspector;
use typst::utils::{PicoStr, Scalar};
use typst_layout::PagedDocument;
use typst_pdf::{PdfStandard, PdfStandards, Timestamp};

use crate::TypesetError;
use crate::stack::on_large_stack;
use crate::world::Closed;

/// The largest source that is set, and the largest file: some hundreds of pages.
pub const LIMIT: usize = 1 << 20;

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// The year.
    pub year: i32,
    /// From 1.
    pub month: u8,
    /// From 1.
    pub day: u8,
}

impl Day {
    pub(crate) fn datetime(self) -> Option<Datetime> {
        Datetime::from_ymd(self.year, self.month, self.day)
    }
}

/// What is to be set.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// Typst. Words that are not ours stand in it as [`string`](crate::string) literals only.
    pub source: String,
    /// What the source may read, by name: pictures.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The day: the one that the PDF was made on. Without it the PDF does not say when.
    pub day: Option<Day>,
}

/// What a PDF has to meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standard {
    /// PDF/UA-1: every reader can read it, with eyes or without.
    Ua1,
    /// PDF 1.7, tagged all the same.
    Pdf17,
}

impl Standard {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Standard::Ua1 => "PDF/UA-1",
            Standard::Pdf17 => "PDF 1.7",
        }
    }

    fn typst(self) -> PdfStandard {
        match self {
            Standard::Ua1 => PdfStandard::Ua_1,
            Standard::Pdf17 => PdfStandard::V_1_7,
        }
    }
}

/// Where something stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// The page, from 1.
    pub page: usize,
    /// Points from its top.
    pub down: f64,
}

/// Pages.
#[derive(Debug)]
pub struct Typeset {
    pub(crate) document: PagedDocument,
    day: Option<Day>,
    warnings: Vec<String>,
}

/// Sets a document.
///
/// # Errors
///
/// Where the source is wrong or too large. A source that is wrong is a bug of whoever wrote it.
pub fn typeset(document: &Document) -> Result<Typeset, TypesetError> {
    let files = document.files.iter();
    let sizes = files.map(|(name, bytes)| (name.as_str(), bytes.len()));
    for (what, size) in sizes.chain([("the document", document.source.len())]) {
        if size > LIMIT {
            return Err(TypesetError::TooLarge {
                what: what.to_owned(),
                size,
                limit: LIMIT,
            });
        }
    }
    on_large_stack(|| {
        let world = Closed::new(document)?;
        let Warned { output, warnings } = typst::compile::<PagedDocument>(&world);
        // What was remembered for documents set before; a process that watches a file would grow without end.
        comemo::evict(4);
        let document = output.map_err(|errors| wrong(&world, errors.first()))?;
        Ok(Typeset {
            document,
            day: world.day,
            warnings: warnings.iter().map(|w| w.message.to_string()).collect(),
        })
    })
}

fn wrong(world: &Closed, error: Option<&SourceDiagnostic>) -> TypesetError {
    let Some(error) = error else {
        return TypesetError::Fault(String::new());
    };
    TypesetError::Source {
        message: error.message.to_string(),
        line: world
            .range(error.span)
            .and_then(|range| world.line(range.start)),
    }
}

impl Typeset {
    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.document.pages().len()
    }

    /// Width and height of a page (from 1) in points.
    pub fn size(&self, page: usize) -> Option<(f64, f64)> {
        let page = self.document.pages().get(page.checked_sub(1)?)?;
        let size = page.frame.size();
        Some((size.x.to_pt(), size.y.to_pt()))
    }

    /// Where the element with a label stands; none where no element or several have it.
    pub fn place(&self, label: &str) -> Option<Place> {
        let introspector = self.document.introspector();
        let label = Label::new(PicoStr::intern(label))?;
        let element = introspector.query_label(label).ok()?;
        let position = introspector.as_ref().position(element.location()?)?;
        Some(Place {
            page: position.page.get(),
            down: position.point.y.to_pt(),
        })
    }

    /// What could be better in the source. Empty for a source that is as it should be.
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }

    /// The pages as PDF: tagged, the fonts in it.
    ///
    /// # Errors
    ///
    /// Where they do not meet the standard.
    pub fn pdf(&self, standard: Standard) -> Result<Vec<u8>, TypesetError> {
        let fault = |message: String| TypesetError::Standard {
            standard: standard.name(),
            message,
        };
        let standards = PdfStandards::new(&[standard.typst()])
            .map_err(|error| fault(error.message().to_string()))?;
        let timestamp = self.day.and_then(Day::datetime).map(Timestamp::new_utc);
        let options = typst_pdf::PdfOptions {
            ident: Smart::Auto,
            creator: Smart::Custom(Some("Whyproof".to_owned())),
            timestamp,
            standards,
            ..typst_pdf::PdfOptions::default()
        };
        on_large_stack(|| {
            typst_pdf::pdf(&self.document, &options).map_err(|errors| {
                let messages: Vec<&str> = errors.iter().map(|e| e.message.as_str()).collect();
                fault(messages.join("; "))
            })
        })
    }

    /// A page (from 1) as PNG, at so many pixels a point: 1 is 72 to the inch.
    ///
    /// # Errors
    ///
    /// Where there is no such page, or the picture would be larger than 64 million pixels.
    pub fn png(&self, page: usize, pixels_per_point: f64) -> Result<Vec<u8>, TypesetError> {
        let pages = self.document.pages();
        let set = page.checked_sub(1).and_then(|at| pages.get(at));
        let set = set.ok_or(TypesetError::NoPage {
            page,
            pages: pages.len(),
        })?;
        let size = set.frame.size();
        let pixels = size.x.to_pt() * size.y.to_pt() * pixels_per_point * pixels_per_point;
        if !(1.0..=64e6).contains(&pixels) || pixels_per_point <= 0.0 {
            return Err(TypesetError::Scale(pixels_per_point.to_string()));
        }
        on_large_stack(|| {
            let options = typst_render::RenderOptions {
                pixel_per_pt: Scalar::new(pixels_per_point),
                render_bleed: false,
            };
            let picture = typst_render::render(set, &options);
            picture
                .encode_png()
                .map_err(|error| TypesetError::Fault(error.to_string()))
        })
    }
}
