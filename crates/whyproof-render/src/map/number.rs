//! The numbers that lead to a node.

use super::tree::Node;

/// Deepest level whose numbers are all given, from 0; what is deeper is set flat.
pub(super) const DEEPEST: u32 = 11;
/// How many numbers are given of what is deeper.
const LAST: usize = 3;

/// The numbers that lead to a node: `1.2.1`; below the twelfth level the last of them, `level 40, … 3.1.1`.
pub fn number(tree: &[Node<'_>], node: u32) -> String {
    let Some(own) = tree.get(node as usize) else {
        return String::new();
    };
    let most = if own.depth > DEEPEST {
        LAST
    } else {
        DEEPEST as usize + 1
    };
    let mut numbers = Vec::new();
    let mut at = Some(own);
    while let Some(node) = at.filter(|_| numbers.len() < most) {
        numbers.push(node.number.to_string());
        at = node.parent.and_then(|parent| tree.get(parent as usize));
    }
    numbers.reverse();
    let numbers = numbers.join(".");
    match own.depth > DEEPEST {
        true => format!("level {}, … {numbers}", own.depth + 1),
        false => numbers,
    }
}

/// As much of the end of a number as `fits`, with an ellipsis before it where that is not all. None where too little
/// would be left.
pub(super) fn shortened(number: &str, fits: impl Fn(&str) -> bool) -> Option<String> {
    if fits(number) {
        return Some(number.to_owned());
    }
    // A level's number has its own ellipsis.
    if number.starts_with("level") {
        return None;
    }
    let tails = number.match_indices('.').map(|(at, _)| &number[at + 1..]);
    tails
        .map(|tail| format!("… {tail}"))
        .find(|shorter| fits(shorter))
}
