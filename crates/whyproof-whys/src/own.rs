//! Questions of a workspace's own: all `questions/*.toml` at its root, beside those that are built in.

mod known;

use std::borrow::Cow;

use whyproof_case::{Host, HostError, Scope, join};

use crate::bank::{Bank, BankError, Question, built_in};

/// The folder of a workspace's own questions.
const FOLDER: &str = "questions";
/// Longest file that is read, in bytes.
const LIMIT: u64 = 1 << 20;

/// Why a workspace's own questions cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OwnError {
    /// The file cannot be read.
    #[error("`{path}` cannot be read: {error}")]
    File {
        /// The file.
        path: String,
        /// What went wrong.
        error: HostError,
    },
    /// The file is not UTF-8.
    #[error("`{path}` is not UTF-8")]
    NotUtf8 {
        /// The file.
        path: String,
    },
    /// It is no file of questions.
    #[error(transparent)]
    Bank(#[from] BankError),
    /// A slot, a fact or a name that the material of such a question never has.
    #[error(transparent)]
    Unknown(Box<UnknownName>),
}

/// A slot, a fact or a name that the material of a question never has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{path}:{line}:{column}: question `{id}` names the {what} `{name}`, which `{on}` does not have{near}"
)]
pub struct UnknownName {
    /// The file.
    pub path: String,
    /// Its line, from 1.
    pub line: u32,
    /// Its column, from 1, in characters.
    pub column: u32,
    /// The question.
    pub id: String,
    /// `slot`, `fact` or `name`.
    pub what: &'static str,
    /// What it says.
    pub name: String,
    /// What it attaches to.
    pub on: String,
    /// The names that could be meant, as the end of the sentence.
    pub near: String,
}

impl Bank {
    /// The built-in questions and all `questions/*.toml` of the workspace, in the order of their names.
    ///
    /// # Errors
    /// [`OwnError`] where a file cannot be read, is no file of questions, or names what there is not.
    pub fn with_own(host: &dyn Host, scope: &Scope) -> Result<Cow<'static, Bank>, OwnError> {
        let mut bank = Cow::Borrowed(built_in());
        let folder = join(&scope.root, FOLDER);
        let names = match host.list(&folder) {
            Ok(names) => names,
            Err(HostError::NotFound { .. }) => return Ok(bank),
            Err(error) => {
                return Err(OwnError::File {
                    path: FOLDER.to_owned(),
                    error,
                });
            }
        };
        for name in names.iter().filter(|name| name.ends_with(".toml")) {
            let path = format!("{FOLDER}/{name}");
            let within = host.stat_within(&scope.root, &path);
            let bytes = within.and_then(|_| host.read(&join(&folder, name), LIMIT));
            let bytes = bytes.map_err(|error| OwnError::File {
                path: path.clone(),
                error,
            })?;
            let text =
                String::from_utf8(bytes).map_err(|_| OwnError::NotUtf8 { path: path.clone() })?;
            let before = bank.questions().len();
            bank.to_mut().add_own(&path, &text)?;
            let new = bank.questions().get(before..).unwrap_or_default();
            for question in new {
                check(&path, &text, question)?;
            }
        }
        Ok(bank)
    }
}

/// Every slot, fact and name of a question is one that its material can have.
fn check(path: &str, text: &str, question: &Question) -> Result<(), OwnError> {
    let wordings = question.text.iter().chain([&question.why]);
    let slots = wordings
        .flat_map(|wording| wording.slots())
        .map(|slot| ("slot", slot));
    let facts = question
        .when
        .iter()
        .chain(&question.unless)
        .map(|fact| ("fact", fact.as_str()));
    let name = Some(("name", question.name.as_str())).filter(|(_, name)| !name.is_empty());
    for (what, said) in slots.chain(facts).chain(name) {
        let known = known::known(question.on, what);
        if known.contains(said) {
            continue;
        }
        let (line, column) = place(text, &question.id, said);
        return Err(OwnError::Unknown(Box::new(UnknownName {
            path: path.to_owned(),
            line,
            column,
            id: question.id.clone(),
            what,
            name: said.to_owned(),
            on: known::word(question.on),
            near: near(said, &known),
        })));
    }
    Ok(())
}

/// Line and column of `said` after the question's id.
fn place(text: &str, id: &str, said: &str) -> (u32, u32) {
    let quoted = format!("\"{id}\"");
    let from = text.find(&quoted).map_or(0, |at| at + quoted.len());
    let rest = text.get(from..).unwrap_or("");
    // A name stands in quotes or in braces; inside another word it is another.
    let whole = |at: usize| {
        let edge =
            |c: Option<char>| !c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
        edge(rest.get(..at).and_then(|s| s.chars().next_back()))
            && edge(rest.get(at + said.len()..).and_then(|s| s.chars().next()))
    };
    let at = rest
        .match_indices(said)
        .map(|(at, _)| at)
        .find(|at| whole(*at))
        .map_or(from, |at| from + at);
    let before = text.get(..at).unwrap_or("");
    let line = before.matches('\n').count() as u32 + 1;
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let column = before.get(start..).unwrap_or("").chars().count() as u32 + 1;
    (line, column)
}

/// The end of the sentence: the nearest name, or all where none is near.
fn near(said: &str, known: &std::collections::BTreeSet<String>) -> String {
    let best = known.iter().map(|name| (distance(said, name), name)).min();
    match best {
        Some((away, name)) if away <= 1 + said.chars().count() / 3 => {
            format!("; did you mean `{name}`?")
        }
        Some(_) => {
            let names: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            format!("; it has {}", whyproof_case::list(&names))
        }
        None => String::new(),
    }
}

/// The edit distance of two names.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, a) in one.chars().enumerate() {
        let mut last = at;
        let mut left = at + 1;
        for (b, cell) in other.iter().zip(row.iter_mut().skip(1)) {
            let above = *cell;
            *cell = (last + usize::from(a != *b)).min(above + 1).min(left + 1);
            last = above;
            left = *cell;
        }
        if let Some(first) = row.first_mut() {
            *first = at + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}
