//! The argument map: what the claims of a case rest on, and what is said against them, as a picture.
//!
//! [`svg`] draws the whole, [`svg_of`] one claim with all under it; [`tree`] gives the same as data, for pages that
//! fold. Claims stand side by side in rows as wide as the page. Under a statement stand its reasons, then what attacks
//! it: beside each other where there is room, else below each other along a trunk, as organisation charts do. Below
//! the twelfth level an argument is set flat, with the numbers that lead to it.
//!
//! The layout is our own. `rust-sugiyama` 0.4 and `dagre` 0.1 were read and run: they lay a whole level side by side
//! however wide the page is, so that forty claims are many pages wide, and the one gives no way for a line around the
//! boxes between. 5,000 statements with references take the one 6 s, a chain of 10,000 the other 12 s, which recurses on
//! the depth besides; `layout-rs` 0.1 asserts where it could say. An argument is a tree with some references: it needs
//! no ranks and no counting of crossings, since a reference is drawn as a small box that names what it refers to.

mod boxes;
mod draw;
mod edges;
mod evidence;
mod lines;
mod number;
mod pack;
mod place;
mod plan;
mod tree;

use whyproof_case::Case;

use tree::Part;

pub use crate::chart::{Scheme, Svg};
pub use evidence::{Shown, Weight};
pub use number::number;
pub use tree::{Link, Node, Seen, tree};

/// What a map should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapOptions {
    /// How wide the page is, in pixels, from 280 to 4000. The map may be narrower.
    pub width: u32,
    /// The ground it stands on, which is then drawn; else it follows the reader's system and has no ground.
    pub scheme: Option<Scheme>,
    /// Into how many lines the words of a statement are set at most; the rest is in its `<title>`.
    pub max_lines: u32,
    /// Whether the case's title and standing stand above.
    pub heading: bool,
    /// Whether what the shapes and lines mean is told below.
    pub legend: bool,
    /// What the ids in the SVG begin with, so that several on a page don't collide.
    pub prefix: String,
}

impl Default for MapOptions {
    fn default() -> MapOptions {
        MapOptions {
            width: 1200,
            scheme: None,
            max_lines: 6,
            heading: true,
            legend: true,
            prefix: String::new(),
        }
    }
}

impl MapOptions {
    fn pixels_wide(&self) -> f64 {
        f64::from(self.width.clamp(280, 4000))
    }

    fn lines(&self) -> usize {
        self.max_lines.clamp(1, 40) as usize
    }
}

/// Draws the map of a case: every statement once.
pub fn svg(case: &Case, options: &MapOptions) -> Svg {
    let tree = tree(case);
    draw::svg(case, Part::new(&tree, 0..tree.len()), options)
}

/// Draws a node of a case's [`tree`] and all that stands under it, as a map of its own; what they refer to elsewhere
/// is named by its number. None where the tree has no such node.
pub fn svg_of(case: &Case, tree: &[Node<'_>], node: u32, options: &MapOptions) -> Option<Svg> {
    let root = tree.get(node as usize)?;
    let after = tree[node as usize + 1..]
        .iter()
        .position(|node| node.depth <= root.depth)
        .map_or(tree.len(), |count| node as usize + 1 + count);
    Some(draw::svg(
        case,
        Part::new(tree, node as usize..after),
        options,
    ))
}

#[cfg(test)]
mod tests;
