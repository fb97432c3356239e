//! What is not so yet: predictions, assumptions, what is left open.

use crate::english::{Class, base_follows, class, clause};
use crate::material::{Attach, Material, Slots};

use super::take::Take;

/// *A will B*.
pub(crate) fn will(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let Some(clause) = take.sentence.clause.filter(|c| !take.points_back(*c)) else {
        return;
    };
    let verb = &tokens[clause.verb];
    let going = take
        .find(&["going", "to"])
        .is_some_and(|at| at > clause.verb && at <= clause.verb + 3);
    let modal = verb.any(&[
        "will", "won't", "would", "wouldn't", "we'll", "i'll", "you'll", "there'll", "they'll",
        "he'll", "she'll", "it'll",
    ]);
    if !modal && !going {
        return;
    }
    let contracted = going || verb.lower.contains("'ll");
    if !contracted && !base_follows(tokens, clause.verb + 1) {
        return;
    }
    let Some(words) = take.clause_words(clause) else {
        return;
    };
    let mut slots = Slots::from([("clause", words)]);
    if let (Some(subject), false) = (take.subject(clause), contracted) {
        if let (Some(modal), Some(mut rest)) = (
            take.words(clause.verb, clause.verb + 1),
            take.words(clause.verb + 1, clause.to),
        ) {
            rest.text = format!("{} {} {}", modal.text, subject.text, rest.text);
            slots.insert("inverted", rest);
        }
        slots.insert("subject", subject);
    }
    let weight = if verb.any(&["would", "wouldn't"]) {
        56
    } else {
        62
    };
    into.push(take.take(
        Attach::Prediction,
        format!("“{}”", verb.lower),
        weight,
        slots,
    ));
}

/// Openings that say: this is assumed.
const ASSUMED: &[(&[&str], u8)] = &[
    (&["we", "assume"], 74),
    (&["we", "expect"], 72),
    (&["we", "hope"], 70),
    (&["we", "anticipate"], 72),
    (&["we", "suspect"], 70),
    (&["we", "can", "assume"], 72),
    (&["i", "assume"], 72),
    (&["i", "expect"], 70),
    (&["i", "suspect"], 70),
    (&["i", "hope"], 62),
    (&["i", "guess"], 60),
    (&["it", "is", "likely"], 72),
    (&["it", "is", "unlikely"], 74),
    (&["it", "is", "expected"], 72),
    (&["it", "is", "assumed"], 74),
    (&["it", "is", "possible"], 62),
    (&["it", "is", "hoped"], 70),
    (&["it", "seems"], 62),
    (&["it", "appears"], 62),
    (&["it", "is", "believed"], 70),
    (&["it", "is", "clear"], 64),
    (&["it", "is", "obvious"], 66),
    (&["the", "assumption", "is"], 74),
    (&["the", "expectation", "is"], 72),
    (&["the", "hope", "is"], 72),
    (&["presumably"], 70),
    (&["hopefully"], 70),
    (&["probably"], 64),
    (&["arguably"], 64),
];

/// *We expect that …*.
pub(crate) fn assumed(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    for (words, weight) in ASSUMED {
        let Some(at) = take.find(words).filter(|at| *at <= 6) else {
            continue;
        };
        // *You could probably save space*: what comes after it is no clause by itself.
        let inside = at.checked_sub(1).map(|before| class(&tokens[before].lower));
        if *words == ["probably"] && inside == Some(Class::Auxiliary) {
            continue;
        }
        let mut from = at + words.len();
        while tokens.get(from).is_some_and(|t| t.any(&["that", ","])) {
            from += 1;
        }
        let Some(found) = (from < tokens.len())
            .then(|| clause(tokens, from, tokens.len()))
            .flatten()
        else {
            continue;
        };
        if take.points_back(found) {
            continue;
        }
        let Some(clause) = take.clause_words(found) else {
            continue;
        };
        let mut material = take.take(
            Attach::Assumption,
            format!("“{}”", words.join(" ")),
            *weight,
            Slots::from([("clause", clause)]),
        );
        if words.contains(&"unlikely") {
            material.facts.push("unlikely");
        }
        if words.contains(&"clear") || words.contains(&"obvious") {
            material.facts.push("obvious");
        }
        into.push(material);
        return;
    }
}

/// *It is unclear whether …*; *X is out of scope*.
pub(crate) fn open(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    if let Some(at) = take.find_any(&["unclear", "unknown", "undecided", "unresolved", "unsure"])
        && tokens
            .get(at + 1)
            .is_some_and(|t| t.any(&["whether", "if"]))
        && let Some(found) = take.clause(at + 2, tokens.len())
        && let Some(clause) = take.clause_words(found)
    {
        into.push(take.take(
            Attach::Open,
            format!("“{}”", tokens[at].lower),
            70,
            Slots::from([("whether", clause)]),
        ));
    }
    let scope = [
        &["out", "of", "scope"][..],
        &["beyond", "the", "scope"],
        &["left", "for", "future"],
        &["future", "work"],
        &["not", "supported"],
        &["not", "covered"],
        &["not", "yet", "supported"],
        &["not", "addressed"],
    ];
    let Some(words) = scope.iter().find(|words| take.find(words).is_some()) else {
        return;
    };
    let Some(clause) = take.sentence.clause.filter(|c| !take.points_back(*c)) else {
        return;
    };
    let place = take.find(words).unwrap_or(0);
    let pointing = tokens[clause.subject.0..clause.subject.1]
        .iter()
        .any(|t| t.any(&["following", "above", "below", "these", "those", "this"]));
    if pointing {
        return;
    }
    if let (Some(subject), true) = (
        take.subject(clause),
        place > clause.verb && place <= clause.verb + 4,
    ) {
        into.push(take.take(
            Attach::Open,
            format!("“{}”", words.join(" ")),
            66,
            Slots::from([("left", subject)]),
        ));
    }
}
