//! The specification in `docs/spec`: every example as it stands, and again after prettier.
//!
//! `UPDATE_SPEC=1` writes what is found into the pages; read each change against the rules before it is committed.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::unwrap_used,
    reason = "a test reads its pages and runs prettier"
)]

mod pages;
mod prettier;

use std::fmt::Write;

use whyproof_testing::spec::{self, Show};

/// How an example is shown on its page.
fn show(example: &spec::Example) -> Show {
    Show {
        ids: example.ids,
        lines: true,
    }
}

#[test]
fn every_example_is_the_case_that_its_page_says() {
    let update = std::env::var_os("UPDATE_SPEC").is_some();
    let mut wrong = String::new();
    let mut count = 0;
    for page in pages::all() {
        let found: Vec<String> = page
            .examples
            .iter()
            .map(|example| spec::dump(&example.case(&example.source), show(example)))
            .collect();
        count += found.len();
        if update {
            page.write(&spec::rewrite(&page.text, &page.examples, &found));
            continue;
        }
        for (example, found) in page.examples.iter().zip(&found) {
            if example.expected != *found {
                let place = page.place(example);
                let diff = spec::diff(&example.expected, found);
                let _ = write!(wrong, "\n{place}\n{diff}");
            }
        }
    }
    assert!(wrong.is_empty(), "- the page says, + the case is\n{wrong}");
    assert!(count >= 150, "only {count} examples");
}

#[test]
fn prettier_changes_no_case() {
    after_prettier(prettier::Wrap::Preserve);
}

#[test]
fn prettier_that_wraps_prose_changes_no_case() {
    after_prettier(prettier::Wrap::Always);
}

fn after_prettier(wrap: prettier::Wrap) {
    let pages = pages::all();
    let examples: Vec<_> = pages
        .iter()
        .flat_map(|page| page.examples.iter().map(move |example| (page, example)))
        .collect();
    let sources: Vec<&str> = examples.iter().map(|(_, e)| e.source.as_str()).collect();
    let formatted = prettier::format(&sources, wrap);
    let whole = Show {
        ids: true,
        lines: false,
    };
    let mut wrong = String::new();
    for ((page, example), text) in examples.into_iter().zip(formatted) {
        let before = spec::dump(&example.case(&example.source), whole);
        let after = spec::dump(&example.case(&text), whole);
        if before != after {
            let place = page.place(example);
            let diff = spec::diff(&before, &after);
            let _ = write!(wrong, "\n{place}\n{diff}after {wrap:?} it reads:\n{text}");
        }
    }
    assert!(wrong.is_empty(), "- before, + after prettier\n{wrong}");
}
