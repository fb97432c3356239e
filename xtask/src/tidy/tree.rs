//! The files of the checkout, as the rules see them.

use std::collections::BTreeMap;
use std::fs;

use crate::error::{AtPath, Result};
use crate::setup::program;
use crate::shell::{command, output, root};

/// Files by their path from the root, with `/` between folders.
#[derive(Debug, Default)]
pub struct Tree {
    files: BTreeMap<String, Vec<u8>>,
    /// Folders of this machine that no file may name: the checkout's and its user's.
    pub machine: Vec<String>,
}

impl Tree {
    /// The files that git tracks or would track.
    pub fn load() -> Result<Self> {
        let list = output(command(program("git")).args([
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ]))?;
        let root = root();
        let mut tree = Self::default();
        for name in list.split(|byte| *byte == 0) {
            let name = String::from_utf8_lossy(name);
            let path = root.join(&*name);
            // A tracked file may be gone from the folder, and a link may lead out of it.
            if fs::symlink_metadata(&path).is_ok_and(|metadata| metadata.is_file()) {
                let bytes = fs::read(&path).at(&path)?;
                tree.files.insert(name.into_owned(), bytes);
            }
        }
        tree.machine.push(root.display().to_string());
        let home = std::env::home_dir().filter(|home| home.components().count() > 1);
        tree.machine
            .extend(home.map(|home| home.display().to_string()));
        Ok(tree)
    }

    /// A tree of a few files, for tests.
    pub fn of<T: AsRef<[u8]>>(files: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let files = files
            .into_iter()
            .map(|(path, bytes)| (path.to_owned(), bytes.as_ref().to_vec()))
            .collect();
        Self {
            files,
            machine: Vec::new(),
        }
    }

    /// Every file: its path and its bytes, by path.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files
            .iter()
            .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// The files that are text: their path and their text, by path.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files()
            .filter_map(|(path, bytes)| Some((path, std::str::from_utf8(bytes).ok()?)))
    }

    /// The text files whose path ends so.
    pub fn ending(&self, end: &'static str) -> impl Iterator<Item = (&str, &str)> {
        self.texts().filter(move |(path, _)| path.ends_with(end))
    }

    /// A file's text, if it is there and is text.
    pub fn text(&self, path: &str) -> Option<&str> {
        std::str::from_utf8(self.files.get(path)?).ok()
    }

    /// The paths of the files that stand in a folder itself, not deeper, without the folder.
    pub fn in_folder<'t>(&'t self, folder: &str) -> impl Iterator<Item = &'t str> {
        let start = format!("{folder}/");
        self.files
            .keys()
            .filter_map(move |path| path.strip_prefix(&start))
            .filter(|name| !name.contains('/'))
    }
}

/// The folder and file name of a path.
pub(crate) fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}
