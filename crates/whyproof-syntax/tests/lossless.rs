//! Any text parses; the tree keeps every byte; words lead back to the source.

use proptest::prelude::*;
use whyproof_testing::{fuzz, markdown};

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_kept(text in markdown::any_text()) {
        fuzz::parsed(&text);
    }

    #[test]
    fn any_markdown_is_kept(text in markdown::markdown()) {
        fuzz::parsed(&text);
    }

    #[test]
    fn line_endings_change_no_words(text in markdown::markdown()) {
        let unix = text.replace('\r', "");
        let dos = unix.replace('\n', "\r\n");
        let words = |text: &str| -> Vec<String> {
            let document = fuzz::parsed(text).document;
            document.texts.into_iter().map(|block| block.words.text).collect()
        };
        prop_assert_eq!(words(&unix), words(&dos));
    }
}
