//! As what a case is written: the ending of the file says it.

use whyproof_case::Case;

use super::made::Made;
#[cfg(feature = "pdf")]
use super::paper;
use super::{RenderArgs, docx, html, map};
use crate::error::{Error, ErrorKind};

/// What makes the files of a case, for a file at a path.
pub(super) type Maker = fn(&Case, &RenderArgs, &str) -> Result<Made, Error>;

/// As what a case is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Html,
    Pdf,
    Png,
    /// The argument, as SVG.
    Map,
    Docx,
}

impl Kind {
    /// All of them, with their endings.
    const ALL: [(&str, Kind); 6] = [
        ("html", Kind::Html),
        ("htm", Kind::Html),
        ("pdf", Kind::Pdf),
        ("png", Kind::Png),
        ("svg", Kind::Map),
        ("docx", Kind::Docx),
    ];

    /// What makes it.
    ///
    /// # Errors
    /// Where this build does not.
    pub(super) fn maker(self) -> Result<Maker, Error> {
        match self {
            Kind::Html => Ok(html::make),
            Kind::Map => Ok(map::make),
            Kind::Docx => Ok(docx::make),
            #[cfg(feature = "pdf")]
            Kind::Pdf => Ok(paper::pdf),
            #[cfg(feature = "pdf")]
            Kind::Png => Ok(paper::png),
            #[cfg(not(feature = "pdf"))]
            Kind::Pdf | Kind::Png => {
                let message = format!("this build does not write .{} files", self.ending());
                Err(Error::new(ErrorKind::Usage, message)
                    .hint("Build it with the feature `pdf`, which is on by default."))
            }
        }
    }

    /// Whether it is a paper, which has a form.
    pub(super) fn is_paper(self) -> bool {
        matches!(self, Kind::Pdf | Kind::Png)
    }

    /// Whether it has pages of a size.
    pub(super) fn has_pages(self) -> bool {
        self.is_paper() || self == Kind::Docx
    }

    #[cfg(not(feature = "pdf"))]
    fn ending(self) -> &'static str {
        let named = Kind::ALL.iter().find(|(_, kind)| *kind == self);
        named.map_or("", |(ending, _)| ending)
    }

    /// What the ending of `path` says.
    ///
    /// # Errors
    /// Where it has none, or one that no file of ours has.
    pub(super) fn of(path: &str) -> Result<Kind, Error> {
        let name = path.rsplit('/').next().unwrap_or(path);
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        let known = Kind::ALL
            .iter()
            .find(|(known, _)| ending.eq_ignore_ascii_case(known));
        match known {
            Some((_, kind)) => Ok(*kind),
            None => Err(Error::new(
                ErrorKind::Usage,
                format!("the ending of `{path}` does not say what to write"),
            )
            .hint("End it in .html, .pdf, .docx, .png or .svg; a folder ends in `/`.")),
        }
    }
}
