//! What of a person's background may leave in a packet: the one place that decides it.

use whyproof_case::Case;
use whyproof_experience::Story;
use whyproof_experience::resume::Resume;

/// What may be shown of a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Leaves {
    /// All of it.
    Whole,
    /// All of it, in the words that its author set down: whether they kept to them, only they can see.
    InWords(String),
    /// Nothing.
    Not,
}

/// What `share` with nothing but these words says.
const NOTHING: [&str; 9] = [
    "nothing",
    "none",
    "no",
    "never",
    "private",
    "not at all",
    "not shared",
    "do not share",
    "false",
];

/// What `share` of a story says.
pub(super) fn leaves(case: &Case) -> Leaves {
    let Some(share) = case.front.get("share") else {
        return Leaves::Whole;
    };
    let plain = share.trim().trim_end_matches(['.', '!']).to_lowercase();
    match plain.as_str() {
        plain if NOTHING.contains(&plain) => Leaves::Not,
        "everything" | "all" | "yes" | "true" => Leaves::Whole,
        _ => Leaves::InWords(share.trim().to_owned()),
    }
}

/// What a text still says of what was withdrawn.
pub(super) fn still_says<'w>(text: &str, withdrawn: &'w [String]) -> Option<&'w str> {
    let said = words(text);
    let mut withdrawn = withdrawn.iter().map(String::as_str);
    withdrawn.find(|gone| {
        let gone = words(gone);
        !gone.is_empty() && said.windows(gone.len()).any(|part| part == gone)
    })
}

/// What a story still says of what was withdrawn.
pub(super) fn story_says<'w>(story: &Story, withdrawn: &'w [String]) -> Option<&'w str> {
    let texts = &story.case.parse.document.texts;
    let mut said = texts.iter().map(|text| &text.words.text);
    said.find_map(|text| still_says(text, withdrawn))
}

/// The résumé without what says something withdrawn, and how many lines that were.
pub(super) fn without(resume: &Resume, withdrawn: &[String]) -> (Resume, usize) {
    let before = resume.lines().len();
    let mut kept = resume.clone();
    if let Some(basics) = &mut kept.basics {
        text(&mut basics.summary, withdrawn);
    }
    for one in kept.work.iter_mut().flatten() {
        text(&mut one.summary, withdrawn);
        lines(&mut one.highlights, withdrawn);
    }
    for one in kept.volunteer.iter_mut().flatten() {
        text(&mut one.summary, withdrawn);
        lines(&mut one.highlights, withdrawn);
    }
    for one in kept.projects.iter_mut().flatten() {
        text(&mut one.description, withdrawn);
        lines(&mut one.highlights, withdrawn);
    }
    for one in kept.education.iter_mut().flatten() {
        lines(&mut one.courses, withdrawn);
    }
    for one in kept.awards.iter_mut().flatten() {
        text(&mut one.summary, withdrawn);
    }
    for one in kept.publications.iter_mut().flatten() {
        text(&mut one.summary, withdrawn);
    }
    for one in kept.skills.iter_mut().flatten() {
        lines(&mut one.keywords, withdrawn);
    }
    let gone = before - kept.lines().len();
    (kept, gone)
}

fn text(text: &mut Option<String>, withdrawn: &[String]) {
    if text
        .as_deref()
        .is_some_and(|text| still_says(text, withdrawn).is_some())
    {
        *text = None;
    }
}

fn lines(lines: &mut Option<Vec<String>>, withdrawn: &[String]) {
    if let Some(lines) = lines {
        lines.retain(|line| still_says(line, withdrawn).is_none());
    }
}

/// Words, without what is set between them.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use whyproof_case::{Computed, Scope, resolve};

    use super::{Leaves, Resume, leaves, still_says, without};

    fn shared(share: &str) -> Leaves {
        let text = format!("---\nkind: story\n{share}\n---\n\n# A story\n");
        let parse = whyproof_syntax::parse(&text);
        let host = whyproof_testing::MemoryHost::new();
        leaves(&resolve(
            parse,
            &host,
            Scope::default(),
            &Computed::default(),
        ))
    }

    #[test]
    fn share_says_what_may_leave() {
        for nothing in ["share: nothing", "share: Private.", "share: no"] {
            assert_eq!(shared(nothing), Leaves::Not, "{nothing}");
        }
        for all in ["", "share:", "share: everything"] {
            assert_eq!(shared(all), Leaves::Whole, "{all}");
        }
        let words = "no company name; volumes as “hundreds a week”";
        assert_eq!(
            shared(&format!("share: {words}")),
            Leaves::InWords(words.to_owned())
        );
    }

    #[test]
    fn what_was_withdrawn_is_known_between_other_marks_and_letters() {
        let withdrawn = ["Led a team of nine".to_owned(), "!".to_owned()];
        assert!(still_says("I led — a team of NINE, there.", &withdrawn).is_some());
        assert!(still_says("I led a team of ninety.", &withdrawn).is_none());
        let json = r#"{"basics": {"summary": "Led a team of nine."},
"work": [{"name": "Acme", "highlights": ["Led a team of nine", "Sold shoes"]}]}"#;
        let resume = Resume::from_json(json).expect("a résumé");
        let (kept, gone) = without(&resume, &withdrawn);
        let lines: Vec<&str> = kept.lines().iter().map(|line| line.text).collect();
        assert_eq!((lines, gone), (vec!["Sold shoes"], 2));
    }
}
