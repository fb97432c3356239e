//! What is gained, what is promised not to break, what is missing today, what may go wrong.

use crate::english::Token;
use crate::material::{Attach, Material, Slots};

use super::stance::is_stance;
use super::take::Take;

const GAINS: &[&str] = &[
    "benefit",
    "benefits",
    "easier",
    "simpler",
    "faster",
    "better",
    "safer",
    "improve",
    "improves",
    "reduce",
    "reduces",
    "saves",
    "save",
    "helps",
    "help",
    "cheaper",
    "simplify",
    "simplifies",
    "speeds",
    "lowers",
    "boost",
    "strengthen",
    "strengthens",
    "protects",
    "protect",
    "solves",
    "solve",
    "cleaner",
    "clearer",
    "smoother",
    "efficient",
    "convenient",
    "useful",
    "valuable",
    "readable",
    "ergonomic",
    "reliable",
];

/// A clause that says what is gained.
pub(crate) fn gained(take: &Take<'_>, into: &mut Vec<Material>) {
    after_verb(take, GAINS, Attach::Benefit, 62, into);
}

const CHANGES: &[&str] = &[
    "affect",
    "affected",
    "break",
    "change",
    "changed",
    "changes",
    "impact",
    "risk",
    "risks",
    "effect",
    "overhead",
    "cost",
    "downside",
    "drawback",
    "harm",
    "hurt",
    "problem",
    "problems",
    "conflict",
    "difference",
    "regression",
    "require",
    "interfere",
    "breaking",
    "drawbacks",
    "implications",
    "consequences",
    "vulnerabilities",
    "concerns",
];
const KEPT: &[&str] = &[
    "unchanged",
    "compatible",
    "unaffected",
    "backward-compatible",
    "backwards-compatible",
    "guarantees",
    "guaranteed",
    "guarantee",
    "harmless",
    "transparent",
    "safe",
    "secure",
];

/// A clause that promises that nothing breaks.
pub(crate) fn unbroken(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let Some(clause) = take
        .sentence
        .clause
        .filter(|c| !take.points_back(*c) && !is_stance(tokens, *c))
    else {
        return;
    };
    let after = &tokens[clause.verb..clause.to];
    let denied = after.iter().position(is_negative);
    let nothing = denied.and_then(|at| after[at..].iter().take(5).find(|t| t.any(CHANGES)));
    let kept = after
        .iter()
        .find(|t| t.any(KEPT))
        .filter(|_| denied.is_none());
    let Some(marker) = nothing.or(kept) else {
        return;
    };
    let marker = format!("“{}”", marker.lower);
    let Some(words) = take.clause_words(clause) else {
        return;
    };
    into.push(take.take(
        Attach::Guarantee,
        marker,
        68,
        Slots::from([("clause", words)]),
    ));
}

fn is_negative(token: &Token) -> bool {
    token.any(&["no", "not", "never", "cannot", "without", "none"]) || token.lower.ends_with("n't")
}

const LACKS: &[&str] = &[
    "lack",
    "lacks",
    "suffer",
    "suffers",
    "struggle",
    "struggles",
    "fails",
    "fail",
    "failed",
];
const BAD: &[&str] = &[
    "lacking",
    "missing",
    "impossible",
    "difficult",
    "hard",
    "unable",
    "painful",
    "tedious",
    "cumbersome",
    "awkward",
    "confusing",
    "confused",
    "frustrating",
    "inconvenient",
    "annoying",
    "forced",
    "error-prone",
    "slow",
    "limited",
    "fragile",
    "harder",
    "burdensome",
    "insufficient",
    "inadequate",
    "unfortunate",
    "broken",
];

/// A clause that says what is wrong today.
pub(crate) fn lacking(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let Some(clause) = take
        .sentence
        .clause
        .filter(|c| !take.points_back(*c) && !is_stance(tokens, *c))
    else {
        return;
    };
    let after = &tokens[clause.verb..clause.to];
    let no_way = after.windows(2).any(|pair| {
        pair[0].is("no")
            && pair[1].any(&[
                "way",
                "means",
                "mechanism",
                "support",
                "owner",
                "good",
                "clear",
                "easy",
                "standard",
                "access",
                "formal",
                "option",
                "choice",
            ])
    });
    let future = tokens[clause.verb].any(&["will", "would", "should", "might", "may", "could"]);
    let be = after[0].any(&[
        "is", "are", "was", "were", "seems", "makes", "remains", "becomes", "it's", "we're",
    ]);
    let cannot = after[0].any(&["cannot", "can't"])
        && !after.iter().take(3).any(|t| {
            t.any(&[
                "but", "fail", "accept", "afford", "let", "allow", "continue", "and", "be",
            ])
        });
    let marker = after
        .iter()
        .take(5)
        .find(|t| (be && t.any(BAD)) || t.any(LACKS));
    let marker = marker.or(after.first().filter(|_| cannot));
    let marker = marker.filter(|_| !after.iter().any(|t| t.any(&["never", "not"])));
    let marker = match marker {
        _ if future => return,
        Some(token) => format!("“{}”", token.lower),
        None if no_way => "“no”".to_owned(),
        None => return,
    };
    let Some(words) = take.clause_words(clause) else {
        return;
    };
    into.push(take.take(Attach::Lack, marker, 62, Slots::from([("clause", words)])));
}

const WRONGS: &[&str] = &[
    "break",
    "fail",
    "cause",
    "confuse",
    "confusing",
    "lead",
    "lose",
    "harm",
    "hurt",
    "miss",
    "misuse",
    "abuse",
    "leak",
    "crash",
    "slow",
    "delay",
    "conflict",
    "overload",
    "surprise",
    "surprising",
    "error",
    "errors",
    "attack",
    "discourage",
    "prevent",
    "expose",
    "problem",
    "problems",
    "wrong",
    "harder",
    "worse",
    "expensive",
    "accidentally",
    "unexpected",
    "inconsistent",
    "confusion",
    "breakage",
    "suffer",
    "degrade",
    "corrupt",
    "deny",
    "reject",
    "risk",
    "incorrect",
    "incorrectly",
    "lost",
    "disrupt",
    "evicted",
    "insecure",
    "exhaust",
];

/// A clause that says what may go wrong.
pub(crate) fn risky(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let Some(clause) = take.sentence.clause else {
        return;
    };
    if tokens[clause.verb].any(&["may", "might", "could", "can"])
        && !tokens[clause.verb..clause.to].iter().any(is_negative)
    {
        after_verb(take, WRONGS, Attach::Risk, 68, into);
    }
}

/// Material where one of `words` stands after the verb.
fn after_verb(
    take: &Take<'_>,
    words: &[&str],
    attach: Attach,
    weight: u8,
    into: &mut Vec<Material>,
) {
    let tokens = take.tokens();
    let Some(clause) = take
        .sentence
        .clause
        .filter(|c| !take.points_back(*c) && !is_stance(tokens, *c))
    else {
        return;
    };
    let long = !take.sentences.short && clause.to - clause.from > 24;
    if long {
        return;
    }
    let near = clause.to.min(clause.verb + 8);
    let Some(marker) = tokens[clause.verb..near].iter().find(|t| t.any(words)) else {
        return;
    };
    let Some(said) = take.clause_words(clause) else {
        return;
    };
    into.push(take.take(
        attach,
        format!("“{}”", marker.lower),
        weight,
        Slots::from([("clause", said)]),
    ));
}
