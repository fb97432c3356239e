//! What changed in a case: the examples of `docs/changes.md`, and what is true of any two texts.
//!
//! `UPDATE_SPEC=1` writes what is found into the page; read each change against the rules before it is committed.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::unwrap_used,
    reason = "a test reads its pages, runs prettier and measures time"
)]

mod figures;
mod page;
#[path = "../spec/prettier.rs"]
mod prettier;
mod properties;

use std::fmt::Write;

use whyproof_case::{Case, Changes, Computed, Scope, changes, resolve};
use whyproof_testing::{MemoryHost, spec};

/// The case that a text is, nothing computed.
fn case(text: &str) -> Case {
    let host = MemoryHost::new().file("case.md", text);
    let scope = Scope::of(&host, "case.md");
    resolve(
        whyproof_syntax::parse(text),
        &host,
        scope,
        &Computed::default(),
    )
}

fn between(old: &str, new: &str) -> Changes {
    changes(&case(old), &case(new))
}

#[test]
fn every_example_of_the_page_is_told_as_it_says() {
    let page = page::Page::read();
    let found: Vec<String> = page.examples.iter().map(page::Example::told).collect();
    if std::env::var_os("UPDATE_SPEC").is_some() {
        page.write(&found);
        return;
    }
    let mut wrong = String::new();
    for (example, found) in page.examples.iter().zip(&found) {
        if example.expected != *found {
            let diff = spec::diff(&example.expected, found);
            let _ = write!(wrong, "\ndocs/changes.md:{}\n{diff}", example.line);
        }
    }
    assert!(wrong.is_empty(), "- the page says, + what changed\n{wrong}");
    assert!(
        page.examples.len() >= 19,
        "only {} examples",
        page.examples.len()
    );
}

#[test]
fn every_kind_of_change_stands_on_the_page() {
    let page = page::Page::read();
    let told: std::collections::BTreeSet<_> = page
        .examples
        .iter()
        .flat_map(|example| example.changes().list)
        .map(|changed| changed.kind)
        .collect();
    let missing: Vec<_> = whyproof_case::ChangeKind::ALL
        .iter()
        // Needs data, which a page does not have: `figures.rs` tests it.
        .filter(|kind| **kind != whyproof_case::ChangeKind::FigureState)
        .filter(|kind| !told.contains(kind))
        .collect();
    assert!(missing.is_empty(), "no example shows {missing:?}");
    for kind in whyproof_case::ChangeKind::ALL {
        let named = format!("`{}`", kind.word());
        assert!(page.text.contains(&named), "the page does not list {named}");
    }
}

#[test]
fn prettier_changes_nothing() {
    formatting_changes_nothing(prettier::Wrap::Preserve);
}

#[test]
fn prettier_that_wraps_prose_changes_nothing() {
    formatting_changes_nothing(prettier::Wrap::Always);
}

/// Every example of the specification against itself as prettier writes it.
fn formatting_changes_nothing(wrap: prettier::Wrap) {
    let mut examples = Vec::new();
    for path in page::specification() {
        let text = std::fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let found = spec::examples(&text).unwrap();
        examples.extend(found.into_iter().map(|example| (name.clone(), example)));
    }
    assert!(examples.len() > 150);
    let sources: Vec<&str> = examples.iter().map(|(_, e)| e.source.as_str()).collect();
    let formatted = prettier::format(&sources, wrap);
    let mut wrong = String::new();
    for ((name, example), text) in examples.iter().zip(formatted) {
        let found = changes(&example.case(&example.source), &example.case(&text));
        if !found.is_empty() {
            let told = found.sentences().join("\n");
            let _ = write!(wrong, "\n{name}:{}\n{told}\n{text}", example.line);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn an_id_that_is_given_to_the_same_words_changes_nothing() {
    let old = "## Case\n\n- A voucher brings people back.\n  - because it pays.\n";
    let new =
        "## Case\n\n* A voucher **brings** people\n  back. {#voucher}\n  * because it pays.\n";
    assert_eq!(between(old, new).sentences(), Vec::<String>::new());
}

#[test]
fn one_of_many_same_words_that_went_is_one_statement_dropped() {
    let old = "## Case\n\n- A.\n  - because so.\n- B.\n  - because so.\n- C.\n  - because so.\n";
    let new = "## Case\n\n- A.\n- B.\n  - because so.\n- C.\n  - because so.\n";
    let found = between(old, new);
    let kinds: Vec<&str> = found
        .list
        .iter()
        .map(|changed| changed.kind.word())
        .collect();
    assert_eq!(kinds, ["rests on", "dropped"], "{:#?}", found.list);
    assert_eq!(found.list[1].old_line, Some(4));
}

/// Many times what it takes, many times less than comparing each with each would.
#[test]
fn five_thousand_statements_that_all_changed_take_no_time() {
    let text = |word: &str, salt: usize| -> String {
        let one = |at: usize| {
            let other = (at * 7919 + salt) % 5000;
            format!(
                "- Claim {at} of the {word} is about {other}.\n  - because {word} {other} is so.\n"
            )
        };
        format!("## Case\n\n{}", (0..2500).map(one).collect::<String>())
    };
    let all_the_same =
        |word: &str| format!("## Case\n\n{}", format!("- The {word}.\n").repeat(5000));
    let all_unlike = |step: usize| -> String {
        let one = |at: usize| {
            format!(
                "- {:x} {:x} {:x}.\n",
                at * step,
                at * step + 7,
                at * step + 9
            )
        };
        format!("## Case\n\n{}", (0..5000).map(one).collect::<String>())
    };
    let pairs = [
        (text("first", 0), text("second", 11)),
        (all_the_same("words"), all_the_same("sentence")),
        (all_unlike(1_000_003), all_unlike(7_000_009)),
    ];
    for (old, new) in pairs {
        let (old, new) = (case(&old), case(&new));
        let start = std::time::Instant::now();
        let found = changes(&old, &new);
        let took = start.elapsed();
        eprintln!("{} changes in {took:?}", found.list.len());
        assert!(took.as_secs() < 20, "{took:?}");
        assert!(!found.is_empty());
    }
}
