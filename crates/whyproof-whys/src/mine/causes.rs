//! Causes: *because*, *because of*, *leads to*, *therefore*.

use crate::english::{Class, class};
use crate::material::{Attach, Material, Slots};

use super::take::Take;

/// *A because B*.
pub(crate) fn because(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let Some(at) = take.find_any(&["because"]) else {
        return;
    };
    if tokens.get(at + 1).is_some_and(|t| t.is("of")) {
        return;
    }
    let (effect, cause) = if at == 0 {
        let Some(comma) = (1..tokens.len()).find(|i| tokens[*i].is(",")) else {
            return;
        };
        (take.clause(comma + 1, tokens.len()), take.clause(1, comma))
    } else {
        (take.clause(0, at), take.clause(at + 1, tokens.len()))
    };
    let (Some(effect), Some(cause)) = (effect, cause) else {
        return;
    };
    if take.points_back(effect) {
        return;
    }
    put(
        take,
        "“because”",
        Slots::from_iter(
            [
                ("effect", take.clause_words(effect)),
                ("cause", take.clause_words(cause)),
            ]
            .into_iter()
            .filter_map(|(n, s)| Some((n, s?))),
        ),
        into,
    );
}

/// *A because of B*, *A due to B*, *A thanks to B*.
pub(crate) fn because_of(take: &Take<'_>, into: &mut Vec<Material>) {
    for words in [
        &["because", "of"][..],
        &["due", "to"],
        &["thanks", "to"],
        &["as", "a", "result", "of"],
    ] {
        let Some(at) = take.find(words).filter(|at| *at > 2) else {
            continue;
        };
        let (Some(effect), Some((causing, _))) =
            (take.clause(0, at), take.phrase(at + words.len()))
        else {
            continue;
        };
        if take.points_back(effect) {
            continue;
        }
        let Some(effect) = take.clause_words(effect) else {
            continue;
        };
        put(
            take,
            &format!("“{}”", words.join(" ")),
            Slots::from([("effect", effect), ("causing", causing)]),
            into,
        );
        return;
    }
}

const CAUSING: &[&str] = &[
    "causes",
    "cause",
    "caused",
    "creates",
    "created",
    "produces",
    "produced",
    "prevents",
    "prevented",
    "reduces",
    "reduced",
    "increases",
    "increased",
    "improves",
    "improved",
    "drives",
    "destroys",
    "destroyed",
    "encourages",
    "discourages",
    "eliminates",
    "undermines",
    "harms",
    "simplifies",
];

/// *A leads to B*, *A causes B*.
pub(crate) fn leads_to(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let Some(clause) = take.sentence.clause else {
        return;
    };
    let mut at = clause.verb;
    if tokens[at].any(&["will", "would", "can", "could", "may", "might", "should"]) {
        at = super::take::past_adverbs(tokens, at + 1);
    }
    let Some(verb) = tokens.get(at) else { return };
    let after = tokens.get(at + 1);
    let object = match verb.lower.as_str() {
        "leads" | "lead" | "led" | "contributes" | "contribute"
            if after.is_some_and(|t| t.is("to")) =>
        {
            at + 2
        }
        "results" | "result" | "resulted" if after.is_some_and(|t| t.is("in")) => at + 2,
        word if CAUSING.contains(&word)
            || (at > clause.verb && CAUSING.iter().any(|c| c.strip_suffix('s') == Some(word))) =>
        {
            at + 1
        }
        _ => return,
    };
    if tokens
        .get(object)
        .is_none_or(|t| class(&t.lower) == Class::To)
    {
        return;
    }
    let (Some(causing), Some((outcome, _)), Some(words)) = (
        take.subject(clause),
        take.phrase(object),
        take.clause_words(clause),
    ) else {
        return;
    };
    let verb = format!("“{}”", verb.lower);
    put(
        take,
        &verb,
        Slots::from([
            ("causing", causing),
            ("outcome", outcome),
            ("clause", words),
        ]),
        into,
    );
}

/// *Therefore B*, after A; *A, so B*.
pub(crate) fn therefore(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let led = tokens.first().is_some_and(|t| {
        t.any(&[
            "therefore",
            "thus",
            "hence",
            "consequently",
            "so",
            "accordingly",
        ])
    }) || take.find(&["as", "a", "result"]) == Some(0);
    if led {
        let (Some(before), Some(effect)) = (take.before(), take.sentence.clause) else {
            return;
        };
        let Some(cause) = before
            .clause
            .filter(|clause| !take.points_back_in(&before.tokens, *clause))
        else {
            return;
        };
        if take.points_back(effect) || cause.to - cause.from > 18 {
            return;
        }
        let (Some(effect), Some(cause)) = (
            take.clause_words(effect),
            take.sentences.words(before, cause.from, cause.to),
        ) else {
            return;
        };
        put(
            take,
            &format!("“{}”", tokens[0].lower),
            Slots::from([("effect", effect), ("cause", cause)]),
            into,
        );
        return;
    }
    let so = (1..tokens.len().saturating_sub(2))
        .find(|at| tokens[*at].is(",") && tokens[at + 1].is("so") && !tokens[at + 2].is("that"));
    let Some(so) = so else { return };
    let (Some(cause), Some(effect)) = (take.clause(0, so), take.clause(so + 2, tokens.len()))
    else {
        return;
    };
    if take.points_back(cause) || take.points_back(effect) {
        return;
    }
    let (Some(cause), Some(effect)) = (take.clause_words(cause), take.clause_words(effect)) else {
        return;
    };
    put(
        take,
        "“so”",
        Slots::from([("effect", effect), ("cause", cause)]),
        into,
    );
}

fn put(take: &Take<'_>, marker: &str, slots: Slots, into: &mut Vec<Material>) {
    if slots.len() >= 2 {
        into.push(take.take(Attach::Cause, marker, 66, slots));
    }
}
