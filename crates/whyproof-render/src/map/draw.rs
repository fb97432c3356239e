//! The map as SVG.

mod heading;
mod legend;
mod paint;
mod shape;
mod wires;
mod words;

use std::ops::Range;

use whyproof_case::Case;

use super::MapOptions;
use super::boxes::{BULLET, Boxes, LINE, Label, MARK, PAD, SMALL_LINE, WORDS};
use super::edges::{self, Lines};
use super::pack::{self, Layout};
use super::place::Rect;
use super::tree::Part;
use crate::chart::draw::pen::{escaped, px};
use crate::chart::draw::style::{self, Ink};
use crate::chart::draw::{FONTS, Svg};
use crate::chart::{Scheme, plain_id};
use crate::html::is_english;
use paint::{Look, Paint};
use shape::Worth;

/// Space around the map.
const MARGIN: f64 = 14.0;
/// A map is not narrower than this where its page is not: its heading and legend have room.
const LEAST: f64 = 560.0;

/// A map that is drawn.
pub(super) struct Drawn {
    pub(super) paint: Paint,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// Draws a part of a tree.
pub(super) fn svg(case: &Case, part: Part<'_>, options: &MapOptions) -> Svg {
    let (drawn, ..) = drawn(case, part, options);
    let id = plain_id(&options.prefix, "map");
    let title = words::title(case, &part);
    let description = words::description(&part);
    let style = match options.scheme {
        Some(_) => String::new(),
        None => format!("<style>{}</style>\n", style::sheet(&id)),
    };
    let text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"{id}\" class=\"whyproof-chart whyproof-map\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" font-family=\"{FONTS}\" font-size=\"{WORDS}\">\n<title id=\"{id}-title\">{}</title>\n<desc id=\"{id}-desc\">{}</desc>\n{style}{}</svg>\n",
        escaped(&title),
        escaped(&description),
        drawn.paint.out,
        w = px(drawn.width),
        h = px(drawn.height),
    );
    Svg {
        text,
        title,
        description,
        width: drawn.width as u32,
        height: drawn.height as u32,
    }
}

/// Lays a part of a tree out and draws it; gives as well where everything stands.
pub(super) fn drawn(case: &Case, part: Part<'_>, options: &MapOptions) -> (Drawn, Layout, Lines) {
    let page = options.pixels_wide();
    let boxes = Boxes::new(part, options.lines(), is_english(case));
    let mut layout = pack::lay(&boxes, page - 2.0 * MARGIN);
    let wanted = (layout.width + 2.0 * MARGIN).max(LEAST.min(page));
    // What is left of a sum of fractions is no pixel more.
    let width = (wanted - 0.05).ceil();
    let mut paint = Paint::new(options.scheme.unwrap_or(Scheme::Light));
    let mut y = MARGIN;
    if options.heading {
        y = heading::draw(&mut paint, case, y, width - 2.0 * MARGIN);
    }
    for rect in &mut layout.rects {
        (rect.x, rect.y) = (rect.x + MARGIN, rect.y + y);
    }
    let lines = edges::lines(&part, &layout);
    wires::draw(&mut paint, &lines);
    for (at, (label, rect)) in layout.labels.iter().zip(&layout.rects).enumerate() {
        let full = words::full(case, &part, at as u32);
        label_of(&mut paint, label, *rect, &full);
    }
    y += layout.height + MARGIN;
    if options.legend && !part.nodes.is_empty() {
        y = legend::draw(&mut paint, &part, &lines, y + 12.0, width - 2.0 * MARGIN) + MARGIN;
    }
    if let Some(scheme) = options.scheme {
        paint.ground(scheme, width, y.ceil());
    }
    let drawn = Drawn {
        paint,
        width,
        height: y.ceil(),
    };
    (drawn, layout, lines)
}

/// Draws a box with what stands in it.
fn label_of(paint: &mut Paint, label: &Label, rect: Rect, full: &str) {
    paint.element(&format!("<g><title>{}</title>", escaped(full)));
    let (left, right) = (rect.x + PAD, rect.right() - PAD);
    let mut y = rect.y + PAD - 1.0;
    let small = Look::small(Ink::Muted);
    match label.standing {
        Some(standing) => {
            let worth = Worth::of(standing, label.worth);
            shape::outline(paint, rect, worth);
            let ink = shape::ink(worth);
            shape::mark(paint, (left, y + 1.5), worth);
            y += SMALL_LINE;
            let word = Look::small(ink).bold();
            paint.text((left + MARK, y - 3.5), label.worth, word);
            paint.text((right, y - 3.5), &label.place, small.at_end());
        }
        None => {
            y -= 2.0;
            shape::reference(paint, rect);
            shape::arrow(paint, (left, y + 2.0));
            y += SMALL_LINE;
            let look = Look::small(Ink::Words).bold();
            paint.text((left + MARK, y - 3.5), &label.place, look);
        }
    }
    let (line, look) = match (label.standing, label.strong) {
        (None, _) => (SMALL_LINE, small),
        (_, true) => (LINE, Look::new(Ink::Words, WORDS).bold()),
        (_, false) => (LINE, Look::new(Ink::Words, WORDS)),
    };
    for words in &label.words {
        y += line;
        paint.text((left, y - 3.0), words, look);
    }
    if !label.notes.is_empty() {
        y += 3.0;
    }
    for (weight, words) in &label.notes {
        y += SMALL_LINE;
        let mut x = left;
        if let Some(weight) = weight {
            shape::bullet(paint, (left, y - 11.5), *weight);
            x += BULLET;
        }
        paint.text((x, y - 3.0), words, small);
    }
    paint.element("</g>");
}

/// The nodes of a part, in order.
fn nodes(part: &Part<'_>) -> Range<u32> {
    0..part.nodes.len() as u32
}
