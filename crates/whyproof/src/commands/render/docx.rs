//! A case as a Word file, for people who comment in Word.

use whyproof_case::{Case, Host};
use whyproof_host::System;
use whyproof_render::docx::{self, DocxOptions, Page, Picture};
use whyproof_render::html::language;
use whyproof_render::manuscript::Manuscript;

use super::made::Made;
use super::{PaperName, RenderArgs};
use crate::error::{Error, ErrorKind};

/// How wide a chart stands in the text, in pixels of 1/96 inch.
#[cfg(feature = "pdf")]
const WIDE: u32 = 600;

/// The Word file of a case.
pub(super) fn make(case: &Case, arguments: &RenderArgs, out: &str) -> Result<Made, Error> {
    let path = case.scope.path.as_deref().unwrap_or("");
    let name = path.rsplit('/').next().unwrap_or(path);
    let options = DocxOptions {
        language: language(case),
        page: match arguments.paper {
            Some(PaperName::UsLetter) => Page::Letter,
            Some(PaperName::A4) => Page::A4,
            None if language(case).ends_with("-US") => Page::Letter,
            None => Page::A4,
        },
        date: Some(System.today()),
        path: name,
        picture: &|figure| picture(case, figure),
    };
    let bytes = docx::write(&Manuscript::new(case), &options)
        .map_err(|error| Error::new(ErrorKind::Environment, error.to_string()))?;
    Ok(Made::one(out, bytes))
}

/// A chart in pixels and in lines; none where it was not computed.
#[cfg(feature = "pdf")]
fn picture(case: &Case, figure: u32) -> Option<Picture> {
    use whyproof_render::{chart, paper};

    let figure = case.figures.get(figure as usize)?;
    let wide = |options: &mut chart::Options| options.width = Some(WIDE);
    let svg = chart::of_figure(case, figure, wide)?.ok()?;
    Some(Picture {
        png: paper::raster(&svg)?,
        width: f64::from(svg.width),
        height: f64::from(svg.height),
        alternative: format!("{} {}", svg.title, svg.description),
        svg: Some(svg.text),
    })
}

/// Without what sets papers there are no pixels: the chart's words stand there.
#[cfg(not(feature = "pdf"))]
fn picture(_case: &Case, _figure: u32) -> Option<Picture> {
    None
}
