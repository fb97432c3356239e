//! What is folded away until a reader wants it: queries and experiments, and their ids.

use std::collections::BTreeMap;

use crate::manuscript::Manuscript;

/// What the fenced blocks of a case are.
#[derive(Debug, Default)]
pub(super) struct Folds {
    /// What ids begin with.
    ids: String,
    /// The first query of each name, by index.
    queries: BTreeMap<String, u32>,
    /// Queries and experiments by where their blocks begin.
    blocks: BTreeMap<u32, Fold>,
}

/// What a fenced block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fold {
    /// A query, by index.
    Query(u32),
    /// An experiment, by index.
    Experiment(u32),
}

impl Folds {
    pub(super) fn of(manuscript: &Manuscript<'_>) -> Folds {
        let case = manuscript.case;
        let mut folds = Folds {
            ids: manuscript.ids.clone(),
            ..Folds::default()
        };
        for (at, query) in (0..).zip(&case.queries) {
            folds.queries.entry(query.name.clone()).or_insert(at);
            folds.blocks.insert(query.span.start, Fold::Query(at));
        }
        for (at, experiment) in (0..).zip(&case.experiments) {
            folds
                .blocks
                .insert(experiment.span.start, Fold::Experiment(at));
        }
        folds
    }

    /// The id of the query `name`; none for a file, which is a query without a block.
    pub(super) fn query(&self, name: &str) -> Option<String> {
        self.queries.get(name).map(|at| self.query_id(*at))
    }

    /// What the block that begins at `start` is.
    pub(super) fn at(&self, start: u32) -> Option<Fold> {
        self.blocks.get(&start).copied()
    }

    /// Whether the query of this index is the one that its name means.
    pub(super) fn is_first(&self, name: &str, at: u32) -> bool {
        self.queries.get(name) == Some(&at)
    }

    /// The id of a query's block.
    pub(super) fn query_id(&self, at: u32) -> String {
        format!("{}q-{}", self.ids, at + 1)
    }
}
