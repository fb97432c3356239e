//! `man`: the manual, a page for each command.

use std::process::ExitCode;

use clap::Args;
use clap_mangen::Man;
use whyproof_case::{Host, join};
use whyproof_host::System;

use crate::cli;
use crate::error::{Error, ErrorKind};
use crate::terminal::Terminal;
use crate::text::typed;

/// Write the man pages into a folder
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  whyproof man ~/.local/share/man/man1 && man whyproof")]
pub(crate) struct ManArgs {
    /// The folder; it is made where it is not there
    #[arg(value_name = "DIR")]
    pub(crate) dir: String,
}

pub(crate) fn run(arguments: &ManArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    let mut whole = cli::command();
    whole.build();
    let mut pages = vec![("whyproof.1".to_owned(), whole.clone())];
    // What `help` prints are these pages.
    let has_page = |verb: &&clap::Command| !verb.is_hide_set() && verb.get_name() != "help";
    for verb in whole.get_subcommands().filter(has_page) {
        let name = format!("whyproof-{}", verb.get_name());
        let page = verb.clone().display_name(name.clone());
        pages.push((format!("{name}.1"), page));
    }
    for (name, command) in &pages {
        let mut page = Vec::new();
        Man::new(command.clone())
            .manual("Whyproof")
            .render(&mut page)
            .map_err(|error| Error::new(ErrorKind::Environment, error.to_string()))?;
        System.write(&join(&arguments.dir, name), &page)?;
    }
    let written = format!("{} man pages in {}\n", pages.len(), typed(&arguments.dir));
    terminal.print(&written)?;
    Ok(ExitCode::SUCCESS)
}
