//! `bad-toml`: an experiment whose TOML cannot be read.

use whyproof_syntax::Severity;

use crate::check::{Check, Context, Family, Sink};

/// The check.
pub(crate) const CHECK: Check = Check {
    id: "bad-toml",
    family: Family::File,
    severity: Severity::Error,
    default: true,
    summary: "An experiment whose TOML cannot be read",
    run,
};

/// Nothing to look for: the resolver tells of it.
fn run(_context: &Context<'_>, _sink: &mut Sink) {}
