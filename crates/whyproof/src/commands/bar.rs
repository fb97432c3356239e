//! `bar`: what a case or a person is held to.

mod human;

use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;
use whyproof_case::{Bar, BarError, Host, Scope, bar, bar_of, built_in_bars, join};
use whyproof_host::System;

use crate::error::{Error, ErrorKind};
use crate::input;
use crate::names::{any_of, near};
use crate::terminal::Terminal;

/// Show a bar: what a case or a person is held to, criterion by criterion
///
/// Without a name the bars are listed: those that are built in, and those of the workspace, `bars/NAME.toml`. One of
/// the workspace may be laid over another (`over = "product-manager"`): what it leaves out is that one's.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  whyproof bar                        Which there are
  whyproof bar product-manager
  whyproof bar ./acme.toml            One that stands in no workspace")]
pub(crate) struct BarArgs {
    /// The bar: its name, or the path of its file
    #[arg(value_name = "NAME")]
    pub(crate) name: Option<String>,
}

pub(crate) fn run(arguments: &BarArgs, terminal: &mut Terminal) -> Result<ExitCode, Error> {
    let scope = Scope::of_folder(&System, ".");
    let text = match &arguments.name {
        Some(name) => {
            let bar = find(&scope, name)?;
            human::bar(&bar, terminal.width())
        }
        None => human::list(&known(&scope), terminal.width()),
    };
    terminal.print(&text)?;
    Ok(ExitCode::SUCCESS)
}

/// A bar by its name, or by its file's path, which has a `/` or ends in `.toml`.
pub(super) fn find(scope: &Scope, name: &str) -> Result<Arc<Bar>, Error> {
    let found = if name.contains('/') || name.ends_with(".toml") {
        let text = input::any_bytes(&System, name)?;
        let text = String::from_utf8(text).map_err(|_| {
            Error::new(
                ErrorKind::Environment,
                format!("`{name}` is not UTF-8 text"),
            )
        })?;
        bar_of(&System, scope, name, &text)
    } else {
        bar(&System, scope, name)
    };
    found.map_err(|error| {
        let said = Error::new(ErrorKind::Environment, error.to_string());
        match error {
            BarError::Unknown { .. } => {
                let names = names(scope);
                let near = near(name, names.iter().map(String::as_str));
                match near.is_empty() {
                    true => said.hint(format!(
                        "There are {}.",
                        any_of(&names).replace(" or ", " and ")
                    )),
                    false => said.hint(format!("Did you mean {}?", any_of(&near))),
                }
            }
            BarError::Bad { .. } => said,
        }
    })
}

/// The names of all bars: built in, then those of the workspace.
fn names(scope: &Scope) -> Vec<String> {
    let mut names: Vec<String> = built_in_bars().map(str::to_owned).collect();
    let files = System.list(&join(&scope.root, "bars")).unwrap_or_default();
    let own = files.iter().filter_map(|file| file.strip_suffix(".toml"));
    let own: Vec<&str> = own
        .filter(|name| !built_in_bars().any(|it| it == *name))
        .collect();
    names.extend(own.into_iter().map(str::to_owned));
    names
}

/// Every bar by its name, and why it cannot be read.
fn known(scope: &Scope) -> Vec<(String, Result<Arc<Bar>, BarError>)> {
    let names = names(scope).into_iter();
    let read = names.map(|name| {
        let found = bar(&System, scope, &name);
        (name, found)
    });
    read.collect()
}
