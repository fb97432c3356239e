//! `cargo xtask CHORE`: see `cargo xtask help`.

use std::process::ExitCode;

fn main() -> ExitCode {
    xtask::run()
}
