//! Tables that a query writes: those under a comment `<!-- figure:NAME -->`.

use whyproof_syntax::{NodeId, NodeKind, Parse, Span};

/// One such place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tabled {
    /// The query.
    pub query: String,
    /// The comment.
    pub comment: Span,
    /// The table under it, where there is one yet.
    pub node: Option<NodeId>,
    /// Where the table stands, without the line's end; empty, at the end of the comment, where there is none.
    pub span: Span,
}

/// Reads them, in order.
pub(crate) fn read(parse: &Parse) -> Vec<Tabled> {
    let tree = &parse.tree;
    let mut found = Vec::new();
    for node in tree.descendants(tree.root()) {
        if tree.kind(node) != NodeKind::HtmlBlock {
            continue;
        }
        let block = tree.slice(tree.span(node));
        let Some(query) = named(block) else {
            continue;
        };
        let start = tree.span(node).start;
        let comment = Span::new(start, start + block.trim_end().len() as u32);
        let table = next(parse, node).filter(|&next| tree.kind(next) == NodeKind::Table);
        let span = table.map_or(Span::new(comment.end, comment.end), |table| {
            let span = tree.span(table);
            let text = tree.slice(span);
            Span::new(span.start, span.start + text.trim_end().len() as u32)
        });
        found.push(Tabled {
            query: query.to_owned(),
            comment,
            node: table,
            span,
        });
    }
    found
}

/// Names and rows of a table in the text, as plain words.
pub(crate) fn words(parse: &Parse, table: NodeId) -> (Vec<String>, Vec<Vec<String>>) {
    let tree = &parse.tree;
    let words = |row: NodeId| -> Vec<String> {
        tree.children(row)
            .filter(|&node| tree.kind(node) == NodeKind::TableCell)
            .map(|cell| {
                let text = parse.document.text_of(cell);
                text.map_or_else(String::new, |text| {
                    parse.document.text(text).words.text.trim().to_owned()
                })
            })
            .collect()
    };
    let mut names = Vec::new();
    let mut rows = Vec::new();
    for node in tree.children(table) {
        match tree.kind(node) {
            NodeKind::TableHead => names = words(node),
            NodeKind::TableRow => rows.push(words(node)),
            _ => {}
        }
    }
    (names, rows)
}

/// The query that a comment names, where it names one and says no more.
fn named(block: &str) -> Option<&str> {
    let inside = block.trim().strip_prefix("<!--")?.strip_suffix("-->")?;
    let name = inside.trim().strip_prefix("figure:")?.trim();
    let plain = !name.is_empty() && !name.contains(char::is_whitespace) && !name.contains("--");
    plain.then_some(name)
}

/// The block after `node` under the same parent, markup between them passed over.
fn next(parse: &Parse, node: NodeId) -> Option<NodeId> {
    let tree = &parse.tree;
    let parent = tree.parent(node)?;
    let mut after = tree.after(node);
    let end = tree.after(parent);
    while after < end {
        if tree.kind(after) != NodeKind::Markup {
            return Some(after);
        }
        after = tree.after(after);
    }
    None
}
