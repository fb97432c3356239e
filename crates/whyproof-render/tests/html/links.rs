//! Where links lead.

use super::case;
use super::parsed::check;
use whyproof_render::html::{PageOptions, page};
use whyproof_render::manuscript::Manuscript;

/// The targets of the links that the words of a case have.
fn targets(markdown: &str, beside: Option<&str>) -> Vec<String> {
    let text = format!("# T\n\n## The Plan\n\n{markdown}\n");
    let case = case(&text);
    let options = PageOptions {
        beside: beside.map(str::to_owned),
        ..PageOptions::default()
    };
    let page = page(&Manuscript::new(&case), &options).into_string();
    let parsed = check(&page);
    let outside = parsed.values("href").filter(|href| *href != "#case");
    outside.map(str::to_owned).collect()
}

#[test]
fn the_web_and_mail_are_linked() {
    assert_eq!(
        targets(
            "[a](https://a.example/x?y=1&z=2#w) <HTTP://b.example> <mailto:c@d.example>",
            None
        ),
        [
            "https://a.example/x?y=1&z=2#w",
            "HTTP://b.example",
            "mailto:c@d.example"
        ]
    );
}

#[test]
fn a_file_of_the_workspace_is_linked_where_the_page_can_reach_it() {
    assert_eq!(targets("[a](data/x.csv)", Some("")), ["./data/x.csv"]);
    assert_eq!(targets("[a](data/x.csv)", Some("../")), ["../data/x.csv"]);
    assert_eq!(targets("[a](data/x.csv)", None), [""; 0]);
    assert_eq!(targets("[a](../x.csv)", Some("")), [""; 0]);
}

#[test]
fn a_section_is_linked_by_its_heading() {
    assert_eq!(targets("[a](#the-plan) [b](#none)", None), ["#t-1"]);
}

#[test]
fn where_a_link_is_not_followed_its_target_is_told() {
    let page = super::html("# T\n\n[click](javascript:alert(1))\n");
    let parsed = check(&page);
    assert!(parsed.text.contains("click (javascript:alert(1))"));
}

#[test]
fn a_note_in_a_link_stands_after_it() {
    let page = super::html("# T\n\n[words[^n] more](https://a.example)\n\n[^n]: research: x\n");
    check(&page);
}

#[test]
fn what_a_table_answers_is_led_to() {
    let page = super::html(
        "# T\n\n## Case\n\nWhy now? <!-- {by=\"S. Banda\"} -->\n\n| cost | year |\n|---|---|\n",
    );
    let parsed = check(&page);
    let ids: Vec<&str> = parsed.values("id").collect();
    let statements: Vec<&str> = parsed
        .values("href")
        .filter(|to| to.starts_with("#s-"))
        .collect();
    assert!(!statements.is_empty(), "{page}");
    assert!(statements.iter().all(|to| ids.contains(&&to[1..])));
}
