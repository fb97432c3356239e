//! Verbs that this build was made without.

use std::process::ExitCode;

use clap::Args;

use crate::error::{Error, ErrorKind};

/// Run queries: this build was made without the feature `figures`
#[derive(Debug, Clone, Args)]
pub(crate) struct MissingArgs {
    /// Whatever was typed
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pub(crate) rest: Vec<String>,
}

pub(crate) fn run() -> Result<ExitCode, Error> {
    let message = "this build was made without the feature `figures`, which runs queries";
    Err(Error::new(ErrorKind::Usage, message)
        .hint("The usual build has it: `cargo build --release`."))
}
