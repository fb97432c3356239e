//! What changed in a case between two revisions of it: in what it says and what that is worth, not in its lines.

mod argument;
mod both;
mod earlier;
mod figures;
mod kind;
mod likeness;
mod matching;
mod pairs;
mod prose;
mod said;
mod sentence;
mod sources;
mod telling;
mod verdict;
mod whys;

pub use earlier::earlier;
pub use kind::{ChangeGroup, ChangeKind};

use crate::case::Case;
use crate::statement::{StatementId, StatementKind};
use both::Both;

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// What kind of change it is.
    pub kind: ChangeKind,
    /// What changed: a statement's or a question's words, or the name of a figure, a footnote, a query, a part, a
    /// section or a key; as it is now, where it is still there.
    pub what: String,
    /// What a statement is; none for anything else.
    pub role: Option<StatementKind>,
    /// Its id: a statement's or a question's, a figure's name, a footnote's label, a key; none where it has none.
    pub id: Option<String>,
    /// How it was; none where it was not there.
    pub old: Option<String>,
    /// How it is; none where it is not there any more.
    pub new: Option<String>,
    /// What it stands under, or is put to, in words; for what came or went.
    pub under: Option<String>,
    /// Who asks or settles.
    pub by: Option<String>,
    /// Why, in a sentence: of a standing, a verdict, evidence.
    pub because: Option<String>,
    /// In how many places; of prose, how many blocks.
    pub many: u32,
    /// Its line in the old revision, from 1.
    pub old_line: Option<u32>,
    /// Its line in the new revision, from 1.
    pub line: Option<u32>,
}

impl Changed {
    pub(crate) fn new(kind: ChangeKind, what: &str) -> Self {
        Self {
            kind,
            what: what.to_owned(),
            role: None,
            id: None,
            old: None,
            new: None,
            under: None,
            by: None,
            because: None,
            many: 1,
            old_line: None,
            line: None,
        }
    }
}

/// What changed, the most important first, then in the order of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// The changes.
    pub list: Vec<Changed>,
    /// Statements that both revisions have, old and new, in the order of the new. All others were dropped or added.
    pub kept: Vec<(StatementId, StatementId)>,
}

impl Changes {
    /// Whether nothing changed but, at most, how it is set.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Every change as a sentence of plain English, in their order: for the list “what changed since” of a paper.
    /// Words of the case stand in quotation marks, cut where they are long; nothing in a sentence is markup.
    pub fn sentences(&self) -> Vec<String> {
        self.list.iter().map(Changed::sentence).collect()
    }
}

/// Compares two revisions of a case. Statements are the same where their author's ids are; else where their words
/// are; else where they are alike enough under the same parent or in the same place. Where data were computed for one
/// revision only, make the other with [`earlier`], so that what nobody computed is no change.
pub fn changes(old: &Case, new: &Case) -> Changes {
    let both = Both::new(old, new);
    let mut list = Vec::new();
    verdict::changes(&both, &mut list);
    argument::changes(&both, &mut list);
    figures::changes(old, new, &mut list);
    whys::changes(&both, &mut list);
    sources::evidence(&both, &mut list);
    telling::problem(old, new, &mut list);
    telling::story(old, new, &mut list);
    sources::queries(old, new, &mut list);
    sources::experiments(old, new, &mut list);
    telling::front(old, new, &mut list);
    prose::changes(old, new, &mut list);
    // Stable: what has no line stays as it was found.
    list.sort_by_key(|changed| (changed.kind.group(), changed.line.or(changed.old_line)));
    let kept = both.statements.kept();
    Changes {
        list,
        kept: kept
            .map(|(was, is)| (StatementId(was), StatementId(is)))
            .collect(),
    }
}
