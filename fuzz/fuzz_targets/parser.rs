//! Any bytes, as a text, parse without loss.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| whyproof_testing::fuzz::parser(data));
