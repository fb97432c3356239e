//! Ways round a rule: what keeps people from taking them always.

use crate::english::{Class, Token, class};
use crate::material::{Material, Slots};

use super::grounds::reasoned;
use super::quote::{around, commitment, is_stated, place};
use super::take::Take;

/// Ways round.
const ROUND: &str = "can be disabled|can be overridden|can be turned off|can be bypassed|can be skipped|can be ignored|can be suppressed|can be silenced|can be circumvented|can be waived|may be disabled|may be overridden|may be bypassed|may be skipped|may be waived|may be ignored|can opt out|may opt out|can opt-out|may opt-out|are exempt|is exempt|be exempted|can bypass|can override|can skip|may bypass|may override|may skip|can disable|may disable|unless otherwise";
/// What has a use only where it is not gone round.
const RULES: &str = "check|checks|verification|validation|requirement|requirements|restriction|restrictions|constraint|constraints|rule|rules|limit|limits|policy|enforcement|protection|protections|review|reviews|approval|approvals|lint|lints|gate|safeguard|guard|ban|embargo|moderation";
/// What a rule does to those who break it.
const ENFORCED: &str = "error|errors|refuse|reject|rejected|fail|prevent|block|forbid|deny|enforce|disallow|prohibited|required|must not";

/// A rule that can be gone round.
pub(crate) fn escaped(take: &Take<'_>, into: &mut Vec<Material>) {
    if !is_stated(take) {
        return;
    }
    let tokens = take.tokens();
    let Some((at, to)) = place(tokens, ROUND) else {
        return left_to(take, into);
    };
    let ruled = is_rule(tokens, head(tokens, at)) || (to..to + 3).any(|at| is_rule(tokens, at));
    let told = |tokens: &[Token]| {
        place(tokens, ENFORCED).is_some() && place(tokens, "will|must|shall").is_some()
    };
    let enforced = take.before().is_some_and(|before| told(&before.tokens));
    if !(ruled || enforced) || reasoned(&tokens[to..]) || denied(&tokens[..at]) {
        return;
    }
    let Some(quote) = around(take, at) else {
        return;
    };
    let slots = Slots::from([("quote", quote)]);
    into.push(commitment(take, "escape", &tokens[to - 1].lower, 86, slots));
}

/// Where the noun stands that the tokens before `to` are about.
fn head(tokens: &[Token], to: usize) -> usize {
    let phrase = (1..to).find(|at| class(&tokens[*at].lower) == Class::Preposition);
    phrase.unwrap_or(to).saturating_sub(1)
}

fn is_rule(tokens: &[Token], at: usize) -> bool {
    tokens
        .get(at)
        .is_some_and(|t| RULES.split('|').any(|rule| t.is(rule)))
}

fn denied(before: &[Token]) -> bool {
    before.iter().any(|t| {
        t.any(&[
            "not",
            "no",
            "never",
            "nor",
            "want",
            "currently",
            "was",
            "were",
        ])
    })
}

/// *It is up to A to B*: whether they do it is left to them.
fn left_to(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let Some((at, to)) = place(
        tokens,
        "is up to the|it's up to the|is left to the|left up to the|is the responsibility of the",
    ) else {
        return;
    };
    let acts = tokens[to..].iter().take(5).any(|t| t.is("to"))
        || tokens[at].is("is") && tokens[to - 2].is("of");
    let decides = place(tokens, "to decide|to choose|to determine|to pick").is_some();
    if !acts || decides || denied(&tokens[..at]) {
        return;
    }
    let Some(quote) = around(take, at) else {
        return;
    };
    let slots = Slots::from([("quote", quote)]);
    into.push(commitment(take, "up-to", "up to", 74, slots));
}
