//! The cover letter beside a résumé.

use whyproof_case::{Host, HostError};
use whyproof_experience::letter::{LetterInput, letter};
use whyproof_experience::view::Tailored;
use whyproof_host::System;

use super::{Asked, out};
use crate::error::Error;
use crate::text::typed;
use crate::workspace::Workspace;

/// Writes the letter beside the résumé, and says so; one that is there is the person's, and is left as it is.
pub(super) fn write(
    workspace: &Workspace,
    asked: &Asked,
    tailored: &Tailored,
    path: &str,
) -> Result<String, Error> {
    let path = out::beside(path, "-letter.md");
    let words: Vec<String> = asked
        .requirements
        .iter()
        .map(|(_, text)| text.clone())
        .collect();
    let text = letter(&LetterInput {
        background: &workspace.background,
        resume: &tailored.resume,
        title: &asked.title,
        asked: &words,
        source: &asked.source,
        link: &|story| from(&path, story),
    });
    let Some(text) = text else {
        return Ok(
            "No letter was written: nothing in the résumé answers what the job asks for.\n"
                .to_owned(),
        );
    };
    match System.create(&path, text.as_bytes()) {
        Ok(()) => Ok(format!(
            "Wrote {}, a case: `whyproof {}` says whether it stands.\n",
            typed(&path),
            typed(&path)
        )),
        Err(HostError::Exists { .. }) => Ok(format!(
            "{} is there already, and is left as it is.\n",
            typed(&path)
        )),
        Err(error) => Err(error.into()),
    }
}

/// A path as a file at another would name it, where both are below the same folder.
fn from(file: &str, path: &str) -> String {
    let parts = |path: &str| -> Vec<String> {
        let parts = path.split('/').filter(|part| !matches!(*part, "" | "."));
        parts.map(str::to_owned).collect()
    };
    let (mut folder, path_parts) = (parts(file), parts(path));
    folder.pop();
    let is_rooted = |path: &str| path.starts_with('/');
    if is_rooted(file) != is_rooted(path) || folder.iter().any(|part| part == "..") {
        return path.to_owned();
    }
    let shared = folder
        .iter()
        .zip(&path_parts)
        .take_while(|(one, two)| one == two)
        .count();
    let up = std::iter::repeat_n("..", folder.len() - shared);
    let down = path_parts[shared..].iter().map(String::as_str);
    up.chain(down).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::from;

    #[test]
    fn a_story_is_cited_from_where_the_letter_stands() {
        assert_eq!(from("acme-letter.md", "./stories/a.md"), "stories/a.md");
        assert_eq!(
            from("out/acme-letter.md", "me/stories/a.md"),
            "../me/stories/a.md"
        );
        assert_eq!(from("me/out/x.md", "me/stories/a.md"), "../stories/a.md");
        assert_eq!(from("/tmp/x.md", "stories/a.md"), "stories/a.md");
        assert_eq!(from("../x.md", "stories/a.md"), "stories/a.md");
    }
}
