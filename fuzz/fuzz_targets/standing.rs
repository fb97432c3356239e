//! Any bytes, as a graph, have the standings of the definitions.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| whyproof_testing::fuzz::standing(data));
