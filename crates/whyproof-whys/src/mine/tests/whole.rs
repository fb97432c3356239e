//! What is known only where a text is long enough to answer itself.

use super::super::index::Index;
use super::super::sentence::Sentences;
use super::super::{Rule, branches, futures, gains, generals, oughts, pairs};
use super::parts::long;
use super::{case, taken};
use crate::likeness::Content;

/// The facts of the first material that `rule` takes of `text`.
fn facts(rule: Rule, text: &str) -> Vec<&'static str> {
    taken(rule, &long(text)).remove(0).facts
}

#[test]
fn a_condition_that_may_not_be_met_needs_its_other_branch() {
    let slot = |text: &str| {
        let found = taken(branches::unmet, &long(text));
        found.first().map(|m| m.slots["condition"].text.clone())
    };
    let bare = "# T\n\n## Plan\n\nIf the council accepts the plan, the ferry sails.";
    assert_eq!(slot(bare).as_deref(), Some("the council accepts the plan"));
    let after = "# T\n\n## Plan\n\nThe ferry sails if the crew accepts the plan.";
    assert_eq!(slot(after).as_deref(), Some("the crew accepts the plan"));
    for told in [
        "# T\n\n## Plan\n\nIf the council accepts the plan, the ferry sails. Otherwise it stays.",
        "# T\n\n## Plan\n\nIf the council accepts the plan, the ferry sails, else it stays.",
        "# T\n\n## Plan\n\nIf the ferry is no longer available, the van goes.",
        "# T\n\n## Plan\n\nIf the ferry is red, the van goes.",
    ] {
        assert_eq!(slot(told), None, "{told}");
    }
    assert!(
        taken(
            branches::unmet,
            "If the council accepts the plan, the ferry sails."
        )
        .is_empty()
    );
}

#[test]
fn what_is_told_elsewhere_is_known() {
    let gain = "# T\n\n## Motivation\n\nThe night ferry helps the nurses.";
    assert!(!facts(gains::gained, gain).contains(&"told"));
    let told = format!("{gain}\n\nThe night ferry runs because 40 nurses asked.");
    assert!(facts(gains::gained, &told).contains(&"told"));
}

#[test]
fn what_stands_late_or_is_narrow_is_known() {
    let rest = "Wind blew. ".repeat(20);
    let late = format!("# T\n\n## Details\n\n{rest}\n\nThe crew must wear a hat.");
    let late = facts(oughts::should, &late);
    assert!(late.contains(&"late") && late.contains(&"wide"));
    let narrow = "# T\n\n## Rules\n\nThe crew must only wear blue hats.";
    assert!(!facts(oughts::should, narrow).contains(&"wide"));
}

#[test]
fn what_is_decided_or_free_or_aimed_at_is_known() {
    let decided = "# T\n\n## Rules\n\nAll ferries will carry a bell.";
    assert!(facts(generals::quantified, decided).contains(&"decided"));
    let free = "# T\n\n## Hopes\n\nThe villagers will switch to the ferry.";
    assert!(!facts(futures::will, free).contains(&"bound"));
    let bound = "# T\n\n## Hopes\n\nThe villagers will need to buy a card.";
    assert!(facts(futures::will, bound).contains(&"bound"));
    let aim = "# T\n\n## Hopes\n\nThe goal of the ferry is to help the nurses.";
    assert!(facts(gains::gained, aim).contains(&"aim"));
}

#[test]
fn what_is_put_off_though_it_is_the_problem_is_paired() {
    let pair = |later: &str| {
        let text =
            format!("# T\n\n## Problem\n\nThe harbour has no shelter for bicycles.\n\n{later}");
        let mut found = Vec::new();
        pairs::pairs(&Sentences::read(&case(&long(&text))), &mut found);
        found.iter().map(|m| m.name).collect::<Vec<_>>()
    };
    let deferred = "## Plan\n\nThe shelter for bicycles is left for the spring.";
    assert_eq!(pair(deferred), ["put-off"]);
    assert_eq!(
        pair("## Plan\n\nThe shelter for bicycles is built."),
        [""; 0]
    );
}

#[test]
fn the_index_finds_what_reading_every_sentence_finds() {
    let sentences = [
        "The ferry carries nurses at night.",
        "Nurses sleep.",
        "At night the ferry carries goods, and nurses wait.",
        "A bridge stands.",
    ];
    let index = Index::of(sentences.into_iter());
    for about in ["ferry nurses night", "nurses", "bridge ferry", "snow"] {
        let about = Content::of(about);
        for share in [0.3, 0.66, 1.0] {
            let enough = (share * about.words().count() as f64).ceil() as usize;
            let has = |at: &usize| {
                let other = Content::of(sentences[*at]);
                about.words().filter(|word| other.has(word)).count() >= enough
            };
            let naive: Vec<usize> = (0..sentences.len()).filter(has).collect();
            let found: Vec<usize> = index.about(&about, share).collect();
            assert_eq!(found, naive, "{about:?} {share}");
        }
    }
}
