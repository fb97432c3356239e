//! What a case already shows: an answer that names it stands on it.

use whyproof_case::{Case, FigureState, Form, Grounds, Kind};

/// What a case shows that an answer may name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// Texts of figures.
    figures: Vec<String>,
    /// Footnotes that count as evidence, as an answer refers to them: `[^trial]`, a file's name.
    evidence: Vec<String>,
    /// Whether the case is a story: what its teller did is testimony, and *we* hides who did it.
    pub(super) is_story: bool,
}

impl Known {
    /// What is known of a story that is not written yet: nothing but that it is one.
    pub fn story() -> Self {
        Known {
            is_story: true,
            ..Known::default()
        }
    }

    /// What all of `stories` show together.
    pub fn of_stories<'c>(stories: impl IntoIterator<Item = &'c Case>) -> Self {
        let mut all = Known::story();
        for one in stories.into_iter().map(Known::of) {
            all.figures.extend(one.figures);
            all.evidence.extend(one.evidence);
        }
        all
    }

    /// What `case` shows.
    pub fn of(case: &Case) -> Self {
        let figures = case.figures.iter().filter(|figure| {
            figure.form == Form::Value
                && matches!(figure.state, FigureState::Live | FigureState::NotComputed)
        });
        let mut evidence = Vec::new();
        for item in case.evidence.iter().filter(|item| item.counts()) {
            evidence.push(format!("[^{}]", item.id));
            if let Grounds::File(path) = &item.grounds {
                let name = path.rsplit('/').next().unwrap_or(path);
                evidence.push(name.to_owned());
            }
        }
        Known {
            figures: figures
                .map(|figure| figure.text.trim().to_owned())
                .collect(),
            evidence,
            is_story: case.kind == Kind::Story,
        }
    }

    /// The figures of the case whose value stands in `answer`, as numbers of their own.
    pub(super) fn figures_in(&self, answer: &str) -> Vec<String> {
        let named = self
            .figures
            .iter()
            .filter(|figure| stands_in(answer, figure));
        distinct(named)
    }

    /// The evidence of the case that `answer` refers to.
    pub(super) fn evidence_in(&self, answer: &str) -> Vec<String> {
        distinct(
            self.evidence
                .iter()
                .filter(|name| answer.contains(name.as_str())),
        )
    }
}

/// Whether `value` stands in `text` and is no part of a longer number or word.
fn stands_in(text: &str, value: &str) -> bool {
    !value.is_empty()
        && text.match_indices(value).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let mut after = text[at + value.len()..].chars();
            let next = after.next();
            let goes_on =
                matches!(next, Some('.' | ',')) && after.next().is_some_and(|c| c.is_ascii_digit());
            !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '-' | '−'))
                && !next.is_some_and(char::is_alphanumeric)
                && !goes_on
        })
}

fn distinct<'s>(names: impl Iterator<Item = &'s String>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for name in names {
        if !found.contains(name) {
            found.push(name.clone());
        }
    }
    found
}
