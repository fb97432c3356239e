//! Who says so: people, studies, signs.

use crate::english::{Class, class};
use crate::material::{Attach, Material, Slots};

use super::take::Take;

const SAYS: &[&str] = &[
    "said",
    "says",
    "say",
    "argues",
    "argued",
    "argue",
    "claims",
    "claimed",
    "claim",
    "believes",
    "warned",
    "warns",
    "reports",
    "reported",
    "testified",
    "noted",
    "notes",
    "announced",
    "admitted",
    "confirmed",
    "stated",
    "states",
    "insists",
    "insisted",
    "predicts",
    "predicted",
    "estimates",
    "estimated",
    "recommends",
];
const SHOWS: &[&str] = &[
    "show",
    "shows",
    "showed",
    "shown",
    "suggest",
    "suggests",
    "suggested",
    "found",
    "find",
    "finds",
    "indicate",
    "indicates",
    "indicated",
    "prove",
    "proves",
    "proved",
    "demonstrate",
    "demonstrates",
    "demonstrated",
    "tell",
    "tells",
    "reveal",
    "reveals",
    "revealed",
    "confirm",
    "confirms",
    "mean",
    "means",
];
const STUDIES: &[&str] = &[
    "study",
    "studies",
    "research",
    "data",
    "evidence",
    "survey",
    "surveys",
    "poll",
    "polls",
    "statistics",
    "report",
    "reports",
    "experts",
    "scientists",
    "economists",
    "benchmarks",
    "numbers",
    "figures",
    "science",
    "history",
    "experience",
    "analysis",
    "experiments",
    "measurements",
    "trial",
    "trials",
    "article",
    "paper",
    "feedback",
];

/// *X said that …*.
pub(crate) fn says(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let Some(clause) = take.sentence.clause.filter(|c| tokens[c.verb].any(SAYS)) else {
        return;
    };
    let mut said = clause.verb + 1;
    if tokens.get(said).is_some_and(|t| t.is("that")) {
        said += 1;
    }
    let first = &tokens[clause.subject.0];
    if first.any(&["i", "we", "it", "you", "this", "that", "there", "one"])
        || tokens[clause.subject.0..clause.subject.1].iter().any(|t| {
            t.any(&[
                "author", "authors", "document", "rfc", "pep", "kep", "section", "i", "we",
            ])
        })
        || tokens
            .get(said)
            .is_some_and(|t| class(&t.lower) == Class::To)
    {
        return;
    }
    let (Some(authority), Some(said)) = (take.subject(clause), take.clause(said, tokens.len()))
    else {
        return;
    };
    let Some(said) = take.clause_words(said) else {
        return;
    };
    let study = tokens[clause.subject.0..clause.subject.1]
        .iter()
        .any(|t| t.any(STUDIES));
    let attach = if study {
        Attach::Study
    } else {
        Attach::Authority
    };
    into.push(take.take(
        attach,
        format!("“{}”", tokens[clause.verb].lower),
        64,
        Slots::from([("authority", authority), ("clause", said)]),
    ));
}

/// *According to X, …*.
pub(crate) fn according_to(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let Some(at) = take.find(&["according", "to"]) else {
        return;
    };
    let Some((authority, end)) = take.phrase(at + 2) else {
        return;
    };
    let said = if at == 0 {
        take.clause(end, tokens.len())
            .or_else(|| take.clause(end + 1, tokens.len()))
    } else {
        take.clause(0, at)
    };
    let Some(said) = said.and_then(|clause| take.clause_words(clause)) else {
        return;
    };
    into.push(take.take(
        Attach::Authority,
        "“according to”",
        66,
        Slots::from([("authority", authority), ("clause", said)]),
    ));
}

/// *Studies show that …*; *this means that …*, which is a sign.
pub(crate) fn shows(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let Some(clause) = take.sentence.clause else {
        return;
    };
    let mut at = clause.verb;
    if tokens[at].any(&["has", "have", "had"]) {
        at = super::take::past_adverbs(tokens, at + 1);
    }
    if !tokens.get(at).is_some_and(|t| t.any(SHOWS))
        || !tokens
            .get(at + 1)
            .is_some_and(|t| t.is("that") || t.is("us"))
    {
        return;
    }
    let from = if tokens[at + 1].is("us") {
        at + 3
    } else {
        at + 2
    };
    let Some(said) = take
        .clause(from, tokens.len())
        .and_then(|c| take.clause_words(c))
    else {
        return;
    };
    let Some(subject) = take.subject(clause) else {
        return;
    };
    let study = !tokens[at].is("means")
        && tokens[clause.subject.0..clause.subject.1]
            .iter()
            .any(|t| t.any(STUDIES));
    let (attach, slot) = if study {
        (Attach::Study, "authority")
    } else {
        (Attach::Sign, "sign")
    };
    into.push(take.take(
        attach,
        format!("“{}”", tokens[at].lower),
        68,
        Slots::from([(slot, subject), ("clause", said)]),
    ));
}
