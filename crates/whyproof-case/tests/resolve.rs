//! Any text resolves: ids lead home, explanations are there, the same text gives the same case.

use proptest::prelude::*;
use whyproof_case::{Computed, Scope, Standing, resolve};
use whyproof_testing::{MemoryHost, fuzz, markdown};

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 1_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_text_resolves(text in markdown::any_text()) {
        fuzz::resolved(&text);
    }

    #[test]
    fn any_markdown_resolves(text in markdown::markdown()) {
        fuzz::resolved(&text);
    }

    /// A question of the owner's, a suggestion, a settled why and a comment change no standing.
    #[test]
    fn what_counts_for_nothing_changes_nothing(text in markdown::markdown()) {
        let before = standing(&text);
        let more = "\n\n## Questions\n\n### Why?\n\n### Why not? {by=whyproof}\n\n### Who? {by=Z settled=\"Z 2026-05-02\"}\n";
        let all = text + more;
        let sections = fuzz::parsed(&all).document.sections;
        // An open block of code or HTML takes in what follows it.
        if sections.last().is_some_and(|section| section.title == "Questions") {
            prop_assert_eq!(before, standing(&all));
        }
    }
}

fn standing(text: &str) -> Standing {
    let host = MemoryHost::new();
    let case = resolve(
        whyproof_syntax::parse(text),
        &host,
        Scope::default(),
        &Computed::default(),
    );
    case.verdict.standing
}

#[test]
fn words_that_overlap_themselves_are_found_where_they_are() {
    fuzz::resolved("## Case\n\n#### ```\n### <b>>> \n\n");
}

#[test]
fn a_word_before_a_year_may_be_in_any_script() {
    for text in ["éé 2020", "aéb 2020", "çà 2020", "日 2020", "marsé 2020"] {
        let dated = whyproof_case::latest_date(text).expect("the year");
        assert_eq!(dated.to_string(), "2020", "{text}");
    }
    let dated = whyproof_case::latest_date("2 Sept 2020").expect("a day");
    assert_eq!(dated.to_string(), "2020-09-02");
}
