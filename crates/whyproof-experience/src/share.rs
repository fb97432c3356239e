//! What a story's `share` allows to be told of it.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;
use whyproof_case::Case;
use whyproof_syntax::Span;

/// The key of the front matter.
const KEY: &str = "share";

/// What stands for words that must not leave, where nothing else is to stand there.
pub const LEFT_OUT: &str = "(…)";

/// What may be told of a story.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Share {
    /// The clause that withholds all of it: it is for the preparation book only.
    pub withheld: Option<String>,
    /// Words that must not leave.
    pub forbidden: Vec<Forbidden>,
    /// Clauses that only a person can check.
    pub reminders: Vec<String>,
}

/// Words that must not leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forbidden {
    /// The words.
    pub words: String,
    /// What stands instead.
    pub instead: Option<String>,
}

/// Where a text has words that must not leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leak<'s> {
    /// Where, in bytes.
    pub at: Range<usize>,
    /// Which.
    pub forbidden: &'s Forbidden,
}

impl Share {
    /// What the front matter of a case says.
    pub fn of(case: &Case) -> Share {
        case.front.get(KEY).map(Share::read).unwrap_or_default()
    }

    /// What the words of `share` say, clause by clause; `;` stands between them.
    pub fn read(text: &str) -> Share {
        let mut share = Share::default();
        for clause in clauses(text) {
            let lower = clause.to_lowercase();
            let lower = lower.trim_end_matches(['.', '!']);
            if matches!(
                lower,
                "nothing" | "nothing yet" | "private" | "not yet" | "no" | "none" | "never"
            ) {
                share.withheld.get_or_insert_with(|| clause.to_owned());
                continue;
            }
            let found = forbidden(clause, lower);
            if found.is_empty() {
                share.reminders.push(clause.to_owned());
            }
            share.forbidden.extend(found);
        }
        share
    }

    /// Where a text has words that must not leave, in order: whole words, whatever their capitals.
    pub fn leaks(&self, text: &str) -> Vec<Leak<'_>> {
        let said: Vec<(usize, String)> = text
            .split_word_bound_indices()
            .filter(|(_, part)| part.contains(|c: char| !c.is_whitespace()))
            .map(|(at, word)| (at, word.to_lowercase()))
            .collect();
        let mut leaks = Vec::new();
        for forbidden in &self.forbidden {
            let lower = forbidden.words.to_lowercase();
            let wanted: Vec<&str> = lower
                .split_word_bounds()
                .filter(|part| !part.trim().is_empty())
                .collect();
            if wanted.is_empty() {
                continue;
            }
            for (from, window) in said.windows(wanted.len()).enumerate() {
                let plain = |word: &str| {
                    word.strip_suffix("'s")
                        .or(word.strip_suffix("’s"))
                        .unwrap_or(word)
                        .to_owned()
                };
                let same = window
                    .iter()
                    .zip(&wanted)
                    .all(|((_, one), two)| one == two || plain(one) == *two);
                if same {
                    let start = window[0].0;
                    let next = said
                        .get(from + wanted.len())
                        .map_or(text.len(), |(at, _)| *at);
                    let end = start + text[start..next].trim_end().len();
                    leaks.push(Leak {
                        at: start..end,
                        forbidden,
                    });
                }
            }
        }
        leaks.sort_by_key(|leak| (leak.at.start, leak.at.end));
        leaks
    }

    /// Where a story's text has words that must not leave; `share` itself, which names them, is never shown and left out.
    pub fn leaks_of(&self, case: &Case) -> Vec<Leak<'_>> {
        let own = |at: usize| {
            let entries = case.front.entries.iter().filter(|entry| entry.key == KEY);
            let spans: Vec<Span> = entries.map(|entry| entry.value_span).collect();
            spans
                .iter()
                .any(|span| (span.start as usize..span.end as usize).contains(&at))
        };
        let mut leaks = self.leaks(case.source());
        leaks.retain(|leak| !own(leak.at.start));
        leaks
    }

    /// A text as it may leave: what stands instead of words that must not, else [`LEFT_OUT`].
    pub fn kept(&self, text: &str) -> String {
        replaced(text, &self.leaks(text))
    }

    /// The source of a story as it may leave; none where it may leave as it is.
    pub fn kept_of(&self, case: &Case) -> Option<String> {
        let leaks = self.leaks_of(case);
        (!leaks.is_empty()).then(|| replaced(case.source(), &leaks))
    }

    /// What of `share` may itself be shown: what only a person can check.
    pub fn shown(&self) -> Option<String> {
        (!self.reminders.is_empty()).then(|| self.reminders.join("; "))
    }
}

/// A text with other words in the place of those that must not leave; its lines stay where they are.
fn replaced(text: &str, leaks: &[Leak<'_>]) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut end = 0;
    for leak in leaks.iter() {
        if leak.at.start < end {
            continue;
        }
        kept.push_str(&text[end..leak.at.start]);
        kept.push_str(leak.forbidden.instead.as_deref().unwrap_or(LEFT_OUT));
        let breaks = text[leak.at.clone()].matches('\n').count();
        kept.push_str(&"\n".repeat(breaks));
        end = leak.at.end;
    }
    kept.push_str(&text[end..]);
    kept
}

/// The clauses; a `;` in quotation marks ends none.
fn clauses(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut close = None;
    for (at, c) in text.char_indices() {
        match (close, c) {
            (Some(end), _) if c == end => close = None,
            (None, '"') => close = Some('"'),
            (None, '“') => close = Some('”'),
            (None, ';') => {
                found.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(&text[start..]);
    let trimmed = found.into_iter().map(str::trim);
    trimmed.filter(|clause| !clause.is_empty()).collect()
}

/// The words that a clause forbids: none where only a person can check it.
fn forbidden(clause: &str, lower: &str) -> Vec<Forbidden> {
    let parts = quoted(clause);
    if let [(first, words), (second, instead)] = parts.as_slice()
        && clause[..first.start].trim().is_empty()
        && clause[first.end..second.start].trim() == "as"
        && clause[second.end..].trim().is_empty()
    {
        return vec![Forbidden {
            words: words.clone(),
            instead: Some(instead.clone()),
        }];
    }
    let denies = ["no ", "no \"", "not ", "without ", "never "];
    let only = parts.first().is_some_and(|(first, _)| {
        let before = clause[..first.start].trim().to_lowercase();
        matches!(before.as_str(), "no" | "not" | "without" | "never")
    });
    if !only || !denies.iter().any(|word| lower.starts_with(word)) {
        return Vec::new();
    }
    let each = parts.into_iter().map(|(_, words)| Forbidden {
        words,
        instead: None,
    });
    each.collect()
}

/// What stands in quotation marks, and where, the marks included.
fn quoted(clause: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = clause[at..].find(['"', '“']).map(|open| at + open) {
        let mark = if clause[open..].starts_with('"') {
            '"'
        } else {
            '“'
        };
        let from = open + mark.len_utf8();
        let close = if mark == '"' { '"' } else { '”' };
        let Some(end) = clause[from..].find(close).map(|end| from + end) else {
            break;
        };
        let words = clause[from..end]
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        at = end + close.len_utf8();
        if !words.is_empty() {
            found.push((open..at, words));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::Share;

    fn words(share: &Share) -> Vec<(&str, Option<&str>)> {
        let all = share.forbidden.iter();
        all.map(|one| (one.words.as_str(), one.instead.as_deref()))
            .collect()
    }

    #[test]
    fn clauses_are_told_apart() {
        let share = Share::read("no company name; parcels as \"about 4,000 a week\"");
        assert_eq!(
            share.reminders,
            ["no company name", "parcels as \"about 4,000 a week\""]
        );
        assert_eq!(words(&share), []);
        let share = Share::read("no \"Acme\"; “Ann; Bob” as “two people”; without \"X Y\" or “Z”");
        assert_eq!(
            words(&share),
            [
                ("Acme", None),
                ("Ann; Bob", Some("two people")),
                ("X Y", None),
                ("Z", None)
            ]
        );
        assert_eq!(share.shown(), None);
        for nothing in ["nothing", "Private.", "not yet", "no \"Acme\"; nothing"] {
            assert!(Share::read(nothing).withheld.is_some(), "{nothing}");
        }
        assert_eq!(Share::read(""), Share::default());
        assert!(Share::read("everything but \"Acme\"").forbidden.is_empty());
    }

    #[test]
    fn words_that_must_not_leave_are_replaced_line_by_line() {
        let share = Share::read("no \"Dan Okafor\"; \"Acme\" as \"a shop\"");
        assert_eq!(
            share.kept("Dan\nOkafor sold it to Acme's own.\nAcme"),
            "(…)\n sold it to a shop own.\na shop"
        );
        assert_eq!(share.kept("Nothing to see."), "Nothing to see.");
    }

    #[test]
    fn words_leak_whole_and_in_any_capitals() {
        let share = Share::read("no \"Acme Foods\"; \"€183,000\" as \"under 200,000\"");
        let at = |text| -> Vec<String> {
            share
                .leaks(text)
                .iter()
                .map(|leak| text[leak.at.clone()].to_owned())
                .collect()
        };
        assert_eq!(
            at("At ACME\n foods, it cost €183,000."),
            ["ACME\n foods", "€183,000"]
        );
        assert_eq!(at("Acme Foods's own; Acme-Foods"), ["Acme Foods's"]);
        assert_eq!(at("Acmes Foods, €183,0001"), Vec::<String>::new());
    }
}
