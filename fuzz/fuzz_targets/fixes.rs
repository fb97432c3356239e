//! Safe fixes of any bytes, as a text, leave a text that parses, without what they mend.
#![no_main]

use whyproof_case::{Case, CheckConfig};

libfuzzer_sys::fuzz_target!(|data: &[u8]| whyproof_testing::fuzz::fixes(data, mend));

/// The findings of a case that have a safe fix, and its text after those.
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
