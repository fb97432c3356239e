//! Tests of maps.

mod large;
mod pictures;
mod places;
mod random;
mod say;
mod wrapped;

use quick_xml::Reader;
use quick_xml::events::Event;
use whyproof_case::{Case, Computed, Scope};

use super::MapOptions;
use super::boxes::PAD;
use super::draw;
use super::place::Rect;
use super::tree::{Part, Seen, tree};

fn case(text: &str) -> Case {
    let host = whyproof_testing::MemoryHost::default();
    whyproof_case::resolve(
        whyproof_syntax::parse(text),
        &host,
        Scope::default(),
        &Computed::default(),
    )
}

/// A case with this under *Case*.
fn argued(argument: &str) -> Case {
    case(&format!(
        "---\nkind: idea\n---\n\n# A title\n\n## Case\n\n{argument}"
    ))
}

fn wide(width: u32) -> MapOptions {
    MapOptions {
        width,
        ..MapOptions::default()
    }
}

/// What is wrong with a map: boxes that touch, lines that miss their boxes or cross others, words outside, a
/// statement that is not there once, XML that is none. Nothing, it is hoped.
fn wrong(case: &Case, options: &MapOptions) -> Option<String> {
    let tree = tree(case);
    let part = Part::new(&tree, 0..tree.len());
    let mut seen = vec![0; case.statements.len()];
    for node in tree.iter().filter(|node| node.seen == Seen::Here) {
        seen[node.statement.0 as usize] += 1;
    }
    if seen.iter().any(|count| *count != 1) {
        return Some(format!("statements are shown so often: {seen:?}"));
    }
    let (drawn, layout, lines) = draw::drawn(case, part, options);
    let rects = &layout.rects;
    let page = Rect {
        x: 0.0,
        y: 0.0,
        w: drawn.width,
        h: drawn.height,
    };
    if drawn.width > options.pixels_wide() {
        return Some(format!("{} is wider than the page", drawn.width));
    }
    boxes(rects, page)
        .or_else(|| edges(rects, &lines.edges, &tree))
        .or_else(|| words(&drawn.paint.boxes, page))
        .or_else(|| xml(&super::svg(case, options).text))
}

fn boxes(rects: &[Rect], page: Rect) -> Option<String> {
    for (at, one) in rects.iter().enumerate() {
        if !holds(page, *one) || one.w <= 2.0 * PAD || one.h <= 2.0 * PAD {
            return Some(format!("box {at}, {one:?}, on {page:?}"));
        }
        let touched = rects[..at].iter().find(|other| touch(*one, **other));
        if let Some(other) = touched {
            return Some(format!("{one:?} touches {other:?}"));
        }
    }
    None
}

fn holds(page: Rect, one: Rect) -> bool {
    one.x >= -0.1
        && one.y >= -0.1
        && one.right() <= page.right() + 0.1
        && one.bottom() <= page.bottom() + 0.1
}

fn touch(one: Rect, other: Rect) -> bool {
    one.x < other.right() + 4.0
        && other.x < one.right() + 4.0
        && one.y < other.bottom() + 4.0
        && other.y < one.bottom() + 4.0
}

fn edges(rects: &[Rect], edges: &[super::edges::Edge], tree: &[super::Node<'_>]) -> Option<String> {
    for edge in edges {
        let (from, to) = (rects[edge.from as usize], rects[edge.to as usize]);
        let node = &tree[edge.to as usize];
        if node.parent != Some(edge.from) || node.link.attacks() != edge.attacks {
            return Some(format!("{edge:?} is not what {node:?} says"));
        }
        let (Some(start), Some(end)) = (edge.points.first(), edge.points.last()) else {
            return Some(format!("{edge:?} has no ends"));
        };
        let on = |rect: Rect, x: f64| x > rect.x && x < rect.right();
        let begins = start.1 == from.bottom() && on(from, start.0);
        let above = end.1 == to.y && on(to, end.0);
        let beside = end.0 == to.x && end.1 > to.y && end.1 < to.bottom();
        if !begins || !(above || beside) {
            return Some(format!("{edge:?} misses {from:?} or {to:?}"));
        }
        for (a, b) in edge.points.iter().zip(&edge.points[1..]) {
            let stretch = Rect {
                x: a.0.min(b.0),
                y: a.1.min(b.1),
                w: (a.0 - b.0).abs(),
                h: (a.1 - b.1).abs(),
            };
            if stretch.w > 0.0 && stretch.h > 0.0 {
                return Some(format!("{edge:?} runs aslant"));
            }
            let crosses = |rect: &&Rect| {
                stretch.x < rect.right()
                    && rect.x < stretch.right()
                    && stretch.y < rect.bottom()
                    && rect.y < stretch.bottom()
            };
            let mut others = rects.iter();
            if let Some(crossed) = others.find(crosses) {
                return Some(format!("{edge:?} crosses {crossed:?}"));
            }
        }
    }
    let with = |at: &usize| edges.iter().any(|edge| edge.to as usize == *at);
    let shallow = (0..tree.len()).filter(|at| tree[*at].parent.is_some() && tree[*at].depth < 2);
    let alone = shallow.filter(|at| !with(at)).count();
    (alone > 0 && rects.len() < 500)
        .then(|| format!("{alone} nodes of the first levels without a line"))
}

fn words(boxes: &[crate::chart::draw::pen::TextBox], page: Rect) -> Option<String> {
    let rects: Vec<Rect> = boxes
        .iter()
        .map(|words| {
            let [left, top, right, bottom] = words.sides;
            Rect {
                x: left,
                y: top,
                w: right - left,
                h: bottom - top,
            }
        })
        .collect();
    for (at, one) in rects.iter().enumerate() {
        if !holds(page, *one) {
            return Some(format!("{:?} is outside {page:?}", boxes[at]));
        }
        let touched = rects[..at].iter().position(|other| {
            one.x + 0.5 < other.right()
                && other.x + 0.5 < one.right()
                && one.y + 0.5 < other.bottom()
                && other.y + 0.5 < one.bottom()
        });
        if let Some(other) = touched {
            return Some(format!("{:?} touches {:?}", boxes[at], boxes[other]));
        }
    }
    None
}

fn xml(text: &str) -> Option<String> {
    let mut reader = Reader::from_str(text);
    let mut depth = 0;
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return (depth != 0).then(|| "elements are open".to_owned()),
            Ok(Event::Start(element)) => {
                depth += 1;
                let name = String::from_utf8_lossy(element.name().0.as_bytes()).into_owned();
                if !["svg", "title", "desc", "style", "g", "text"].contains(&name.as_str()) {
                    return Some(format!("an element {name}"));
                }
            }
            Ok(Event::Empty(element)) => {
                for attribute in element.attributes() {
                    let Ok(attribute) = attribute else {
                        return Some("a broken attribute".to_owned());
                    };
                    if attribute.value.contains("NaN") || attribute.value.contains("inf") {
                        return Some(format!("{attribute:?}"));
                    }
                }
            }
            Ok(Event::End(_)) => depth -= 1,
            Ok(_) => {}
            Err(error) => return Some(error.to_string()),
        }
    }
}
