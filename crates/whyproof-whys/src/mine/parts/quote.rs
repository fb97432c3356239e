//! Words of an item, cut so that they can be quoted.

use whyproof_syntax::Span;

use crate::english::{lower_first, tokens, turn};
use crate::material::Slot;

/// Most words of a quotation.
pub(super) const LONGEST: usize = 26;
/// Where a long item can be cut and still be whole.
const CUTS: &[&str] = &[
    "; ", " (", ", which ", " – ", " — ", " - ", ", e.g. ", ", i.e. ", ", even ", ", so ",
    ", where ",
];

/// The words of `text` for a quotation; none where they are too few, too many, or would not read as a whole.
pub(super) fn quotation(text: &str, span: Span) -> Option<Slot> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = bare(&text);
    let whole = if count(text) <= LONGEST {
        text
    } else {
        let cut = CUTS.iter().filter_map(|cut| text.find(cut)).min()?;
        bare(&text[..cut])
    };
    let fits = (2..=LONGEST).contains(&count(whole)) && is_balanced(whole) && is_plain(whole);
    fits.then(|| super::slot(whole, span))
}

/// The words of an instruction in the middle of a question: with a small first letter, persons turned round.
pub(super) fn instruction(quoted: &Slot) -> Slot {
    let first = tokens(&quoted.text).into_iter().next();
    let text = first.map_or_else(
        || quoted.text.clone(),
        |first| lower_first(&quoted.text, &first, |_| true),
    );
    super::slot(&turn(&text), quoted.span)
}

/// How many words.
pub(super) fn count(text: &str) -> usize {
    tokens(text).iter().filter(|t| t.is_wordy()).count()
}

fn bare(text: &str) -> &str {
    text.trim_start_matches(['-', '*', '•', ' '])
        .trim_end_matches(['.', ';', ':', ',', ' '])
}

/// Whether what is opened is closed.
fn is_balanced(text: &str) -> bool {
    let times = |c: char| text.chars().filter(|other| *other == c).count();
    [('(', ')'), ('[', ']'), ('{', '}'), ('“', '”')]
        .iter()
        .all(|(open, close)| times(*open) == times(*close))
        && times('`').is_multiple_of(2)
        && times('"').is_multiple_of(2)
}

/// Whether it has no markup of another format and no address.
fn is_plain(text: &str) -> bool {
    !["http", "<", "::", "](", "`_", "@", "|", "xxx"]
        .iter()
        .any(|mark| text.contains(mark))
        && !text.starts_with("..")
}
