//! Boxes and marks. A standing is said by its word and mark, and by the corners, the line and the colour of its box.

use whyproof_case::Standing;

use super::paint::Paint;
use crate::chart::draw::pen::px;
use crate::chart::draw::style::Ink;
use crate::map::evidence::Weight;
use crate::map::place::Rect;

/// The colour of a standing.
pub(super) fn ink(standing: Standing) -> Ink {
    match standing {
        Standing::Stands => Ink::Series(2),
        Standing::Assumed => Ink::Series(4),
        Standing::Falls => Ink::Series(1),
    }
}

/// The box of a statement: square and heavy where it stands, round and dashed where it is assumed, with its corners
/// cut off and a double line where it falls.
pub(super) fn outline(paint: &mut Paint, rect: Rect, standing: Standing) {
    let ink = ink(standing);
    let d = match standing {
        Standing::Stands => round(rect, 2.0),
        Standing::Assumed => round(rect, 12.0),
        Standing::Falls => cut(rect, 8.0),
    };
    paint.fill(&d, ink, 0.07);
    match standing {
        Standing::Stands => paint.stroke(&d, ink, 2.0, ""),
        Standing::Assumed => paint.stroke(&d, ink, 1.5, "6 3"),
        Standing::Falls => {
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

/// The mark of a standing; `at` is its left upper corner.
pub(super) fn mark(paint: &mut Paint, (x, y): (f64, f64), standing: Standing) {
    let (x, y) = (px(x), px(y));
    let d = match standing {
        Standing::Stands => format!("M{x} {y}m0.5 5l3 3.5l5.5 -7.5"),
        Standing::Assumed => format!("M{x} {y}m0 6.5c1.5 -4 3.5 -4 5 -1.5s3.5 2.5 5 -1.5"),
        Standing::Falls => format!("M{x} {y}m1 1l7 7.5m0 -7.5l-7 7.5"),
    };
    paint.stroke(&d, ink(standing), 1.9, "");
}

/// The mark of what refers: an arrow to the right.
pub(super) fn arrow(paint: &mut Paint, (x, y): (f64, f64)) {
    let d = format!("M{} {}m0 4.5h9m-3.5 -3.5l3.5 3.5l-3.5 3.5", px(x), px(y));
    paint.stroke(&d, Ink::Muted, 1.4, "");
}

/// The mark of evidence: full where it counts, empty where it does not, crossed where it says otherwise.
pub(super) fn bullet(paint: &mut Paint, (x, y): (f64, f64), weight: Weight) {
    let (x, y) = (px(x + 0.5), px(y + 2.5));
    match weight {
        Weight::Counts => paint.fill(&format!("M{x} {y}h7v7h-7z"), ink(Standing::Stands), 1.0),
        Weight::Nothing => {
            let d = format!("M{x} {y}m0.5 0.5h6v6h-6z");
            paint.stroke(&d, ink(Standing::Assumed), 1.2, "");
        }
        Weight::Against => {
            let d = format!("M{x} {y}l7 7m0 -7l-7 7");
            paint.stroke(&d, ink(Standing::Falls), 1.6, "");
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
