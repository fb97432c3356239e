//! What statements are worth, by shape and in words; and the ids of blocks.

use whyproof_case::{Standing, Statement};
use whyproof_syntax::TextId;

use crate::manuscript::Manuscript;
use crate::verdict::worth;

/// The shape of an objection that is dealt with.
pub(super) const MET: &str = "<span class=\"mark m-falls m-met\" aria-hidden=\"true\"></span>";

/// The shape of a statement: that of its standing, and quiet where it is an objection that is dealt with.
pub(super) fn mark_of(statement: &Statement) -> &'static str {
    if worth(statement.kind, statement.standing) == statement.standing.word() {
        mark(statement.standing)
    } else {
        MET
    }
}

/// Its shape: a full square, one that is half full, one that is empty and crossed out. The word says it, too.
pub(super) fn mark(standing: Standing) -> &'static str {
    match standing {
        Standing::Stands => "<span class=\"mark m-stands\" aria-hidden=\"true\"></span>",
        Standing::Assumed => "<span class=\"mark m-assumed\" aria-hidden=\"true\"></span>",
        Standing::Falls => "<span class=\"mark m-falls\" aria-hidden=\"true\"></span>",
    }
}

/// The id of a block: `s-ID` where it states the statement `ID`, else `t-N`.
pub(super) fn anchor(manuscript: &Manuscript<'_>, text: TextId) -> String {
    let ids = &manuscript.ids;
    match manuscript.block(text).states {
        Some(statement) => format!("{ids}s-{}", manuscript.case.statement(statement).id),
        None => format!("{ids}t-{}", text.0),
    }
}
