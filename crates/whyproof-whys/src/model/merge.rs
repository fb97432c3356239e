//! The model's questions among the others.

use std::collections::BTreeSet;

use whyproof_case::{Case, WhyKind};

use super::read::{Proposal, Proposed};
use crate::barrage::{Asked, Barrage, Origin};
use crate::view::View;

/// Of so many questions one may be the model's, where the rules have enough to ask.
const ONE_IN: usize = 3;

/// Puts what the model `name` proposed into `barrage`, each question after those of the rules about the same
/// passage. With `count`, the barrage keeps at most so many, of which a third at most are the model's unless the
/// rules ask fewer than the rest; what gives way is counted in [`Barrage::more`].
pub fn merge(
    case: &Case,
    barrage: &mut Barrage,
    proposed: Proposed,
    name: &str,
    views: &[View],
    count: Option<usize>,
) {
    let rules = barrage.asked.len();
    let mut room = proposed.kept.len();
    if let Some(count) = count {
        let third = count / ONE_IN;
        room = room.min(third.max(count.saturating_sub(rules)));
        let kept = count.saturating_sub(room).min(rules);
        barrage.more += rules - kept;
    }
    let kept = count.map_or(rules, |count| count.saturating_sub(room).min(rules));
    barrage.more += proposed.kept.len() - room;
    let mut ids: BTreeSet<String> = barrage.asked.iter().map(|one| one.id.clone()).collect();
    let mut after: Vec<Vec<Asked>> = vec![Vec::new(); rules.max(1)];
    for proposal in proposed.kept.into_iter().take(room) {
        let place = proposal
            .beside
            .iter()
            .copied()
            .filter(|at| *at < kept)
            .max();
        let place = place.unwrap_or(kept.saturating_sub(1));
        if let Some(after) = after.get_mut(place) {
            after.push(asked(case, proposal, name, views, &mut ids));
        }
    }
    let structural = std::mem::take(&mut barrage.asked);
    let mut structural = structural.into_iter().take(kept);
    for added in after {
        barrage.asked.extend(structural.next());
        barrage.asked.extend(added);
    }
}

fn asked(
    case: &Case,
    proposal: Proposal,
    name: &str,
    views: &[View],
    ids: &mut BTreeSet<String>,
) -> Asked {
    let quote = whyproof_case::shorten(&proposal.quote, 60);
    Asked {
        id: id(&proposal.quote, ids),
        kind: WhyKind::of(&proposal.text),
        scheme: "language model".to_owned(),
        on: proposal.on,
        span: proposal.span,
        text: proposal.text,
        why: format!(
            "The language model {name} asks it, not a rule: see whether it is worth an answer."
        ),
        good_answer: format!(
            "Words, a number or a source that settle it, or a reason why it does not matter here; it is about “{quote}”, line {}.",
            case.line(proposal.span)
        ),
        from: Origin::Model(name.to_owned()),
        load: proposal.load,
        views: views.to_vec(),
        order: "a language model's, after what the rules ask about the same passage".to_owned(),
    }
}

fn id(quote: &str, ids: &mut BTreeSet<String>) -> String {
    let words = quote.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty()).take(4);
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    let name = format!("model-{}", words.join("-"));
    let mut id = name.clone();
    let mut next = 2;
    while !ids.insert(id.clone()) {
        id = format!("{name}-{next}");
        next += 1;
    }
    id
}
