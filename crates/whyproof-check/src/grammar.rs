//! Spelling and grammar of a case's prose.

use whyproof_case::{Case, CheckConfig};
use whyproof_prose::{Checker, Dialect, Issue, Kind};
use whyproof_syntax::{Diagnostic, Edit, Fix, Place, Severity, Text};

use crate::check::{self, Finding};
use crate::{Findings, allow};

/// Rules that cry wolf on the format (reasons begin with a small letter, headings are sentences), and one of taste.
const OFF: [&str; 3] = ["SentenceCapitalization", "UseTitleCase", "OxfordComma"];

/// The names of its findings, for `whyproof.toml` and comments.
const IDS: [&str; 2] = ["spelling", "grammar"];

/// Checks spelling and grammar. Made once for a workspace; a clone for each thread shares the words.
#[derive(Clone)]
pub struct Grammar {
    checker: Checker,
    /// Where nobody said which English it is, words of the other one are right, too.
    other: Option<Dialect>,
}

impl Grammar {
    /// With the workspace's words. Its rules are read with the first case.
    pub fn new(config: &CheckConfig) -> Self {
        let named = config.dialect.map(|dialect| dialect.word());
        let dialect = named.and_then(|word| word.parse().ok()).unwrap_or_default();
        Self {
            checker: Checker::new(dialect, &config.words).without(&OFF),
            other: named.is_none().then_some(Dialect::British),
        }
    }

    /// Adds what it finds in `case` to `findings`, after what the checks found, in the text's order; none is folded.
    pub fn add(&mut self, case: &Case, config: &CheckConfig, findings: &mut Findings) {
        let names = names(case);
        let mut found = Vec::new();
        let texts = case.parse.document.texts.iter();
        let texts: Vec<&Text> = texts.filter(|text| text.place != Place::Quote).collect();
        let words: Vec<&str> = texts.iter().map(|text| &*text.words.text).collect();
        for (text, issues) in texts.iter().zip(self.checker.check_all(&words)) {
            for issue in issues.iter().filter(|issue| !is_name(text, issue, &names)) {
                if !self.is_right_elsewhere(text, issue) {
                    found.push(finding(case, text, issue));
                }
            }
        }
        check::set_levels(&mut found, config);
        allow::apply(case, config, &mut found);
        // Comments that allow nothing are told by the checks.
        found.retain(|finding| IDS.contains(&finding.diagnostic.id));
        found.sort_by_key(|finding| finding.diagnostic.span);
        findings.total += found.len() as u32;
        findings.shown.append(&mut found);
    }
}

impl Grammar {
    /// Whether the word is one of the other English.
    fn is_right_elsewhere(&self, text: &Text, issue: &Issue) -> bool {
        let word = text.words.text.get(issue.span.clone()).unwrap_or("");
        issue.kind == Kind::Spelling && self.other.is_some_and(|other| other.knows(word))
    }
}

/// Words of the people that the case names.
fn names(case: &Case) -> Vec<String> {
    let statements = case.statements.iter().filter_map(|s| s.by.as_deref());
    let whys = case.whys.iter().filter_map(|why| why.by.as_deref());
    let people = case
        .owner
        .as_deref()
        .into_iter()
        .chain(statements)
        .chain(whys);
    people
        .flat_map(str::split_whitespace)
        .map(|word| word.trim_matches('.').to_owned())
        .collect()
}

/// Whether what is found is a name, a piece of code or an address, none of which is in a dictionary.
fn is_name(text: &Text, issue: &Issue, names: &[String]) -> bool {
    let whole = text.words.text.as_str();
    let words = whole.get(issue.span.clone()).unwrap_or("");
    if text.words.in_code(issue.span.start)
        || around(whole, issue.span.start).contains(['/', '@', '_'])
    {
        return true;
    }
    let has_capital = words.starts_with(char::is_uppercase);
    let cited = matches!(text.place, Place::Footnote(_)) && has_capital;
    issue.kind == Kind::Spelling && (cited || names.iter().any(|name| name == words))
}

/// The word that byte `at` of `text` stands in, with everything up to the next white space.
fn around(text: &str, at: usize) -> &str {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let start = before
        .rfind(char::is_whitespace)
        .map_or(0, |space| space + 1);
    let end = after
        .find(char::is_whitespace)
        .map_or(text.len(), |space| at + space);
    text.get(start..end).unwrap_or("")
}

fn finding(case: &Case, text: &Text, issue: &Issue) -> Finding {
    let span = text.words.source(issue.span.start, issue.span.end);
    let words = text.words.text.get(issue.span.clone()).unwrap_or("");
    let (id, severity) = match issue.kind {
        Kind::Spelling => ("spelling", Severity::Warning),
        Kind::Grammar => ("grammar", Severity::Warning),
        Kind::Mechanics | Kind::Style | Kind::Unchecked => ("grammar", Severity::Info),
    };
    let message = match issue.kind {
        Kind::Spelling => format!("“{words}” is in no dictionary"),
        _ => issue.message.replace('`', ""),
    };
    let mut diagnostic = Diagnostic::new(id, severity, span, message);
    diagnostic.help = Some(help(words, issue));
    // Where markup stands between the words, no one replacement is right.
    let is_plain = case.source().get(span.range()) == Some(words);
    if let Some(best) = issue.suggestions.first().filter(|_| is_plain) {
        let edits = vec![Edit {
            span,
            text: best.clone(),
        }];
        diagnostic.fix = Some(Fix {
            title: title(words, best),
            safe: false,
            edits,
        });
    }
    Finding {
        diagnostic,
        weight: 0,
        folded: 0,
    }
}

fn help(words: &str, issue: &Issue) -> String {
    let suggested: Vec<String> = issue
        .suggestions
        .iter()
        .take(3)
        .filter(|suggestion| !suggestion.is_empty())
        .map(|suggestion| format!("“{suggestion}”"))
        .collect();
    let write = if suggested.is_empty() {
        String::new()
    } else {
        format!("Perhaps {}. ", suggested.join(" or "))
    };
    match issue.kind {
        Kind::Spelling => {
            format!(
                "{write}If “{words}” is right, add it to `words` under `[check]` in whyproof.toml."
            )
        }
        _ if write.is_empty() => "Read the sentence aloud.".to_owned(),
        _ => write.trim_end().to_owned(),
    }
}

fn title(words: &str, best: &str) -> String {
    if best.is_empty() {
        format!("Remove “{words}”")
    } else {
        format!("Write “{best}” for “{words}”")
    }
}
