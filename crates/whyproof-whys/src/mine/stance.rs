//! Clauses that only say what their authors want, plan or think.

use crate::english::{Clause, Token, is_adverb};

/// Verbs of wanting, planning and thinking.
const WANTS: &[&str] = &[
    "want",
    "would",
    "plan",
    "propose",
    "believe",
    "think",
    "hope",
    "should",
    "will",
    "note",
    "consider",
    "call",
    "further",
    "suggest",
    "recommend",
    "intend",
    "aim",
    "prefer",
    "expect",
    "assume",
    "we'll",
    "we'd",
];
/// What a paper does with what is in it.
const TELLS: &[&str] = &[
    "claims",
    "proposes",
    "describes",
    "introduces",
    "adds",
    "suggests",
    "aims",
    "outlines",
    "covers",
    "is",
];
/// The text itself, and who wrote it.
const PAPERS: &[&str] = &[
    "author", "authors", "rfc", "pep", "kep", "proposal", "document", "section",
];

/// Whether the clause only says what its authors want, plan or think.
pub(crate) fn is_stance(tokens: &[Token], clause: Clause) -> bool {
    let ours = tokens[clause.subject.0].any(&["we", "we'll", "we'd", "i", "i'd", "i'll"]);
    let says = tokens[clause.subject.0..clause.subject.1]
        .iter()
        .any(|t| t.any(PAPERS));
    let after = tokens[clause.verb + 1..clause.to]
        .iter()
        .find(|t| !is_adverb(&t.lower));
    (ours && (tokens[clause.verb].any(WANTS) || after.is_some_and(|t| t.any(WANTS))))
        || (says && tokens[clause.verb].any(TELLS))
}
