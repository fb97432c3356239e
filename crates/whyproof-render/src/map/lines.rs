//! Words in lines.

use unicode_segmentation::UnicodeSegmentation;

/// The words in at most `max` lines no wider than `most`. What is left out stands behind an ellipsis after a word;
/// only a word longer than a line is cut in itself. `measure` is that of a font: as wide as its letters together.
pub(super) fn lines(
    words: &str,
    most: f64,
    max: usize,
    measure: impl Fn(&str) -> f64,
) -> Vec<String> {
    let space = measure(" ");
    let mut lines = Vec::new();
    let (mut line, mut used) = (String::new(), 0.0);
    for word in words.split_whitespace() {
        let wide = measure(word);
        if !line.is_empty() && used + space + wide <= most {
            line.push(' ');
            line.push_str(word);
            used += space + wide;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        if wide <= most {
            (line, used) = (word.to_owned(), wide);
        } else {
            (line, used) = letters(word, most, max, &measure, &mut lines);
        }
        if lines.len() > max {
            break;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    if lines.len() > max {
        lines.truncate(max);
        if let Some(last) = lines.last_mut() {
            *last = shortened(last, most, &measure);
        }
    }
    lines
}

/// One line of the words.
pub(super) fn line(words: &str, most: f64, measure: impl Fn(&str) -> f64) -> String {
    lines(words, most, 1, measure).pop().unwrap_or_default()
}

/// Sets a word that is longer than a line; gives what its last line holds, and how wide that is.
fn letters(
    word: &str,
    most: f64,
    max: usize,
    measure: &impl Fn(&str) -> f64,
    lines: &mut Vec<String>,
) -> (String, f64) {
    let (mut line, mut used) = (String::new(), 0.0);
    for cluster in word.graphemes(true) {
        let wide = measure(cluster);
        if used + wide > most && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
            used = 0.0;
            if lines.len() > max {
                break;
            }
        }
        line.push_str(cluster);
        used += wide;
    }
    (line, used)
}

/// The line without its last words, so that an ellipsis has room after it.
fn shortened(line: &str, most: f64, measure: &impl Fn(&str) -> f64) -> String {
    let room = most - measure("…");
    let mut end = 0;
    let mut used = 0.0;
    for (at, word) in line.split_word_bound_indices() {
        used += measure(word);
        if used > room {
            break;
        }
        // Only behind a whole word: a blank after it, or the end of the line.
        let after = at + word.len();
        if line[after..].starts_with(' ') || after == line.len() {
            end = after;
        }
    }
    if end == 0 {
        used = 0.0;
        for (at, cluster) in line.grapheme_indices(true) {
            used += measure(cluster);
            if used > room {
                break;
            }
            end = at + cluster.len();
        }
    }
    let kept = line[..end].trim_end_matches([',', ';', ':', '.', ' ', '—', '–', '(']);
    format!("{kept}…")
}
