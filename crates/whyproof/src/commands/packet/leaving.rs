//! What of a person's background may leave in a packet: the one place that decides it.

use whyproof_case::Case;
use whyproof_experience::resume::{Own, Resume};
use whyproof_experience::share::Share;
use whyproof_experience::{Story, truth};

/// What may be shown of a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Leaves {
    /// All of it.
    Whole,
    /// All of it; whether its author kept to these clauses, only they can see.
    InWords(String),
    /// Nothing: it is withheld, or has words in it that must not leave.
    Not,
}

/// What `share` of a story says.
pub(super) fn leaves(case: &Case) -> Leaves {
    let share = Share::of(case);
    if share.withheld.is_some() || !share.leaks_of(case).is_empty() {
        return Leaves::Not;
    }
    share.shown().map_or(Leaves::Whole, Leaves::InWords)
}

/// What a story still says of what was withdrawn.
pub(super) fn story_says<'o>(story: &Story, own: &'o Own) -> Option<&'o str> {
    let texts = &story.case.parse.document.texts;
    let mut said = texts.iter().map(|text| text.words.text.as_str());
    said.find_map(|text| truth::withdrawn(own, text))
}

/// The résumé without what says something withdrawn, and how many lines that were.
pub(super) fn without(resume: &Resume, own: &Own) -> (Resume, usize) {
    let before = resume.lines().len();
    let mut kept = resume.clone();
    kept.retain(&|line| truth::withdrawn(own, line).is_none());
    let gone = before - kept.lines().len();
    (kept, gone)
}

#[cfg(test)]
mod tests {
    use whyproof_case::{Computed, Scope, resolve};

    use super::{Leaves, Own, Resume, leaves, without};

    fn shared(share: &str) -> Leaves {
        let text = format!("---\nkind: story\n{share}\n---\n\n# A story at Acme\n");
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
        for nothing in [
            "share: nothing",
            "share: Private.",
            "share: no",
            "share: no \"Acme\"",
        ] {
            assert_eq!(shared(nothing), Leaves::Not, "{nothing}");
        }
        for all in ["", "share:", "share: no \"Bolt\""] {
            assert_eq!(shared(all), Leaves::Whole, "{all}");
        }
        let words = "no company name; volumes as hundreds a week";
        assert_eq!(
            shared(&format!("share: {words}")),
            Leaves::InWords(words.to_owned())
        );
    }

    #[test]
    fn what_was_withdrawn_stays() {
        let own = Own {
            withdrawn: vec!["Led a team of nine".to_owned()],
            ..Own::default()
        };
        let json = r#"{"basics": {"summary": "Led a team of nine."},
"work": [{"name": "Acme", "highlights": ["Led a team of nine", "Sold shoes"]}]}"#;
        let resume = Resume::from_json(json).expect("a résumé");
        let (kept, gone) = without(&resume, &own);
        let lines: Vec<&str> = kept.lines().iter().map(|line| line.text).collect();
        assert_eq!((lines, gone), (vec!["Sold shoes"], 2));
    }
}
