//! What the tests of every format share.
#![allow(dead_code)]

use std::collections::BTreeMap;

/// A text's words, in order.
pub(crate) fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The words of a case as a reader sees them.
pub(crate) fn read(markdown: &str) -> Vec<String> {
    let document = whyproof_syntax::parse(markdown).document;
    let mut out = Vec::new();
    for text in &document.texts {
        out.extend(words(&text.words.text));
    }
    for fence in &document.fences {
        out.extend(words(&fence.code));
    }
    out
}

/// Panics unless each of `wanted` is among `found` as often as it is wanted.
#[track_caller]
pub(crate) fn assert_all(wanted: &[String], found: &[String], markdown: &str) {
    let mut count = BTreeMap::<&str, i64>::new();
    for word in found {
        *count.entry(word).or_default() += 1;
    }
    for word in wanted {
        let left = count.entry(word).or_default();
        *left -= 1;
        assert!(*left >= 0, "`{word}` is lost in:\n{markdown}");
    }
}

/// Panics unless `wanted` are among `found` in this order.
#[track_caller]
pub(crate) fn assert_in_order(wanted: &[String], found: &[String], markdown: &str) {
    let mut found = found.iter();
    for word in wanted {
        assert!(
            found.any(|other| other == word),
            "`{word}` is lost or out of order in:\n{markdown}"
        );
    }
}
