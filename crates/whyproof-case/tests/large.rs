//! Large cases resolve in seconds.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test that measures time"
)]

use std::time::{Duration, Instant};

use whyproof_case::{Case, Computed, Scope, resolve};
use whyproof_testing::MemoryHost;

/// Resolves within twenty seconds: many times what it takes, many times less than quadratic time would.
fn quickly(what: &str, text: &str) -> Case {
    let start = Instant::now();
    let host = MemoryHost::new();
    let parse = whyproof_syntax::parse(text);
    let case = resolve(parse, &host, Scope::default(), &Computed::default());
    let took = start.elapsed();
    assert!(took < Duration::from_secs(20), "{what} took {took:?}");
    case
}

#[test]
fn ten_megabytes_of_claims() {
    let claim =
        |at: usize| format!("- Claim {at} is made.\n  - because of {at}.\n    - but not {at}.\n");
    let text: String = (0..150_000).map(claim).collect();
    let case = quickly("claims", &format!("## Case\n\n{text}"));
    assert_eq!(case.statements.len(), 450_000);
}

#[test]
fn a_list_nested_a_thousand_deep() {
    let mut text = "## Case\n\n".to_owned();
    for depth in 0..1_000 {
        text.push_str(&"  ".repeat(depth));
        text.push_str("- but no\n");
    }
    assert_eq!(quickly("nested list", &text).statements.len(), 1_000);
}

#[test]
fn many_footnotes_figures_and_whys() {
    let many = 20_000;
    let all = |line: &dyn Fn(usize) -> String| (0..many).map(line).collect::<String>();
    let notes = all(&|at| format!("[^{at}]: research: https://www.who.int/{at}\n\n"));
    let uses = all(&|at| format!("- a[^{at}]\n"));
    let case = quickly("footnotes", &format!("## Case\n\n{uses}\n{notes}"));
    assert_eq!(case.evidence.len(), many);
    let inline = all(&|at| format!("[^{at}] "));
    quickly(
        "footnotes of one claim",
        &format!("## Case\n\n- a {inline}\n\n{notes}"),
    );
    quickly(
        "undefined footnotes",
        &format!("## Case\n\n- a `b` {inline}"),
    );
    quickly(
        "figures",
        &format!("## Case\n\n- {}", all(&|at| format!("[{at}](figure:a.b) "))),
    );
    quickly(
        "experiments",
        &all(&|at| format!("```experiment e{at}\nmetric = \"m\"\n```\n\n")),
    );
    let whys = all(&|at| format!("### Why {at}? {{by=\"P {at}\"}}\n\nSo.\n\n"));
    quickly("whys", &format!("## Questions\n\n{whys}"));
    let same = "- The same words.\n".repeat(many);
    quickly("repeated words", &format!("## Case\n\n{same}"));
    quickly(
        "one problem",
        &format!(
            "## Customer problem\n\n{}",
            "**Who:** a. In 3 of 4 cases it hurts. ".repeat(many)
        ),
    );
}

#[test]
fn long_front_matter() {
    let keys: String = (0..50_000).map(|at| format!("key{at}: value\n")).collect();
    quickly("front matter", &format!("---\n{keys}---\n\n# A\n"));
}
