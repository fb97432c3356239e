//! The page of one small case, whole.

use whyproof_render::html::{PageOptions, article};
use whyproof_render::manuscript::Manuscript;

use super::case_in;
use super::parsed::check;
use super::small::{TEXT, host};

#[test]
fn a_small_case_is_this_page() {
    let host = host();
    let case = case_in(&host, "case.md", TEXT);
    let options = PageOptions {
        beside: Some(String::new()),
        ..PageOptions::default()
    };
    let manuscript = Manuscript::new(&case);
    check(whyproof_render::html::page(&manuscript, &options).as_str());
    let html = article(&manuscript, &options).into_string();
    // What a chart looks like is snapshotted where charts are.
    insta::assert_snapshot!(without_charts(&html));
}

fn without_charts(html: &str) -> String {
    let mut kept = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<svg") {
        kept.push_str(before);
        kept.push_str("<svg…>");
        rest = after.split_once("</svg>").map_or("", |(_, rest)| rest);
    }
    kept + rest
}
