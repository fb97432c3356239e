//! Which experiments of a case are meant.

use whyproof_case::Experiment;
use whyproof_syntax::{Diagnostic, LineIndex};

use crate::error::{Error, ErrorKind};
use crate::input::Source;
use crate::names;

/// Those of the name that was given; all where none was. What has no name is passed over where others have one.
///
/// # Errors
/// Where the case has none, or none of that name.
pub(super) fn named(
    all: &[Experiment],
    name: Option<&str>,
    path: &str,
) -> Result<Vec<Experiment>, Error> {
    if all.is_empty() {
        return Err(
            Error::new(ErrorKind::Usage, format!("`{path}` has no experiment"))
                .hint("Declare one in a fenced block `experiment NAME`; `whyproof plan --help` shows one."),
        );
    }
    let Some(name) = name else {
        return Ok(all.to_vec());
    };
    let found: Vec<Experiment> = all.iter().filter(|one| one.name == name).cloned().collect();
    if found.is_empty() {
        let near = names::near(name, all.iter().map(|one| one.name.as_str()));
        let error = Error::new(
            ErrorKind::Usage,
            format!("`{path}` has no experiment `{name}`"),
        );
        return Err(if near.is_empty() {
            let all: Vec<String> = all.iter().map(|one| format!("`{}`", one.name)).collect();
            error.hint(format!("It has {}.", all.join(", ")))
        } else {
            error.hint(format!("Did you mean {}?", names::any_of(&near)))
        });
    }
    Ok(found)
}

/// What of an experiment cannot be read, at its place.
pub(super) fn unreadable(trouble: &Diagnostic, source: &Source) -> Error {
    let place = LineIndex::new(&source.text).line_column(&source.text, trouble.span.start);
    let message = format!(
        "{}:{}:{}: {}",
        source.path,
        place.line,
        place.column,
        trouble.message.trim_end_matches('.')
    );
    let error = Error::new(ErrorKind::Finding, message);
    match &trouble.help {
        Some(help) => error.hint(help.clone()),
        None => error,
    }
}
