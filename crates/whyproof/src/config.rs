//! `whyproof.toml`, with the names of checks in it.

use whyproof_case::{Config, Host, join};
use whyproof_syntax::LineIndex;

use crate::error::{Error, ErrorKind};
use crate::names;

/// Longest file that is searched for a name, in bytes.
const LIMIT: u64 = 1 << 20;

/// Checks that `check --grammar` adds.
const GRAMMAR: [&str; 2] = ["grammar", "spelling"];

/// The configuration of the workspace at `root`.
///
/// # Errors
/// Where it is not what it should be, or names a check that there is not.
pub(crate) fn load(host: &dyn Host, root: &str) -> Result<Config, Error> {
    let config = Config::load(host, root)?;
    let checks = || {
        whyproof_check::all()
            .iter()
            .map(|check| check.id)
            .chain(GRAMMAR)
    };
    let ignored = config.check.ignore.iter().map(|ignore| &ignore.check);
    let mut named = config.check.severity.keys().chain(ignored);
    match named.find(|name| !checks().any(|check| check == name.as_str())) {
        None => Ok(config),
        Some(name) => {
            let path = join(root, "whyproof.toml");
            let error = Error::new(
                ErrorKind::Environment,
                format!(
                    "{path}{}: there is no check `{name}`",
                    place(host, &path, name)
                ),
            );
            let near = names::near(name, checks());
            Err(if near.is_empty() {
                error.hint("docs/checks has a page on each check.")
            } else {
                error.hint(format!("Did you mean {}?", names::any_of(&near)))
            })
        }
    }
}

/// `:line:column` of the name in the file.
fn place(host: &dyn Host, path: &str, name: &str) -> String {
    let bytes = host.read(path, LIMIT).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    text.find(name).map_or_else(String::new, |at| {
        let place = LineIndex::new(&text).line_column(&text, at as u32);
        format!(":{}:{}", place.line, place.column)
    })
}
