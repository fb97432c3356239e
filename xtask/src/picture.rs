//! `cargo xtask picture`: the README's picture, from what the program really prints. A test of the program says when
//! the two differ.

use anstyle_svg::Term;

use crate::error::{AtPath, Result};
use crate::shell::{cargo, output, root};

/// The case that is shown, as seen from the folder of examples.
const CASE: &str = "learn-your-result/proposal.md";

/// Draws `docs/images/screen.svg`.
pub fn picture() -> Result {
    // With the engine, since the screen says what was measured.
    let mut command = cargo(&["run", "--release", "--quiet", "--package", "whyproof", "--"]);
    command
        .args(["--color", "always", CASE])
        .current_dir(root().join("examples"));
    command
        .env("COLUMNS", "80")
        .env("WHYPROOF_TODAY", "2026-11-23");
    let screen = String::from_utf8_lossy(&output(&mut command)?).into_owned();
    let shown = format!("\u{1b}[2m$\u{1b}[0m whyproof {CASE}\n\n{screen}");
    let file = root().join("docs/images/screen.svg");
    std::fs::create_dir_all(root().join("docs/images")).at(&file)?;
    std::fs::write(&file, Term::new().render_svg(&shown)).at(&file)
}
