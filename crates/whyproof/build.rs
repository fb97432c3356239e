//! Lists the built-in workspace, `examples/`, so that `whyproof demo` can unpack it.

#![allow(
    clippy::disallowed_methods,
    reason = "a build script reads the checkout it builds"
)]

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let missing = |name: &str| io::Error::other(format!("cargo sets {name}"));
    let package = env::var_os("CARGO_MANIFEST_DIR").ok_or_else(|| missing("CARGO_MANIFEST_DIR"))?;
    let out = env::var_os("OUT_DIR").ok_or_else(|| missing("OUT_DIR"))?;
    let root = Path::new(&package).join("../../examples").canonicalize()?;
    println!("cargo::rerun-if-changed={}", root.display());
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let hidden = path
                .file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with('.'));
            if path.is_dir() && !hidden {
                folders.push(path);
            } else if !hidden {
                files.push(path);
            }
        }
    }
    files.sort();
    fs::write(Path::new(&out).join("workspace.rs"), list(&root, &files))
}

fn list(root: &Path, files: &[PathBuf]) -> String {
    let mut text = String::from("&[\n");
    for file in files {
        let inside = file.strip_prefix(root).unwrap_or(file);
        let inside = inside.to_string_lossy().replace('\\', "/");
        let whole = file.to_string_lossy();
        // Writing to a string does not fail.
        let _ = writeln!(text, "    ({inside:?}, include_bytes!({whole:?})),");
    }
    text.push_str("]\n");
    text
}
