//! Text that tries to break out of a label.

use proptest::prelude::*;
use whyproof_case::Case;
use whyproof_wire::{argdown, dot, mermaid};

use crate::cases::of;

const HOSTILE: [&str; 12] = [
    "\"]; evil [label=\"x",
    "ends with a backslash \\",
    "\\\" quote \\N \\G \\n",
    "<b>bold</b> <!-- comment --> &quot; &#34;",
    "\"]\n  n9[\"evil\"] %%{init: {}}%%",
    "`markdown` #quot; ; end",
    "[other]: text <argument> #tag #(two words)",
    "@[mention] @<mention> *it* __bold__ {data: 1}",
    "http://example.org // comment /* more */",
    ":A: .^. === ---- (1) + x",
    "\u{202e}turned \u{0}\u{7}\u{1b}[31m red\u{2028}line",
    "🙂 emoji, عربي, 中文",
];

fn with(text: &str) -> Case {
    let line = text.replace(['\n', '\r'], " ");
    of(&format!(
        "---\nkind: idea\nowner: '{}'\n---\n\n# {line}\n\n## Case\n\n### {line}\n\n- because `{line}` it\n- and {line}\n- but {line}\n- Why {line}? {{by=\"{}\"}}\n",
        line.replace('\'', " "),
        line.replace(['"', '{', '}'], " ")
    ))
}

/// Every line is a node or an edge of ours, and every quotation mark inside a label is escaped.
fn dot_is_closed(text: &str) {
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("digraph argument {"));
    assert_eq!(text.lines().last(), Some("}"));
    for line in lines.filter(|line| *line != "}" && !line.starts_with("  rankdir")) {
        let name = line.trim_start().split(' ').next().unwrap();
        let known = name == "node" || name == "edge" || name == "case";
        let ours = name.starts_with(['n', 'j', 'd'])
            && name[1..].bytes().all(|byte| byte.is_ascii_digit());
        assert!(known || ours, "{line}");
        let mut quoted = false;
        let mut chars = line.chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' if quoted => {
                    let next = chars.next();
                    assert!(matches!(next, Some('"' | '\\' | 'n')), "{line}");
                }
                '"' => quoted = !quoted,
                ';' if !quoted => assert_eq!(chars.next(), None, "{line}"),
                _ => {}
            }
        }
        assert!(!quoted, "{line}");
    }
}

/// Every line is a node, an edge or a class, and a label holds nothing that Mermaid or HTML could read.
fn mermaid_is_closed(text: &str) {
    assert!(text.starts_with("flowchart BT\n"));
    for line in text.lines().skip(1) {
        if line.starts_with("  classDef ") {
            continue;
        }
        let Some((before, rest)) = line.split_once('"') else {
            assert!(line.contains('|') && line.split(' ').count() == 5, "{line}");
            continue;
        };
        assert!(before.len() < 16, "{line}");
        let (label, after) = rest.rsplit_once('"').unwrap();
        let label = label.replacen("<br/>", "", 1);
        assert!(
            !label.contains([
                '"', '<', '>', '`', '%', '[', ']', '{', '}', '(', ')', '|', '\\'
            ]),
            "{line}"
        );
        assert!(after.len() < 20, "{line}");
    }
}

/// Outside the front matter, every line begins as ours do.
fn argdown_is_closed(text: &str) {
    for line in text
        .lines()
        .skip(6)
        .filter(|line| !line.is_empty() && *line != "===")
    {
        let start = line.trim_start();
        let ours = ["[", "+ [", "- [", "# ", "<", "(", "-----"];
        assert!(ours.iter().any(|ours| start.starts_with(ours)), "{line}");
        assert!(!line.contains(char::is_control), "{line}");
    }
}

#[test]
fn hostile_text_stays_in_its_label() {
    for text in HOSTILE {
        let case = with(text);
        assert!(case.statements.len() > 1, "{text}");
        dot_is_closed(&dot(&case));
        mermaid_is_closed(&mermaid(&case));
        argdown_is_closed(&argdown(&case));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_stays_in_its_label(text in r#"[\PC\n"\\<>`#%;{}()|\[\]&/*_.:=+-]{0,60}"#) {
        let case = with(&text);
        dot_is_closed(&dot(&case));
        mermaid_is_closed(&mermaid(&case));
        argdown_is_closed(&argdown(&case));
    }
}
