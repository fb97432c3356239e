//! The cover letter beside a résumé.

use whyproof_case::{Host, HostError, MONTHS, capital, clean_words};
use whyproof_experience::letter::{Letter, LetterInput, letter};
use whyproof_experience::people::People;
use whyproof_experience::share::Share;
use whyproof_experience::view::Tailored;
use whyproof_experience::{TakeInput, take, truth};
use whyproof_host::System;
use whyproof_render::resume::Design;

use super::{Asked, out};
use crate::error::Error;
use crate::terminal::style;
use crate::text::{typed, wrap};
use crate::workspace::Workspace;

/// Writes the letter beside the résumé, and says so; one that is there is the person's, and is left as it is.
pub(super) fn write(
    workspace: &Workspace,
    asked: &Asked,
    tailored: &Tailored,
    design: Design,
    path: &str,
    columns: usize,
) -> Result<String, Error> {
    let path = out::beside(path, "-letter.md");
    let Some(letter) = written(workspace, asked, tailored, design) else {
        return Ok(
            "No letter was written: nothing that you wrote answers what the job asks for.\n"
                .to_owned(),
        );
    };
    let file = typed(&path);
    match System.create(&path, letter.markdown.as_bytes()) {
        Ok(()) => Ok(told(&letter, &file, columns)),
        Err(HostError::Exists { .. }) => {
            Ok(format!("{file} is there already, and is left as it is.\n"))
        }
        Err(error) => Err(error.into()),
    }
}

fn written(
    workspace: &Workspace,
    asked: &Asked,
    tailored: &Tailored,
    design: Design,
) -> Option<Letter> {
    let background = &workspace.background;
    let bars = std::slice::from_ref(&asked.bar);
    let told = take(&TakeInput {
        background,
        bars,
        job: None,
        people: &People::default(),
        meaning: workspace.meaning(),
        all: false,
    });
    let shares = background.stories.iter().map(|one| Share::of(&one.case));
    let shares: Vec<Share> = shares.collect();
    let refused = tailored.refused.iter().map(|one| one.words.as_str());
    let refused: Vec<&str> = refused.collect();
    let own = background.life.as_ref().map(|life| &life.own);
    let may = |words: &str, story: Option<usize>| {
        let is_gone = own.is_some_and(|own| truth::withdrawn(own, words).is_some());
        if is_gone || refused.contains(&words) {
            return None;
        }
        match story.and_then(|story| shares.get(story)) {
            Some(share) => allowed(share, words),
            None => Some(words.to_owned()),
        }
    };
    let today = System.today();
    let month = MONTHS.get(usize::try_from(today.month() - 1).unwrap_or(0));
    let locale = workspace.locale();
    let day = month.map(|month| match locale.as_str() {
        "en-US" => format!("{} {}, {}", capital(month), today.day(), today.year()),
        _ => format!("{} {} {}", today.day(), capital(month), today.year()),
    });
    letter(&LetterInput {
        job: &asked.title,
        company: asked.company.as_deref(),
        day: day.as_deref(),
        lang: Some(locale.as_str()).filter(|locale| locale.contains('-')),
        design: Some(design.word()),
        take: told.bars.first()?,
        remarks: &told.remarks,
        background,
        may: &may,
    })
}

/// What the letter tells, and what to do with it.
fn told(letter: &Letter, file: &str, columns: usize) -> String {
    let (strong, faint, blue) = (style::STRONG, style::FAINT, style::TYPED);
    let mut text = format!("Wrote {file}, of your own sentences: it is yours to edit.\n");
    text.push_str(&format!("\n{strong}The letter tells{strong:#}\n"));
    for one in &letter.tells {
        text.push_str(&format!("  {}\n", clean_words(&one.from)));
        for line in wrap(&format!("for “{}”", one.answers), columns.saturating_sub(4)) {
            text.push_str(&format!("    {faint}{line}{faint:#}\n"));
        }
    }
    let stem = file.strip_suffix(".md").unwrap_or(file);
    text.push_str(&format!(
        "\n{strong}Next{strong:#}\n  {blue}whyproof render {file} -o {stem}.pdf{blue:#}   the page to send\n"
    ));
    text
}

/// The words of a story as its `share` lets them leave; none where it has no words to stand instead.
fn allowed(share: &Share, words: &str) -> Option<String> {
    if share.withheld.is_some() {
        return None;
    }
    let leaks = share.leaks(words);
    let has_words = leaks.iter().all(|leak| leak.forbidden.instead.is_some());
    has_words.then(|| share.kept(words))
}

#[cfg(test)]
mod tests {
    use super::{Share, allowed};

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
}
