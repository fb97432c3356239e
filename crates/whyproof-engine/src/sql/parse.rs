//! One query and nothing else; the tables that it names.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use datafusion::sql::parser::{DFParserBuilder, Statement};
use datafusion::sql::sqlparser::ast::{
    Ident, ObjectName, Query, SetExpr, Statement as Sql, TableFactor, Value, ValueWithSpan, Visit,
    Visitor,
};
use datafusion::sql::sqlparser::dialect::GenericDialect;

use crate::EngineError;
use crate::words;

use super::nesting;

/// Longest SQL, in bytes: who needs more has data in the query.
const LONGEST: usize = 1 << 15;
/// How deep brackets may be nested.
const DEEPEST: usize = 50;

/// The query that `sql` is.
pub(crate) fn one_query(sql: &str) -> Result<Box<Query>, EngineError> {
    if sql.len() > LONGEST {
        let message = format!(
            "the query is longer than {} KB: put what it holds into a file",
            LONGEST >> 10
        );
        return Err(EngineError::NotOneQuery(message));
    }
    if nesting::is_too_deep(sql) {
        return Err(words::too_deep());
    }
    let mut statements = DFParserBuilder::new(sql)
        .with_dialect(&GenericDialect {})
        .with_recursion_limit(DEEPEST)
        .build()
        .and_then(|mut parser| parser.parse_statements())
        .map_err(|error| words::syntax(&error))?;
    if statements.len() > 1 {
        let message = format!(
            "this is {} statements: a block holds one query",
            statements.len()
        );
        return Err(EngineError::NotOneQuery(message));
    }
    let query = match statements.pop_front() {
        None => return Err(EngineError::NotOneQuery("there is no query".into())),
        Some(Statement::Statement(statement)) => match *statement {
            Sql::Query(query) => query,
            other => return Err(refused(&other.to_string())),
        },
        Some(other) => return Err(refused(&other.to_string())),
    };
    match query.visit(&mut OnlyQueries) {
        ControlFlow::Continue(()) => Ok(query),
        ControlFlow::Break(message) => Err(EngineError::NotOneQuery(message)),
    }
}

fn refused(statement: &str) -> EngineError {
    let word = statement
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_uppercase();
    EngineError::NotOneQuery(match word.as_str() {
        "EXPLAIN" | "DESCRIBE" | "DESC" | "SHOW" => {
            format!(
                "this is {word}, not a query: leave it out, and ask for the plan with --explain"
            )
        }
        _ => format!(
            "this is {word}, not a query: a query only reads, and begins with SELECT or WITH"
        ),
    })
}

/// Looks for what is no query inside of one.
struct OnlyQueries;

impl Visitor for OnlyQueries {
    type Break = String;

    fn pre_visit_statement(&mut self, statement: &Sql) -> ControlFlow<String> {
        match statement {
            Sql::Query(_) => ControlFlow::Continue(()),
            other => ControlFlow::Break(refused(&other.to_string()).to_string()),
        }
    }

    fn pre_visit_query(&mut self, query: &Query) -> ControlFlow<String> {
        if !query.locks.is_empty() {
            return ControlFlow::Break("a query only reads: leave FOR UPDATE out".into());
        }
        let mut bodies = vec![&*query.body];
        while let Some(body) = bodies.pop() {
            match body {
                SetExpr::Select(select) if select.into.is_some() => {
                    return ControlFlow::Break("a query only reads: leave INTO out".into());
                }
                SetExpr::SetOperation { left, right, .. } => bodies.extend([&**left, &**right]),
                SetExpr::Insert(other)
                | SetExpr::Update(other)
                | SetExpr::Delete(other)
                | SetExpr::Merge(other) => {
                    return ControlFlow::Break(refused(&other.to_string()).to_string());
                }
                _ => {}
            }
        }
        ControlFlow::Continue(())
    }

    fn pre_visit_table_factor(&mut self, factor: &TableFactor) -> ControlFlow<String> {
        let name = match factor {
            TableFactor::Table {
                name,
                args: Some(_),
                ..
            }
            | TableFactor::Function { name, .. } => name.to_string(),
            TableFactor::TableFunction { expr, .. } => expr.to_string(),
            _ => return ControlFlow::Continue(()),
        };
        ControlFlow::Break(format!(
            "`{name}(…)` would make rows of its own: a query reads only the tables it names"
        ))
    }

    fn pre_visit_value(&mut self, value: &ValueWithSpan) -> ControlFlow<String> {
        match &value.value {
            Value::Placeholder(name) => ControlFlow::Break(format!(
                "`{name}` is a gap to fill in: write the value into the query"
            )),
            _ => ControlFlow::Continue(()),
        }
    }
}

/// A table that a query names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    /// As it is written, without quotes.
    pub(crate) written: String,
    /// As SQL takes it: parts without quotes in lower case.
    pub(crate) folded: String,
}

impl Named {
    fn of(name: &ObjectName) -> Named {
        let parts = || name.0.iter().filter_map(|part| part.as_ident());
        let join = |parts: Vec<String>| parts.join(".");
        Named {
            written: join(parts().map(|part| part.value.clone()).collect()),
            folded: join(parts().map(fold).collect()),
        }
    }
}

fn fold(ident: &Ident) -> String {
    match ident.quote_style {
        Some(_) => ident.value.clone(),
        None => ident.value.to_lowercase(),
    }
}

/// The tables that a query names, in order, each once, without those of its `WITH`.
pub(crate) fn tables(query: &Query) -> Vec<Named> {
    let mut seen = Tables::default();
    let _ = query.visit(&mut seen);
    seen.found
}

#[derive(Default)]
struct Tables {
    found: Vec<Named>,
    known: BTreeSet<String>,
    /// The names of every `WITH` around, as far as they are known yet.
    local: Vec<String>,
    /// The queries of a `WITH` that are still to come, each with its name, and whether it may read itself.
    pending: Vec<(*const Query, String, bool)>,
}

impl Visitor for Tables {
    type Break = ();

    fn pre_visit_query(&mut self, query: &Query) -> ControlFlow<()> {
        let at = std::ptr::from_ref(query);
        let own = self
            .pending
            .iter()
            .find(|(of, _, recursive)| *of == at && *recursive);
        self.local.extend(own.map(|(_, name, _)| name.clone()));
        if let Some(with) = &query.with {
            let all = with.cte_tables.iter().map(|cte| {
                let of = std::ptr::from_ref(&*cte.query);
                (of, fold(&cte.alias.name), with.recursive)
            });
            self.pending.extend(all);
        }
        ControlFlow::Continue(())
    }

    fn post_visit_query(&mut self, query: &Query) -> ControlFlow<()> {
        let ctes = query.with.as_ref().map_or(0, |with| with.cte_tables.len());
        self.local.truncate(self.local.len() - ctes);
        let at = std::ptr::from_ref(query);
        if let Some(found) = self.pending.iter().position(|(of, _, _)| *of == at) {
            let (_, name, recursive) = self.pending.swap_remove(found);
            if !recursive {
                self.local.push(name);
            }
        }
        ControlFlow::Continue(())
    }

    fn pre_visit_relation(&mut self, relation: &ObjectName) -> ControlFlow<()> {
        let named = Named::of(relation);
        let local = relation.0.len() == 1 && self.local.contains(&named.folded);
        if !local && self.known.insert(named.folded.clone()) {
            self.found.push(named);
        }
        ControlFlow::Continue(())
    }
}
