//! Which files a path means: below the root only, regular files only, of one format.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::hint;

use super::format::Format;

/// A file that a path means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// Its path from the root, with `/`.
    pub(crate) path: String,
    /// Where it is, links followed.
    pub(crate) place: PathBuf,
}

/// Most files of one folder.
const MOST: usize = 10_000;

/// The files that `path` means, and their format; what is wrong with it, otherwise.
pub(crate) fn find(
    root: &Path,
    path: &str,
    delimiter: bool,
) -> Result<(Vec<Found>, Format), String> {
    let path = normal(path)?;
    let root =
        fs::canonicalize(root).map_err(|_| "the workspace's folder is not there".to_owned())?;
    let place = inside(&root, &path)?;
    if place.is_file() {
        let format = Format::of(&path, delimiter).ok_or_else(|| no_format(&path))?;
        return Ok((vec![Found { path, place }], format));
    }
    if !place.is_dir() {
        return Err(format!("`{path}` is neither a file nor a folder"));
    }
    let mut files = folder(&root, &path, place)?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    one_format(files, &path, delimiter)
}

/// The path with `/`, without `.`; refused where it could lead out of the root.
pub(crate) fn normal(path: &str) -> Result<String, String> {
    if path.contains("://") {
        return Err(format!(
            "`{path}` is a URL: a query reads files of the workspace; other places are named sources in whyproof.toml"
        ));
    }
    let drive = path.as_bytes().get(1) == Some(&b':');
    if path.starts_with(['/', '\\', '~']) || drive {
        return Err(format!(
            "`{path}` is not a path inside the workspace: write it as seen from its folder"
        ));
    }
    if path.contains('\0') {
        return Err("a path has no zero bytes".to_owned());
    }
    let parts: Vec<&str> = path
        .split(['/', '\\'])
        .filter(|part| !matches!(*part, "" | "."))
        .collect();
    if parts.contains(&"..") {
        return Err(format!(
            "`{path}` leads out with `..`: write it as seen from the workspace's folder"
        ));
    }
    if parts.is_empty() {
        return Err(
            "the whole workspace is not a table: name a file, or a folder of files".to_owned(),
        );
    }
    Ok(parts.join("/"))
}

/// Where the path is, links followed; refused where that is outside.
fn inside(root: &Path, path: &str) -> Result<PathBuf, String> {
    let place = fs::canonicalize(root.join(path)).map_err(|_| missing(root, path))?;
    if place.starts_with(root) {
        Ok(place)
    } else {
        Err(format!(
            "`{path}` is a link that leads out of the workspace"
        ))
    }
}

fn missing(root: &Path, path: &str) -> String {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let names: Vec<String> = fs::read_dir(root.join(folder))
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    let hint = hint::among(name, names.iter().map(String::as_str))
        .map(|near| {
            if folder.is_empty() {
                near
            } else {
                format!("{folder}/{near}")
            }
        })
        .map(|near| format!(": did you mean `{near}`?"));
    format!("there is no file `{path}`{}", hint.unwrap_or_default())
}

/// All files below a folder but hidden ones and what only explains it.
fn folder(root: &Path, top: &str, place: PathBuf) -> Result<Vec<Found>, String> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::from([place.clone()]);
    let mut folders = vec![(top.to_owned(), place)];
    while let Some((folder, place)) = folders.pop() {
        let entries = fs::read_dir(&place)
            .map_err(|error| format!("`{folder}` cannot be read: {}", error.kind()))?;
        for entry in entries.flatten() {
            let Ok(name) = entry.file_name().into_string() else {
                return Err(format!("a name in `{folder}` is not UTF-8"));
            };
            if is_aside(&name) {
                continue;
            }
            let path = format!("{folder}/{name}");
            let place = inside(root, &path)?;
            if place.is_file() {
                found.push(Found { path, place });
            } else if place.is_dir() && seen.insert(place.clone()) {
                folders.push((path, place));
            }
        }
        if found.len() > MOST {
            return Err(format!(
                "`{top}` has more than {MOST} files: put the rows into fewer"
            ));
        }
    }
    if found.is_empty() {
        return Err(format!("the folder `{top}` has no files"));
    }
    Ok(found)
}

/// Whether a file stands beside the data: hidden, or only saying what they are.
fn is_aside(name: &str) -> bool {
    name.starts_with('.') || name.eq_ignore_ascii_case("readme.md") || name == "_SUCCESS"
}

/// The format of objects elsewhere that have these paths, which are what `path` means.
pub(crate) fn format_of(paths: Vec<String>, path: &str, delimiter: bool) -> Result<Format, String> {
    let found = |path| Found {
        path,
        place: PathBuf::new(),
    };
    let found = paths.into_iter().map(found).collect();
    one_format(found, path, delimiter).map(|(_, format)| format)
}

fn one_format(
    files: Vec<Found>,
    folder: &str,
    delimiter: bool,
) -> Result<(Vec<Found>, Format), String> {
    let mut first: Option<(&str, Format)> = None;
    for file in &files {
        let format = Format::of(&file.path, delimiter).ok_or_else(|| no_format(&file.path))?;
        match &first {
            None => first = Some((&file.path, format)),
            Some((path, other)) if *other != format => {
                return Err(format!(
                    "the files of the folder `{folder}` are not all of one format: `{path}` is {other}, `{}` is {format}",
                    file.path
                ));
            }
            Some(_) => {}
        }
    }
    let format = first.map(|(_, format)| format);
    format
        .map(|format| (files, format))
        .ok_or_else(|| format!("the folder `{folder}` has no files"))
}

fn no_format(path: &str) -> String {
    let more = if path.ends_with(".txt") {
        "; for .txt, say what its `delimiter` is"
    } else {
        ""
    };
    format!(
        "how to read `{path}` is not known: it should end with .csv, .tsv, .json, .jsonl, .ndjson, .parquet, .arrow \
         or .feather, the text formats also with .gz, .bz2, .xz or .zst after it{more}"
    )
}
