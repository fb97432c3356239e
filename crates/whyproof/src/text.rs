//! Text for a terminal: wrapped by what it takes on the screen, never inside a word that fits a line.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

pub(crate) use whyproof_case::{counted, number};

/// Fewest columns that text is wrapped to.
pub(crate) const NARROWEST: usize = 40;

/// Columns that `text` takes.
pub(crate) fn width(text: &str) -> usize {
    text.width()
}

/// `text` in lines of at most `columns`. Runs of white space are one space; a word longer than a line is broken.
pub(crate) fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(1);
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let word = printable(word);
        let room = columns.saturating_sub(width(&line) + usize::from(!line.is_empty()));
        if width(&word) <= room {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&word);
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for cluster in word.graphemes(true) {
            if width(&line) + width(cluster) > columns && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            line.push_str(cluster);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The same in at most `most` lines, the last one ending in an ellipsis where something is left out.
pub(crate) fn wrap_to(text: &str, columns: usize, most: usize) -> Vec<String> {
    let mut lines = wrap(text, columns);
    if lines.len() <= most {
        return lines;
    }
    lines.truncate(most);
    if let Some(last) = lines.last_mut() {
        while width(last) + 1 > columns {
            let at = last.rfind(' ').unwrap_or_else(|| {
                let cluster = last.grapheme_indices(true).next_back();
                cluster.map_or(0, |(at, _)| at)
            });
            last.truncate(at);
            if last.is_empty() {
                break;
            }
        }
        let end = last
            .trim_end_matches([' ', ',', ';', ':', '.', '—', '–'])
            .len();
        last.truncate(end);
        last.push('…');
    }
    lines
}

/// Whether a character would steer the terminal or turn the text around.
fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// `word` without characters that steer.
fn printable(word: &str) -> std::borrow::Cow<'_, str> {
    if word.contains(steers) {
        word.replace(steers, "").into()
    } else {
        word.into()
    }
}

/// `text` with its line breaks and without characters that steer.
pub(crate) fn harmless(text: &str) -> String {
    text.replace(|c| c != '\n' && steers(c), "")
}

/// `text`, cut to `columns` with an ellipsis where it is wider.
#[cfg(feature = "figures")]
pub(crate) fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut cut = String::new();
    for letter in text.graphemes(true) {
        if width(&cut) + width(letter) + 1 > columns {
            break;
        }
        cut.push_str(letter);
    }
    cut.push('…');
    cut
}

/// `text` in one line, in which a dot stands for every character that steers.
#[cfg(feature = "figures")]
pub(crate) fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace(steers, "·")
}

/// `path` as it can be typed in a shell; `-`, standard input, stays as it is.
pub(crate) fn typed(path: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/._-+,@%".contains(c);
    if path == "-" {
        // Standard input: a file of that name is called `./-`.
        path.to_owned()
    } else if !path.is_empty() && path.chars().all(plain) && !path.starts_with('-') {
        path.to_owned()
    } else if let Some(rest) = path.strip_prefix('-') {
        typed(&format!("./-{rest}"))
    } else {
        format!("'{}'", path.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests;
