//! What a page that is previewed has besides: a script that loads it again as the case is saved.

/// The script.
pub(super) const SCRIPT: &str = include_str!("live.js");

/// What a previewed page may do: run that script, which its hash tells from any other, and hear of changes from where
/// it came.
pub(super) const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-ap3c7VsP89qLMKY2Insqvel6EOCI5a8zpTUp5mkdRWQ='; connect-src 'self'; base-uri 'none'; form-action 'none'";
