//! The text that is asked about, and the questions to ask.

use std::borrow::Cow;

use whyproof_case::{Case, Computed, Scope, resolve};
use whyproof_host::System;
use whyproof_syntax::parse;
use whyproof_whys::Bank;

use crate::error::{Error, ErrorKind};
use crate::input::{Source, bytes};

/// Whether a file's name says that it is a DOCX.
pub(super) fn is_docx(path: &str) -> bool {
    path.to_ascii_lowercase().ends_with(".docx")
}

/// Whether a file's name says that it is reStructuredText, as many proposals of the Python world are.
pub(super) fn is_rst(path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    path.ends_with(".rst") || path.ends_with(".rest")
}

/// The case that the text at `path` is; a DOCX is read as the draft that `import` makes of it,
/// reStructuredText line for line as Markdown.
pub(super) fn case(path: &str) -> Result<Case, Error> {
    if !is_docx(path) {
        let source = Source::read(&System, path)?;
        if source.text.trim().is_empty() {
            return Err(Error::new(
                ErrorKind::Environment,
                format!("`{path}` is empty"),
            ));
        }
        if is_rst(path) {
            let scope = Scope::of(&System, path);
            let markdown = whyproof_import::rst_to_markdown(&source.text);
            return Ok(resolve(
                parse(&markdown),
                &System,
                scope,
                &Computed::default(),
            ));
        }
        return Ok(source.case(&System));
    }
    let draft = whyproof_import::import(path, &bytes(&System, path)?)
        .map_err(|error| Error::new(ErrorKind::Environment, format!("`{path}`: {error}")))?;
    let scope = Scope::of(&System, path);
    Ok(resolve(
        parse(&draft.markdown),
        &System,
        scope,
        &Computed::default(),
    ))
}

/// The questions that are built in, and those of the workspace.
pub(in crate::commands) fn bank(case: &Case) -> Result<Cow<'static, Bank>, Error> {
    Bank::with_own(&System, &case.scope).map_err(|error| {
        Error::new(ErrorKind::Environment, error.to_string())
            .hint("docs/questions.md has the format.")
    })
}
