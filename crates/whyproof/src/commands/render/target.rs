//! Where pages go: a file, or a folder with one for each case.

use std::collections::BTreeMap;

use whyproof_case::{Host, join};
use whyproof_host::System;

use super::Job;
use super::kind::Kind;
use super::made::Made;
use crate::error::{Error, ErrorKind};
use crate::input::STANDARD_INPUT;

/// Where pages go.
pub(super) enum Target {
    /// To this file.
    File(String, Kind),
    /// Into this folder, each under the name of its case.
    Folder(String),
}

impl Target {
    /// What `out` means.
    ///
    /// # Errors
    /// Where its ending says nothing.
    pub(super) fn read(out: &str) -> Result<Target, Error> {
        let is_folder =
            out.ends_with(['/', '\\']) || System.stat(out).is_ok_and(|stat| stat.folder);
        if is_folder {
            return Ok(Target::Folder(out.to_owned()));
        }
        let kind = Kind::of(out)?;
        // Said before anything is read.
        kind.maker()?;
        Ok(Target::File(out.to_owned(), kind))
    }

    /// As what one file is written; a folder gets pages.
    pub(super) fn kind(&self) -> Kind {
        match self {
            Target::File(_, kind) => *kind,
            Target::Folder(_) => Kind::Html,
        }
    }

    /// What is to be done for the cases at `paths`.
    ///
    /// # Errors
    /// Where several cases would go to one file, or a page would take a case's place.
    pub(super) fn jobs(self, paths: Vec<String>) -> Result<Vec<Job>, Error> {
        let outs = match &self {
            Target::File(..) if paths.len() > 1 => {
                let message = format!("{} cases cannot stand in one file", paths.len());
                return Err(Error::new(ErrorKind::Usage, message)
                    .hint("Name a folder, which ends in `/`: `-o pages/`."));
            }
            Target::File(out, kind) => vec![(out.clone(), *kind); paths.len()],
            Target::Folder(folder) => names(&paths)
                .into_iter()
                .map(|name| (join(folder, &format!("{name}.html")), Kind::Html))
                .collect(),
        };
        for (out, _) in &outs {
            if let Some(path) = paths.iter().find(|path| plain(path) == plain(out)) {
                let message = format!("`{path}` is a case, and would be written over");
                return Err(Error::new(ErrorKind::Usage, message).hint("Give -o another name."));
            }
        }
        let jobs = paths.into_iter().zip(outs).map(|(path, (out, kind))| Job {
            path,
            out,
            kind,
            last: Made::default(),
        });
        Ok(jobs.collect())
    }
}

/// A path without what changes nothing in it.
pub(super) fn plain(path: &str) -> String {
    let path = path.replace('\\', "/");
    let parts = path.split('/').filter(|part| !matches!(*part, "" | "."));
    let plain: Vec<&str> = parts.collect();
    plain.join("/")
}

/// A name for the page of each case: that of its file, where two are the same with the folders before it.
fn names(paths: &[String]) -> Vec<String> {
    let file = |path: &str| {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        if path == STANDARD_INPUT || stem.is_empty() {
            "case".to_owned()
        } else {
            stem.to_owned()
        }
    };
    let whole = |path: &str| {
        let plain = plain(path);
        let stem = plain
            .rsplit_once('.')
            .map_or(plain.as_str(), |(stem, _)| stem);
        let parts = stem.split('/').filter(|part| *part != "..");
        parts.collect::<Vec<_>>().join("-")
    };
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for path in paths {
        *seen.entry(file(path)).or_default() += 1;
    }
    let mut taken: BTreeMap<String, u32> = BTreeMap::new();
    let name = |path: &String| {
        let name = file(path);
        let name = if seen[&name] > 1 { whole(path) } else { name };
        let times = taken.entry(name.clone()).or_default();
        *times += 1;
        match *times {
            1 => name,
            times => format!("{name}-{times}"),
        }
    };
    paths.iter().map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::names;

    fn named(paths: &[&str]) -> Vec<String> {
        let paths: Vec<String> = paths.iter().map(|path| (*path).to_owned()).collect();
        names(&paths)
    }

    #[test]
    fn a_page_is_called_as_its_case() {
        assert_eq!(named(&["a/fare.md", "b/form.md"]), ["fare", "form"]);
    }

    #[test]
    fn two_cases_of_one_name_are_told_by_their_folders() {
        assert_eq!(
            named(&["./a/proposal.md", "../b/proposal.md", "c.md"]),
            ["a-proposal", "b-proposal", "c"]
        );
    }

    #[test]
    fn no_two_pages_have_one_name() {
        assert_eq!(named(&["a/b.md", "../a/b.md"]), ["a-b", "a-b-2"]);
    }
}
