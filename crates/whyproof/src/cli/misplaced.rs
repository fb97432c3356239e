//! A verb with a slip in it, and a verb's flag without its verb: what was meant.

use clap::ArgMatches;
use clap::error::{ContextKind, ContextValue, ErrorKind as ClapKind};
use whyproof_case::Host;
use whyproof_host::System;

use super::command;
use crate::error::{Error, ErrorKind};
use crate::names;
use crate::text::typed;

/// What was meant where FILE stands first and something follows that cannot follow it; none where that is not so.
pub(super) fn meant(error: &clap::Error) -> Option<Error> {
    if !matches!(
        error.kind(),
        ClapKind::UnknownArgument | ClapKind::InvalidSubcommand
    ) {
        return None;
    }
    let known: ArgMatches = command().ignore_errors(true).try_get_matches().ok()?;
    if known.subcommand_name().is_some() {
        return None;
    }
    let file = known.try_get_one::<String>("file").ok().flatten()?;
    let is_there = System.stat(file).is_ok();
    if !is_there && !file.contains(['/', '.']) && file != crate::input::STANDARD_INPUT {
        return Some(no_verb(file));
    }
    let Some(ContextValue::String(flag)) = error.get(ContextKind::InvalidArg) else {
        return None;
    };
    let verbs = having(flag.strip_prefix("--")?);
    let tips: Vec<String> = verbs
        .iter()
        .map(|verb| format!("whyproof {verb} {} {flag} …", typed(file)))
        .collect();
    let message = format!("`{flag}` needs a verb before its file");
    (!tips.is_empty()).then(|| {
        Error::new(ErrorKind::Usage, message).hint(format!("Write {}.", names::any_of(&tips)))
    })
}

fn no_verb(word: &str) -> Error {
    let command = command();
    let verbs = command.get_subcommands().map(clap::Command::get_name);
    match names::near(word, verbs).first() {
        Some(verb) => Error::new(
            ErrorKind::Usage,
            format!("there is no verb `{word}`; did you mean `{verb}`?"),
        ),
        None => Error::new(ErrorKind::Usage, format!("there is no verb `{word}`"))
            .hint("`whyproof --help` lists them."),
    }
}

/// The verbs that take a file and have the flag, `show` first.
fn having(flag: &str) -> Vec<String> {
    let command = command();
    let mut verbs: Vec<String> = command
        .get_subcommands()
        .filter(|verb| verb.get_positionals().next().is_some())
        .filter(|verb| {
            verb.get_arguments()
                .any(|argument| argument.get_long() == Some(flag))
        })
        .map(|verb| verb.get_name().to_owned())
        .collect();
    verbs.sort_by_key(|verb| verb != "show");
    verbs
}
