//! Safe fixes leave a text that parses, in which what they mended is gone, and come to an end. Others may come to
//! light: a footnote that is cited at last may not say of which kind it is, one that is read as evidence may name a
//! file that is missing.

use std::collections::BTreeMap;

use whyproof_case::{Case, Computed, Scope, resolve};

use super::{parsed, text};
use crate::MemoryHost;

/// Rounds after which fixes must have come to an end.
const ROUNDS: usize = 64;

/// The target `fixes`. `mend` gives the messages of a case's findings that have a safe fix, and its text after those
/// fixes where there are some; checks are above this crate.
pub fn fixes(data: &[u8], mend: impl Fn(&Case) -> (Vec<String>, Option<String>)) {
    let mut text = text(data);
    let mut before: Option<BTreeMap<String, u32>> = None;
    for _ in 0..ROUNDS {
        let host = MemoryHost::new().file("case.md", &text);
        let scope = Scope::of(&host, "case.md");
        let case = resolve(parsed(&text), &host, scope, &Computed::default());
        let (messages, mended) = mend(&case);
        let mut found: BTreeMap<String, u32> = BTreeMap::new();
        for message in messages {
            *found.entry(message).or_default() += 1;
        }
        if let Some(before) = before {
            let now = |message: &String| found.get(message).copied().unwrap_or(0);
            let gone = before.iter().any(|(message, count)| now(message) < *count);
            let kept = before.iter().all(|(message, count)| now(message) <= *count);
            assert!(
                gone && kept,
                "to fix before: {before:?}, after: {found:?}, in {text:?}"
            );
        }
        before = Some(found);
        match mended {
            Some(mended) => text = mended,
            None => return,
        }
    }
    panic!("fixes without end: {text:?}");
}
