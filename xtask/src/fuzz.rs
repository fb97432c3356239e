//! `cargo xtask fuzz`: the fuzzers of `fuzz/`, each for some seconds.
//!
//! cargo-fuzz needs compiler flags that only a nightly takes; `RUSTC_BOOTSTRAP` lets the stable
//! compiler take them, so that what is fuzzed is what is shipped.

use std::fs;
use std::path::Path;

use clap::Args;

use crate::error::{AtPath, Error, Result};
use crate::shell::{cargo, root, run, succeeds, target};

/// What to fuzz and how long.
#[derive(Args)]
pub struct Options {
    /// A target of fuzz/fuzz_targets; all of them where none is named
    target: Option<String>,
    /// How long each target runs
    #[arg(long, default_value_t = 60)]
    seconds: u32,
}

/// Runs one target or all, one after the other, and fails at the first finding.
pub fn fuzz(options: &Options) -> Result {
    if !succeeds(&mut cargo(&["fuzz", "--version"])) {
        return Err(Error::Other(
            "cargo-fuzz is missing; get it with `cargo install cargo-fuzz --locked`".to_owned(),
        ));
    }
    let targets = targets(&root().join("fuzz/fuzz_targets"))?;
    let chosen: Vec<&String> = targets
        .iter()
        .filter(|name| options.target.as_ref().is_none_or(|target| target == *name))
        .collect();
    if chosen.is_empty() {
        return Err(Error::Other(format!(
            "no such fuzz target; there are: {}",
            targets.join(", ")
        )));
    }
    for name in chosen {
        println!("\n== {name}, {} s", options.seconds);
        fuzz_one(name, options.seconds)?;
    }
    Ok(())
}

fn fuzz_one(name: &str, seconds: u32) -> Result {
    // New inputs go beside the build; the committed corpus grows only by hand.
    let found = target().join("fuzz-corpus").join(name);
    let kept = root().join("fuzz/corpus").join(name);
    fs::create_dir_all(&found).at(&found)?;
    // Our code forbids `unsafe`: a sanitizer would only make it slow.
    let mut command = cargo(&["fuzz", "run", "--sanitizer", "none", name]);
    command.arg(&found);
    if kept.is_dir() {
        command.arg(&kept);
    }
    run(command
        .args(["--", &format!("-max_total_time={seconds}")])
        .env("RUSTC_BOOTSTRAP", "1"))
}

/// The names of the fuzz targets, in order.
fn targets(folder: &Path) -> Result<Vec<String>> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .at(folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    Ok(names)
}
