//! Any bytes, as a text, resolve to a case.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| whyproof_testing::fuzz::resolver(data));
