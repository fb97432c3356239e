//! Which tables a query really reads: names of its own `WITH` are not tables, but only where PostgreSQL sees them.

use datafusion::sql::sqlparser::ast::{Ident, ObjectName, Query};

/// A name as PostgreSQL reads it: without quotes, its letters small where it had none.
pub(super) fn folded(name: &Ident) -> String {
    match name.quote_style {
        Some(_) => name.value.clone(),
        None => name.value.to_ascii_lowercase(),
    }
}

/// The parts of a name as PostgreSQL reads them; nothing where it is not made of names.
pub(super) fn parts(name: &ObjectName) -> Option<Vec<String>> {
    name.0
        .iter()
        .map(|part| part.as_ident().map(folded))
        .collect()
}

/// The queries around the place that is being read, outermost first.
#[derive(Default)]
pub(super) struct Scope {
    frames: Vec<Frame>,
}

struct Frame {
    /// The names of its `WITH`, each with the query behind it, which is only ever compared.
    names: Vec<(String, *const Query)>,
    recursive: bool,
    /// How many names of the frame around it can be seen from inside it.
    seen_around: usize,
}

impl Scope {
    /// Steps into a query.
    pub(super) fn enter(&mut self, query: &Query) {
        let seen_around = self
            .frames
            .last()
            .map_or(0, |around| around.seen_from(query));
        let with = query.with.as_ref();
        self.frames.push(Frame {
            names: with
                .iter()
                .flat_map(|with| &with.cte_tables)
                .map(|named| (folded(&named.alias.name), std::ptr::from_ref(&*named.query)))
                .collect(),
            recursive: with.is_some_and(|with| with.recursive),
            seen_around,
        });
    }

    /// Steps out of it.
    pub(super) fn leave(&mut self) {
        self.frames.pop();
    }

    /// Whether a name is one of a `WITH` that can be seen from here.
    pub(super) fn has(&self, name: &str) -> bool {
        let mut seen = usize::MAX;
        self.frames.iter().rev().any(|frame| {
            let found = frame.names.iter().take(seen).any(|(one, _)| one == name);
            seen = frame.seen_around;
            found
        })
    }
}

impl Frame {
    /// How many names can be seen from a query inside: from one of its own `WITH`, those before it.
    fn seen_from(&self, query: &Query) -> usize {
        let place = self
            .names
            .iter()
            .position(|(_, one)| std::ptr::eq(*one, query));
        match place {
            Some(before) if !self.recursive => before,
            _ => self.names.len(),
        }
    }
}
