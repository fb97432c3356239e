//! Pieces of a column as lines of text: bullets, what hangs under them, empty lines where there is room.

use std::collections::BTreeSet;

use super::layout::Piece;

/// Between pieces of one line: wider than any space between words.
const BETWEEN: &str = "    ";
/// Signs that begin an item, wherever they stand.
const BULLETS: &str = "•◦▪▫■□●○‣⁃∙➢➤►▶▸✓✔❖◆◇⋄∗";
/// Signs that begin an item where they stand by themselves.
const ALONE: &str = "-–—*·»o§+";

/// The lines of a column, from top to bottom.
pub(super) fn lines(pieces: Vec<Piece>) -> Vec<String> {
    let rows = rows(pieces);
    let step = usual_step(&rows);
    let left = rows
        .iter()
        .flatten()
        .map(|piece| piece.left)
        .fold(f64::MAX, f64::min);
    let right = rows
        .iter()
        .flatten()
        .map(|piece| piece.right)
        .fold(f64::MIN, f64::max);
    let far = left + 0.55 * (right - left);
    let mut lines = Vec::new();
    let mut hangs: Option<f64> = None;
    let mut before: Option<&Vec<Piece>> = None;
    for row in &rows {
        let Some(first) = row.first() else {
            continue;
        };
        let down = before
            .and_then(|row| row.first())
            .map_or(0.0, |above| first.y - above.y);
        let apart = down > 1.5 * step;
        if apart {
            lines.push(String::new());
        }
        let (bullet, text) = text(row);
        let is_full = before
            .and_then(|row| row.last())
            .is_some_and(|last| last.right > far);
        if bullet {
            hangs = row
                .get(usize::from(row.len() > 1 && is_bullet(&first.text)))
                .map(|piece| piece.left);
            // The bullet and its words may be one piece.
            if row.len() == 1 || !is_bullet(&first.text) {
                hangs = Some(first.left);
            }
            lines.push(format!("- {text}"));
        } else if !apart
            && is_full
            && hangs.is_some_and(|hangs| first.left >= hangs - 0.5 * first.size)
        {
            lines.push(format!("  {text}"));
        } else {
            hangs = None;
            lines.push(text);
        }
        before = Some(row);
    }
    lines
}

/// Pieces on one baseline, from left to right.
fn rows(mut pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    pieces.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut rows: Vec<Vec<Piece>> = Vec::new();
    for piece in pieces {
        match rows.last_mut() {
            Some(row)
                if row
                    .first()
                    .is_some_and(|first| piece.y - first.y < 0.4 * piece.size.min(first.size)) =>
            {
                row.push(piece);
            }
            _ => rows.push(vec![piece]),
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.left.total_cmp(&b.left));
    }
    rows
}

/// From baseline to baseline, within a paragraph.
fn usual_step(rows: &[Vec<Piece>]) -> f64 {
    let y = |row: &Vec<Piece>| row.first().map_or(0.0, |piece| piece.y);
    let mut steps: Vec<f64> = rows
        .windows(2)
        .filter_map(|pair| Some(y(pair.get(1)?) - y(pair.first()?)))
        .collect();
    steps.sort_by(f64::total_cmp);
    steps.get(steps.len() * 2 / 5).copied().unwrap_or(f64::MAX)
}

fn is_bullet(text: &str) -> bool {
    let mut chars = text.trim().chars();
    matches!((chars.next(), chars.next()), (Some(c), None) if BULLETS.contains(c) || ALONE.contains(c))
}

/// The words of a row, and whether a bullet stands before them.
fn text(row: &[Piece]) -> (bool, String) {
    let words: Vec<&str> = row.iter().map(|piece| piece.text.trim()).collect();
    if let [first, rest @ ..] = words.as_slice()
        && !rest.is_empty()
        && is_bullet(first)
    {
        return (true, rest.join(BETWEEN));
    }
    let text = words.join(BETWEEN);
    let mut chars = text.chars();
    let sign = chars.next();
    let rest = chars.as_str();
    let bullet = sign.is_some_and(|c| {
        BULLETS.contains(c) && !rest.trim().is_empty()
            || "-–—*·".contains(c) && rest.starts_with(' ') && !rest.trim().is_empty()
    });
    if bullet {
        (true, rest.trim().to_owned())
    } else {
        (false, text)
    }
}

/// Joins a word that was broken at the end of a line, where the text has it whole elsewhere.
pub(super) fn join_hyphens(lines: &mut [String]) {
    let is_inner = |c: char| c.is_alphanumeric() || c == '-';
    let mut known = BTreeSet::new();
    for line in lines.iter() {
        known.extend(
            line.split(|c| !is_inner(c))
                .filter(|word| !word.is_empty())
                .map(str::to_lowercase),
        );
    }
    for at in 1..lines.len() {
        let Some((above, below)) = lines.get(at - 1).zip(lines.get(at)) else {
            continue;
        };
        let Some(head) = above.strip_suffix(['-', '\u{2010}', '\u{ad}']) else {
            continue;
        };
        let start = head
            .rfind(|c: char| !c.is_alphabetic())
            .map_or(0, |at| at + 1);
        let first = head.get(start..).unwrap_or_default();
        let rest = below.trim_start();
        let end = rest
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(rest.len());
        let (second, tail) = rest.split_at(end);
        if first.is_empty() || !second.starts_with(char::is_lowercase) {
            continue;
        }
        let indent = below.get(..below.len() - rest.len()).unwrap_or_default();
        let (whole, dashed) = (format!("{first}{second}"), format!("{first}-{second}"));
        let joined = if known.contains(&whole.to_lowercase()) {
            whole
        } else if known.contains(&dashed.to_lowercase()) {
            dashed
        } else {
            continue;
        };
        let before = head.get(..start).unwrap_or_default();
        // A comma or a full stop goes with the word.
        let close = tail
            .find(|c: char| !matches!(c, ',' | '.' | ';' | ':' | ')'))
            .unwrap_or(tail.len());
        let (close, tail) = tail.split_at(close);
        let one = format!("{before}{joined}{close}");
        let other = format!("{indent}{}", tail.trim_start());
        if let Some([above, below]) = lines.get_mut(at - 1..=at) {
            (*above, *below) = (one, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Piece, join_hyphens, lines};

    fn piece(left: f64, right: f64, y: f64, text: &str) -> Piece {
        Piece {
            left,
            right,
            y,
            size: 10.0,
            text: text.to_owned(),
        }
    }

    #[test]
    fn bullets_begin_items_and_what_hangs_is_indented() {
        let pieces = vec![
            piece(0.0, 300.0, 0.0, "Acme"),
            piece(5.0, 8.0, 12.0, "•"),
            piece(25.0, 290.0, 12.0, "Sold forty boxes of"),
            piece(25.0, 100.0, 24.0, "soap"),
            piece(5.0, 60.0, 36.0, "• Sold more"),
            piece(0.0, 100.0, 60.0, "Other"),
        ];
        assert_eq!(
            lines(pieces),
            [
                "Acme",
                "- Sold forty boxes of",
                "  soap",
                "- Sold more",
                "",
                "Other"
            ]
        );
    }

    #[test]
    fn a_broken_word_is_joined_where_the_text_has_it_whole() {
        let mut text = [
            "The experiment, an experi-",
            "  ment, ran well-",
            "known",
            "odd-",
            "ly",
        ]
        .map(str::to_owned);
        join_hyphens(&mut text);
        assert_eq!(
            text,
            [
                "The experiment, an experiment,",
                "  ran well-",
                "known",
                "odd-",
                "ly"
            ]
        );
    }
}
