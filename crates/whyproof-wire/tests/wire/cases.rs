//! The cases that the tests look at.

use std::path::{Path, PathBuf};

use whyproof_case::{Case, CheckConfig, Computed, Scope, resolve};
use whyproof_check::{Findings, Options};
use whyproof_testing::MemoryHost;

/// The repository's root.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .unwrap()
}

/// A case that stands beside nothing.
pub(crate) fn of(text: &str) -> Case {
    let host = MemoryHost::new().file("data/x.csv", "a,b\n1,2\n");
    let scope = Scope::of(&host, "case.md");
    resolve(
        whyproof_syntax::parse(text),
        &host,
        scope,
        &Computed::default(),
    )
}

/// Every Markdown file in `examples/` that is a case, with its path, beside all that stands there.
pub(crate) fn examples() -> Vec<(String, Case)> {
    let mut files = Vec::new();
    let mut folders = vec![root().join("examples")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    let mut host = MemoryHost::new();
    let name = |path: &Path| {
        let path = path.strip_prefix(root()).unwrap();
        path.to_string_lossy().replace('\\', "/")
    };
    for path in &files {
        host = host.file(&name(path), std::fs::read(path).unwrap());
    }
    let texts = files
        .iter()
        .filter(|path| path.extension().is_some_and(|ext| ext == "md"));
    let cases = texts.map(|path| (name(path), std::fs::read_to_string(path).unwrap()));
    let cases = cases.filter(|(_, text)| text.contains("kind: "));
    let found: Vec<(String, Case)> = cases
        .map(|(path, text)| {
            let scope = Scope::of(&host, &path);
            let parse = whyproof_syntax::parse(&text);
            (path, resolve(parse, &host, scope, &Computed::default()))
        })
        .collect();
    assert!(found.len() >= 8, "only {} examples", found.len());
    found
}

/// What the checks find, all of it.
pub(crate) fn findings(case: &Case) -> Findings {
    let config = CheckConfig::default();
    let options = Options {
        config: &config,
        today: jiff::civil::date(2026, 11, 23),
        all: true,
    };
    whyproof_check::check(case, &options)
}
