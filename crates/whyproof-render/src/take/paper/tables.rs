//! Bars side by side, requirements against stories, and the fewest stories that cover them, on paper.

use whyproof_experience::{BarTake, Take};

use super::super::says;
use crate::print::Pen;

/// How many bars or stories stand beside each other: those beyond are in a table of their own.
const BARS: usize = 3;
const STORIES: usize = 5;

/// How many cells the matrix has.
pub(crate) fn cells(take: &Take) -> usize {
    let columns = take.matrix.columns.len();
    take.matrix.requirements.len().saturating_mul(columns)
}

/// All that is asked, with how far it is shown: a row for each level, several bars beside each other.
pub(super) fn side_by_side(pen: &mut Pen, take: &Take) {
    let title = match take.bars.as_slice() {
        [] => return,
        [_] => "At a glance",
        _ => "Side by side",
    };
    pen.heading(1, title);
    for bars in take.bars.chunks(BARS) {
        pen.raw("#beside((");
        for wide in widths(bars) {
            pen.raw(&format!("{wide},"));
        }
        pen.raw("), ([],");
        for bar in bars {
            pen.block(says::bar(bar)).raw(",");
        }
        pen.raw("),");
        for level in says::LEVELS {
            pen.raw(&format!("level(\"{}\"),", level.words()));
            for bar in bars {
                let there = bar.criteria.iter().filter(|one| one.level == level);
                let there: Vec<&str> = there.map(says::heading).collect();
                if there.is_empty() {
                    pen.block("–").raw(",");
                } else {
                    pen.raw("[").list(&there).raw("],");
                }
            }
        }
        pen.raw(")\n\n");
    }
}

/// How wide the columns of bars are: who asks more has more room.
fn widths(bars: &[BarTake]) -> Vec<usize> {
    let letters = bars.iter().map(|bar| {
        let of = bar.criteria.iter().map(|one| says::heading(one).len());
        of.sum::<usize>().clamp(1, 1 << 20).isqrt()
    });
    let letters: Vec<usize> = letters.collect();
    let least = letters.iter().max().map_or(1, |most| most.div_ceil(2));
    letters.into_iter().map(|one| one.max(least)).collect()
}

/// The coverage matrix: stories by number, a few at a time, with what the numbers mean.
pub(crate) fn matrix(pen: &mut Pen, take: &Take) {
    let matrix = &take.matrix;
    if matrix.requirements.is_empty() || !matrix.has_stories() {
        return;
    }
    pen.heading(1, "Requirements and stories");
    for (at, columns) in matrix.columns.chunks(STORIES).enumerate() {
        let first = at * STORIES;
        pen.raw(&format!("#matrix({}, [#enum(", columns.len()));
        pen.raw(&format!("start: {}, ", first + 1));
        for (path, title) in columns {
            pen.block(says::titled(title, path)).raw(",");
        }
        pen.raw(");], ([");
        pen.words("Requirement").raw("],");
        for number in 0..columns.len() {
            pen.block(&(first + number + 1).to_string()).raw(",");
        }
        pen.raw("),");
        for (row, (id, _)) in matrix.requirements.iter().enumerate() {
            pen.block(says::requirement(take, id)).raw(",");
            for column in 0..columns.len() {
                let cell = matrix
                    .cells
                    .get(row)
                    .and_then(|cells| cells.get(first + column));
                match cell.and_then(|cell| cell.level) {
                    Some(level) => pen.raw(&format!("met(\"{}\"),", level.words())),
                    None => pen.raw("met(none),"),
                };
            }
        }
        pen.raw(")\n\n");
    }
}

/// The smallest set of stories that covers the bar, with second choices.
pub(crate) fn choice(pen: &mut Pen, take: &Take) {
    let choice = &take.choice;
    if choice.stories.is_empty() {
        return;
    }
    pen.heading(1, "The fewest stories that cover it");
    for one in &choice.stories {
        pen.heading(2, &one.title);
        pen.row("For")
            .raw("#room-asks([")
            .list(&says::requirements(take, &one.covers))
            .raw("])")
            .end();
        if let Some((_, title, covers)) = &one.second {
            let instead = says::second(covers.len(), one.covers.len());
            pen.row("Second choice")
                .raw("#minor")
                .block(&format!("{}, {instead}", title.trim()))
                .end();
        }
    }
    if !choice.uncovered.is_empty() {
        pen.row("No story covers")
            .raw("#room-asks([")
            .list(&says::requirements(take, &choice.uncovered))
            .raw("])")
            .end();
    }
}
