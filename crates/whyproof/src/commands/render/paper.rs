//! A case on paper: a PDF, or its pages as pictures.

use std::collections::BTreeMap;

use whyproof_case::{Case, Figure, Form as FigureForm, Host, join};
use whyproof_host::System;
use whyproof_import::reply;
use whyproof_render::html::language;
use whyproof_render::manuscript::Manuscript;
use whyproof_render::paper::{self, Changes, Form, PageSize, PaperError, PaperOptions, Said};
use whyproof_render::resume::Design;

use super::made::Made;
use super::{FormName, PaperName, RenderArgs};
use crate::commands::{ask, diff};
use crate::error::{Error, ErrorKind};

/// Largest file of a chart that is set, in bytes.
const LARGEST_CHART: u64 = 16 << 20;

/// How sharp pictures of pages are: pixels a point, 144 an inch.
pub(super) const SHARP: f64 = 2.0;

/// How many whys a story's sheet expects besides those of the file.
const EXPECTED: usize = 5;

/// The PDF of a case.
pub(super) fn pdf(case: &Case, arguments: &RenderArgs, out: &str) -> Result<Made, Error> {
    let (options, mut notes) = options(case, arguments)?;
    let paper = paper::pdf(&Manuscript::new(case), &options).map_err(said)?;
    notes.extend(paper.report.sentences());
    Ok(Made {
        files: vec![(out.to_owned(), paper.pdf)],
        notes,
    })
}

/// The pages of a case as pictures.
pub(super) fn png(case: &Case, arguments: &RenderArgs, out: &str) -> Result<Made, Error> {
    let (options, mut notes) = options(case, arguments)?;
    let pictures = paper::png(&Manuscript::new(case), &options, SHARP).map_err(said)?;
    notes.extend(pictures.report.sentences());
    Ok(Made {
        files: numbered(pictures.pages, out),
        notes,
    })
}

/// Pictures of pages, each with its path: of several, each has its number before the ending.
pub(super) fn numbered(pages: Vec<Vec<u8>>, out: &str) -> Vec<(String, Vec<u8>)> {
    let stem = out.get(..out.len().saturating_sub(4)).unwrap_or(out);
    let many = pages.len() > 1;
    let pages = pages.into_iter().enumerate();
    let files = pages.map(|(at, bytes)| match many {
        true => (format!("{stem}-{}.png", at + 1), bytes),
        false => (out.to_owned(), bytes),
    });
    files.collect()
}

fn said(error: PaperError) -> Error {
    let message = error.to_string();
    match error {
        PaperError::NotAStory => Error::new(ErrorKind::Usage, message)
            .hint("The forms of an idea are narrative, prfaq, one-pager and brief."),
        PaperError::NothingToShow => Error::new(ErrorKind::Usage, message)
            .hint("Write a section `## Press release`, and questions in `## Customer FAQ` and `## Internal FAQ`."),
        PaperError::TooLarge(_) | PaperError::TooManyCells(_) => {
            Error::new(ErrorKind::Environment, message)
                .hint("A page, `-o OUT.html`, takes a case of any length.")
        }
        PaperError::Failed(_) => Error::new(ErrorKind::Environment, message),
    }
}

/// How the case is set, and what was seen on the way.
fn options(case: &Case, arguments: &RenderArgs) -> Result<(PaperOptions, Vec<String>), Error> {
    let form = match arguments.form {
        Some(form) => form.into(),
        None => Form::of(case),
    };
    if arguments.design.is_some() && form != Form::Letter {
        let message = "--design is for résumés and letters";
        return Err(
            Error::new(ErrorKind::Usage, message).hint("A paper has a form: `--form narrative`.")
        );
    }
    let mut options = PaperOptions::new(form);
    let mut notes = Vec::new();
    options.design = arguments.design.map(Design::from);
    options.size = arguments.paper.map(PageSize::from);
    options.locale = language(case).to_owned();
    options.day = Some(System.today());
    options.charts = charts(case);
    if form == Form::Brief {
        let shelf = reply::kept(&System, case);
        notes.extend(shelf.damaged);
        options.verdicts = reply::latest(&shelf.replies)
            .into_iter()
            .filter_map(|kept| verdict(&kept.reply))
            .collect();
    }
    if form == Form::Story {
        let found = ask::hardest(case, EXPECTED)?;
        options.expected = found.into_iter().map(|asked| asked.text).collect();
    }
    if let Some(since) = &arguments.since {
        if form != Form::Brief {
            let message = "--since is for the form brief, which says what changed";
            return Err(Error::new(ErrorKind::Usage, message).hint("Add --form brief."));
        }
        options.changes = Some(Changes {
            since: since.clone(),
            sentences: diff::since(since, case)?.sentences(),
        });
    }
    Ok((options, notes))
}

fn verdict(reply: &reply::Reply) -> Option<Said> {
    let verdict = reply.verdict.as_ref()?;
    Some(Said {
        by: reply.reviewer.clone(),
        verdict: verdict.says.word().to_owned(),
        reasons: verdict.reasons.clone(),
        at: reply.rung.clone(),
        day: Some(reply.written),
    })
}

/// The files of charts whose query was not computed, as `refresh` wrote them.
fn charts(case: &Case) -> BTreeMap<String, Vec<u8>> {
    let not_computed = |figure: &&Figure| {
        figure.form == FigureForm::Chart && !case.computed.results.contains_key(&figure.query)
    };
    let figures = case.figures.iter().filter(not_computed);
    figures
        .filter_map(|figure| {
            let named = figure.path.as_deref()?;
            let inside = case.scope.beside(named)?;
            System.stat_within(&case.scope.root, &inside).ok()?;
            let bytes = System.read(&join(&case.scope.root, &inside), LARGEST_CHART);
            Some((named.to_owned(), bytes.ok()?))
        })
        .collect()
}

impl From<FormName> for Form {
    fn from(name: FormName) -> Form {
        match name {
            FormName::Narrative => Form::Narrative,
            FormName::PrFaq => Form::PrFaq,
            FormName::OnePager => Form::OnePager,
            FormName::Brief => Form::Brief,
            FormName::Story => Form::Story,
            FormName::Letter => Form::Letter,
        }
    }
}

impl From<PaperName> for PageSize {
    fn from(name: PaperName) -> PageSize {
        match name {
            PaperName::A4 => PageSize::A4,
            PaperName::UsLetter => PageSize::UsLetter,
        }
    }
}
