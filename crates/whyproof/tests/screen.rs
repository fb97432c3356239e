//! The first screen fits a screen, whatever the case: at most 24 lines of at most 80 columns.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the tests run the program on the examples"
)]

use std::path::{Path, PathBuf};
use std::process::Command;

use unicode_width::UnicodeWidthStr;

/// Every Markdown file below a folder.
fn below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "md") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

fn screen(folder: &Path, file: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_whyproof"))
        .arg(file)
        .current_dir(folder)
        .env("WHYPROOF_TODAY", "2026-11-23")
        .output()
        .expect("it ran");
    assert_eq!(output.status.code(), Some(0), "{file}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn fits(file: &str, screen: &str) {
    assert!(
        screen.lines().count() <= 24,
        "{file}: too many lines\n{screen}"
    );
    for line in screen.lines() {
        assert!(line.width() <= 80, "{file}: too wide\n{line}");
        assert_eq!(line.trim_end(), line, "{file}: space at the end of a line");
    }
    assert!(
        screen.contains("\nNext\n  whyproof ") || screen.contains("\nNext  whyproof "),
        "{file}: nothing to type next\n{screen}"
    );
}

#[test]
fn every_example_and_every_weak_case_fits() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let files = below(&examples);
    assert!(files.len() > 10, "{files:?}");
    for file in files {
        let name = file.strip_prefix(&examples).expect("below");
        let name = name.to_str().expect("UTF-8");
        fits(name, &screen(&examples, name));
    }
}

#[test]
fn long_words_and_wide_letters_fit() {
    let folder = tempfile::tempdir().expect("a folder");
    let long = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen".repeat(9);
    let wide = "検査結果を聞きに来ない人が多い".repeat(20);
    let words = "a sentence that goes on and on ".repeat(40);
    for (name, text) in [("long.md", &long), ("wide.md", &wide), ("words.md", &words)] {
        let case = format!(
            "---\nkind: idea\n---\n\n# {text}\n\n## Case\n\n### {text}\n\n- because {text}\n\
             - because {text} again\n- but {text} not\n\n### {text} too\n\n- but {text} neither\n"
        );
        std::fs::write(folder.path().join(name), case).expect("written");
        fits(name, &screen(folder.path(), name));
    }
}
