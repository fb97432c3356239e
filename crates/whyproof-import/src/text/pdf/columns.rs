//! Columns of a page: told by a gap that no line crosses, with text of its own on either side. Dates at the right, and
//! labels at the left, belong to the line they stand beside, and are no column.

use super::layout::Piece;

/// Fewest lines of a column.
const LINES: usize = 4;
/// Most pieces of a page whose columns are looked for, and most left edges that are tried.
const PIECES: usize = 4000;
const EDGES: usize = 24;

/// The pieces, column by column.
pub(super) fn split(pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    let mut out = Vec::new();
    let mut open = vec![pieces];
    while let Some(mut region) = open.pop() {
        region.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.left.total_cmp(&b.left)));
        match cut(&region) {
            Some(parts) => open.extend(parts.into_iter().rev().filter(|part| !part.is_empty())),
            None if region.is_empty() => {}
            None => out.push(region),
        }
    }
    out
}

/// A gap: where the right column begins, and which pieces, by their order, stand beside it.
struct Gap {
    edge: f64,
    from: usize,
    to: usize,
    lines: usize,
}

/// Above, the one column, the other, below; none where there is one column.
fn cut(region: &[Piece]) -> Option<[Vec<Piece>; 4]> {
    if region.len() < 2 * LINES || region.len() > PIECES {
        return None;
    }
    let mut best: Option<Gap> = None;
    for edge in edges(region) {
        for gap in gaps(region, edge) {
            if best.as_ref().is_none_or(|best| gap.lines > best.lines) && is_column(region, &gap) {
                best = Some(gap);
            }
        }
    }
    let gap = best?;
    let beside = region.get(gap.from..gap.to)?;
    let (mut left, mut right): (Vec<Piece>, Vec<Piece>) = beside
        .iter()
        .cloned()
        .partition(|piece| piece.left < gap.edge - 2.0);
    let largest = |side: &[Piece]| side.iter().map(|piece| piece.size).fold(0.0, f64::max);
    if largest(&right) > 1.2 * largest(&left) {
        // The column with the name comes first.
        std::mem::swap(&mut left, &mut right);
    }
    Some([
        region.get(..gap.from)?.to_vec(),
        left,
        right,
        region.get(gap.to..)?.to_vec(),
    ])
}

/// Where several lines begin, but for the leftmost, those with most lines first.
fn edges(region: &[Piece]) -> Vec<f64> {
    let mut lefts: Vec<f64> = region.iter().map(|piece| piece.left).collect();
    lefts.sort_by(f64::total_cmp);
    let first = lefts.first().copied().unwrap_or_default();
    let mut edges: Vec<(f64, usize)> = Vec::new();
    for left in lefts {
        match edges.last_mut() {
            Some((edge, count)) if left - *edge < 2.0 => *count += 1,
            _ => edges.push((left, 1)),
        }
    }
    edges.retain(|(edge, count)| *count >= LINES && *edge > first + 20.0);
    edges.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.total_cmp(&b.0)));
    edges.truncate(EDGES);
    edges.into_iter().map(|(edge, _)| edge).collect()
}

/// The stretches of the page that nothing crosses at `edge`, with enough lines on both sides.
fn gaps(region: &[Piece], edge: f64) -> Vec<Gap> {
    let crosses = |piece: &Piece| piece.left < edge - 2.0 && piece.right > edge - 0.8 * piece.size;
    let mut found = Vec::new();
    let mut from = 0;
    for at in 0..=region.len() {
        let ends = region.get(at).is_none_or(crosses);
        if !ends {
            continue;
        }
        let beside = region.get(from..at).unwrap_or_default();
        let count = |is_left: bool| {
            let side = beside
                .iter()
                .filter(|piece| (piece.left < edge - 2.0) == is_left);
            lines(side.collect()).len()
        };
        let lines = count(true).min(count(false));
        if lines >= LINES {
            found.push(Gap {
                edge,
                from,
                to: at,
                lines,
            });
        }
        from = at + 1;
    }
    found
}

/// Baselines, from top to bottom.
fn lines(pieces: Vec<&Piece>) -> Vec<f64> {
    let mut lines: Vec<f64> = Vec::new();
    for piece in pieces {
        if lines
            .last()
            .is_none_or(|last| piece.y - last > 0.4 * piece.size)
        {
            lines.push(piece.y);
        }
    }
    lines
}

fn is_column(region: &[Piece], gap: &Gap) -> bool {
    let beside = region.get(gap.from..gap.to).unwrap_or_default();
    let (left, right): (Vec<&Piece>, Vec<&Piece>) =
        beside.iter().partition(|piece| piece.left < gap.edge - 2.0);
    if is_aside(&left) || is_aside(&right) {
        return false;
    }
    let (left_lines, right_lines) = (lines(left.clone()), lines(right.clone()));
    let (few, many) = if left_lines.len() < right_lines.len() {
        (left_lines, right_lines)
    } else {
        (right_lines, left_lines)
    };
    let is_shared = |y: &&f64| many.iter().any(|other| (**y - other).abs() < 3.0);
    let shared = few.iter().filter(is_shared).count() as f64 / few.len() as f64;
    if shared < 0.9 {
        return true;
    }
    let words = |side: &[&Piece]| {
        let words: usize = side
            .iter()
            .map(|piece| piece.text.split_whitespace().count())
            .sum();
        words as f64 / side.len().max(1) as f64
    };
    few.len() * 10 > many.len() * 6 && words(&left) >= 3.0 && words(&right) >= 3.0
}

/// Whether a side is dates and short remarks on what stands beside it.
fn is_aside(side: &[&Piece]) -> bool {
    let is_date = |piece: &&&Piece| {
        let text = piece.text.to_lowercase();
        let years = text
            .split(|c: char| !c.is_ascii_digit())
            .filter(|part| part.len() == 4)
            .count();
        years > 0 && text.split_whitespace().count() <= 7
    };
    side.iter().filter(is_date).count() * 2 > side.len()
}

#[cfg(test)]
mod tests {
    use super::{Piece, split};

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
    fn a_sidebar_is_a_column_and_dates_are_none() {
        let mut pieces = vec![piece(0.0, 500.0, 0.0, "Ann Example, who does many things")];
        for at in 0..6 {
            let y = 20.0 + 12.0 * f64::from(at);
            pieces.push(piece(0.0, 100.0, y, "Skill"));
            pieces.push(piece(150.0, 400.0, y + 5.0, "Did a thing of some length"));
        }
        let regions = split(pieces);
        assert_eq!(regions.iter().map(Vec::len).collect::<Vec<_>>(), [1, 6, 6]);

        let mut pieces = Vec::new();
        for at in 0..6 {
            let y = 20.0 + 12.0 * f64::from(at);
            pieces.push(piece(0.0, 100.0, y, "A job of some kind"));
            pieces.push(piece(400.0, 450.0, y, "2019 – 2020"));
        }
        assert_eq!(split(pieces).len(), 1);
    }
}
