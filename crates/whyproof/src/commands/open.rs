//! No verb: the first screen.

use std::process::ExitCode;

use whyproof_case::Host;
use whyproof_check::{Options, check};
use whyproof_host::System;

use crate::cli;
use crate::config;
use crate::error::{Error, ErrorKind};
use crate::input::{STANDARD_INPUT, Source};
use crate::names;
use crate::screen;
use crate::terminal::Terminal;

pub(crate) fn run(file: &str, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    let source = Source::read(&System, file).map_err(|error| meant_a_verb(error, file))?;
    if source.text.trim().is_empty() {
        let name = if file == STANDARD_INPUT {
            "standard input".to_owned()
        } else {
            format!("`{file}`")
        };
        return Err(
            Error::new(ErrorKind::Environment, format!("{name} is empty"))
                .hint("`whyproof new idea NAME` writes a file to begin with."),
        );
    }
    let screen = first_screen(&source)?;
    terminal.print(&screen::draw(&screen, terminal.width()))?;
    Ok(ExitCode::SUCCESS)
}

/// What the first screen says of a text.
pub(crate) fn first_screen(source: &Source) -> Result<screen::Screen, Error> {
    let case = source.case(&System);
    let config = config::load(&System, &case.scope.root)?;
    let options = Options {
        config: &config.check,
        today: System.today(),
        all: false,
    };
    let findings = check(&case, &options);
    let bank = super::ask::bank(&case)?;
    Ok(screen::first(&case, &findings, &bank, &source.path))
}

/// A word that is no file may be a verb with a slip in it.
fn meant_a_verb(error: Error, file: &str) -> Error {
    if file.contains(['/', '.']) || !error.hints.is_empty() {
        return error;
    }
    let command = cli::command();
    let verbs = command.get_subcommands().map(clap::Command::get_name);
    match names::near(file, verbs).first() {
        Some(verb) => error.hint(format!("Did you mean the command `whyproof {verb}`?")),
        None => error.hint("`whyproof --help` lists the commands."),
    }
}
