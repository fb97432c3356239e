//! How wide words are, without a font at hand.
//!
//! The table has the advance of each letter in the wider of DejaVu Sans and Liberation Sans (which
//! is as wide as Arial and Helvetica): a system's own font is seldom wider, so what is placed by
//! these widths is not clipped.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

/// Hundredths of the font's size, from U+0020 to U+017F.
const ADVANCE: [u8; 352] = [
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 56, 102, 69, 69, 73, 78, 67, 62, 78, 76, 30, 50, 67, 56, 87, 75,
    79, 67, 79, 73, 67, 62, 74, 69, 99, 69, 67, 69, 40, 34, 40, 84, 56, 50, 62, 64, 55, 64, 62, 36,
    64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 32, 41, 64, 64, 64, 64, 34, 56, 50, 100, 48, 62, 84, 37, 100, 56, 50, 84, 41, 41, 50, 64,
    64, 32, 50, 41, 48, 62, 97, 97, 97, 62, 69, 69, 69, 69, 69, 69, 100, 73, 67, 67, 67, 67, 30,
    30, 30, 30, 78, 75, 79, 79, 79, 79, 79, 84, 79, 74, 74, 74, 74, 67, 67, 63, 62, 62, 62, 62, 62,
    62, 99, 55, 62, 62, 62, 62, 28, 28, 28, 28, 62, 64, 62, 62, 62, 62, 62, 84, 62, 64, 64, 64, 64,
    60, 64, 60, 69, 62, 69, 62, 69, 62, 73, 55, 73, 55, 73, 55, 73, 55, 78, 64, 78, 64, 67, 62, 67,
    62, 67, 62, 67, 62, 67, 62, 78, 64, 78, 64, 78, 64, 78, 64, 76, 64, 92, 70, 30, 28, 30, 28, 30,
    28, 30, 28, 30, 28, 74, 56, 50, 28, 67, 58, 58, 56, 28, 56, 28, 56, 38, 56, 35, 57, 29, 75, 64,
    75, 64, 75, 64, 82, 75, 64, 79, 62, 79, 62, 79, 62, 107, 103, 73, 42, 73, 42, 73, 42, 67, 53,
    67, 53, 67, 53, 67, 53, 62, 40, 62, 40, 62, 40, 74, 64, 74, 64, 74, 64, 74, 64, 74, 64, 74, 64,
    99, 82, 67, 60, 67, 69, 53, 69, 53, 69, 53, 36,
];

/// How wide words are at a font's size, in pixels.
pub(crate) fn width(words: &str, size: f64) -> f64 {
    words.chars().map(advance).sum::<f64>() * size
}

/// How wide words are in the title's weight.
pub(crate) fn bold_width(words: &str, size: f64) -> f64 {
    width(words, size) * 1.12
}

fn advance(letter: char) -> f64 {
    let at = (letter as usize).wrapping_sub(0x20);
    if let Some(&hundredths) = ADVANCE.get(at) {
        return f64::from(hundredths) / 100.0;
    }
    match (letter, letter.width().unwrap_or(0)) {
        (_, 0) => 0.0,
        ('\u{2070}'..='\u{209f}', _) => 0.53,
        ('…' | '—' | '\u{2191}'..='\u{22ff}', _) => 1.0,
        ('\u{2010}'..='\u{206f}', _) => 0.6,
        ('\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}', _) => 1.3,
        (_, 1) => 0.75,
        _ => 1.0,
    }
}

/// As much of the words as is no wider than `most`; an ellipsis says that there was more.
pub(crate) fn cut(words: &str, most: f64, measure: impl Fn(&str) -> f64) -> String {
    if measure(words) <= most {
        return words.to_owned();
    }
    let mut kept = String::new();
    for cluster in words.graphemes(true) {
        let longer = format!("{kept}{cluster}");
        if measure(&longer) + measure("…") > most {
            break;
        }
        kept = longer;
    }
    format!("{}…", kept.trim_end())
}

/// The words in lines no wider than `most`, at most `lines` of them; the last is cut.
pub(crate) fn wrap(
    words: &str,
    most: f64,
    lines: usize,
    measure: impl Fn(&str) -> f64,
) -> Vec<String> {
    let mut wrapped: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in words.split_whitespace() {
        let longer = if line.is_empty() {
            word.to_owned()
        } else {
            format!("{line} {word}")
        };
        // In the last line the rest stays, to be cut.
        let last = wrapped.len() + 1 == lines;
        if last || line.is_empty() || measure(&longer) <= most {
            line = longer;
        } else {
            wrapped.push(std::mem::replace(&mut line, word.to_owned()));
        }
    }
    wrapped.push(line);
    wrapped
        .iter()
        .map(|line| cut(line, most, &measure))
        .collect()
}

/// The same in lines about as long as each other, where they say all.
pub(crate) fn balanced(
    words: &str,
    most: f64,
    lines: usize,
    measure: impl Fn(&str) -> f64,
) -> Vec<String> {
    let mut best = wrap(words, most, lines, &measure);
    let is_cut = |lines: &[String]| lines.iter().any(|line| line.ends_with('…'));
    if best.len() < 2 || is_cut(&best) {
        return best;
    }
    for share in (40..100).rev() {
        let narrower = wrap(words, most * f64::from(share) / 100.0, lines, &measure);
        if narrower.len() > best.len() || is_cut(&narrower) {
            break;
        }
        best = narrower;
    }
    best
}
