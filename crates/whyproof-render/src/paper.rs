//! A case on paper: a manuscript in one of six forms, set by Typst.
//!
//! [`pdf`] and [`png`] give the pages with a [`Report`]; [`source`] gives the Typst source that they are set from. All
//! that is the author's stands in it as string literals. What a form leaves out, [`left_out`] says.

mod brief;
mod form;
mod letter;
mod narrative;
mod one_pager;
mod picture;
mod prfaq;
mod raster;
mod report;
mod story;
pub(crate) mod words;
mod writer;

use std::collections::BTreeMap;

use jiff::civil::Date;
use whyproof_case::Kind;
use whyproof_syntax::Role;
use whyproof_typeset::{Day, Document, Standard, Typeset, TypesetError, string};

use crate::manuscript::{Element, Event, Manuscript};

pub use crate::locale::PageSize;
pub use form::{Form, left_out};
pub use raster::raster;
pub use report::{Over, Report, untold};

use crate::locale::Locale;
use crate::resume::Design;
use writer::{Attempt, Writer};

/// How everything looks.
pub(crate) const STYLE: &str = include_str!("paper/style.typ");

/// Width of the text in millimetres: 66 letters or so at 10.8 points.
const MEASURE: f64 = 126.0;

/// What is added at the foot of a page, in millimetres, until all notes stand under what refers to them.
const FEET: [i8; 3] = [3, -2, 6];

/// How many pages are set anew for that: more would take seconds.
const SETTLED: usize = 40;

/// The most cells of tables that are set: a hundred pages of them.
const CELLS: usize = 20_000;

/// What a person at a rung said, from a reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Who.
    pub by: String,
    /// Advance, revise or stop.
    pub verdict: String,
    /// Why.
    pub reasons: String,
    /// The rung.
    pub at: Option<String>,
    /// The day.
    pub day: Option<Date>,
}

/// What changed in a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// Since when: a revision, as the reader knows it.
    pub since: String,
    /// A sentence a change.
    pub sentences: Vec<String>,
}

/// How a case is set.
#[derive(Debug, Clone)]
pub struct PaperOptions {
    /// The form.
    pub form: Form,
    /// The size of the page; else the locale's.
    pub size: Option<PageSize>,
    /// Language and region, as in `en-US`.
    pub locale: String,
    /// Whose head a letter has; else that of the design that it names.
    pub design: Option<Design>,
    /// The day, for the title and for the PDF; without it neither says one.
    pub day: Option<Date>,
    /// Files of charts, by the path that the case gives, for charts whose query was not computed.
    pub charts: BTreeMap<String, Vec<u8>>,
    /// What was said of the case, for the brief.
    pub verdicts: Vec<Said>,
    /// What changed, for the brief.
    pub changes: Option<Changes>,
    /// Whys to expect besides those of the file, for the story's sheet.
    pub expected: Vec<String>,
    /// What the PDF has to meet.
    pub standard: Standard,
}

impl PaperOptions {
    /// A form in English on A4, as PDF/UA-1.
    pub fn new(form: Form) -> PaperOptions {
        PaperOptions {
            form,
            size: None,
            locale: "en".to_owned(),
            design: None,
            day: None,
            charts: BTreeMap::new(),
            verdicts: Vec::new(),
            changes: None,
            expected: Vec::new(),
            standard: Standard::Ua1,
        }
    }

    fn locale(&self) -> Locale {
        Locale::read(&self.locale)
    }
}

/// A case on paper.
#[derive(Debug, Clone)]
pub struct Paper {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// What is to be said of it.
    pub report: Report,
}

/// Pages of a case as pictures.
#[derive(Debug, Clone)]
pub struct Pictures {
    /// A PNG a page.
    pub pages: Vec<Vec<u8>>,
    /// What is to be said of them.
    pub report: Report,
}

/// Why a case was not set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// The form is for stories.
    #[error("the form `story` is for stories, and this case is none")]
    NotAStory,
    /// The form has nothing to show.
    #[error(
        "the form `prfaq` has nothing to show: the case has neither a press release nor questions"
    )]
    NothingToShow,
    /// Its tables would take minutes to set.
    #[error(
        "the case is too large for a paper: its tables have {0} cells, and at most {CELLS} are set"
    )]
    TooManyCells(usize),
    /// The case is too large for a paper.
    #[error("the case is too large for a paper: {0}")]
    TooLarge(TypesetError),
    /// What sets the pages failed: a bug of ours.
    #[error("setting the paper failed, which is a bug in Whyproof: {0}")]
    Failed(TypesetError),
}

impl From<TypesetError> for PaperError {
    fn from(error: TypesetError) -> PaperError {
        match error {
            TypesetError::TooLarge { .. } => PaperError::TooLarge(error),
            error => PaperError::Failed(error),
        }
    }
}

/// The Typst source of a case in a form. Pure: nothing is read.
pub fn source(manuscript: &Manuscript<'_>, options: &PaperOptions) -> String {
    write(manuscript, options, Attempt::FIRST).out
}

/// A case as PDF.
///
/// # Errors
///
/// Where the form is not for this kind of case, or the case is too large.
pub fn pdf(manuscript: &Manuscript<'_>, options: &PaperOptions) -> Result<Paper, PaperError> {
    let (set, report) = set(manuscript, options)?;
    let pdf = set.pdf(options.standard)?;
    Ok(Paper { pdf, report })
}

/// The pages of a case as PNG, at so many pixels a point.
///
/// # Errors
///
/// As for [`pdf`], and where a picture would be too large.
pub fn png(
    manuscript: &Manuscript<'_>,
    options: &PaperOptions,
    pixels_per_point: f64,
) -> Result<Pictures, PaperError> {
    let (set, report) = set(manuscript, options)?;
    let pages = (1..=set.pages()).map(|page| set.png(page, pixels_per_point));
    let pages = pages.collect::<Result<_, _>>()?;
    Ok(Pictures { pages, report })
}

fn set(
    manuscript: &Manuscript<'_>,
    options: &PaperOptions,
) -> Result<(Typeset, Report), PaperError> {
    if options.form == Form::Story && manuscript.case.kind != Kind::Story {
        return Err(PaperError::NotAStory);
    }
    let has = |role| manuscript.part(role).is_some();
    if options.form == Form::PrFaq && !has(Role::PressRelease) && !has(Role::Questions) {
        return Err(PaperError::NothingToShow);
    }
    let cells = cells(manuscript);
    if cells > CELLS {
        return Err(PaperError::TooManyCells(cells));
    }
    let mut attempt = Attempt::FIRST;
    let (mut typeset, mut report) = settled(manuscript, options, attempt)?;
    // A chart that makes a page two is the first to go.
    let is_over = options.form == Form::OnePager && report.over.is_some();
    if is_over && one_pager::charted(manuscript).is_some() {
        attempt.chart = false;
        (typeset, report) = settled(manuscript, options, attempt)?;
        let left = "the chart, for which there is no room";
        report.left_out.push(left.to_owned());
    }
    Ok((typeset, report))
}

/// Sets a paper, anew with a little more or less at its foot where Typst has left a note on another page than the words
/// that refer to it: it does where a heading takes its first lines along.
fn settled(
    manuscript: &Manuscript<'_>,
    options: &PaperOptions,
    attempt: Attempt,
) -> Result<(Typeset, Report), PaperError> {
    let set = |foot| {
        let written = write(manuscript, options, Attempt { foot, ..attempt });
        let noted = written.noted.clone();
        let (set, report) = typeset(written, options)?;
        let page = |label: String| set.place(&label).map(|place| place.page);
        let strays = (0..noted.len())
            .filter(|note| noted[*note])
            .any(|note| page(format!("note-{note}")) != page(format!("entry-{note}")));
        Ok::<_, PaperError>((set, report, strays))
    };
    let (first, report, strays) = set(0)?;
    if strays && first.pages() <= SETTLED {
        for foot in FEET {
            let (again, report, strays) = set(foot)?;
            if !strays {
                return Ok((again, report));
            }
        }
    }
    Ok((first, report))
}

fn typeset(
    mut written: Writer<'_, '_>,
    options: &PaperOptions,
) -> Result<(Typeset, Report), PaperError> {
    let day = options.day.and_then(|day| {
        Some(Day {
            year: i32::from(day.year()),
            month: u8::try_from(day.month()).ok()?,
            day: u8::try_from(day.day()).ok()?,
        })
    });
    let document = Document {
        source: std::mem::take(&mut written.out),
        files: std::mem::take(&mut written.files),
        day,
    };
    let set = whyproof_typeset::typeset(&document)?;
    let report = report::report(&written, &set);
    Ok((set, report))
}

/// How many cells the tables of a case have.
fn cells(manuscript: &Manuscript<'_>) -> usize {
    let parts = manuscript.parts.iter().map(|part| &part.flow);
    let notes = manuscript.notes.iter().map(|note| &note.flow);
    let flows = parts.chain(notes).chain([&manuscript.lead]);
    let is_cell = |event: &&Event<'_>| matches!(event, Event::Open(Element::Cell(..)));
    flows.map(|flow| flow.iter().filter(is_cell).count()).sum()
}

fn write<'p, 'a>(
    manuscript: &'p Manuscript<'a>,
    options: &'p PaperOptions,
    attempt: Attempt,
) -> Writer<'p, 'a> {
    let mut writer = Writer::new(manuscript, options, attempt);
    match options.form {
        Form::Narrative => narrative::write(&mut writer),
        Form::PrFaq => prfaq::write(&mut writer),
        Form::OnePager => one_pager::write(&mut writer),
        Form::Brief => brief::write(&mut writer),
        Form::Story => story::write(&mut writer),
        Form::Letter => letter::write(&mut writer),
    }
    writer
}

/// The style, the metadata, the title.
fn head(writer: &mut Writer<'_, '_>) {
    let title = frame(writer);
    writer.raw("#std.title");
    writer.block(&title);
    writer.raw("\n");
    let case = writer.manuscript.case;
    let owner = case.owner.as_deref().map(str::trim);
    let parts = [
        owner.filter(|owner| !owner.is_empty()).map(str::to_owned),
        Some(what(writer.options.form, case.kind.word(), writer.manuscript).to_owned()),
    ];
    let line = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    writer.raw("#byline");
    writer.block(&whyproof_case::capital(&line));
    writer.raw("\n\n");
}

/// The title of the case, as it is shown.
fn titled(writer: &mut Writer<'_, '_>, untitled: &str) -> String {
    let title = writer.manuscript.case.title.as_deref().map(str::trim);
    let title = title.filter(|title| !title.is_empty());
    words::shown(title.unwrap_or(untitled), &mut writer.shapeless)
}

/// Its owner as a literal, or none.
fn author(writer: &mut Writer<'_, '_>) -> String {
    let owner = writer.manuscript.case.owner.as_deref().map(str::trim);
    let owner = owner.filter(|owner| !owner.is_empty());
    owner.map_or("none".to_owned(), |owner| {
        string(&words::shown(owner, &mut writer.shapeless))
    })
}

/// The style and the metadata; gives the title.
fn frame(writer: &mut Writer<'_, '_>) -> String {
    let case = writer.manuscript.case;
    let options = writer.options;
    let locale = options.locale();
    let size = options.size.unwrap_or(locale.page());
    let title = titled(writer, "Untitled case");
    let author = author(writer);
    let kind = case.kind.word();
    let foot = whyproof_case::shorten(&title, 64);
    let printed = options
        .day
        .map(|day| format!("Printed {}", locale.date(day)))
        .unwrap_or_default();
    let tight = options.form == Form::OnePager;
    writer.raw(STYLE);
    writer.raw(&format!(
        "\n#show: paper.with(title: {}, author: {author}, keywords: ({}, {}), language: {}, region: {}, size: {}, side: {}mm, points: {}, top: {}, bottom: {}, foot: {}, printed: {})\n",
        string(&title),
        string(kind),
        string(options.form.word()),
        string(&locale.language),
        locale.region.as_deref().map_or("none".to_owned(), string),
        string(size.word()),
        (size.width() - MEASURE) / 2.0,
        if tight { "10.2pt" } else { "10.8pt" },
        if tight { "20mm" } else { "24mm" },
        format_args!(
            "{}mm",
            if tight { 22 } else { 24 } + i32::from(writer.attempt.foot)
        ),
        string(&foot),
        string(&printed),
    ));
    title
}

/// What the reader holds, in a word or two.
fn what(form: Form, kind: &'static str, manuscript: &Manuscript<'_>) -> &'static str {
    match form {
        Form::Narrative if kind == "story" => kind,
        Form::Narrative => "narrative",
        Form::OnePager => "on one page",
        Form::PrFaq if manuscript.part(Role::PressRelease).is_none() => "questions",
        Form::PrFaq => "press release and questions",
        Form::Brief => "reviewer’s brief",
        Form::Story => "interview sheet",
        Form::Letter => "letter",
    }
}

/// Marks where the body ends.
fn end_of_body(writer: &mut Writer<'_, '_>) {
    let end = narrative::body_end();
    writer.raw(&end);
}

#[cfg(test)]
mod tests;
