//! What a question looks like, and what must never be shown.

use whyproof_case::sentences;

/// Most words of a question.
const MOST_WORDS: usize = 40;
/// Fewest: less asks nothing of this case.
const LEAST_WORDS: usize = 4;

/// Characters that a terminal or a reader's eye would take for something else than text: controls, invisible ones,
/// those that turn the direction of writing, and those that are private.
pub(crate) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{00ad}'
                | '\u{034f}'
                | '\u{061c}'
                | '\u{115f}'..='\u{1160}'
                | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffd}'
                | '\u{e000}'..='\u{f8ff}'
                | '\u{e0000}'..='\u{10ffff}'
        )
}

/// Characters that Markdown or HTML could take for something else than text, or that call people or pages by name.
const MARKUP: &[char] = &[
    '`', '<', '>', '[', ']', '{', '}', '|', '\\', '*', '#', '~', '^', '@',
];

/// Whether `text` is text and nothing else.
pub(crate) fn is_plain(text: &str) -> bool {
    let starts_well = text.starts_with(|c: char| c.is_alphabetic() || "“\"‘'".contains(c));
    let lower = text.to_lowercase();
    starts_well
        && !text.contains(MARKUP)
        && !text.chars().any(is_invisible)
        && !lower.contains("://")
        && !lower.contains("www.")
        && !has_entity(text)
        && text.split_whitespace().all(is_plain_word)
}

/// `&name;`.
fn has_entity(text: &str) -> bool {
    text.split('&').skip(1).any(|rest| {
        let name = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
        name.len() < rest.len() && name.starts_with(';')
    })
}

/// No emphasis by underscores around it, and a `$` only before a figure.
fn is_plain_word(word: &str) -> bool {
    let inside = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '_' && c != '$');
    let mut after_dollar = word.split('$').skip(1);
    !inside.starts_with('_')
        && !inside.ends_with('_')
        && after_dollar.all(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether `text` is a question as they are asked: one sentence or two, neither too short nor too long.
pub(crate) fn is_question(text: &str) -> bool {
    let words = text.split_whitespace().count();
    text.ends_with('?') && (LEAST_WORDS..=MOST_WORDS).contains(&words) && sentences(text).len() <= 2
}
