//! What is true of any two texts.

use std::collections::BTreeSet;

use proptest::prelude::*;
use whyproof_case::{Case, ChangeKind, Changes, StatementKind};
use whyproof_testing::markdown;

use super::{between, case};

/// Every statement of either side is kept, dropped or added, once.
fn each_once(old: &Case, new: &Case, found: &Changes) {
    let was: BTreeSet<_> = found.kept.iter().map(|(was, _)| *was).collect();
    let is: BTreeSet<_> = found.kept.iter().map(|(_, is)| *is).collect();
    assert_eq!(
        was.len(),
        found.kept.len(),
        "an old statement is kept twice"
    );
    assert_eq!(is.len(), found.kept.len(), "a new statement is kept twice");
    let told = |kind: ChangeKind| {
        found
            .list
            .iter()
            .filter(|changed| changed.kind == kind)
            .count()
    };
    let argued = |case: &Case, kept: &BTreeSet<_>| {
        let free = case.statements().filter(|(id, _)| !kept.contains(id));
        free.filter(|(_, s)| !matches!(s.kind, StatementKind::Why | StatementKind::Answer))
            .count()
    };
    assert_eq!(told(ChangeKind::Dropped), argued(old, &was));
    assert_eq!(told(ChangeKind::Added), argued(new, &is));
}

/// A text with a stretch of it replaced.
fn edited(text: &str, from: prop::sample::Index, len: usize, by: &str) -> String {
    let ends: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let from = from.index(ends.len());
    let to = (from + len).min(ends.len() - 1);
    [&text[..ends[from]], by, &text[ends[to]..]].concat()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_changed_between_a_text_and_itself(text in markdown::markdown()) {
        let text = format!("# T\n\n## Case\n\n{text}");
        let found = between(&text, &text);
        prop_assert_eq!(found.list, Vec::new());
        prop_assert_eq!(found.kept.len(), case(&text).statements.len());
    }

    #[test]
    fn whatever_is_edited_every_statement_is_told_once(
        text in markdown::markdown(),
        from in any::<prop::sample::Index>(),
        len in 0..80usize,
        by in markdown::markdown(),
    ) {
        let text = format!("# T\n\n## Case\n\n- A claim.\n  - because it is so.\n{text}");
        let after = edited(&text, from, len, &by);
        let (old, new) = (case(&text), case(&after));
        let found = whyproof_case::changes(&old, &new);
        each_once(&old, &new, &found);
        let again = whyproof_case::changes(&old, &new);
        prop_assert_eq!(&found, &again, "same in, same out");
        for sentence in found.sentences() {
            prop_assert!(sentence.ends_with(['.', '”', '?', '!']), "{}", sentence);
        }
        let back = whyproof_case::changes(&new, &old);
        each_once(&new, &old, &back);
    }

    #[test]
    fn any_two_texts_can_be_compared(old in markdown::markdown(), new in markdown::markdown()) {
        let (old, new) = (case(&format!("## Case\n\n{old}")), case(&new));
        each_once(&old, &new, &whyproof_case::changes(&old, &new));
    }
}
