//! The pages of the specification.

use std::path::{Path, PathBuf};

use whyproof_testing::spec::{self, Example};

/// A page and its examples.
pub(crate) struct Page {
    path: PathBuf,
    pub(crate) text: String,
    pub(crate) examples: Vec<Example>,
}

impl Page {
    /// Where an example stands, as an editor opens it.
    pub(crate) fn place(&self, example: &Example) -> String {
        let name = self.path.file_name().unwrap().to_string_lossy();
        format!("docs/spec/{name}:{} ({})", example.line, example.heading)
    }

    /// Writes the page anew where it changed.
    pub(crate) fn write(&self, text: &str) {
        if text != self.text {
            std::fs::write(&self.path, text).unwrap();
        }
    }
}

/// Every page, by name.
pub(crate) fn all() -> Vec<Page> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/spec");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .collect();
    paths.sort();
    let only = std::env::var("SPEC").unwrap_or_default();
    paths.retain(|path| path.to_string_lossy().contains(&only));
    paths.into_iter().map(read).collect()
}

fn read(path: PathBuf) -> Page {
    let text = std::fs::read_to_string(&path).unwrap();
    let examples = match spec::examples(&text) {
        Ok(examples) => examples,
        Err(error) => panic!("{}: {error}", path.display()),
    };
    Page {
        path,
        text,
        examples,
    }
}
