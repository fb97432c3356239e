//! Letters on a page as pieces of lines: what stands on one baseline without a wide gap.

use unicode_normalization::UnicodeNormalization;

use super::{Glyph, columns, rows};

/// Stands for an icon: it ends a piece, and has no words.
const ICON: char = '\u{e000}';
/// Stands for a small shape that was drawn: a bullet where words follow it.
pub(super) const DOT: char = '\u{e001}';
/// Accents that stand by themselves, and the signs that combine.
const ACCENTS: [(&str, char); 12] = [
    ("´", '\u{301}'),
    ("`", '\u{300}'),
    ("ˆ", '\u{302}'),
    ("^", '\u{302}'),
    ("¨", '\u{308}'),
    ("˜", '\u{303}'),
    ("ˇ", '\u{30c}'),
    ("˘", '\u{306}'),
    ("¯", '\u{304}'),
    ("˙", '\u{307}'),
    ("˚", '\u{30a}'),
    ("¸", '\u{327}'),
];
/// A gap within a word, between words, and between pieces, in sizes of the letters.
const WORD: f64 = 0.15;
const PIECE: f64 = 1.4;

/// A piece of a line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    pub(super) left: f64,
    pub(super) right: f64,
    /// Its baseline.
    pub(super) y: f64,
    pub(super) size: f64,
    pub(super) text: String,
}

/// The lines of a page, in the order they are read.
pub(super) fn lines(glyphs: Vec<Glyph>) -> Vec<String> {
    let (upright, turned): (Vec<Glyph>, Vec<Glyph>) = glyphs
        .into_iter()
        .map(known)
        .partition(|glyph| glyph.upright);
    let pieces = pieces(upright);
    let mut lines = Vec::new();
    for region in columns::split(pieces) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(rows::lines(region));
    }
    let turned: String = turned.iter().map(|glyph| glyph.text.as_str()).collect();
    if !turned.trim().is_empty() {
        lines.push(String::new());
        lines.push(turned);
    }
    lines
}

/// Bullets of fonts of signs as bullets, their other signs as icons.
fn known(mut glyph: Glyph) -> Glyph {
    let is_private = |c: char| matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}');
    if glyph.text.chars().all(is_private) && !glyph.text.starts_with(DOT) {
        let is_bullet = matches!(
            glyph.text.as_str(),
            "\u{f0b7}"
                | "\u{f0a7}"
                | "\u{f076}"
                | "\u{f0d8}"
                | "\u{f0fc}"
                | "\u{f06c}"
                | "\u{f06e}"
                | "\u{f0a8}"
        );
        glyph.text = if is_bullet { '•' } else { ICON }.to_string();
    }
    glyph
}

fn pieces(mut glyphs: Vec<Glyph>) -> Vec<Piece> {
    glyphs.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut pieces = Vec::new();
    let mut row: Vec<Glyph> = Vec::new();
    for glyph in glyphs {
        if let Some(first) = row.first()
            && glyph.y - first.y > 0.4 * glyph.size.min(first.size).max(1.0)
        {
            cut(std::mem::take(&mut row), &mut pieces);
        }
        row.push(glyph);
    }
    cut(row, &mut pieces);
    pieces
}

/// Cuts what stands on one baseline into pieces.
fn cut(mut row: Vec<Glyph>, pieces: &mut Vec<Piece>) {
    row.sort_by(|a, b| a.x.total_cmp(&b.x));
    let row = accented(dots(row));
    let mut open: Vec<Glyph> = Vec::new();
    let mut space = false;
    for glyph in row {
        if glyph.text.trim().is_empty() {
            space = true;
            continue;
        }
        let Some(last) = open.last() else {
            if glyph.text.starts_with(ICON) {
                continue;
            }
            open.push(glyph);
            space = false;
            continue;
        };
        let size = last.size.max(glyph.size).max(1.0);
        let gap = glyph.x - (last.x + last.width);
        // Printed twice to look bold.
        if last.text == glyph.text
            && (glyph.x - last.x).abs() < 0.12 * size
            && last.width > 0.15 * size
        {
            continue;
        }
        if glyph.text.starts_with(ICON) {
            pieces.extend(piece(&std::mem::take(&mut open)));
            continue;
        }
        if gap > PIECE * size {
            pieces.extend(piece(&std::mem::take(&mut open)));
        } else if space && gap > 0.02 * size {
            open.push(Glyph {
                x: last.x + last.width,
                width: gap,
                text: " ".to_owned(),
                ..glyph.clone()
            });
        }
        space = false;
        open.push(glyph);
    }
    pieces.extend(piece(&open));
}

/// Shapes that were drawn as bullets, where words follow them and nothing stands right before; others are dropped.
fn dots(row: Vec<Glyph>) -> Vec<Glyph> {
    let mut out: Vec<Glyph> = Vec::with_capacity(row.len());
    for (at, glyph) in row.iter().enumerate() {
        if !glyph.text.starts_with(DOT) {
            out.push(glyph.clone());
            continue;
        }
        let is_seen = |other: &&Glyph| !other.text.trim().is_empty();
        let next = row.iter().skip(at + 1).find(is_seen);
        let before = row.iter().take(at).rfind(is_seen);
        let leads = next.is_some_and(|next| {
            !next.text.starts_with(DOT)
                && next.x - glyph.x < 3.0 * next.size
                && glyph.width < 0.8 * next.size
        });
        let begins = before.is_none_or(|before| glyph.x - (before.x + before.width) > before.size);
        if let Some(next) = next.filter(|_| leads && begins) {
            out.push(Glyph {
                text: '•'.to_string(),
                size: next.size,
                ..glyph.clone()
            });
        }
    }
    out
}

/// Letters with the accents that were printed over them, as old TeX does.
fn accented(row: Vec<Glyph>) -> Vec<Glyph> {
    let sign = |glyph: &Glyph| {
        ACCENTS
            .iter()
            .find(|(accent, _)| *accent == glyph.text)
            .map(|(_, sign)| *sign)
    };
    let mut out: Vec<Glyph> = Vec::with_capacity(row.len());
    let mut waiting: Option<(Glyph, char)> = None;
    for glyph in row {
        if let Some((accent, over)) = waiting.take() {
            match over_letter(&glyph, &accent, over) {
                Some(letter) => {
                    out.push(letter);
                    continue;
                }
                None => out.push(accent),
            }
        }
        let Some(over) = sign(&glyph) else {
            out.push(glyph);
            continue;
        };
        match out.last().and_then(|last| over_letter(last, &glyph, over)) {
            Some(letter) => {
                out.pop();
                out.push(letter);
            }
            None => waiting = Some((glyph, over)),
        }
    }
    out.extend(waiting.map(|(accent, _)| accent));
    out
}

fn over_letter(letter: &Glyph, accent: &Glyph, sign: char) -> Option<Glyph> {
    let middle = accent.x + accent.width / 2.0;
    let is_over = middle > letter.x && middle < letter.x + letter.width;
    let mut chars = letter.text.chars();
    let base = match (chars.next()?, chars.next()) {
        ('ı', None) => 'i',
        ('ȷ', None) => 'j',
        (c, None) if c.is_alphabetic() => c,
        _ => return None,
    };
    is_over.then(|| Glyph {
        text: [base, sign].into_iter().nfc().collect(),
        ..letter.clone()
    })
}

/// Letters as words: a gap that is wide among the gaps of its piece is a space.
fn piece(glyphs: &[Glyph]) -> Option<Piece> {
    let (first, last) = (glyphs.first()?, glyphs.last()?);
    let size = glyphs
        .iter()
        .map(|glyph| glyph.size)
        .fold(0.0, f64::max)
        .max(1.0);
    let gap = |pair: &[Glyph]| match pair {
        [one, next] => next.x - (one.x + one.width),
        _ => 0.0,
    };
    let is_letter = |pair: &&[Glyph]| pair.iter().all(|glyph| glyph.text != " ");
    let mut gaps: Vec<f64> = glyphs.windows(2).filter(is_letter).map(gap).collect();
    gaps.sort_by(f64::total_cmp);
    let usual = gaps.get(gaps.len() / 2).copied().unwrap_or(0.0);
    // Letters that are spaced out have wide gaps within words.
    let wide = if gaps.len() >= 5 {
        (1.8 * usual).max(WORD * size)
    } else {
        WORD * size
    };
    let mut text = String::new();
    for (at, glyph) in glyphs.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| glyphs.get(at..at + 2));
        if before.is_some_and(|pair| is_letter(&pair) && gap(pair) > wide) && !text.ends_with(' ') {
            text.push(' ');
        }
        text.push_str(&glyph.text);
    }
    Some(Piece {
        left: first.x,
        right: last.x + last.width,
        y: first.y,
        size,
        text,
    })
}

#[cfg(test)]
mod tests {
    use super::lines;
    use crate::text::pdf::Glyph;

    /// Words at a place, half a size wide each letter.
    fn put(words: &str, x: f64, y: f64, apart: f64) -> Vec<Glyph> {
        let letters = words.chars().enumerate();
        letters
            .map(|(at, c)| Glyph {
                x: x + at as f64 * apart,
                y,
                width: 5.0,
                size: 10.0,
                upright: true,
                text: c.to_string(),
            })
            .collect()
    }

    #[test]
    fn words_are_told_by_gaps_also_where_letters_are_spaced_out() {
        let mut glyphs = put("Led", 0.0, 10.0, 5.0);
        glyphs.extend(put("it", 18.0, 10.0, 5.0));
        glyphs.extend(put("EXPERIENCE", 0.0, 30.0, 7.0));
        glyphs.extend(put("2019", 200.0, 10.0, 5.0));
        assert_eq!(lines(glyphs), ["Led it    2019", "EXPERIENCE"]);
    }

    #[test]
    fn what_is_printed_twice_is_read_once() {
        let mut glyphs = put("Bold", 0.0, 10.0, 5.0);
        glyphs.extend(put("Bold", 0.3, 10.0, 5.0));
        assert_eq!(lines(glyphs), ["Bold"]);
    }

    #[test]
    fn accents_stand_on_their_letters_and_drawn_bullets_before_words() {
        let mut glyphs = put("Zurich", 20.0, 10.0, 5.0);
        glyphs.extend(put("¨", 25.2, 10.0, 5.0));
        glyphs.extend(put("\u{e001}", 10.0, 11.0, 4.0));
        glyphs.extend(put("\u{e001}\u{e001}", 100.0, 11.0, 6.0));
        assert_eq!(lines(glyphs), ["- Zürich"]);
    }

    #[test]
    fn an_icon_parts_what_it_stands_between() {
        let mut glyphs = put("\u{f0e0}a@b.c", 0.0, 10.0, 5.0);
        glyphs.extend(put("\u{f095}555", 36.0, 10.0, 5.0));
        assert_eq!(lines(glyphs), ["a@b.c    555"]);
    }
}
