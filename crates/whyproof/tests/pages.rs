//! The examples as pages, opened in a real browser as people have them.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the tests run the program and a browser"
)]

#[path = "web/examples.rs"]
mod examples;
#[path = "web/tools.rs"]
mod tools;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use examples::{examples, render, scratch};
use tools::{Fault, audit, report, validate};

fn pages(folder: &str) -> Vec<PathBuf> {
    let folder = scratch(folder);
    let examples = examples();
    let rendered = examples
        .iter()
        .map(|example| render(example, &folder, ".html", &[]));
    rendered.collect()
}

/// A page that was written for this test.
fn written(name: &str) -> [PathBuf; 1] {
    [Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/web")
        .join(name)]
}

fn rules(faults: &[Fault]) -> BTreeSet<&str> {
    faults.iter().map(|fault| fault.rule.as_str()).collect()
}

fn is_for_everybody(theme: &str) {
    let faults = audit(&pages(&format!("pages-{theme}")), theme);
    assert!(faults.is_empty(), "\n{}", report(&faults));
}

#[test]
fn every_example_is_a_page_for_everybody_in_the_light() {
    is_for_everybody("light");
}

#[test]
fn every_example_is_a_page_for_everybody_in_the_dark() {
    is_for_everybody("dark");
}

#[test]
fn every_example_is_valid_html() {
    let faults = validate(&pages("pages-validated"));
    assert!(faults.is_empty(), "\n{}", report(&faults));
}

#[test]
fn a_page_without_a_fault_passes() {
    let page = written("good.html");
    let mut faults = audit(&page, "light");
    faults.append(&mut validate(&page));
    assert!(faults.is_empty(), "\n{}", report(&faults));
}

#[test]
fn every_fault_of_a_bad_page_is_found() {
    let page = written("bad.html");
    let faults = audit(&page, "light");
    let own = [
        "clipped",
        "console",
        "headings",
        "link-target",
        "outside-request",
        "paper",
        "query",
        "script",
        "side-notes",
        "sideways",
        "skip-link",
    ];
    let axe = [
        "color-contrast",
        "heading-order",
        "landmark-unique",
        "page-has-heading-one",
    ];
    let found = rules(&faults);
    for rule in own.iter().chain(&axe) {
        assert!(found.contains(rule), "{rule} in {found:?}");
    }
    let faults = validate(&page);
    assert!(
        rules(&faults).contains("no-dup-id"),
        "\n{}",
        report(&faults)
    );
}
