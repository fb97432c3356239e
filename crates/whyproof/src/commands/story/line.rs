//! The line of the résumé that a story tells.

use whyproof_case::{Host, join};
use whyproof_experience::resume::Resume;
use whyproof_host::System;

use super::file::{Target, of_title};
use crate::error::{Error, ErrorKind};
use crate::input::Source;
use crate::names::near;
use crate::workspace::{EXPERIENCE, above, wrong};

/// A line of the résumé.
pub(super) struct From {
    /// Its words.
    pub(super) line: String,
    /// The résumé that has it, where there is one.
    pub(super) resume: Option<String>,
    /// Whether the résumé has a note on it already.
    pub(super) is_noted: bool,
}

/// The line that was named, as the résumé beside the story has it.
pub(super) fn find(line: &str, target: &Target) -> Result<From, Error> {
    let story = match target {
        Target::Named(path) => path.clone(),
        Target::Titled => of_title(""),
    };
    let wanted: Vec<&str> = line.split_whitespace().collect();
    let Some(path) = beside(&story) else {
        return Ok(From {
            line: wanted.join(" "),
            resume: None,
            is_noted: false,
        });
    };
    let source = Source::read(&System, &path)?;
    let resume = Resume::from_yaml(&source.text).map_err(|error| wrong(&path, &error))?;
    let lines = resume.lines();
    let is = |text: &str| text.split_whitespace().eq(wanted.iter().copied());
    let Some(found) = lines.iter().find(|one| is(one.text)) else {
        let error = Error::new(
            ErrorKind::Usage,
            format!("no line of `{path}` reads “{}”", wanted.join(" ")),
        );
        let near = near(line, lines.iter().map(|one| one.text));
        return Err(match near.first() {
            Some(near) => error.hint(format!("Did you mean “{near}”?")),
            None => error.hint("Give the whole line, as it stands there, in quotation marks."),
        });
    };
    let own = resume.own().unwrap_or_default();
    Ok(From {
        line: found.text.to_owned(),
        is_noted: own.lines.iter().any(|note| is(&note.line)),
        resume: Some(path),
    })
}

/// The person's name, as the résumé beside the story has it.
pub(super) fn owner(story: &str) -> Option<String> {
    let source = Source::read(&System, &beside(story)?).ok()?;
    Resume::from_yaml(&source.text).ok()?.basics?.name
}

/// The résumé of the workspace that a story stands in: in its folder or the one above.
fn beside(story: &str) -> Option<String> {
    let folder = above(story);
    let outer = if folder.contains('/') {
        above(&folder)
    } else {
        ".".to_owned()
    };
    let mut paths = [join(&folder, EXPERIENCE), join(&outer, EXPERIENCE)].into_iter();
    paths.find(|path| System.stat(path).is_ok_and(|stat| !stat.folder))
}
