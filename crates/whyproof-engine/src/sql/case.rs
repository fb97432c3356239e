//! Names of columns whatever their case: `age` finds the column `Age` where no other is meant.

use std::ops::ControlFlow;

use datafusion::common::{Column, DataFusionError, SchemaError, Span};
use datafusion::sql::sqlparser::ast::{Expr, Ident, Query, VisitMut, VisitorMut};

/// A column that was not found, and those that are there.
pub(crate) fn not_found(error: &DataFusionError) -> Option<(&Column, &[Column])> {
    let mut errors = vec![error];
    while let Some(error) = errors.pop() {
        match error {
            DataFusionError::SchemaError(schema, _) => {
                if let SchemaError::FieldNotFound {
                    field,
                    valid_fields,
                } = &**schema
                {
                    return Some((field, valid_fields));
                }
            }
            DataFusionError::Context(_, inner) | DataFusionError::Diagnostic(_, inner) => {
                errors.push(inner)
            }
            DataFusionError::Shared(inner) => errors.push(inner),
            DataFusionError::Collection(all) => errors.extend(all),
            _ => {}
        }
    }
    None
}

/// Writes the column's real name where the error says that none was found. Says whether anything changed.
///
/// The planner folds what is not quoted, and reports one name at a time; so this is repeated until it is content.
pub(crate) fn corrected(query: &mut Query, error: &DataFusionError) -> bool {
    let Some((field, there)) = not_found(error) else {
        return false;
    };
    let mut same = there.iter().filter(|column| {
        column.name != field.name && column.name.to_lowercase() == field.name.to_lowercase()
    });
    let (Some(real), rest) = (same.next(), same) else {
        return false;
    };
    if rest.into_iter().any(|other| other.name != real.name) {
        return false;
    }
    let mut rename = Rename {
        from: &field.name,
        to: &real.name,
        at: field.spans.first(),
        done: false,
    };
    let _ = query.visit(&mut rename);
    rename.done
}

struct Rename<'a> {
    from: &'a str,
    to: &'a str,
    at: Option<Span>,
    done: bool,
}

impl Rename<'_> {
    fn apply(&mut self, ident: &mut Ident) {
        let here = match self.at {
            None => true,
            Some(span) => {
                Span::try_from_sqlparser_span(ident.span).is_some_and(|own| within(own, span))
            }
        };
        if here && ident.quote_style.is_none() && ident.value.to_lowercase() == self.from {
            ident.value = self.to.to_owned();
            ident.quote_style = Some('"');
            self.done = true;
        }
    }
}

fn within(inner: Span, outer: Span) -> bool {
    inner.start >= outer.start && inner.end <= outer.end
}

impl VisitorMut for Rename<'_> {
    type Break = ();

    fn pre_visit_expr(&mut self, expr: &mut Expr) -> ControlFlow<()> {
        match expr {
            Expr::Identifier(ident) => self.apply(ident),
            Expr::CompoundIdentifier(parts) => {
                for part in parts.iter_mut().rev() {
                    self.apply(part);
                }
            }
            _ => {}
        }
        ControlFlow::Continue(())
    }
}
