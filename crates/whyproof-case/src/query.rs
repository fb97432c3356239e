//! Queries: fenced blocks `sql NAME`.

use whyproof_syntax::{Attributes, Parse, Span};

/// One query, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// Its name; empty where the block gives none.
    pub name: String,
    /// Its SQL.
    pub sql: String,
    /// A condition that every row must meet, for figures whose words assert it.
    pub holds: Option<String>,
    /// What else its info string says: how its chart is drawn.
    pub attributes: Attributes,
    /// Its block.
    pub span: Span,
}

/// The names of the queries of the text, in order.
pub fn query_names(parse: &Parse) -> Vec<String> {
    read(parse).into_iter().map(|query| query.name).collect()
}

/// Reads the queries of the text, in order.
pub(crate) fn read(parse: &Parse) -> Vec<Query> {
    let fences = parse
        .document
        .fences
        .iter()
        .filter(|fence| fence.language == "sql");
    let query = fences
        .filter(|fence| fence.name.is_some())
        .map(|fence| Query {
            name: fence.name.clone().unwrap_or_default(),
            sql: fence.code.clone(),
            holds: fence.attributes.get("holds").map(str::to_owned),
            attributes: fence.attributes.clone(),
            span: fence.span,
        });
    query.collect()
}
