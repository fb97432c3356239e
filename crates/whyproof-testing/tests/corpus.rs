//! The fuzzers' corpus, on a stable compiler: what they found before, and where they begin.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test reads the corpus of the fuzzers"
)]

use std::path::Path;

use whyproof_testing::fuzz;

fn over(target: &str, run: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus");
    let mut count = 0;
    for entry in std::fs::read_dir(folder.join(target)).unwrap() {
        let path = entry.unwrap().path();
        let data = std::fs::read(&path).unwrap();
        let ran = std::panic::catch_unwind(|| run(&data));
        assert!(ran.is_ok(), "{} breaks it", path.display());
        count += 1;
    }
    assert!(count > 0, "no corpus for {target}");
}

#[test]
fn parser() {
    over("parser", fuzz::parser);
}

#[test]
fn resolver() {
    over("resolver", fuzz::resolver);
}

#[test]
fn standing() {
    over("standing", fuzz::standing);
}
