//! The shape of a declarative clause: what it is about, its verb, where it ends.

mod end;
mod imperative;
mod lead;
mod subject;

use super::lexicon::{Class, class};
use super::token::{Shape, Token};
use end::shortened;
pub(crate) use lead::skip_leads;
use subject::{subject_and_verb, subject_start};

/// Most tokens that a clause inside a question may have.
const LONGEST: usize = 26;
/// Least tokens that say something.
const SHORTEST: usize = 4;

/// A declarative clause, by tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Clause {
    /// Its first token, what opens it included: *in 2019*.
    pub(crate) from: usize,
    /// One past its last token.
    pub(crate) to: usize,
    /// The subject: first token and one past the last.
    pub(crate) subject: (usize, usize),
    /// Its finite verb.
    pub(crate) verb: usize,
}

/// The clause of `tokens[from..to]`, where its shape is certain.
pub(crate) fn clause(tokens: &[Token], from: usize, to: usize) -> Option<Clause> {
    let marks = &["\"", "“", "-", "–", "—", "*", ">", "'", "‘", "…", "."];
    let mut from = from;
    while from < to && tokens[from].any(marks) {
        from += 1;
    }
    let from = skip_leads(tokens, from, to);
    let asks = tokens[from..to].last().is_some_and(|t| t.is("?"));
    let whole = trim(tokens, from, to);
    let to = whole;
    let starts = subject_start(tokens, from, to)?;
    let (subject, verb) = subject_and_verb(tokens, starts, to)?;
    let to = shortened(tokens, verb, from, to)?;
    let to = trim(tokens, from, to);
    if asks && to == whole {
        return None;
    }
    let clause = Clause {
        from,
        to,
        subject,
        verb,
    };
    (to - from >= SHORTEST && is_sound(tokens, clause)).then_some(clause)
}

/// Without marks at the end.
fn trim(tokens: &[Token], from: usize, mut to: usize) -> usize {
    while to > from && tokens[to - 1].any(&[".", "!", ",", ";", ":", "…", "-", "–", "—", "?", "*"])
    {
        to -= 1;
    }
    let quotes = |mark: &str| tokens[from..to].iter().filter(|t| t.is(mark)).count();
    let open = to > from
        && ((tokens[to - 1].is("\"") && quotes("\"") % 2 == 1)
            || (tokens[to - 1].is("”") && quotes("”") > quotes("“")));
    if open {
        return trim(tokens, from, to - 1);
    }
    to
}

/// Whether nothing in the clause makes it unfit to be said aloud inside a question.
fn is_sound(tokens: &[Token], clause: Clause) -> bool {
    let all = &tokens[clause.from..clause.to];
    let bad = all.iter().any(|t| {
        t.shape == Shape::Mark
            && !t.any(&[
                ",", "(", ")", "\"", "“", "”", "%", "/", "&", "+", "'", "’", "-", "–", "$", "‘",
                ".",
            ])
            || t.lower.contains("http")
            || t.lower.contains('_') && t.shape != Shape::Code
    });
    let balanced = |open: &str, close: &str| {
        all.iter().filter(|t| t.is(open)).count() == all.iter().filter(|t| t.is(close)).count()
    };
    let quotes = all.iter().filter(|t| t.is("\"")).count() % 2 == 0;
    let last = &all[all.len() - 1];
    let ends = last.is_wordy() || last.any(&[")", "\"", "”", "%", "’", "'"]);
    let dangling = matches!(
        class(&last.lower),
        Class::Determiner
            | Class::Coordinator
            | Class::Subordinator
            | Class::Preposition
            | Class::Question
            | Class::To
    ) && !last.any(&[
        "that", "this", "these", "those", "all", "both", "up", "off", "out", "over", "on", "in",
        "down", "about", "through", "around", "without", "many", "most", "few", "either", "such",
        "for", "of", "from", "with", "to",
    ]);
    let after_pronoun = all.len() > 4 && class(&all[all.len() - 2].lower) == Class::Pronoun;
    let dangling = dangling
        || (class(&last.lower) == Class::Auxiliary && !after_pronoun)
        || last.any(&["be", "been", "exactly", "namely"]);
    !bad && balanced("(", ")") && balanced("“", "”") && quotes && ends && !dangling
}
