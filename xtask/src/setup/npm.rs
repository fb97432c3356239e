//! The tests' npm packages, in `.setup/npm`, as `xtask/npm/package-lock.json` pins them.

use std::fs;
use std::path::PathBuf;

use super::programs;
use crate::error::{AtPath, Error, Result};
use crate::shell::{command, root, run};

/// What `npm ci` reads.
const FILES: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];

/// Written last, with the lock file's text: an install that was cut off is done again.
const STAMP: &str = "installed-lock.json";

fn source() -> PathBuf {
    root().join("xtask/npm")
}

fn folder() -> PathBuf {
    root().join(".setup/npm")
}

/// Whether the installed packages are those of the lock file.
fn is_current() -> bool {
    let stamp = fs::read(folder().join(STAMP));
    let lock = fs::read(source().join("package-lock.json"));
    matches!((stamp, lock), (Ok(stamp), Ok(lock)) if stamp == lock)
        && folder().join("node_modules").is_dir()
}

/// What is missing, if anything is.
pub(super) fn missing() -> Option<String> {
    (!is_current()).then(|| {
        "the npm packages of xtask/npm (prettier, playwright-core, axe-core, html-validate, @jsonresume/schema)"
            .to_owned()
    })
}

/// Installs the packages, unless they are there.
pub(super) fn install() -> Result {
    if is_current() {
        return Ok(());
    }
    let folder = folder();
    println!("setup: npm packages into .setup/npm");
    fs::create_dir_all(&folder).at(&folder)?;
    for name in FILES {
        fs::copy(source().join(name), folder.join(name)).at(source().join(name))?;
    }
    let npm = programs::locate("npm").ok_or_else(|| Error::Other("npm is missing".to_owned()))?;
    run(command(npm).arg("ci").current_dir(&folder))?;
    fs::copy(folder.join("package-lock.json"), folder.join(STAMP)).at(folder.join(STAMP))?;
    Ok(())
}
