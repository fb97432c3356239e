//! Runs prettier over many texts with one process.

use std::path::{Path, PathBuf};
use std::process::Command;

/// What prettier does with the line breaks of prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wrap {
    /// Leaves them, as by default.
    Preserve,
    /// Breaks lines at 80 columns.
    Always,
}

/// The texts as prettier writes them.
pub(crate) fn format(texts: &[&str], wrap: Wrap) -> Vec<String> {
    let program = program();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("spec-{wrap:?}"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let file = |at: usize| folder.join(format!("{at:04}.md"));
    for (at, text) in texts.iter().enumerate() {
        std::fs::write(file(at), text).unwrap();
    }
    let wrap = match wrap {
        Wrap::Preserve => "preserve",
        Wrap::Always => "always",
    };
    let output = Command::new("node")
        .arg(program)
        .args([
            "--write",
            "--no-config",
            "--no-editorconfig",
            "--log-level=warn",
        ])
        .args(["--ignore-path=none", &format!("--prose-wrap={wrap}"), "."])
        .current_dir(&folder)
        .output()
        .expect("prettier needs node; get both with `cargo xtask setup`");
    assert!(
        output.status.success(),
        "prettier failed:\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    (0..texts.len())
        .map(|at| std::fs::read_to_string(file(at)).unwrap())
        .collect()
}

/// Prettier's program: that of `PRETTIER`, else the one that setup installed.
fn program() -> PathBuf {
    let installed = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../.setup/npm/node_modules/prettier/bin/prettier.cjs");
    let program = std::env::var_os("PRETTIER").map_or(installed, PathBuf::from);
    assert!(
        program.is_file(),
        "prettier is not installed; get it with `cargo xtask setup`"
    );
    program
}
