//! Where the checkout is, and how chores run other programs.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::error::{Error, Result};

/// The root of the checkout.
pub fn root() -> PathBuf {
    let manifest =
        std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let manifest = PathBuf::from(manifest);
    manifest.parent().map_or(manifest.clone(), Path::to_owned)
}

/// The folder that Cargo builds into.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// A command in the root of the checkout.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

/// The Cargo that runs this chore, in the root of the checkout.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(arguments);
    // What Cargo tells of this chore's own package is none of the next one's business: a build script that looks at it
    // (ring's does) would run again, and all that rests on it, DataFusion too, be built anew.
    for (name, _) in std::env::vars_os() {
        let own = name.to_str().is_some_and(|name| {
            name.starts_with("CARGO_PKG_")
                || ["CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH"].contains(&name)
        });
        if own {
            cargo.env_remove(name);
        }
    }
    cargo
}

/// Runs a command to its end, its output going to the terminal.
pub fn run(command: &mut Command) -> Result {
    let status = command.status().map_err(|source| Error::Start {
        command: words(command),
        source,
    })?;
    if status.success() {
        return Ok(());
    }
    Err(Error::Failed {
        command: words(command),
        status: status.to_string(),
    })
}

/// Runs a command to its end and returns what it printed on standard output.
pub fn output(command: &mut Command) -> Result<Vec<u8>> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|source| Error::Start {
            command: words(command),
            source,
        })?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    Err(Error::Failed {
        command: words(command),
        status: output.status.to_string(),
    })
}

/// Whether a command runs and succeeds; it prints nothing.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// The command line as somebody would type it.
fn words(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut line = program
        .file_stem()
        .unwrap_or(program.as_os_str())
        .to_string_lossy()
        .into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}
