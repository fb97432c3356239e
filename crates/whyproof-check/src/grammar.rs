//! Spelling and grammar of a case's prose.

use whyproof_case::{Case, CheckConfig};
use whyproof_prose::{Checker, Issue, Kind};
use whyproof_syntax::{Diagnostic, Edit, Fix, Place, Severity, Text};

use crate::check::{self, Finding};
use crate::{Findings, allow};

/// Rules that cry wolf on the format: reasons begin with a small letter, headings are sentences.
const OFF: [&str; 2] = ["SentenceCapitalization", "UseTitleCase"];

/// The names of its findings, for `whyproof.toml` and comments.
const IDS: [&str; 2] = ["spelling", "grammar"];

/// Checks spelling and grammar. Made once for a workspace; a clone for each thread shares the words.
#[derive(Clone)]
pub struct Grammar {
    checker: Checker,
}

impl Grammar {
    /// With the workspace's words. Its rules are read with the first case.
    pub fn new(config: &CheckConfig) -> Self {
        let dialect = config.dialect.word().parse().unwrap_or_default();
        Self {
            checker: Checker::new(dialect, &config.words).without(&OFF),
        }
    }

    /// Adds what it finds in `case` to `findings`, after what the checks found, in the text's order; none is folded.
    pub fn add(&mut self, case: &Case, config: &CheckConfig, findings: &mut Findings) {
        let names = names(case);
        let mut found = Vec::new();
        for text in &case.parse.document.texts {
            if text.place == Place::Quote {
                continue;
            }
            let issues = self.checker.check(&text.words.text);
            let own = issues.iter().filter(|issue| !is_name(text, issue, &names));
            found.extend(own.map(|issue| finding(case, text, issue)));
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
    let words = text.words.text.get(issue.span.clone()).unwrap_or("");
    if text.words.in_code(issue.span.start) || words.contains("://") {
        return true;
    }
    let has_capital = words.starts_with(char::is_uppercase);
    let cited = matches!(text.place, Place::Footnote(_)) && has_capital;
    issue.kind == Kind::Spelling && (cited || names.iter().any(|name| name == words))
}

fn finding(case: &Case, text: &Text, issue: &Issue) -> Finding {
    let span = text.words.source(issue.span.start, issue.span.end);
    let words = text.words.text.get(issue.span.clone()).unwrap_or("");
    let (id, severity) = match issue.kind {
        Kind::Spelling => ("spelling", Severity::Warning),
        Kind::Grammar => ("grammar", Severity::Warning),
        Kind::Mechanics | Kind::Style | Kind::Unchecked => ("grammar", Severity::Info),
    };
    let message = issue.message.replace('`', "");
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
