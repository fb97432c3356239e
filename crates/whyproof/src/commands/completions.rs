//! `completions`: for a shell.

use std::process::ExitCode;

use clap::Args;
use clap_complete::Shell;

use crate::cli;
use crate::error::Error;
use crate::terminal::Terminal;

/// Write completions for a shell to standard output
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  whyproof completions bash > ~/.local/share/bash-completion/completions/whyproof
  whyproof completions zsh > ~/.zfunc/_whyproof
  whyproof completions fish > ~/.config/fish/completions/whyproof.fish")]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub(crate) shell: Shell,
}

pub(crate) fn run(arguments: &CompletionsArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    let mut script = Vec::new();
    clap_complete::generate(
        arguments.shell,
        &mut cli::command(),
        "whyproof",
        &mut script,
    );
    terminal.print(&String::from_utf8_lossy(&script))?;
    Ok(ExitCode::SUCCESS)
}
