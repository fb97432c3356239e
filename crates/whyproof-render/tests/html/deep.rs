//! What is very deep or very long.

use std::fmt::Write;

use super::html;
use super::parsed::{check, read};

fn nested(levels: usize) -> String {
    let mut text = "# T\n\n## Case\n\n".to_owned();
    for level in 0..levels {
        let _ = writeln!(text, "{}- because of {level}", "  ".repeat(level));
    }
    text
}

#[test]
fn twelve_levels_are_lists_and_what_is_below_is_set_flat() {
    let twelve = check(&html(&nested(12)));
    assert!(!twelve.values("class").any(|class| class == "flat"));
    let page = html(&nested(14));
    let parsed = check(&page);
    assert_eq!(parsed.values("class").filter(|c| *c == "flat").count(), 2);
    assert!(parsed.text.contains("1.1.1.1.1.1.1.1.1.1.1.1.1.1"));
}

#[test]
fn a_thousand_levels_are_a_page() {
    let page = html(&nested(1000));
    let parsed = check(&page);
    assert!(parsed.text.contains("Because of 999"));
    assert!(page.len() < 3_000_000, "{}", page.len());
}

#[test]
fn what_goes_on_after_a_deeper_list_is_kept() {
    let mut text = nested(20);
    for level in (0..20).rev() {
        let _ = write!(text, "\n{}more of {level}\n", "  ".repeat(level + 1));
    }
    let parsed = check(&html(&text));
    for level in 0..20 {
        assert!(parsed.text.contains(&format!("more of {level}")));
    }
}

#[test]
fn a_thousand_quotations_and_emphases_are_a_page() {
    check(&html(&format!("# T\n\n{} deep\n", ">".repeat(1000))));
    check(&html(&format!(
        "# T\n\n{}x{}\n",
        "*a ".repeat(1000),
        "*".repeat(1000)
    )));
    check(&html(&format!("# T\n\n{}x\n", "> - ".repeat(1000))));
}

#[test]
fn a_table_of_five_megabytes_is_a_page() {
    let mut text = "# T\n\n## Data\n\n| a | b | c |\n|---|--:|---|\n".to_owned();
    while text.len() < 5 << 20 {
        text.push_str("| some words here | 1234.5 | <b>not bold</b> |\n");
    }
    let page = html(&text);
    assert!(page.len() > 5 << 20);
    let parsed = read(&page);
    assert_eq!(parsed.errors, Vec::<String>::new());
    assert_eq!(parsed.count("b"), 0);
}
