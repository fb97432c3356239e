//! Any text is a valid page.

use proptest::prelude::*;
use whyproof_testing::markdown;

use super::html;
use super::parsed::check;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn any_markdown_is_a_page(text in markdown::markdown()) {
        check(&html(&text));
    }

    #[test]
    fn any_letters_are_a_page(text in markdown::any_text()) {
        check(&html(&text));
    }
}
