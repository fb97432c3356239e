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
    near(name, visible.map(String::as_str))
        .into_iter()
        .map(|name| join(folder, name))
        .collect()
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
