//! A transcript's words as they are written: *We 're*, *do n't* and *jobs , now* have spaces that nobody writes.

/// What belongs to the word before it.
const TAILS: &[&str] = &["'s", "'re", "'ve", "'ll", "'d", "'m", "n't"];
/// Words that a hyphen before them does not join: *two- and three-year plans*.
const APART: &[&str] = &["and", "or", "to"];

/// `text` with no space before a mark or a contracted ending, and none after a currency sign or a hyphen in a word.
pub(super) fn joined(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut hyphened = false;
    for (at, word) in text.split(' ').enumerate() {
        if at > 0 && !joins(&joined, word, hyphened) {
            joined.push(' ');
        }
        joined.push_str(word);
        let stem = word.strip_suffix('-');
        hyphened = stem.is_some_and(|stem| stem.ends_with(char::is_alphanumeric));
    }
    joined
}

/// Whether `word` goes on what stands before it.
fn joins(before: &str, word: &str, hyphened: bool) -> bool {
    let plain = word.replace('’', "'").to_lowercase();
    let bare = plain.trim_end_matches([',', '.', '?', '!', ';', ':', '"', '”']);
    let lettered = before.ends_with(char::is_alphanumeric);
    let tail = lettered && TAILS.contains(&bare);
    let mark = lettered && !word.is_empty() && word.chars().all(|c| ",.?!;:%".contains(c));
    let amount =
        before.ends_with(['$', '€', '£']) && word.starts_with(|c: char| c.is_ascii_digit());
    let hyphen = hyphened && word.starts_with(char::is_alphabetic) && !APART.contains(&bare);
    tail || mark || amount || hyphen
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn what_a_transcript_takes_apart_is_joined() {
        let cases = [
            (
                "We 're late , and it 's \"n't\"",
                "We're late, and it's \"n't\"",
            ),
            ("They do n't pay $ 5 .", "They don't pay $5."),
            (
                "stop-and- frisk , two- and three-year plans",
                "stop-and-frisk, two- and three-year plans",
            ),
            ("a - b ... c", "a - b... c"),
        ];
        for (apart, together) in cases {
            assert_eq!(joined(apart), together);
        }
        assert_eq!(joined(""), "");
    }
}
