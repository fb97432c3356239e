//! The two heaviest libraries are behind one crate each.

use crate::holds;
use crate::workspace::{Workspace, of, real};

/// The start of a library's crates, and the crate of ours that may name them.
const OWNERS: [(&str, &str); 3] = [
    ("datafusion", "whyproof-engine"),
    ("ballista", "whyproof-engine"),
    ("typst", "whyproof-typeset"),
];

fn broken(workspace: &Workspace) -> Vec<String> {
    let mut broken = Vec::new();
    for (name, one) in workspace {
        for used in one.normal.union(&one.dev) {
            let owner = OWNERS.iter().find(|(start, _)| used.starts_with(start));
            if let Some((_, owner)) = owner
                && owner != name
            {
                broken.push(format!("{name} names {used}, which belongs to {owner}"));
            }
        }
    }
    broken
}

#[test]
fn datafusion_and_typst_are_named_in_one_manifest_each() {
    holds(&broken(&real()));
}

#[test]
fn a_second_manifest_is_seen() {
    assert_eq!(
        broken(&of("whyproof-render", &["typst-pdf"], &["datafusion"], &[])),
        [
            "whyproof-render names datafusion, which belongs to whyproof-engine",
            "whyproof-render names typst-pdf, which belongs to whyproof-typeset",
        ]
    );
    assert_eq!(
        broken(&of("whyproof-typeset", &["typst"], &[], &[])),
        [""; 0]
    );
}
