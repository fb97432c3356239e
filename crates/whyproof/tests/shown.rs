//! What `show`, `diff`, `why` and the formats of `check` print, as transcripts. `TRYCMD=overwrite` writes them anew.

#[test]
fn transcripts_of_show_and_why() {
    trycmd::TestCases::new()
        .env("WHYPROOF_TODAY", "2026-11-23")
        .case("tests/cmd/diff-*.trycmd")
        .case("tests/cmd/show-*.trycmd")
        .case("tests/cmd/why-*.trycmd")
        .case("tests/cmd/format-*.trycmd");
}
