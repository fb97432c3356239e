//! Ballista's scheduler and executor, in `.setup/ballista`.

use std::path::PathBuf;

use crate::error::Result;
use crate::shell::{cargo, root, run, target};

/// The version that goes with the DataFusion in the root manifest.
const VERSION: &str = "55.0.0";

/// The two programs.
pub(super) struct Programs {
    pub(super) scheduler: PathBuf,
    pub(super) executor: PathBuf,
}

/// Builds what is not there. That takes long, once.
pub(super) fn install() -> Result<Programs> {
    let folder = root().join(".setup/ballista");
    for name in ["ballista-scheduler", "ballista-executor"] {
        println!("ballista: cargo install {name} (many minutes, once)");
        // Cargo knows what it installed, and does nothing where that is this version. Both share what they are made of.
        // Nobody measures anything with them, so they are built in a hurry.
        run(
            cargo(&["install", "--locked", name, "--version", VERSION, "--root"])
                .arg(&folder)
                .env("CARGO_TARGET_DIR", target().join("ballista"))
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "64"),
        )?;
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
