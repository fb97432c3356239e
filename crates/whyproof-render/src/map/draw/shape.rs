//! Boxes and marks. A standing is said by its word and mark, and by the corners, the line and the colour of its box.

use whyproof_case::Standing;

use super::paint::Paint;
use crate::chart::draw::pen::px;
use crate::chart::draw::style::Ink;
use crate::map::evidence::Weight;
use crate::map::place::Rect;

/// What a statement is worth: as on a page, one that is dealt with is quiet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Worth {
    Stands,
    Assumed,
    Falls,
    /// An objection that is refuted, a why that is answered.
    Met,
}

impl Worth {
    /// By the standing and its word.
    pub(super) fn of(standing: Standing, word: &str) -> Worth {
        if word == standing.word() {
            standing.into()
        } else {
            Worth::Met
        }
    }
}

impl From<Standing> for Worth {
    fn from(standing: Standing) -> Worth {
        match standing {
            Standing::Stands => Worth::Stands,
            Standing::Assumed => Worth::Assumed,
            Standing::Falls => Worth::Falls,
        }
    }
}

/// Its colour.
pub(super) fn ink(worth: Worth) -> Ink {
    match worth {
        Worth::Stands => Ink::Series(2),
        Worth::Assumed => Ink::Series(4),
        Worth::Falls => Ink::Series(1),
        Worth::Met => Ink::Muted,
    }
}

/// The box of a statement: square and heavy where it stands, round and dashed where it is assumed, with its corners
/// cut off and a double line where it falls, a thin one where it is met.
pub(super) fn outline(paint: &mut Paint, rect: Rect, worth: Worth) {
    let ink = ink(worth);
    let d = match worth {
        Worth::Stands => round(rect, 2.0),
        Worth::Assumed => round(rect, 12.0),
        Worth::Falls | Worth::Met => cut(rect, 8.0),
    };
    paint.fill(&d, ink, if worth == Worth::Met { 0.04 } else { 0.07 });
    match worth {
        Worth::Stands => paint.stroke(&d, ink, 2.0, ""),
        Worth::Assumed => paint.stroke(&d, ink, 1.5, "6 3"),
        Worth::Met => paint.stroke(&d, ink, 1.0, ""),
        Worth::Falls => {
            paint.stroke(&d, ink, 1.2, "");
            let inner = Rect {
                x: rect.x + 3.5,
                y: rect.y + 3.5,
                w: rect.w - 7.0,
                h: rect.h - 7.0,
            };
            paint.stroke(&cut(inner, 6.5), ink, 1.2, "");
        }
    }
}

/// The box of what refers to a statement.
pub(super) fn reference(paint: &mut Paint, rect: Rect) {
    paint.stroke(&round(rect, 4.0), Ink::Back, 1.0, "1.5 2.5");
}

/// Its mark, the one of a page: a square that is full, half full, or empty and crossed out; `at` is its left upper
/// corner.
pub(super) fn mark(paint: &mut Paint, (x, y): (f64, f64), worth: Worth) {
    let (x, y) = (px(x), px(y));
    let square = format!("M{x} {y}m0.7 0.7h8.6v8.6h-8.6z");
    let ink = ink(worth);
    match worth {
        Worth::Stands => paint.fill(&format!("M{x} {y}h10v10h-10z"), ink, 1.0),
        Worth::Assumed => {
            paint.stroke(&square, ink, 1.4, "");
            paint.fill(&format!("M{x} {y}m0 5h10v5h-10z"), ink, 1.0);
        }
        Worth::Falls | Worth::Met => {
            paint.stroke(&format!("{square}l8.6 8.6"), ink, 1.4, "");
        }
    }
}

/// The mark of what refers: an arrow to the right.
pub(super) fn arrow(paint: &mut Paint, (x, y): (f64, f64)) {
    let d = format!("M{} {}m0 4.5h9m-3.5 -3.5l3.5 3.5l-3.5 3.5", px(x), px(y));
    paint.stroke(&d, Ink::Muted, 1.4, "");
}

/// The mark of evidence: a disc where it counts, a ring where it does not, a cross where it says otherwise.
pub(super) fn bullet(paint: &mut Paint, (x, y): (f64, f64), weight: Weight) {
    let (x, y) = (px(x + 0.5), px(y + 2.5));
    match weight {
        Weight::Counts => {
            let d = format!("M{x} {y}m0 3.5a3.5 3.5 0 1 1 7 0a3.5 3.5 0 1 1 -7 0z");
            paint.fill(&d, Ink::Muted, 1.0);
        }
        Weight::Nothing => {
            let d = format!("M{x} {y}m0.5 3.5a3 3 0 1 1 6 0a3 3 0 1 1 -6 0z");
            paint.stroke(&d, ink(Worth::Assumed), 1.2, "");
        }
        Weight::Against => {
            let d = format!("M{x} {y}l7 7m0 -7l-7 7");
            paint.stroke(&d, ink(Worth::Falls), 1.6, "");
        }
    }
}

fn round(rect: Rect, radius: f64) -> String {
    let r = radius.min(rect.h / 2.0);
    let (across, down) = (rect.w - 2.0 * r, rect.h - 2.0 * r);
    let corner = |x: f64, y: f64| format!("a{r} {r} 0 0 1 {} {}", px(x), px(y), r = px(r));
    format!(
        "M{} {}h{}{}v{}{}h{}{}v{}{}z",
        px(rect.x + r),
        px(rect.y),
        px(across),
        corner(r, r),
        px(down),
        corner(-r, r),
        px(-across),
        corner(-r, -r),
        px(-down),
        corner(r, -r),
    )
}

fn cut(rect: Rect, corner: f64) -> String {
    let c = corner.min(rect.h / 2.0);
    let (across, down) = (px(rect.w - 2.0 * c), px(rect.h - 2.0 * c));
    let c = px(c);
    format!(
        "M{} {}h{across}l{c} {c}v{down}l-{c} {c}h-{across}l-{c} -{c}v-{down}z",
        px(rect.x + corner.min(rect.h / 2.0)),
        px(rect.y),
    )
}
