//! The examples, rendered by the program.

use std::path::{Path, PathBuf};
use std::process::Command;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples")
}

/// The file of an example.
pub(crate) fn file(example: &str) -> PathBuf {
    folder().join(format!("{example}.md"))
}

/// Every example that is a case: its path below the folder of examples, without its ending.
pub(crate) fn examples() -> Vec<String> {
    let mut examples = Vec::new();
    let mut folders = vec![folder()];
    while let Some(below) = folders.pop() {
        for entry in std::fs::read_dir(below).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "md") {
                let text = std::fs::read_to_string(&path).expect("UTF-8");
                // What stands beside the cases, about their data, is no case.
                if text.starts_with("---\nkind:") {
                    let path = path.strip_prefix(folder()).expect("below");
                    examples.push(path.with_extension("").display().to_string());
                }
            }
        }
    }
    assert!(examples.len() > 10, "{} examples", examples.len());
    examples.sort();
    examples
}

/// Renders an example into a file of the folder `into`, whose name ends with `ending`.
pub(crate) fn render(example: &str, into: &Path, ending: &str, more: &[&str]) -> PathBuf {
    std::fs::create_dir_all(into).expect("made");
    let into = into.join(format!("{}{ending}", example.replace('/', "-")));
    let output = Command::new(env!("CARGO_BIN_EXE_whyproof"))
        .arg("render")
        .arg(file(example))
        .arg("-o")
        .arg(&into)
        .args(more)
        .current_dir(folder())
        .env("WHYPROOF_TODAY", "2026-11-23")
        .env("WHYPROOF_CACHE", "")
        .output()
        .expect("it runs");
    assert!(
        output.status.success() && into.is_file(),
        "{example}{ending}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    into
}

/// A folder of this test's own, under the build's.
pub(crate) fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    folder
}
