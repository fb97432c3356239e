//! `cargo xtask build-times`: cold builds of the program, timed, and what costs most in each.
//!
//! Prints Markdown for docs/performance.md.

mod report;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::error::{AtPath, Error, Result};
use crate::shell::{cargo, command, output, run, target};
use report::Unit;

/// The builds that are timed: what each is called and its arguments.
const BUILDS: [(&str, &[&str]); 2] = [
    ("without features", &["--no-default-features"]),
    ("default", &[]),
];

/// Builds each from nothing and prints the times.
pub fn build_times() -> Result {
    // A download is not a part of the build.
    run(&mut cargo(&["fetch", "--locked"]))?;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let compiler = output(command("rustc").arg("--version"))?;
    let mut text = format!(
        "Cold `cargo build --release`, {cores} cores, {}.\n",
        String::from_utf8_lossy(&compiler).trim()
    );
    for (name, arguments) in BUILDS {
        text.push_str(&build(name, arguments)?);
    }
    println!("{text}");
    Ok(())
}

fn build(name: &str, arguments: &[&str]) -> Result<String> {
    let folder = target().join(format!("cold-{}", std::process::id()));
    fs::create_dir_all(&folder).at(&folder)?;
    let start = Instant::now();
    let built = run(cargo(&["build", "--release", "--locked", "--timings"])
        .arg("--package=whyproof")
        .args(arguments)
        .arg("--target-dir")
        .arg(&folder));
    let time = start.elapsed();
    let units = built.and_then(|()| units(&folder));
    fs::remove_dir_all(&folder).at(&folder)?;
    Ok(report::table(name, arguments, time, &units?))
}

/// What the build made, from the page that Cargo wrote.
fn units(folder: &Path) -> Result<Vec<Unit>> {
    let page = page(&folder.join("cargo-timings"))?;
    let text = fs::read_to_string(&page).at(&page)?;
    report::units(&text)
        .ok_or_else(|| Error::Other(format!("{}: no timings are in it", page.display())))
}

fn page(folder: &Path) -> Result<PathBuf> {
    let entries = fs::read_dir(folder).at(folder)?;
    entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| {
            path.extension()
                .is_some_and(|extension| extension == "html")
        })
        .ok_or_else(|| Error::Other(format!("{}: no timings page", folder.display())))
}
