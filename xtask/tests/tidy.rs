//! Each tidy rule on a small tree that breaks it and one that keeps it.

use xtask::tidy::tree::Tree;
use xtask::tidy::{manifests, pages, paths, sizes, whitespace, words};

fn check(rule: xtask::tidy::Rule, files: &[(&'static str, &str)], expected: &[&str]) {
    let problems = rule(&Tree::of(files.iter().copied()));
    assert_eq!(problems, expected, "{files:?}");
}

#[test]
fn long_files_are_seen() {
    let long = "//\n".repeat(801);
    check(
        sizes::rule,
        &[("a.rs", ""), ("b.rs", ""), ("c.rs", &long)],
        &["c.rs: 801 lines; at most 800"],
    );
    let ceiling = "//\n".repeat(800);
    check(
        sizes::rule,
        &[("a.rs", ""), ("b.rs", ""), ("c.rs", &ceiling)],
        &[],
    );
}

#[test]
fn a_high_median_is_seen() {
    let middling = "//\n".repeat(150);
    check(
        sizes::rule,
        &[("a.rs", ""), ("b.rs", &middling), ("c.rs", &middling)],
        &["the median Rust file has 150 lines; fewer than 150 are wanted"],
    );
}

#[test]
fn a_main_that_does_the_work_is_seen() {
    let main = "//\n".repeat(50);
    check(
        sizes::rule,
        &[("x/src/main.rs", &main), ("x/tests/y/main.rs", &main)],
        &["x/src/main.rs: 50 lines; a main.rs has fewer than 50"],
    );
}

#[test]
fn a_large_file_is_seen() {
    let large = "x".repeat(1_000_001);
    let problems = sizes::rule(&Tree::of([("data.csv", &large)]));
    assert_eq!(problems.len(), 1);
    assert!(
        problems[0].starts_with("data.csv: 1000001 bytes"),
        "{problems:?}"
    );
}

#[test]
fn unfinished_work_is_seen_in_code_only() {
    let note = concat!("// TO", "DO: later\n");
    let call = concat!("fn f() {\n    to", "do!()\n}\n");
    check(
        words::rule,
        &[("a.rs", note), ("b.rs", call), ("c.md", note)],
        &[
            concat!("a.rs:1: `TO", "DO`; finish it, or file an issue"),
            concat!("b.rs:2: `to", "do!`; finish it, or file an issue"),
        ],
    );
    let longer = concat!("const MASTO", "DON: &str = \"no_to", "do!\";\n");
    check(words::rule, &[("a.rs", longer)], &[]);
}

#[test]
fn a_folder_of_one_machine_is_seen() {
    let mut tree = Tree::of([
        ("a.md", concat!("see /ho", "me/ana/case.md\n")),
        (
            "b.md",
            "see https://example.com/srv/checkout/x and /srv/checkout2\n",
        ),
        ("c.md", "\nsee `/srv/checkout/x`\n"),
        ("d.md", concat!("see file:///ro", "ot/x\n")),
    ]);
    tree.machine.push("/srv/checkout".to_owned());
    let problems = paths::rule(&tree);
    let places: Vec<&str> = problems
        .iter()
        .filter_map(|p| Some(p.split_once(": ")?.0))
        .collect();
    assert_eq!(places, ["a.md:1", "c.md:2", "d.md:1"]);
}

#[test]
fn a_space_at_the_end_of_a_line_is_seen() {
    check(
        whitespace::rule,
        &[("a.rs", "fn f() {} \nfn g() {}\n"), ("b.toml", "a = 1\t\n")],
        &[
            "a.rs:1: a space at the end of the line",
            "b.toml:1: a space at the end of the line",
        ],
    );
}

#[test]
fn a_hard_break_an_example_and_test_data_may_end_in_spaces() {
    let page = "one \nhard break  \nthree\n  \n```md\nin an example \n``` \nlast\t\n";
    check(
        whitespace::rule,
        &[("docs/a.md", page), ("crates/x/tests/odd.md", "odd \n")],
        &[
            "docs/a.md:1: a space at the end of the line",
            "docs/a.md:4: a space at the end of the line",
            "docs/a.md:8: a space at the end of the line",
        ],
    );
}

#[test]
fn a_check_and_its_page_come_together() {
    check(
        pages::rule,
        &[
            ("crates/whyproof-check/src/checks/no_who.rs", ""),
            ("crates/whyproof-check/src/checks/no_page.rs", ""),
            ("docs/checks/no-who.md", ""),
            ("docs/checks/no-check.md", ""),
            ("docs/checks/index.md", ""),
        ],
        &[
            "crates/whyproof-check/src/checks/no_page.rs: the check has no page docs/checks/no-page.md",
            "docs/checks/no-check.md: the page has no check in crates/whyproof-check/src/checks",
        ],
    );
}

#[test]
fn a_crate_says_what_it_is_and_inherits_its_versions() {
    let bare = "[package]\nname = \"x\"\n[dependencies]\nserde = \"1\"\n\
                [target.'cfg(unix)'.dev-dependencies]\nclap = { workspace = true, features = [\"env\"] }\n";
    check(
        manifests::rule,
        &[("crates/x/Cargo.toml", bare)],
        &[
            "crates/x/Cargo.toml: no description",
            "crates/x/Cargo.toml: `[lints] workspace = true` is missing",
            "crates/x/Cargo.toml: the features of `clap` belong into the root manifest",
            "crates/x/Cargo.toml: `serde` lacks `workspace = true`",
        ],
    );
    let whole = "[package]\ndescription = \"X.\"\n[lints]\nworkspace = true\n\
                 [dependencies]\nserde.workspace = true\nclap = { workspace = true, optional = true }\n\
                 whyproof-check = { workspace = true, features = [\"grammar\"] }\n";
    check(
        manifests::rule,
        &[("crates/x/Cargo.toml", whole), ("fuzz/Cargo.toml", bare)],
        &[],
    );
}

#[test]
fn the_root_manifest_is_in_order_and_lean() {
    let root = "[workspace.dependencies]\nwhyproof-z = { path = \"crates/whyproof-z\" }\n\
                b = { version = \"1\", default-features = false }\n\
                # said twice\na = { version = \"1\" }\n[profile.release]\nlto = false\n";
    check(
        manifests::rule,
        &[("Cargo.toml", root)],
        &[
            "Cargo.toml: `a` lacks `default-features = false`",
            "Cargo.toml: `a` stands after `b`; keep them in order",
        ],
    );
    check(
        manifests::rule,
        &[("Cargo.toml", "[workspace\n")],
        &["Cargo.toml: unclosed table, expected `]`"],
    );
}
