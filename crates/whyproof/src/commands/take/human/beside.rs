//! Two bars side by side.

use whyproof_experience::{BarTake, CriterionTake};

use super::{counts, mark};
use crate::terminal::style;
use crate::text::{width, wrap, wrap_to};

/// Blanks between the two.
const BETWEEN: usize = 3;
/// Columns of a mark with its blank.
const MARK: usize = 2;

/// The table: a criterion a line on either side.
pub(super) fn table(one: &BarTake, other: &BarTake, columns: usize) -> Vec<String> {
    let (strong, faint) = (style::STRONG, style::FAINT);
    let room = (columns.saturating_sub(BETWEEN) / 2).max(MARK + 1);
    let first = |text: &str| wrap_to(text, room, 1).concat();
    let styled =
        |look: anstyle::Style, text: String| (format!("{look}{text}{look:#}"), width(&text));
    let mut rows = vec![
        [
            styled(strong, first(&one.title)),
            styled(strong, first(&other.title)),
        ],
        [
            styled(faint, first(&counts(one))),
            styled(faint, first(&counts(other))),
        ],
    ];
    for at in 0..one.criteria.len().max(other.criteria.len()) {
        rows.push([one, other].map(|bar| {
            bar.criteria
                .get(at)
                .map_or_else(|| (String::new(), 0), |it| cell(it, room))
        }));
    }
    let lines = rows.into_iter().map(|[(left, wide), (right, _)]| {
        let blank = " ".repeat((room + BETWEEN).saturating_sub(wide));
        format!("{left}{blank}{right}").trim_end().to_owned()
    });
    lines.collect()
}

/// A criterion with its mark, and the columns that it takes.
fn cell(criterion: &CriterionTake, room: usize) -> (String, usize) {
    let (mark, look) = mark(criterion.level);
    let title = wrap(&criterion.title, usize::MAX).concat();
    let title = wrap_to(&title, room - MARK, 1).concat();
    let wide = MARK + width(&title);
    (format!("{look}{mark}{look:#} {title}"), wide)
}
