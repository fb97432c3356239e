//! Questions as data: TOML files, built in or the user's own.

use std::sync::LazyLock;

use serde::Deserialize;
use whyproof_case::WhyKind;

use crate::material::{Attach, Material};
use crate::view::View;
use crate::wording::Wording;

/// A question that can be asked wherever its material is found.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its id, one of a kind: `cause-other`.
    pub id: String,
    /// The argumentation scheme that it is a critical question of.
    pub scheme: String,
    /// Why, or why not.
    #[serde(deserialize_with = "kind")]
    pub kind: WhyKind,
    /// What it attaches to.
    pub on: Attach,
    /// Which of that kind: a part of the problem or of a story; empty: any.
    #[serde(default)]
    pub name: String,
    /// Wordings: the first whose slots are all there is used.
    pub text: Vec<Wording>,
    /// Facts that the material must have.
    #[serde(default)]
    pub when: Vec<Condition>,
    /// Facts that the material must not have: with them the case already answers.
    #[serde(default)]
    pub unless: Vec<Condition>,
    /// Why it is asked here.
    pub why: Wording,
    /// What a good answer brings.
    pub good_answer: String,
    /// Whose question it is.
    pub views: Vec<View>,
    /// How hard it is to meet, 1 to 5.
    pub weight: u8,
    /// Where it comes from: author, year, page or number.
    pub reference: String,
    /// Whether it is of the user's own folder, and asked whatever else is.
    #[serde(skip)]
    pub own: bool,
}

/// The name of a fact.
pub type Condition = String;

fn kind<'de, D: serde::Deserializer<'de>>(from: D) -> Result<WhyKind, D::Error> {
    let word = String::deserialize(from)?;
    match word.as_str() {
        "why" => Ok(WhyKind::Why),
        "why-not" | "why not" => Ok(WhyKind::WhyNot),
        other => Err(serde::de::Error::custom(format!(
            "`{other}` is no kind of question: write `why` or `why-not`"
        ))),
    }
}

impl Question {
    /// Whether it can be put to `material`, wording apart.
    pub fn fits(&self, material: &Material) -> bool {
        self.on == material.attach
            && (self.name.is_empty() || self.name == material.name)
            && self.when.iter().all(|fact| material.is(fact))
            && !self.unless.iter().any(|fact| material.is(fact))
    }

    /// The question about `material`, in the first wording that it has the words for.
    pub fn word(&self, material: &Material) -> Option<String> {
        self.text
            .iter()
            .find_map(|wording| wording.fill(&material.slots))
    }
}

/// A file of questions.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default, rename = "question")]
    questions: Vec<Question>,
}

/// Why questions cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BankError {
    /// The TOML is no file of questions.
    #[error("`{path}` cannot be read: {reason}")]
    Bad {
        /// The file.
        path: String,
        /// What is wrong, with line and column.
        reason: String,
    },
    /// Two questions of one id.
    #[error("`{path}` has a second question with the id `{id}`: ids are one of a kind")]
    Twice {
        /// The file.
        path: String,
        /// The id.
        id: String,
    },
    /// A value out of range, or a question without wording.
    #[error("`{path}`, question `{id}`: {reason}")]
    Question {
        /// The file.
        path: String,
        /// The id.
        id: String,
        /// What is wrong.
        reason: &'static str,
    },
}

/// Questions to choose from.
#[derive(Debug, Clone, Default)]
pub struct Bank {
    questions: Vec<Question>,
}

impl Bank {
    /// Its questions, in order.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// The questions that attach to `attach`, in order.
    pub fn questions_on(&self, attach: Attach) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(move |q| q.on == attach)
    }

    /// Adds the questions of a TOML file of the user's own, as [`Bank::add`] does.
    ///
    /// # Errors
    /// [`BankError`]; nothing is added then.
    pub fn add_own(&mut self, path: &str, text: &str) -> Result<(), BankError> {
        let before = self.questions.len();
        self.add(path, text)?;
        for question in self.questions.iter_mut().skip(before) {
            question.own = true;
        }
        Ok(())
    }

    /// Adds the questions of a TOML file; `path` names it in errors.
    ///
    /// # Errors
    /// [`BankError`]; nothing is added then.
    pub fn add(&mut self, path: &str, text: &str) -> Result<(), BankError> {
        let file: File = toml::from_str(text).map_err(|error| BankError::Bad {
            path: path.to_owned(),
            reason: error.to_string().trim().to_owned(),
        })?;
        for (at, question) in file.questions.iter().enumerate() {
            let wrong = |reason| BankError::Question {
                path: path.to_owned(),
                id: question.id.clone(),
                reason,
            };
            if !(1..=5).contains(&question.weight) {
                return Err(wrong("`weight` goes from 1 to 5"));
            }
            if question.text.is_empty() {
                return Err(wrong("`text` needs at least one wording"));
            }
            let earlier = self.questions.iter().chain(&file.questions[..at]);
            if earlier.into_iter().any(|other| other.id == question.id) {
                return Err(BankError::Twice {
                    path: path.to_owned(),
                    id: question.id.clone(),
                });
            }
        }
        self.questions.extend(file.questions);
        Ok(())
    }
}

/// A file of questions by its name.
macro_rules! file {
    ($name:literal) => {
        (
            concat!("questions/", $name, ".toml"),
            include_str!(concat!("../questions/", $name, ".toml")),
        )
    };
}

/// The files that are built in; a test reads every one, so that none is left out.
const FILES: &[(&str, &str)] = &[
    file!("statements"),
    file!("objections"),
    file!("figures"),
    file!("evidence"),
    file!("answers"),
    file!("problem"),
    file!("alternatives"),
    file!("decision"),
    file!("impact"),
    file!("stories"),
    file!("criteria"),
    file!("shapes"),
    file!("prose-actions"),
    file!("prose-causes"),
    file!("prose-commitments"),
    file!("prose-cues"),
    file!("prose-gains"),
    file!("prose-parts"),
    file!("prose-sources"),
    file!("prose-speech"),
];

static BUILT_IN: LazyLock<Bank> = LazyLock::new(|| {
    let mut bank = Bank::default();
    for (path, text) in FILES {
        // A file of ours that cannot be read fails the test of the bank.
        let _ = bank.add(path, text);
    }
    bank
});

/// The questions that are built in.
pub fn built_in() -> &'static Bank {
    &BUILT_IN
}
