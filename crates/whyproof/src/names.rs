//! Names that somebody may have meant.

use whyproof_case::{Host, join};

/// How alike two names must be, from 0 to 1.
const ALIKE: f64 = 0.75;

/// Of `names` those most like `wanted`, best first, at most three.
pub(crate) fn near<'n>(wanted: &str, names: impl Iterator<Item = &'n str>) -> Vec<&'n str> {
    let wanted = wanted.to_lowercase();
    let mut near: Vec<(f64, &str)> = names
        .map(|name| (strsim::jaro_winkler(&wanted, &name.to_lowercase()), name))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    near.into_iter().take(3).map(|(_, name)| name).collect()
}

/// Cases in the folder of `path` whose name is like its own.
pub(crate) fn near_files(host: &dyn Host, path: &str) -> Vec<String> {
    let (folder, name) = path.rsplit_once('/').unwrap_or((".", path));
    let names = host.list(folder).unwrap_or_default();
    let visible = names.iter().filter(|name| !name.starts_with('.'));
    let mut near = near(name, visible.clone().map(String::as_str));
    if near.is_empty() && !name.is_empty() {
        // A part of the name, or the name with more around it.
        let wanted = stem(name);
        let part = |other: &&String| {
            let other = stem(other);
            wanted.len() > 2
                && other.len() > 2
                && (other.contains(&wanted) || wanted.contains(&other))
        };
        near = visible.filter(part).map(String::as_str).take(3).collect();
    }
    near.into_iter().map(|name| join(folder, name)).collect()
}

/// A file's name in small letters without its ending.
fn stem(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.to_lowercase()
}

/// "`a`, `b` or `c`".
pub(crate) fn any_of(names: &[impl AsRef<str>]) -> String {
    let quoted: Vec<String> = names
        .iter()
        .map(|name| format!("`{}`", name.as_ref()))
        .collect();
    match quoted.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, first)) => format!("{} or {last}", first.join(", ")),
    }
}
