//! The argument map in the page: a claim at a time, folded until a reader wants it.

use whyproof_case::{Case, shorten};

use super::flow::Flow;
use super::standing::mark;
use crate::map::{self, MapOptions, Node};

/// How wide a map is drawn, in pixels: as wide as the text.
const WIDE: u32 = 520;
/// How wide it is drawn for a phone.
const NARROW: u32 = 300;
/// How many claims are drawn; a map of all is a file of its own.
const MOST: usize = 40;
/// How long a claim's words are beside its fold.
const WORDS: usize = 90;

/// What is drawn: the argument, where something stands under a claim of it.
pub(super) fn argued(case: &Case) -> Vec<Node<'_>> {
    let tree = map::tree(case);
    if tree.iter().any(|node| node.depth > 0) {
        tree
    } else {
        Vec::new()
    }
}

pub(super) fn write(flow: &mut Flow<'_, '_>) {
    if flow.tree.is_empty() {
        return;
    }
    flow.out
        .lit("<section class=\"part maps\">\n<h2 id=\"map\">Argument map</h2>\n");
    let roots = || (0..).zip(&flow.tree).filter(|(_, node)| node.depth == 0);
    let count = roots().count();
    let roots: Vec<u32> = roots().map(|(at, _)| at).take(MOST).collect();
    let tree = std::mem::take(&mut flow.tree);
    for at in roots {
        let node = &tree[at as usize];
        let drawn = |width, prefix: &str| {
            let options = MapOptions {
                width,
                heading: false,
                legend: at == 0,
                prefix: format!("{prefix}-{}", at + 1),
                ..MapOptions::default()
            };
            map::svg_of(flow.manuscript.case, &tree, at, &options)
        };
        let (Some(wide), Some(narrow)) = (drawn(WIDE, "map"), drawn(NARROW, "small-map")) else {
            continue;
        };
        flow.out.lit("<details class=\"fold\">\n<summary>");
        flow.out.lit(mark(node.standing)).lit("\u{a0}");
        let out = flow.said(&shorten(node.words, WORDS));
        out.lit("</summary>\n");
        out.open("div")
            .set("class", "table")
            .set("tabindex", "0")
            .set("role", "group")
            .set("aria-label", &format!("Map {}", map::number(&tree, at)));
        out.lit("\n<div class=\"wide\">").picture(&wide);
        out.lit("</div>\n<div class=\"narrow\">").picture(&narrow);
        out.lit("</div>\n</div>\n</details>\n");
    }
    if count > MOST {
        flow.out.lit("<p class=\"more\">");
        flow.out.number((count - MOST) as u64);
        flow.out.lit(" more are not drawn here.</p>\n");
    }
    flow.out.lit("</section>\n");
}
