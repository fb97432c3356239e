//! Any bytes, as a text, are a valid page that leads nowhere else and runs nothing.
#![no_main]

#[allow(dead_code)]
#[path = "../../crates/whyproof-render/tests/html/parsed.rs"]
mod parsed;

use whyproof_render::html::{PageOptions, page};
use whyproof_render::manuscript::Manuscript;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let case = whyproof_testing::fuzz::resolved(&String::from_utf8_lossy(data));
    let html = page(&Manuscript::new(&case), &PageOptions::default());
    parsed::check(html.as_str());
});
