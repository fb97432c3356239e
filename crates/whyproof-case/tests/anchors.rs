//! Anchors: a hold on words of a revision, placed in a later one.
#![allow(clippy::unwrap_used, reason = "tests know what is there")]

use proptest::prelude::*;
use whyproof_case::{Anchor, Case, Computed, Placement, Scope, place, resolve};
use whyproof_syntax::Span;
use whyproof_testing::{MemoryHost, markdown};

fn case(text: &str) -> Case {
    let host = MemoryHost::new();
    let parse = whyproof_syntax::parse(text);
    resolve(parse, &host, Scope::default(), &Computed::default())
}

fn span_of(text: &str, words: &str) -> Span {
    let at = text.find(words).unwrap();
    Span::new(at as u32, (at + words.len()) as u32)
}

/// Where an anchor on `words` in `before` is in `after`, with the words there.
fn placed(before: &str, words: &str, after: &str) -> (&'static str, String) {
    let anchor = Anchor::new(&case(before), span_of(before, words));
    let (how, span) = match place(&anchor, &case(after)) {
        Placement::Exact(span) => ("exact", span),
        Placement::Moved(span) => ("moved", span),
        Placement::Changed(span) => ("changed", span),
        Placement::Lost => return ("lost", String::new()),
    };
    (how, after[span.range()].to_owned())
}

const BEFORE: &str = "\
## Case

- A voucher brings most people back. {#voucher}
  - because it pays for the trip.
- The programme can afford it for all of them.
";

#[test]
fn the_same_words_between_the_same_words_are_exact() {
    let after = format!("# A title that was not there before\n\n{BEFORE}");
    let found = placed(BEFORE, "most people", &after);
    assert_eq!(found, ("exact", "most people".to_owned()));
}

#[test]
fn the_same_words_elsewhere_are_moved() {
    let after = "## Plan\n\nAs before, most people come.\n";
    let found = placed(BEFORE, "most people", after);
    assert_eq!(found, ("moved", "most people".to_owned()));
}

#[test]
fn of_several_places_the_one_under_the_same_id_is_meant() {
    let after = "## Plan\n\nA voucher brings most people back, we think.\n\n## Case\n\n- For most people it pays. {#voucher}\n";
    let anchor = Anchor::new(&case(BEFORE), span_of(BEFORE, "most people"));
    let Placement::Moved(span) = place(&anchor, &case(after)) else {
        panic!("the words are there");
    };
    assert_eq!(span.start as usize, after.rfind("most people").unwrap());
}

#[test]
fn of_several_places_the_one_with_most_around_it_is_meant() {
    let before = "One.\n\nTwo apples are red.\n\nTwo apples are green.\n";
    let at = before.rfind("Two apples").unwrap() as u32;
    let anchor = Anchor::new(&case(before), Span::new(at, at + 10));
    let after = "Two apples are red.\n\nZero.\n\nTwo apples are green, and sweet.\n";
    let Placement::Moved(span) = place(&anchor, &case(after)) else {
        panic!("the words are there");
    };
    assert_eq!(span.start as usize, after.rfind("Two apples").unwrap());
}

#[test]
fn other_words_at_the_same_id_are_changed() {
    let after = BEFORE.replace("A voucher brings most people back.", "Vouchers work.");
    let found = placed(BEFORE, "A voucher brings most people back.", &after);
    assert_eq!(found, ("changed", "Vouchers work.".to_owned()));
}

#[test]
fn other_words_between_the_same_words_are_changed() {
    let after = BEFORE.replace("can afford", "will pay for");
    let found = placed(BEFORE, "can afford", &after);
    assert_eq!(found, ("changed", "will pay for".to_owned()));
}

#[test]
fn words_that_are_nowhere_are_lost() {
    let found = placed(BEFORE, "it pays for the trip", "# Another case\n");
    assert_eq!(found, ("lost", String::new()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is written before or after them, words that did not change are found.
    #[test]
    fn text_elsewhere_loses_no_anchor(
        text in markdown::markdown(),
        before in markdown::markdown(),
        after in markdown::markdown(),
        pick in any::<prop::sample::Index>(),
    ) {
        let text = format!("## Case\n\n- A claim.\n\n{text}");
        let revision = case(&text);
        let spans: Vec<Span> = revision.statements().map(|(_, s)| s.span).filter(|s| !s.is_empty()).collect();
        let anchor = Anchor::new(&revision, *pick.get(&spans));
        let later = format!("{before}{text}{after}");
        let found = match place(&anchor, &case(&later)) {
            Placement::Exact(span) | Placement::Moved(span) => Some(&later[span.range()]),
            Placement::Changed(_) | Placement::Lost => None,
        };
        prop_assert_eq!(found, Some(anchor.quote.as_str()));
    }
}
