//! Any bytes, as a text, are Typst source in which all that they say stands in strings.
#![no_main]

#[path = "../../crates/whyproof-render/tests/source/read.rs"]
mod read;

use whyproof_render::manuscript::Manuscript;
use whyproof_render::paper::{Form, PaperOptions, source};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let case = whyproof_testing::fuzz::resolved(&String::from_utf8_lossy(data));
    let manuscript = Manuscript::new(&case);
    for form in Form::ALL {
        read::check(&source(&manuscript, &PaperOptions::new(form)));
    }
});
