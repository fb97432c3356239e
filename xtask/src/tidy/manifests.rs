//! Manifests: a crate says what it is, and versions stand in the root alone.

use toml::{Table, Value};

use super::tree::{Tree, split};

const KINDS: [&str; 3] = ["dependencies", "dev-dependencies", "build-dependencies"];

/// The problems that this rule sees.
pub fn rule(tree: &Tree) -> Vec<String> {
    let mut problems = Vec::new();
    for (path, text) in tree.ending("Cargo.toml") {
        let (folder, name) = split(path);
        // The fuzzers are not in the workspace: they need a compiler that others don't.
        if name != "Cargo.toml" || folder == "fuzz" {
            continue;
        }
        let table: Table = match text.parse() {
            Ok(table) => table,
            Err(error) => {
                problems.push(format!("{path}: {}", error.message()));
                continue;
            }
        };
        let seen = if folder.is_empty() {
            workspace(&table, text)
        } else {
            member(&table)
        };
        problems.extend(seen.into_iter().map(|problem| format!("{path}: {problem}")));
    }
    problems
}

/// What is wrong in the root manifest.
fn workspace(table: &Table, text: &str) -> Vec<String> {
    let mut problems = Vec::new();
    for (name, dependency) in at(table, &["workspace", "dependencies"])
        .into_iter()
        .flatten()
    {
        let ours = dependency.get("path").is_some();
        let lean = dependency.get("default-features").and_then(Value::as_bool) == Some(false);
        if !ours && !lean {
            problems.push(format!("`{name}` lacks `default-features = false`"));
        }
    }
    let names: Vec<&str> = text
        .lines()
        .skip_while(|line| line.trim() != "[workspace.dependencies]")
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| Some(line.split_once('=')?.0.trim()))
        .filter(|name| !name.starts_with(['#', '"']) && !name.starts_with("whyproof-"))
        .collect();
    for pair in names.windows(2) {
        if let [before, after] = pair
            && before > after
        {
            problems.push(format!(
                "`{after}` stands after `{before}`; keep them in order"
            ));
        }
    }
    problems
}

/// What is wrong in a crate's manifest.
fn member(table: &Table) -> Vec<String> {
    let mut problems = Vec::new();
    let description = at(table, &["package"]).and_then(|package| package.get("description"));
    if description
        .and_then(Value::as_str)
        .is_none_or(str::is_empty)
    {
        problems.push("no description".to_owned());
    }
    let lints = at(table, &["lints"]).and_then(|lints| lints.get("workspace"));
    if lints.and_then(Value::as_bool) != Some(true) {
        problems.push("`[lints] workspace = true` is missing".to_owned());
    }
    let targets = at(table, &["target"]).into_iter().flatten();
    let places = targets.filter_map(|(_, target)| target.as_table());
    for place in places.chain([table]) {
        for (name, dependency) in KINDS.iter().filter_map(|kind| at(place, &[kind])).flatten() {
            problems.extend(dependency_problem(name, dependency));
        }
    }
    problems
}

fn dependency_problem(name: &str, dependency: &Value) -> Option<String> {
    let inherited = dependency.get("workspace").and_then(Value::as_bool) == Some(true);
    if !inherited {
        return Some(format!("`{name}` lacks `workspace = true`"));
    }
    let ours = name.starts_with("whyproof");
    let own = dependency.get("features").is_some() || dependency.get("default-features").is_some();
    (own && !ours).then(|| format!("the features of `{name}` belong into the root manifest"))
}

fn at<'t>(table: &'t Table, path: &[&str]) -> Option<&'t Table> {
    path.iter()
        .try_fold(table, |table, key| table.get(*key)?.as_table())
}
