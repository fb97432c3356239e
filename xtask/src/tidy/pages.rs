//! Every check has its documentation page, and every such page its check.

use std::collections::BTreeSet;

use super::tree::Tree;

const CHECKS: &str = "crates/whyproof-check/src/checks";
const PAGES: &str = "docs/checks";

/// The problems that this rule sees.
pub fn rule(tree: &Tree) -> Vec<String> {
    let checks: BTreeSet<String> = tree
        .in_folder(CHECKS)
        .filter_map(|name| Some(name.strip_suffix(".rs")?.replace('_', "-")))
        .collect();
    let pages: BTreeSet<String> = tree
        .in_folder(PAGES)
        .filter_map(|name| Some(name.strip_suffix(".md")?.to_owned()))
        .filter(|id| id != "index")
        .collect();
    let no_page = checks.difference(&pages).map(|id| {
        let file = id.replace('-', "_");
        format!("{CHECKS}/{file}.rs: the check has no page {PAGES}/{id}.md")
    });
    let no_check = pages
        .difference(&checks)
        .map(|id| format!("{PAGES}/{id}.md: the page has no check in {CHECKS}"));
    no_page.chain(no_check).collect()
}
