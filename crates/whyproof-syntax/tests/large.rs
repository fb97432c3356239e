//! Large and deep texts parse in seconds: time grows with length, and nothing recurses.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test that measures time"
)]

use std::time::{Duration, Instant};

use whyproof_syntax::{Parse, parse};

/// Parses within ten seconds: many times what it takes, many times less than quadratic time would.
fn quickly(what: &str, text: &str) -> Parse {
    let start = Instant::now();
    let parse = parse(text);
    let took = start.elapsed();
    assert!(took < Duration::from_secs(10), "{what} took {took:?}");
    assert!(parse.tree.text() == text, "{what}: the tree lost something");
    parse
}

const MEGABYTE: usize = 1 << 20;

#[test]
fn ten_megabytes_of_claims() {
    let claim = "- A voucher brings most people back. {#voucher by=\"S. Banda\"}[^trial]\n  - because it pays.\n";
    let text = format!("## Case\n\n{}", claim.repeat(10 * MEGABYTE / claim.len()));
    let parse = quickly("claims", &text);
    assert_eq!(
        parse.document.statements.len(),
        2 * (10 * MEGABYTE / claim.len())
    );
}

#[test]
fn a_list_nested_a_thousand_deep() {
    let mut text = "## Case\n\n".to_owned();
    for depth in 0..1_000 {
        text.push_str(&"  ".repeat(depth));
        text.push_str("- but no\n");
    }
    let parse = quickly("nested list", &text);
    assert_eq!(parse.document.statements.len(), 1_000);
}

#[test]
fn deep_quotations_emphasis_and_brackets() {
    let many = 100_000;
    for piece in [
        ">",
        "> ",
        "*",
        "**a ",
        "_a ",
        "[",
        "![",
        "](",
        "`",
        "<",
        "<!--",
        "<!-- a -->\n",
        "{",
        "{#a",
        "{a=",
        "}",
        "{a=\"",
        "[^a]",
        "&",
        "\\",
        "- ",
        "1. ",
        "|",
        "~",
        "\n<!-- {#a} --> b",
    ] {
        quickly(piece, &piece.repeat(many));
        quickly(piece, &format!("## Case\n\n- a {}", piece.repeat(many)));
    }
}

#[test]
fn long_paragraphs_with_attributes_and_marks() {
    let many = 100_000;
    let lists = "{#a b=c} ".repeat(many);
    quickly("attributes", &format!("## Case\n\n- a {lists}"));
    let marks = "*a* [b](c) `{d}` [^e] ".repeat(many / 4);
    quickly("marks", &format!("## Case\n\n- {marks}"));
    quickly(
        "marks and attributes",
        &format!("## Case\n\n- {marks}{lists}"),
    );
    quickly("braces", &format!("## Case\n\n- {}}}", "{#a ".repeat(many)));
    quickly(
        "one brace",
        &format!("## Case\n\n- {{{}}}", "a=b ".repeat(many)),
    );
    quickly(
        "comments",
        &format!("## Case\n\n- a {}", "<!-- {#a} --> ".repeat(many)),
    );
    quickly(
        "lines of comments",
        &format!("## Case\n\na\n{}", "<!-- {#a} --> b\n".repeat(many)),
    );
    quickly(
        "blocks of comments",
        &format!("## Case\n\na\n\n{}", "<!-- {a=b} -->\n\n".repeat(many)),
    );
}

#[test]
fn many_footnotes_fences_and_tables() {
    let many = 50_000;
    let notes: String = (0..many)
        .map(|at| format!("[^{at}]: research: a\n\n"))
        .collect();
    let uses: String = (0..many).map(|at| format!("- a[^{at}]\n")).collect();
    quickly("footnotes", &format!("## Case\n\n{uses}\n{notes}"));
    quickly(
        "fences",
        &"```sql a holds=\"b\"\nselect 1\n```\n\n".repeat(many),
    );
    quickly(
        "table",
        &format!("| a | b |\n| - | - |\n{}", "| c | d |\n".repeat(many)),
    );
    quickly("sections", &"## Case\n\n### a\n\n".repeat(many));
    quickly(
        "questions",
        &format!(
            "## Questions\n\n{}",
            "### Why?\n\nb\n\n#### c\n\n".repeat(many)
        ),
    );
}
