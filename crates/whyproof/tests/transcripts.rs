//! What the commands print, as transcripts: every verb on its way and off it. `TRYCMD=overwrite` writes them anew.

#[test]
fn transcripts() {
    trycmd::TestCases::new()
        .env("WHYPROOF_TODAY", "2026-11-23")
        .case("tests/cmd/ask.trycmd")
        .case("tests/cmd/bar.trycmd")
        .case("tests/cmd/bar-from.trycmd")
        .case("tests/cmd/check-*.trycmd")
        .case("tests/cmd/completions.trycmd")
        .case("tests/cmd/debrief.trycmd")
        .case("tests/cmd/demo.trycmd")
        .case("tests/cmd/drill-loop.trycmd")
        .case("tests/cmd/import-*.trycmd")
        .case("tests/cmd/lock.trycmd")
        .case("tests/cmd/man.trycmd")
        .case("tests/cmd/measure.trycmd")
        .case("tests/cmd/new-*.trycmd")
        .case("tests/cmd/open-*.trycmd")
        .case("tests/cmd/packet.trycmd")
        .case("tests/cmd/packet-take.trycmd")
        .case("tests/cmd/plan.trycmd")
        .case("tests/cmd/render-*.trycmd")
        .case("tests/cmd/story.trycmd")
        .case("tests/cmd/tailor*.trycmd")
        .case("tests/cmd/take-*.trycmd")
        .case("tests/cmd/written-over.trycmd");
}
