//! Charts as pictures: pixels for every reader, SVG beside them for those that draw it.

use super::Picture;
use super::setter::Setter;

/// English Metric Units in a twentieth of a point, and in a pixel of 1/96 inch.
const TWIP: f64 = 635.0;
const PIXEL: f64 = 9_525.0;
/// Most of a page's height that a picture takes, in twentieths of a point.
const TALLEST: f64 = 9_000.0;

/// The pictures of a file.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    pub(super) all: Vec<Picture>,
}

impl Setter<'_, '_, '_> {
    /// A chart: its picture, else its words.
    pub(super) fn chart(&mut self, figure: u32) {
        let Some(found) = self.manuscript.case.figures.get(figure as usize) else {
            return;
        };
        let words = if found.text.is_empty() {
            &found.query
        } else {
            &found.text
        };
        let drawn = (self.options.picture)(figure);
        let drawn = drawn.filter(|picture| {
            let is_size = |side: f64| side.is_finite() && side >= 1.0;
            is_size(picture.width) && is_size(picture.height) && !picture.png.is_empty()
        });
        match drawn {
            Some(picture) => {
                self.draw(picture, words);
            }
            None => {
                self.run(&format!("[Chart: {words}]"), "");
            }
        }
    }

    /// A picture that is no chart: what it shows, and where it is.
    pub(super) fn no_picture(&mut self, target: &str, title: &str, alternative: &str) {
        let named = if alternative.trim().is_empty() {
            title
        } else {
            alternative
        };
        let said = [named.trim(), target];
        let said: Vec<&str> = said.into_iter().filter(|words| !words.is_empty()).collect();
        self.run(&format!("[Picture: {}]", said.join(", ")), "");
    }

    fn draw(&mut self, picture: Picture, title: &str) {
        if self.paragraph.is_none() {
            self.begin("BodyText", "", None);
        }
        let widest = f64::from(self.measure()) * TWIP;
        let (width, height) = (picture.width * PIXEL, picture.height * PIXEL);
        let scale = (widest / width).min(TALLEST * TWIP / height).min(1.0);
        let (width, height) = ((width * scale) as u64, (height * scale) as u64);
        let has_svg = picture.svg.is_some();
        let alternative = if picture.alternative.is_empty() {
            title.to_owned()
        } else {
            picture.alternative.clone()
        };
        self.shared.pictures.all.push(picture);
        let number = self.shared.pictures.all.len();
        let (width, height) = (width.to_string(), height.to_string());
        let (id, name) = (number.to_string(), format!("Chart {number}"));
        let named = [("id", id.as_str()), ("name", name.as_str())];
        let pen = &mut self.pen;
        pen.raw("<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">");
        pen.empty("wp:extent", &[("cx", &width), ("cy", &height)]);
        pen.empty("wp:docPr", &[named[0], named[1], ("descr", &alternative)]);
        pen.raw("<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr>");
        pen.empty("pic:cNvPr", &[named[0], named[1], ("descr", &alternative)]);
        pen.raw("<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>");
        pen.open("a:blip", &[("r:embed", &format!("rPng{number}"))]);
        if has_svg {
            pen.raw("<a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\">");
            pen.empty("asvg:svgBlip", &[("r:embed", &format!("rSvg{number}"))]);
            pen.raw("</a:ext></a:extLst>");
        }
        pen.close("a:blip");
        pen.raw("<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>");
        pen.empty("a:ext", &[("cx", &width), ("cy", &height)]);
        pen.raw("</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>");
    }
}
