//! The table of contents and the index of the checks, from a small book.

use xtask::summary::generated;
use xtask::tidy::book;
use xtask::tidy::tree::Tree;

const BOOK: [(&str, &str); 9] = [
    ("docs/performance.md", "# How fast\n"),
    (
        "docs/checks/no-who.md",
        "---\nid: no-who\n---\n\n# Nobody is named\n\n- a list\n\nA problem\nis *somebody's*. More.\n",
    ),
    ("docs/checks/bare.md", "```md\n# not a title\n```\n"),
    ("docs/spec/02-claims.md", "# Claims [and more]\n"),
    ("docs/spec/01-sections.md", "# Sections\n"),
    ("docs/grammar.md", "# The grammar\n"),
    ("docs/README.md", "# Whyproof\n"),
    ("docs/odd/one.md", "# One of its own\n"),
    ("README.md", "# Not in the book\n"),
];

const SUMMARY: &str = "\
# Summary

[Whyproof](README.md)

# The language

- [The grammar](grammar.md)
- [Sections](spec/01-sections.md)
- [Claims \\[and more\\]](spec/02-claims.md)

# The checks

- [Every check](checks/index.md)
  - [checks/bare.md](checks/bare.md)
  - [Nobody is named](checks/no-who.md)

# How well it does

- [How fast](performance.md)

# More

- [One of its own](odd/one.md)
";

const INDEX: &str = "\
# Every check

One page each: why it speaks, what it says, examples that run as tests.

- [Nobody is named](no-who.md): A problem is *somebody's*.
- [checks/bare.md](bare.md)
";

#[test]
fn every_page_is_listed_in_its_part() {
    let files = generated(&Tree::of(BOOK));
    let text = |path: &str| {
        files
            .iter()
            .find(|file| file.0 == path)
            .map(|file| file.1.as_str())
    };
    assert_eq!(text("docs/SUMMARY.md"), Some(SUMMARY));
    assert_eq!(text("docs/checks/index.md"), Some(INDEX));
    assert_eq!(files.len(), 2);
}

#[test]
fn tidy_sees_a_table_of_contents_that_is_out_of_date() {
    let missing = book::rule(&Tree::of(BOOK));
    assert_eq!(
        missing,
        [
            "docs/checks/index.md: out of date; run `cargo xtask summary`",
            "docs/SUMMARY.md: out of date; run `cargo xtask summary`",
        ]
    );
    let written = BOOK.into_iter().chain([
        ("docs/SUMMARY.md", SUMMARY),
        ("docs/checks/index.md", INDEX),
    ]);
    assert_eq!(book::rule(&Tree::of(written)), [""; 0]);
}

#[test]
fn a_folder_without_pages_has_no_table_of_contents() {
    assert_eq!(generated(&Tree::of([("README.md", "# A project\n")])), []);
}
