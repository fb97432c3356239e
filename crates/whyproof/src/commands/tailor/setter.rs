//! What sets a résumé on its pages while lines are chosen, and at the end.

use whyproof_experience::resume::Resume;
use whyproof_render::resume::ResumeOptions;

use crate::error::Error;

#[cfg(feature = "pdf")]
pub(super) use with::{Setter, pdf};
#[cfg(not(feature = "pdf"))]
pub(super) use without::{Setter, pdf};

#[cfg(feature = "pdf")]
mod with {
    use whyproof_experience::view::{Measure, Measured};
    use whyproof_render::resume;

    use super::{Error, Resume, ResumeOptions};
    use crate::error::ErrorKind;

    /// The pages themselves.
    pub(crate) struct Setter<'o>(pub(crate) &'o ResumeOptions);

    impl Measure for Setter<'_> {
        fn measure(&self, resume: &Resume) -> Result<Measured, String> {
            let set = resume::measure(resume, self.0).map_err(|error| error.to_string())?;
            Ok(Measured {
                pages: set.pages,
                page_height: set.page_height,
                lines: set.lines,
                fixed: set.fixed,
            })
        }
    }

    /// The résumé as PDF.
    pub(crate) fn pdf(resume: &Resume, options: &ResumeOptions) -> Result<Vec<u8>, Error> {
        let paper = resume::pdf(resume, options)
            .map_err(|error| Error::new(ErrorKind::Environment, error.to_string()))?;
        Ok(paper.pdf)
    }
}

#[cfg(not(feature = "pdf"))]
mod without {
    use whyproof_experience::view::{Letters, Measure, Measured};

    use super::{Error, Resume, ResumeOptions};
    use crate::workspace::produced;

    /// A count of letters: nothing sets pages in this build.
    #[allow(dead_code, reason = "a build that sets pages asks for the options")]
    pub(crate) struct Setter<'o>(pub(crate) &'o ResumeOptions);

    impl Measure for Setter<'_> {
        fn measure(&self, resume: &Resume) -> Result<Measured, String> {
            Letters::default().measure(resume)
        }
    }

    /// Refused.
    pub(crate) fn pdf(_: &Resume, _: &ResumeOptions) -> Result<Vec<u8>, Error> {
        Err(produced::no_paper())
    }
}
