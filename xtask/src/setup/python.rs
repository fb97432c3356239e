//! The tests' Python packages, in `.setup/python`, as `xtask/python/requirements.txt` pins them: a
//! small language model and a server for it, a server of buckets, and readers of PDFs.

use std::fs;
use std::path::PathBuf;

use super::programs;
use crate::error::{AtPath, Error, Result};
use crate::shell::{command, root, run, succeeds};

/// Written last, with the requirements' text: an install that was cut off is done again.
const STAMP: &str = "installed-requirements.txt";

fn requirements() -> PathBuf {
    root().join("xtask/python/requirements.txt")
}

fn folder() -> PathBuf {
    root().join(".setup/python")
}

/// The Python that has the packages.
fn interpreter() -> PathBuf {
    let path = if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    };
    folder().join(path)
}

/// Whether the installed packages are those of the requirements.
fn is_current() -> bool {
    let stamp = fs::read(folder().join(STAMP));
    let wanted = fs::read(requirements());
    matches!((stamp, wanted), (Ok(stamp), Ok(wanted)) if stamp == wanted) && interpreter().is_file()
}

/// What is missing, if anything is.
pub(super) fn missing() -> Option<String> {
    (!is_current())
        .then(|| "the Python packages of xtask/python (a language model and its server, a server of buckets, readers of PDFs)".to_owned())
}

/// Installs the packages, unless they are there.
pub(super) fn install() -> Result {
    if is_current() {
        return Ok(());
    }
    let folder = folder();
    let python =
        programs::locate("python3").ok_or_else(|| Error::Other("python3 is missing".to_owned()))?;
    // Debian's Python comes without what makes environments.
    if !succeeds(command(&python).args(["-c", "import ensurepip, venv"])) {
        programs::get(&["python3-venv"])?;
    }
    println!("setup: Python packages into .setup/python");
    if folder.exists() {
        fs::remove_dir_all(&folder).at(&folder)?;
    }
    run(command(&python).args(["-m", "venv"]).arg(&folder))?;
    // All that is needed stands in the list, so nothing else is resolved.
    run(command(interpreter())
        .args(["-m", "pip", "--disable-pip-version-check", "install"])
        .args(["--quiet", "--no-deps", "--requirement"])
        .arg(requirements()))?;
    fs::copy(requirements(), folder.join(STAMP)).at(folder.join(STAMP))?;
    Ok(())
}
