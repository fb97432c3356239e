//! Ballista's scheduler and executor, in `.setup/ballista`.

use std::path::PathBuf;
use std::process::Command;

use crate::error::Result;
use crate::shell::{cargo, root, run, target};

/// The version that goes with the DataFusion in the root manifest.
const VERSION: &str = "55.0.0";

/// The two programs.
pub(super) struct Programs {
    pub(super) scheduler: PathBuf,
    pub(super) executor: PathBuf,
}

/// The command with a profile that builds quickly, in a folder where the cluster's programs and their tests share what
/// they are made of.
pub(super) fn hurried(mut cargo: Command) -> Command {
    cargo
        .env("CARGO_TARGET_DIR", target().join("ballista"))
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_PROFILE_DEV_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_DEV_DEBUG", "false")
        .env("CARGO_PROFILE_DEV_DEBUG_ASSERTIONS", "false")
        .env("CARGO_PROFILE_DEV_OVERFLOW_CHECKS", "false");
    cargo
}

/// Builds what is not there. That takes long, once.
pub(super) fn install() -> Result<Programs> {
    let folder = root().join(".setup/ballista");
    for name in ["ballista-scheduler", "ballista-executor"] {
        println!("ballista: cargo install {name} (many minutes, once)");
        // Cargo knows what it installed, and does nothing where that is this version.
        let install = cargo(&["install", "--debug", "--locked", name, "--version", VERSION]);
        run(hurried(install).arg("--root").arg(&folder))?;
    }
    let program = |name: &str| {
        let ending = if cfg!(windows) { ".exe" } else { "" };
        folder.join("bin").join(format!("{name}{ending}"))
    };
    Ok(Programs {
        scheduler: program("ballista-scheduler"),
        executor: program("ballista-executor"),
    })
}
