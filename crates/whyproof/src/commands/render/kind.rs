//! As what a case is written: the ending of the file says it.

use whyproof_case::Case;

use super::{RenderArgs, html};
use crate::error::{Error, ErrorKind};

/// What makes the bytes of a file from a case, for a file at a path.
pub(super) type Maker = fn(&Case, &RenderArgs, &str) -> Result<Vec<u8>, Error>;

/// As what a case is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Html,
    Pdf,
    Docx,
    Svg,
    Png,
}

impl Kind {
    /// All of them, with their endings.
    const ALL: [(&str, Kind); 6] = [
        ("html", Kind::Html),
        ("htm", Kind::Html),
        ("pdf", Kind::Pdf),
        ("docx", Kind::Docx),
        ("svg", Kind::Svg),
        ("png", Kind::Png),
    ];

    /// What makes it.
    ///
    /// # Errors
    /// Where this build does not.
    pub(super) fn maker(self) -> Result<Maker, Error> {
        match self {
            Kind::Html => Ok(html::make),
            Kind::Pdf | Kind::Docx | Kind::Svg | Kind::Png => {
                let message = format!("this build does not write .{} files", self.ending());
                Err(Error::new(ErrorKind::Usage, message).hint("It writes .html."))
            }
        }
    }

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
            .hint("End it in .html; a folder ends in `/`.")),
        }
    }
}
