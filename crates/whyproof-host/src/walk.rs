//! Files below a folder.

use ignore::WalkBuilder;

/// What a walk found.
#[derive(Debug, Clone, Default)]
pub struct Walked {
    /// Paths of the files, with `/`, sorted.
    pub files: Vec<String>,
    /// What could not be looked at, in the system's words.
    pub failures: Vec<String>,
}

/// The files below `folder` whose name ends in one of `endings` (without the dot, any case), but for hidden ones
/// and those that `.gitignore` or `.ignore` leave out. Links to folders are not followed.
pub fn walk(folder: &str, endings: &[&str]) -> Walked {
    let mut walked = Walked::default();
    for entry in WalkBuilder::new(folder).require_git(false).build() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                walked.failures.push(error.to_string());
                continue;
            }
        };
        let is_file = entry.path().is_file();
        let ending = entry.path().extension().and_then(|ending| ending.to_str());
        let wanted = ending.is_some_and(|ending| {
            endings
                .iter()
                .any(|wanted| ending.eq_ignore_ascii_case(wanted))
        });
        if !(is_file && wanted) {
            continue;
        }
        match entry.path().to_str() {
            Some(path) => walked.files.push(plain(path)),
            None => walked
                .failures
                .push(format!("{}: its name is no UTF-8", entry.path().display())),
        }
    }
    walked.files.sort();
    walked
}

fn plain(path: &str) -> String {
    let path = if cfg!(windows) {
        path.replace('\\', "/")
    } else {
        path.to_owned()
    };
    path.strip_prefix("./").map(str::to_owned).unwrap_or(path)
}
