//! From SQL to a plan that only reads what it is given.

mod case;
mod check;
mod functions;
mod guard;
mod moments;
mod nesting;
mod parse;
mod plan;
mod steady;

pub(crate) use functions::absent;
pub(crate) use parse::{one_query, tables};
pub(crate) use plan::{plan, state};
pub(crate) use steady::{Steady, steady};
