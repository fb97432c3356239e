//! Safe fixes of any bytes, as a text, leave a text that parses and has fewer findings to fix.
#![no_main]

use whyproof_case::{Case, CheckConfig};

libfuzzer_sys::fuzz_target!(|data: &[u8]| whyproof_testing::fuzz::fixes(data, mend));

/// How many findings of a case have a safe fix, and its text after those.
fn mend(case: &Case) -> (u32, Option<String>) {
    let config = CheckConfig::default();
    let options = whyproof_check::Options {
        config: &config,
        today: jiff::civil::date(2026, 11, 23),
        all: true,
    };
    let found = whyproof_check::check(case, &options);
    let applied = whyproof_check::apply(case.source(), &found.shown);
    let mended = (!applied.titles.is_empty()).then_some(applied.text);
    let fixes = found.shown.iter().filter_map(|f| f.diagnostic.fix.as_ref());
    (fixes.filter(|fix| fix.safe).count() as u32, mended)
}
