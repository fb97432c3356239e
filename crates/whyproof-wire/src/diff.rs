//! The document of `diff`.

use schemars::JsonSchema;
use serde::Serialize;
use whyproof_case::{Case, Changed, Changes};

use crate::words::{Standing, StatementKind};

/// What `whyproof diff --format json` writes.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[schemars(title = "whyproof/diff/1")]
pub struct Diff<'c> {
    /// Which document this is.
    #[schemars(extend("const" = "whyproof/diff/1"))]
    pub schema: &'static str,
    /// What is compared with.
    pub old: DiffSide<'c>,
    /// What is compared.
    pub new: DiffSide<'c>,
    /// Statements that both have.
    pub kept: Vec<KeptStatement<'c>>,
    /// What changed, the most important first, then in the order of the file.
    pub changes: Vec<DiffChange<'c>>,
}

/// One of the two.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DiffSide<'c> {
    /// The file, as it was named; null for standard input.
    pub path: Option<&'c str>,
    /// The git revision; null where it is a file as it is.
    pub revision: Option<&'c str>,
    /// The first level-1 heading's words.
    pub title: Option<&'c str>,
    /// What it is worth.
    pub standing: Standing,
}

impl<'c> DiffSide<'c> {
    /// Of a case and where it came from.
    pub fn of(case: &'c Case, path: Option<&'c str>, revision: Option<&'c str>) -> Self {
        Self {
            path,
            revision,
            title: case.title.as_deref(),
            standing: case.verdict.standing.into(),
        }
    }
}

/// A statement of both.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct KeptStatement<'c> {
    /// Its id in the old one.
    pub old_id: &'c str,
    /// Its id in the new one.
    pub id: &'c str,
}

/// One change.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DiffChange<'c> {
    /// What kind of change: docs/changes.md has them all; later versions may add some.
    pub kind: &'static str,
    /// What changed: a statement's or a question's words, or the name of a figure, a footnote, a query, a part, a
    /// section or a key.
    pub what: &'c str,
    /// What a statement is; null for anything else.
    pub role: Option<StatementKind>,
    /// Its id, without `#`; null where it has none.
    pub id: Option<&'c str>,
    /// How it was; null where it was not there.
    pub old: Option<&'c str>,
    /// How it is; null where it is not there any more.
    pub new: Option<&'c str>,
    /// What it stands under, or is put to, in words; of what came or went.
    pub under: Option<&'c str>,
    /// Who asks or settles.
    pub by: Option<&'c str>,
    /// Why, in a sentence.
    pub because: Option<&'c str>,
    /// In how many places; of prose, how many blocks.
    pub many: u32,
    /// Its line in the old one, from 1.
    pub old_line: Option<u32>,
    /// Its line in the new one, from 1.
    pub line: Option<u32>,
    /// The change as a sentence.
    pub sentence: String,
}

impl<'c> Diff<'c> {
    /// The document of what changed between two cases.
    pub fn of(
        (old_case, old): (&'c Case, DiffSide<'c>),
        (new_case, new): (&'c Case, DiffSide<'c>),
        changes: &'c Changes,
    ) -> Self {
        let kept = changes.kept.iter().map(|(was, is)| KeptStatement {
            old_id: &old_case.statement(*was).id,
            id: &new_case.statement(*is).id,
        });
        Self {
            schema: "whyproof/diff/1",
            old,
            new,
            kept: kept.collect(),
            changes: changes.list.iter().map(DiffChange::from).collect(),
        }
    }
}

impl<'c> From<&'c Changed> for DiffChange<'c> {
    fn from(changed: &'c Changed) -> Self {
        Self {
            kind: changed.kind.word(),
            what: &changed.what,
            role: changed.role.map(StatementKind::from),
            id: changed.id.as_deref(),
            old: changed.old.as_deref(),
            new: changed.new.as_deref(),
            under: changed.under.as_deref(),
            by: changed.by.as_deref(),
            because: changed.because.as_deref(),
            many: changed.many,
            old_line: changed.old_line,
            line: changed.line,
            sentence: changed.sentence(),
        }
    }
}
