//! Likenesses, single cases and custom.

use crate::material::{Attach, Material, Slots};

use super::take::Take;

/// *A is like B*, *A is similar to B*.
pub(crate) fn like(take: &Take<'_>, into: &mut Vec<Material>) {
    let Some(clause) = take.sentence.clause.filter(|c| !take.points_back(*c)) else {
        return;
    };
    let ways: [&[&str]; 9] = [
        &["is", "like"],
        &["are", "like"],
        &["similar", "to"],
        &["just", "like"],
        &["comparable", "to"],
        &["analogous", "to"],
        &["akin", "to"],
        &["the", "same", "as"],
        &["equivalent", "to"],
    ];
    let Some((at, words)) = ways
        .iter()
        .find_map(|words| Some((take.find(words)?, words)))
    else {
        return;
    };
    let Some((other, _)) = take.phrase(at + words.len()) else {
        return;
    };
    if at < clause.verb || at > clause.verb + 5 {
        return;
    }
    let Some(subject) = take.subject(clause) else {
        return;
    };
    into.push(take.take(
        Attach::Analogy,
        format!("“{}”", words.join(" ")),
        70,
        Slots::from([("subject", subject), ("like", other)]),
    ));
}

const KIN: &[&str] = &[
    "son",
    "daughter",
    "wife",
    "husband",
    "mother",
    "father",
    "friend",
    "family",
    "brother",
    "sister",
    "child",
    "kids",
    "children",
    "parents",
    "neighbor",
    "neighbour",
    "colleague",
    "company",
    "experience",
    "grandmother",
    "grandfather",
    "boss",
];

/// One person's experience, told to carry more: *I spend hours …*, *my son …*.
pub(crate) fn told(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let Some(clause) = take.sentence.clause else {
        return;
    };
    let (from, to) = clause.subject;
    let own = tokens[from].is("my") && tokens[from..to].iter().any(|t| t.any(KIN));
    let verb = &tokens[clause.verb];
    let did = tokens[from].is("i")
        && (verb.lower.ends_with("ed")
            || verb.any(&[
                "had", "went", "saw", "spend", "spent", "paid", "pay", "run", "work", "worked",
                "live", "lived", "know", "got", "lost", "took", "bought", "flew", "met", "wrote",
                "tried", "used", "see", "hear", "heard", "use",
            ]));
    if !(own || did) || verb.any(&["believed", "wanted", "hoped", "agreed", "liked"]) {
        return;
    }
    let Some(words) = take.clause_words(clause) else {
        return;
    };
    into.push(take.take(
        Attach::Example,
        "one person's experience",
        56,
        Slots::from([("clause", words)]),
    ));
}

/// *A has always been B*, *for decades*.
pub(crate) fn always_been(take: &Take<'_>, into: &mut Vec<Material>) {
    let ways: [&[&str]; 10] = [
        &["has", "always"],
        &["have", "always"],
        &["for", "decades"],
        &["for", "centuries"],
        &["for", "generations"],
        &["for", "years"],
        &["historically"],
        &["traditionally"],
        &["has", "never"],
        &["have", "never"],
    ];
    let Some(words) = ways.iter().find(|words| take.find(words).is_some()) else {
        return;
    };
    let Some(clause) = take.sentence.clause.filter(|c| !take.points_back(*c)) else {
        return;
    };
    let Some(said) = take.clause_words(clause) else {
        return;
    };
    into.push(take.take(
        Attach::Precedent,
        format!("“{}”", words.join(" ")),
        58,
        Slots::from([("clause", said)]),
    ));
}
