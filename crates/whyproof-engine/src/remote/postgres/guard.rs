//! A look at the SQL before a server sees it: one query, over tables that it was given, without reaching further.
//!
//! The server is the judge of all that: it prepares one statement, opens a cursor over it, which only a query can have,
//! and does so in a read-only transaction. Here mistakes are told in our own words, tables that nobody configured are
//! kept out of sight, and so is what a read-only transaction lets pass.

use std::ops::ControlFlow;

use datafusion::sql::sqlparser::ast::{
    Expr, ObjectName, Query, Select, SetExpr, Statement, TableFactor, Value, ValueWithSpan, Visit,
    Visitor,
};
use datafusion::sql::sqlparser::dialect::PostgreSqlDialect;
use datafusion::sql::sqlparser::parser::Parser;
use datafusion::sql::sqlparser::tokenizer::{Token, TokenWithSpan, Tokenizer};

use super::functions;
use super::scope::{self, Scope};
use crate::{EngineError, deep};

/// A query that may be sent.
#[derive(Debug)]
pub(super) struct Checked<'s> {
    /// Its text, without what stands after its end.
    pub(super) sql: &'s str,
    /// The tables that it reads, each once, in order: the parts of their names as PostgreSQL reads them.
    pub(super) tables: Vec<Vec<String>>,
    /// Whether it says in which order its rows come.
    pub(super) is_ordered: bool,
}

/// Longest SQL, in bytes, as for files.
const LONGEST: usize = 1 << 16;

/// Looks at one query.
pub(super) fn check(sql: &str) -> Result<Checked<'_>, EngineError> {
    if sql.len() > LONGEST {
        return Err(not_one(&format!(
            "the query is longer than {} KB: put what it holds into a table",
            LONGEST >> 10
        )));
    }
    deep::with_stack(sql.len(), || look(sql))
}

fn look(sql: &str) -> Result<Checked<'_>, EngineError> {
    let tokens = Tokenizer::new(&PostgreSqlDialect {}, sql)
        .tokenize_with_location()
        .map_err(|error| wrong(&error.to_string()))?;
    if has_escaped_name(&tokens) {
        return Err(wrong("names are written as they are, without `U&`"));
    }
    let sql = &sql[..end(sql, &tokens)];
    let statements = Parser::new(&PostgreSqlDialect {})
        .with_tokens_with_locations(tokens)
        .parse_statements()
        .map_err(|error| wrong(&error.to_string()))?;
    let query = match statements.as_slice() {
        [Statement::Query(query)] => query,
        [] => return Err(not_one("there is no query")),
        [_] => {
            return Err(not_one(
                "this is not a query: a query only reads, and begins with SELECT or WITH",
            ));
        }
        many => {
            return Err(not_one(&format!(
                "this is {} statements: a block holds one query",
                many.len()
            )));
        }
    };
    let mut look = Look::default();
    match query.visit(&mut look) {
        ControlFlow::Break(error) => Err(error),
        ControlFlow::Continue(()) => Ok(Checked {
            sql,
            tables: look.tables,
            is_ordered: query.order_by.is_some(),
        }),
    }
}

/// Where the query ends: at the first semicolon between its words, if there is one.
fn end(sql: &str, tokens: &[TokenWithSpan]) -> usize {
    let Some(stop) = tokens.iter().find(|token| token.token == Token::SemiColon) else {
        return sql.len();
    };
    let start = stop.span.start;
    let mut line = 0;
    for (number, text) in (1..).zip(sql.split_inclusive('\n')) {
        if number == start.line {
            let column = usize::try_from(start.column).unwrap_or(1).saturating_sub(1);
            let inside = text
                .char_indices()
                .nth(column)
                .map_or(text.len(), |(at, _)| at);
            return line + inside;
        }
        line += text.len();
    }
    sql.len()
}

/// Whether a name is written with `U&"…"`: PostgreSQL reads escapes in it that this parser does not know.
fn has_escaped_name(tokens: &[TokenWithSpan]) -> bool {
    tokens.windows(3).any(|three| match three {
        [first, second, third] => {
            matches!(&first.token, Token::Word(word) if word.quote_style.is_none() && word.value.eq_ignore_ascii_case("u"))
                && second.token == Token::Ampersand
                && matches!(&third.token, Token::Word(word) if word.quote_style.is_some())
        }
        _ => false,
    })
}

#[derive(Default)]
struct Look {
    scope: Scope,
    tables: Vec<Vec<String>>,
    /// The name of a function that stands where a table could; it is only ever compared.
    called: Option<*const ObjectName>,
}

impl Look {
    fn call(&mut self, name: &ObjectName) -> ControlFlow<EngineError> {
        let last = name
            .0
            .last()
            .and_then(|part| part.as_ident())
            .map(scope::folded);
        match last {
            Some(last) if !functions::is_refused(&last) => ControlFlow::Continue(()),
            _ => ControlFlow::Break(wrong(&format!(
                "`{name}` may not be called: it reaches beyond the tables that a query is given"
            ))),
        }
    }
}

impl Visitor for Look {
    type Break = EngineError;

    fn pre_visit_query(&mut self, query: &Query) -> ControlFlow<EngineError> {
        if !query.locks.is_empty() {
            return ControlFlow::Break(changes());
        }
        self.scope.enter(query);
        let mut open = vec![&*query.body];
        while let Some(body) = open.pop() {
            match body {
                SetExpr::SetOperation { left, right, .. } => open.extend([&**left, &**right]),
                SetExpr::Select(_) | SetExpr::Query(_) | SetExpr::Values(_) => {}
                SetExpr::Table(_) => {
                    return ControlFlow::Break(wrong(
                        "`table NAME` is not understood; write `select * from NAME`",
                    ));
                }
                _ => return ControlFlow::Break(changes()),
            }
        }
        ControlFlow::Continue(())
    }

    fn post_visit_query(&mut self, _query: &Query) -> ControlFlow<EngineError> {
        self.scope.leave();
        ControlFlow::Continue(())
    }

    fn pre_visit_select(&mut self, select: &Select) -> ControlFlow<EngineError> {
        match select.into {
            Some(_) => ControlFlow::Break(changes()),
            None => ControlFlow::Continue(()),
        }
    }

    fn pre_visit_table_factor(&mut self, factor: &TableFactor) -> ControlFlow<EngineError> {
        match factor {
            TableFactor::Table {
                name,
                args: Some(_),
                ..
            }
            | TableFactor::Function { name, .. } => {
                self.called = Some(std::ptr::from_ref(name));
                self.call(name)
            }
            _ => ControlFlow::Continue(()),
        }
    }

    fn pre_visit_relation(&mut self, name: &ObjectName) -> ControlFlow<EngineError> {
        if self.called.is_some_and(|called| std::ptr::eq(called, name)) {
            return ControlFlow::Continue(());
        }
        let Some(parts) = scope::parts(name) else {
            return ControlFlow::Break(wrong(&format!("`{name}` is no table's name")));
        };
        let is_own = matches!(parts.as_slice(), [one] if self.scope.has(one));
        if !is_own && !self.tables.contains(&parts) {
            self.tables.push(parts);
        }
        ControlFlow::Continue(())
    }

    fn pre_visit_value(&mut self, value: &ValueWithSpan) -> ControlFlow<EngineError> {
        match &value.value {
            Value::Placeholder(name) => ControlFlow::Break(not_one(&format!(
                "`{name}` is a gap to fill in: write the value into the query"
            ))),
            _ => ControlFlow::Continue(()),
        }
    }

    fn pre_visit_expr(&mut self, expr: &Expr) -> ControlFlow<EngineError> {
        match expr {
            Expr::Function(function) => self.call(&function.name),
            _ => ControlFlow::Continue(()),
        }
    }
}

fn changes() -> EngineError {
    not_one("it would change or lock data: a query only reads")
}

fn not_one(message: &str) -> EngineError {
    EngineError::NotOneQuery(message.to_owned())
}

/// What the parser says, without the words that it begins with; where it says a place, that is given apart.
fn wrong(message: &str) -> EngineError {
    let message = message
        .strip_prefix("sql parser error: ")
        .unwrap_or(message);
    let placed = message
        .rsplit_once(" at Line: ")
        .and_then(|(words, place)| {
            let (line, column) = place.split_once(", Column: ")?;
            Some((
                words,
                (line.trim().parse().ok()?, column.trim().parse().ok()?),
            ))
        });
    match placed {
        Some((words, place)) => EngineError::Wrong {
            message: words.to_owned(),
            place: Some(place),
        },
        None => EngineError::Wrong {
            message: message.to_owned(),
            place: None,
        },
    }
}

#[cfg(test)]
mod tests;
