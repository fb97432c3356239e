//! The corpus of the fuzzer `fixes`, and made-up Markdown: safe fixes leave a text without what they mend.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test reads the corpus of the fuzzer"
)]

use std::path::Path;

use proptest::prelude::*;
use whyproof_case::{Case, CheckConfig};
use whyproof_testing::{fuzz, markdown};

fn mend(case: &Case) -> (Vec<String>, Option<String>) {
    let config = CheckConfig::default();
    let options = whyproof_check::Options {
        config: &config,
        today: jiff::civil::date(2026, 11, 23),
        all: true,
    };
    let found = whyproof_check::check(case, &options);
    let applied = whyproof_check::apply(case.source(), &found.shown);
    let mended = (!applied.titles.is_empty()).then_some(applied.text);
    let safe = |f: &&whyproof_check::Finding| f.diagnostic.fix.as_ref().is_some_and(|fix| fix.safe);
    let fixable = found.shown.iter().filter(safe);
    (
        fixable.map(|f| f.diagnostic.message.clone()).collect(),
        mended,
    )
}

#[test]
fn the_corpus_is_mended() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/fixes");
    let mut mended = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        println!("{}", path.display());
        let seen = std::cell::Cell::new(false);
        fuzz::fixes(&std::fs::read(&path).unwrap(), |case| {
            let found = mend(case);
            seen.set(seen.get() || found.1.is_some());
            found
        });
        mended += usize::from(seen.get());
    }
    assert!(mended > 0, "no file of the corpus has a safe fix");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_markdown_is_mended(text in markdown::markdown()) {
        fuzz::fixes(text.as_bytes(), mend);
    }
}
