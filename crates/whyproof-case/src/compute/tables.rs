//! Tables of the text: each is a query by the name of the heading above it.

use std::sync::Arc;

use whyproof_syntax::{NodeId, NodeKind, Parse};

use super::cells;
use crate::sql::SqlError;
use crate::table::Table;

/// The table under the heading whose words are `name`, as SQL may write it: small letters, `_` for what is neither
/// a letter nor a digit. None where there is none.
///
/// # Errors
/// Where two tables stand under such headings.
pub(super) fn named(parse: &Parse, name: &str) -> Result<Option<Arc<Table>>, SqlError> {
    let name = slug(name);
    let mut found = all(parse).filter(|(heading, _)| *heading == name);
    let Some((_, node)) = found.next() else {
        return Ok(None);
    };
    if found.next().is_some() {
        return Err(SqlError::Table {
            message: format!(
                "two tables stand under headings called `{name}`: give one another heading"
            ),
            name,
        });
    }
    Ok(Some(Arc::new(read(parse, node))))
}

/// The names of all tables of the text, in order.
pub(super) fn names(parse: &Parse) -> Vec<String> {
    all(parse).map(|(name, _)| name).collect()
}

/// Tables with the nearest heading before each. One that a figure's comment writes is output, not data.
fn all(parse: &Parse) -> impl Iterator<Item = (String, NodeId)> + '_ {
    let tree = &parse.tree;
    let written: Vec<NodeId> = crate::tabled::read(parse)
        .into_iter()
        .filter_map(|table| table.node)
        .collect();
    let mut heading = String::new();
    tree.descendants(tree.root())
        .filter_map(move |node| match tree.kind(node) {
            NodeKind::Heading(_) => {
                let text = parse.document.text_of(node);
                heading = text.map_or_else(String::new, |text| {
                    slug(&parse.document.text(text).words.text)
                });
                None
            }
            NodeKind::Table if !heading.is_empty() && !written.contains(&node) => {
                Some((heading.clone(), node))
            }
            _ => None,
        })
}

fn read(parse: &Parse, table: NodeId) -> Table {
    let (names, rows) = crate::tabled::words(parse, table);
    let names = names.into_iter().enumerate().map(|(at, name)| {
        if name.is_empty() {
            format!("column_{}", at + 1)
        } else {
            name
        }
    });
    cells::typed(names.collect(), &rows)
}

fn slug(words: &str) -> String {
    let mut slug = String::with_capacity(words.len());
    for letter in words.trim().chars() {
        if letter.is_alphanumeric() {
            slug.extend(letter.to_lowercase());
        } else if !slug.ends_with('_') && !slug.is_empty() {
            slug.push('_');
        }
    }
    slug.truncate(slug.trim_end_matches('_').len());
    slug
}
