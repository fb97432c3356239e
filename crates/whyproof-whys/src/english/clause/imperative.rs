//! Instructions, which state nothing.

use super::super::lexicon::{Class, can, class};
use super::super::token::Token;

/// Verbs that often begin an instruction.
const IMPERATIVES: &[&str] = &[
    "add",
    "allow",
    "avoid",
    "change",
    "check",
    "consider",
    "create",
    "define",
    "describe",
    "document",
    "enable",
    "ensure",
    "explain",
    "extend",
    "give",
    "implement",
    "imagine",
    "introduce",
    "keep",
    "let",
    "make",
    "move",
    "note",
    "provide",
    "put",
    "remember",
    "remove",
    "replace",
    "return",
    "run",
    "see",
    "set",
    "suppose",
    "support",
    "take",
    "think",
    "try",
    "update",
    "use",
    "verify",
    "please",
    "ask",
    "look",
    "call",
    "assume",
];

/// A base form at the very beginning, followed by an object: *use the flag*.
pub(super) fn is_imperative(tokens: &[Token], at: usize) -> bool {
    let word = &tokens[at].lower;
    let next = tokens.get(at + 1);
    let noun = next.is_some_and(|n| class(&n.lower) == Class::Auxiliary || n.any(&["of", "for"]));
    if IMPERATIVES.contains(&word.as_str()) && !noun {
        return true;
    }
    can(word).verb
        && !word.ends_with('s')
        && !word.ends_with("ing")
        && next.is_some_and(|n| {
            matches!(
                class(&n.lower),
                Class::Determiner | Class::Object | Class::Pronoun
            )
        })
}
