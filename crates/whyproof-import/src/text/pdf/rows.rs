//! Pieces of a column as lines of text: bullets, what hangs under them, empty lines where there is room.

use std::collections::BTreeSet;

use super::layout::Piece;

/// Between pieces of one line: wider than any space between words.
const BETWEEN: &str = "    ";
/// Signs that begin an item, wherever they stand.
const BULLETS: &str = "•◦▪▫■□●○‣⁃∙➢➤►▶▸✓✔❖◆◇⋄∗\u{fffd}";
/// Signs that begin an item where they stand by themselves.
const ALONE: &str = "-–—*·»o§+";

/// Letters of a column that is too narrow for lines of prose.
const NARROW: usize = 50;

/// Stands where a line ended in a hyphen.
const BROKEN: &str = "\u{2}";

/// The lines of a column, from top to bottom. What was wrapped is one line again.
pub(super) fn lines(pieces: Vec<Piece>) -> Vec<String> {
    let rows = rows(pieces);
    let step = usual_step(&rows);
    let all = || rows.iter().flatten();
    let edges = (
        all().map(|piece| piece.left).fold(f64::MAX, f64::min),
        all().map(|piece| piece.right).fold(f64::MIN, f64::max),
    );
    let narrow = rows.iter().all(|row| text(row).1.chars().count() < NARROW);
    let mut lines: Vec<String> = Vec::new();
    // Where the words of the open item begin.
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
        let (bullet, text) = text(row);
        let wraps = !apart
            && !bullet
            && before.is_some_and(|before| is_wrapped(before, row, edges))
            && (hangs.is_some() || !narrow || !is_anew(lines.last(), &text));
        if apart {
            lines.push(String::new());
        }
        if bullet {
            let own = row
                .get(1)
                .filter(|_| is_bullet(&first.text))
                .unwrap_or(first);
            hangs = Some(own.left);
            lines.push(format!("- {text}"));
        } else if let Some(last) = lines
            .last_mut()
            .filter(|_| wraps && hangs.is_none_or(|hangs| first.left > hangs - first.size))
        {
            join(last, &text);
        } else {
            hangs = None;
            lines.push(text);
        }
        before = Some(row);
    }
    lines
}

/// Whether a row goes on with the one above it: that was full, so that the first word here had no room there.
fn is_wrapped(above: &[Piece], row: &[Piece], (left, right): (f64, f64)) -> bool {
    let ([.., last], [first]) = (above, row) else {
        return false;
    };
    let is_bulleted = matches!(above, [bullet, _] if is_bullet(&bullet.text));
    if (above.len() > 1 && !is_bulleted) || (last.size - first.size).abs() > 0.1 * first.size {
        return false;
    }
    let words = first.text.trim();
    let word = words.split_whitespace().next().unwrap_or_default();
    let share = word.chars().count() as f64 / words.chars().count().max(1) as f64;
    let needed = share * (first.right - first.left) + 0.25 * first.size;
    // An address is longer than a word, and stands by itself.
    let is_address = word.contains(['@', '/']);
    let is_full = last.right + needed > right && last.right > left + 0.6 * (right - left);
    is_full && !is_address && last.text.split_whitespace().count() > 1
}

/// Whether words begin something of their own, though the row above is full: in a narrow column every row is, also
/// a degree above its school.
fn is_anew(above: Option<&String>, words: &str) -> bool {
    const SCHOOLS: [&str; 7] = [
        "academy",
        "college",
        "hochschule",
        "institute",
        "school",
        "universität",
        "university",
    ];
    let above = above.map_or("", String::as_str);
    let lower = words.to_lowercase();
    let is_school = lower.contains(' ')
        && !above.contains(',')
        && lower.split(' ').any(|word| SCHOOLS.contains(&word));
    let is_range = !words.contains(char::is_alphabetic) && words.contains(['–', '-']);
    if is_range && !above.ends_with(',') {
        return true;
    }
    words.starts_with(char::is_uppercase)
        && (is_school || above.ends_with(|c: char| c.is_ascii_digit() || c == ')'))
}

/// Adds what was wrapped; a word that was broken stays in two where nothing says that it is one.
fn join(line: &mut String, more: &str) {
    let is_broken = line.ends_with(['-', '\u{2010}']) && !line.ends_with(" -");
    line.push_str(if is_broken { BROKEN } else { " " });
    line.push_str(more);
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

/// Mends words that were broken at the end of a line: whole where the text has them whole elsewhere, with the hyphen
/// where it has them so or not at all.
pub(super) fn join_hyphens(lines: &mut [String]) {
    let is_inner = |c: char| c.is_alphanumeric() || c == '-';
    let mut known = BTreeSet::new();
    for line in lines.iter() {
        let words = line.split(|c| !is_inner(c)).filter(|word| !word.is_empty());
        known.extend(words.map(str::to_lowercase));
    }
    for line in lines.iter_mut().filter(|line| line.contains(BROKEN)) {
        let mut out = String::with_capacity(line.len());
        let mut rest = line.as_str();
        while let Some((head, tail)) = rest.split_once(BROKEN) {
            out.push_str(head);
            let stem = head.trim_end_matches(['-', '\u{2010}']);
            let start = stem
                .rfind(|c: char| !c.is_alphabetic())
                .map_or(0, |at| at + 1);
            let first = stem.get(start..).unwrap_or_default();
            let second: String = tail.chars().take_while(|c| c.is_alphabetic()).collect();
            let whole = format!("{first}{second}").to_lowercase();
            if second.starts_with(char::is_lowercase) && known.contains(&whole) {
                out.truncate(out.len() - (head.len() - stem.len()));
            } else if !second.starts_with(char::is_lowercase) {
                out.push(' ');
            }
            rest = tail;
        }
        out.push_str(rest);
        *line = out;
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
    fn bullets_begin_items_and_what_was_wrapped_is_one_line() {
        let pieces = vec![
            piece(0.0, 50.0, 0.0, "Acme"),
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
                "- Sold forty boxes of soap",
                "- Sold more",
                "",
                "Other"
            ]
        );
    }

    #[test]
    fn a_degree_and_its_school_in_a_narrow_column_are_two_lines() {
        let pieces = vec![
            piece(0.0, 110.0, 0.0, "MSc Health Data Science"),
            piece(0.0, 95.0, 12.0, "University of Leeds"),
            piece(0.0, 60.0, 24.0, "2018 – 2019"),
            piece(0.0, 105.0, 36.0, "I look after wards and"),
            piece(0.0, 60.0, 48.0, "their queues"),
            piece(0.0, 60.0, 60.0, "\u{fffd} Cut waits"),
        ];
        assert_eq!(
            lines(pieces),
            [
                "MSc Health Data Science",
                "University of Leeds",
                "2018 – 2019",
                "I look after wards and their queues",
                "- Cut waits"
            ]
        );
    }

    #[test]
    fn a_broken_word_is_joined_where_the_text_has_it_whole() {
        let mut text = [
            "The experiment, an experi-\u{2}ment, ran well-\u{2}known",
            "odd-\u{2}ly",
            "A-\u{2}Level",
        ]
        .map(str::to_owned);
        join_hyphens(&mut text);
        assert_eq!(
            text,
            [
                "The experiment, an experiment, ran well-known",
                "odd-ly",
                "A- Level"
            ]
        );
    }
}
