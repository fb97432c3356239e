//! The cover letter beside a résumé.

use whyproof_case::{Host, HostError};
use whyproof_experience::letter::{LetterInput, letter};
use whyproof_experience::people::People;
use whyproof_experience::share::Share;
use whyproof_experience::view::Tailored;
use whyproof_experience::{Quote, TakeInput, take, truth};
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
    let background = &workspace.background;
    let bars = std::slice::from_ref(&asked.bar);
    let told = take(&TakeInput {
        background,
        bars,
        job: None,
        people: &People::default(),
    });
    let shares: Vec<Share> = background
        .stories
        .iter()
        .map(|one| Share::of(&one.case))
        .collect();
    let refused: Vec<&str> = tailored
        .refused
        .iter()
        .map(|one| one.words.as_str())
        .collect();
    let own = background.life.as_ref().map(|life| &life.own);
    let may = |quote: &Quote| {
        let is_gone = own.is_some_and(|own| truth::withdrawn(own, &quote.words).is_some());
        if is_gone || refused.contains(&quote.words.as_str()) {
            return None;
        }
        match quote.story.and_then(|story| shares.get(story)) {
            Some(share) => allowed(share, &quote.words),
            None => Some(quote.words.clone()),
        }
    };
    let letter = told.bars.first().and_then(|taken| {
        letter(&LetterInput {
            job: &asked.title,
            job_path: &asked.source,
            take: taken,
            background,
            may: &may,
            link: &|file| from(&path, file),
        })
    });
    let text = letter.map(|letter| letter.markdown);
    let Some(text) = text else {
        return Ok(
            "No letter was written: nothing that you wrote answers what the job asks for.\n"
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

/// The words of a story as its `share` lets them leave; none where it has no words to stand instead.
fn allowed(share: &Share, words: &str) -> Option<String> {
    if share.withheld.is_some() {
        return None;
    }
    let mut kept = String::new();
    let mut end = 0;
    for leak in share.leaks(words) {
        let instead = leak.forbidden.instead.as_ref()?;
        if leak.at.start >= end {
            kept.push_str(&words[end..leak.at.start]);
            kept.push_str(instead);
            end = leak.at.end;
        }
    }
    kept.push_str(&words[end..]);
    Some(kept)
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
    use super::{Share, allowed, from};

    #[test]
    fn words_leave_as_share_allows() {
        let share = Share::read("\"Acme\" as \"a shop\"; no \"Bolt\"");
        let words = |text| allowed(&share, text);
        assert_eq!(
            words("Acme sold to ACME.").as_deref(),
            Some("a shop sold to a shop.")
        );
        assert_eq!(words("We bought Bolt."), None);
        assert_eq!(words("We bought it.").as_deref(), Some("We bought it."));
        assert_eq!(allowed(&Share::read("nothing"), "Anything."), None);
    }

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
