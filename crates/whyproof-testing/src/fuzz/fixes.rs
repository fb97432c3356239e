//! Safe fixes leave a text that parses and has fewer findings to fix. Others may come to light: a footnote that is
//! read as evidence at last may name a file that is missing.

use whyproof_case::{Case, Computed, Scope, resolve};

use super::{parsed, text};
use crate::MemoryHost;

/// Rounds after which fixes must have come to an end.
const ROUNDS: usize = 64;

/// The target `fixes`. `mend` says how many findings a case has that a safe fix would mend, and gives its text after
/// those fixes where there are some; checks are above this crate.
pub fn fixes(data: &[u8], mend: impl Fn(&Case) -> (u32, Option<String>)) {
    let mut text = text(data);
    let mut before = u32::MAX;
    for _ in 0..ROUNDS {
        let host = MemoryHost::new().file("case.md", &text);
        let scope = Scope::of(&host, "case.md");
        let case = resolve(parsed(&text), &host, scope, &Computed::default());
        let (found, mended) = mend(&case);
        assert!(
            found < before,
            "{before} findings to fix before, {found} after, in {text:?}"
        );
        before = found;
        match mended {
            Some(mended) => text = mended,
            None => return,
        }
    }
    panic!("fixes without end: {text:?}");
}
