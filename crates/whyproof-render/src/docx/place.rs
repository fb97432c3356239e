//! Where in a case something is set, and what follows for its looks.

use whyproof_case::StatementKind;
use whyproof_syntax::TextId;

use crate::manuscript::Manuscript;

/// In what a flow stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Prose: lists are lists.
    Prose,
    /// *Case*: what stands under a claim is sentences, set in by how far it is from it.
    Argued,
    /// *Questions*: under each, who asks.
    Asked,
    /// The appendix: fences stand where they are.
    Appendix,
    /// A footnote.
    Note,
}

/// Deepest that anything is set in; below it everything is flat, with the path of its numbers.
pub(super) const DEEPEST: usize = 9;
/// How far each level is set in, in twentieths of a point.
pub(super) const STEP: usize = 360;

/// What is open around a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    /// A list: its numbering, for one in prose.
    List {
        /// The numbering's id.
        number: u32,
    },
    /// An item.
    Item {
        /// Its number in the list.
        at: u64,
        /// Whether its words are still to come.
        is_new: bool,
        /// The box of a task.
        ticked: Option<bool>,
    },
    /// Somebody else's words.
    Quote,
}

/// The style of a block of *Case*.
pub(super) fn argued(manuscript: &Manuscript<'_>, text: TextId, in_list: bool) -> &'static str {
    let block = manuscript.block(text);
    let kind = block.states.map(|id| manuscript.case.statement(id).kind);
    match kind {
        Some(StatementKind::Claim) => "Claim",
        Some(StatementKind::Reason) => "Reason",
        Some(StatementKind::Objection) => "Objection",
        Some(StatementKind::Rebuttal) => "Rebuttal",
        Some(StatementKind::Why) => "Question",
        None if block.asks.is_some() => "Question",
        Some(StatementKind::Answer) => "Elaboration",
        None if in_list => "Elaboration",
        None => "BodyText",
    }
}

/// The numbers of the open items, with full stops between: `1.2.1`.
pub(super) fn path(levels: &[Level]) -> String {
    let numbers = levels.iter().filter_map(|level| match level {
        Level::Item { at, .. } => Some(at.to_string()),
        _ => None,
    });
    numbers.collect::<Vec<_>>().join(".")
}
