//! Checking one text after another.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use harper_core::linting::LintGroup;
use harper_core::parsers::PlainEnglish;
use harper_core::{Document, remove_overlaps_map};

use crate::words::Words;
use crate::{Dialect, Issue, Kind};

/// What parts two paragraphs.
const BETWEEN: &str = "\n\n";
/// Bytes that are read at once: some 3,000 words. Some rules look at every pair of what they find.
const BATCH: usize = 1 << 14;

/// Checks spelling and grammar of plain text.
///
/// Making one costs nothing; the first [`check`](Self::check) in the process reads the
/// dictionary, and the first of each checker builds its rules. A clone shares the words and
/// builds rules of its own.
pub struct Checker {
    dialect: Dialect,
    words: Arc<Words>,
    off: Vec<String>,
    rules: Option<LintGroup>,
}

impl Clone for Checker {
    fn clone(&self) -> Self {
        Self {
            dialect: self.dialect,
            words: Arc::clone(&self.words),
            off: self.off.clone(),
            rules: None,
        }
    }
}

impl Checker {
    /// A checker with the curated rules, for a dialect, that also accepts `words`: an entry of
    /// several words accepts each of them, and each also with `'s`.
    pub fn new(dialect: Dialect, words: &[String]) -> Self {
        Self {
            dialect,
            words: Arc::new(Words::new(words)),
            off: Vec::new(),
            rules: None,
        }
    }

    /// The same checker without some rules, by the names that [`Issue::rule`] gives. A name that
    /// is no rule's does nothing.
    #[must_use]
    pub fn without(mut self, rules: &[&str]) -> Self {
        self.off.extend(rules.iter().map(|&rule| rule.to_owned()));
        self.rules = None;
        self
    }

    /// What is wrong in each of some texts that stand one after the other, such as the paragraphs of a document: for
    /// each what [`check`](Self::check) says of it, save for a few rules that look past a paragraph, and faster, as
    /// several are read at once.
    pub fn check_all(&mut self, texts: &[&str]) -> Vec<Vec<Issue>> {
        let mut issues = Vec::with_capacity(texts.len());
        let mut rest = texts;
        while !rest.is_empty() {
            let (some, more) = rest.split_at(batch(rest));
            issues.extend(self.together(some));
            rest = more;
        }
        issues
    }

    /// As many texts as are read at once; one by one where the rules fail on them.
    fn together(&mut self, texts: &[&str]) -> Vec<Vec<Issue>> {
        let all = self.check(&texts.join(BETWEEN));
        if all.iter().any(|issue| issue.kind == Kind::Unchecked) {
            return texts.iter().map(|text| self.check(text)).collect();
        }
        let mut all = all.into_iter().peekable();
        let mut start = 0;
        let of_one = texts.iter().map(|text| {
            let end = start + text.len();
            let mut issues = Vec::new();
            while let Some(mut issue) = all.next_if(|issue| issue.span.start < end) {
                if issue.span.start >= start && issue.span.end <= end {
                    issue.span = issue.span.start - start..issue.span.end - start;
                    issues.push(issue);
                }
            }
            start = end + BETWEEN.len();
            issues
        });
        of_one.collect()
    }

    /// What is wrong in a text, in its order. Where the rules fail on a text, the one issue is of
    /// kind [`Kind::Unchecked`](crate::Kind::Unchecked).
    pub fn check(&mut self, text: &str) -> Vec<Issue> {
        if !text.contains(char::is_alphanumeric) {
            return Vec::new();
        }
        // Some 800 rules of another project run over whatever people write: one that panics may
        // cost this text its check, not the writer the program.
        let found = catch_unwind(AssertUnwindSafe(|| self.run(text)));
        found.unwrap_or_else(|_| {
            self.rules = None;
            vec![Issue::unchecked(text)]
        })
    }

    fn run(&mut self, text: &str) -> Vec<Issue> {
        let dictionary = self.words.dictionary();
        let document = Document::new(text, &PlainEnglish, &dictionary);
        let rules = self.rules.get_or_insert_with(|| {
            let mut rules = LintGroup::new_curated(dictionary, self.dialect.harper());
            for rule in &self.off {
                rules.config.set_rule_enabled(rule, false);
            }
            rules
        });
        let mut found = rules.organized_lints(&document);
        remove_overlaps_map(&mut found);
        let bytes = Bytes::of(text);
        let mut issues: Vec<Issue> = found
            .iter()
            .flat_map(|(rule, lints)| lints.iter().map(move |lint| (rule, lint)))
            .filter_map(|(rule, lint)| {
                let span = bytes.at(lint.span.start)..bytes.at(lint.span.end);
                let words = text.get(span.clone())?;
                (!self.words.accept(words)).then(|| Issue::new(rule, lint, span, words))
            })
            .collect();
        issues.sort_by(|a, b| {
            (a.span.start, a.span.end, &a.rule).cmp(&(b.span.start, b.span.end, &b.rule))
        });
        issues
    }
}

/// How many of `texts` are read at once: at least one.
fn batch(texts: &[&str]) -> usize {
    let mut bytes = 0;
    let fit = texts.iter().take_while(|text| {
        bytes += text.len() + BETWEEN.len();
        bytes <= BATCH
    });
    fit.count().max(1)
}

/// From the number of a character to its byte.
enum Bytes {
    /// One byte a character, as many as this.
    Ascii(usize),
    /// The byte at which each character starts, and the end.
    Starts(Vec<usize>),
}

impl Bytes {
    fn of(text: &str) -> Self {
        if text.is_ascii() {
            return Self::Ascii(text.len());
        }
        let starts = text.char_indices().map(|(byte, _)| byte);
        Self::Starts(starts.chain([text.len()]).collect())
    }

    fn at(&self, character: usize) -> usize {
        match self {
            Self::Ascii(end) => character.min(*end),
            Self::Starts(starts) => starts
                .get(character)
                .or(starts.last())
                .copied()
                .unwrap_or_default(),
        }
    }
}
