//! Other ways, drawbacks, loaded words, attacks, and plain claims.

use whyproof_case::capital;

use crate::english::Shape;
use crate::material::{Attach, Material, Slots};

use super::stance::is_stance;
use super::take::Take;

/// *instead of B*, *rather than B*: a way not taken.
pub(crate) fn instead(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    for words in [
        &["instead", "of"][..],
        &["rather", "than"],
        &["as", "opposed", "to"],
        &["alternative", "to"],
    ] {
        let Some(at) = take.find(words) else { continue };
        let from = at + words.len();
        let Some(first) = tokens.get(from) else {
            return;
        };
        let (way, end) = match take.phrase(from) {
            Some(found) if !first.lower.ends_with("ing") => found,
            _ if first.lower.ends_with("ing") && first.lower.len() > 5 => {
                let end = crate::english::noun_phrase(tokens, from + 1).unwrap_or(from + 1);
                match take.words(from, end) {
                    Some(slot) if end > from + 1 => (slot, end),
                    _ => return,
                }
            }
            _ => return,
        };
        let bare = end == from + 1
            && !first.lower.ends_with('s')
            && !first.capital
            && first.shape == Shape::Word;
        if end - from > 10 || bare {
            return;
        }
        let mut slots = Slots::from([("alternative", way)]);
        if let Some(clause) = take
            .clause(0, at)
            .filter(|c| !take.points_back(*c))
            .and_then(|c| take.clause_words(c))
        {
            slots.insert("clause", clause);
        }
        into.push(take.take(
            Attach::Alternative,
            format!("“{}”", words.join(" ")),
            62,
            slots,
        ));
        return;
    }
}

/// Words for what something costs.
const COSTS: &[&str] = &[
    "drawback",
    "downside",
    "disadvantage",
    "risk",
    "risks",
    "concern",
    "cost",
    "costs",
    "drawbacks",
    "downsides",
    "disadvantages",
    "break",
    "breaks",
    "breaking",
    "incompatible",
    "confusing",
    "confusion",
    "slower",
    "overhead",
    "vulnerability",
    "limitation",
    "caveat",
    "harder",
    "burden",
    "regression",
    "fail",
    "fails",
    "lose",
    "loses",
];
/// Words of headings under which drawbacks are admitted.
const HEADINGS: &[&str] = &[
    "drawback",
    "risk",
    "caveat",
    "limitation",
    "concern",
    "disadvantage",
    "backwards compat",
    "backward compat",
    "security",
];

/// A cost, a risk or a drawback that the text admits.
pub(crate) fn drawback(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let Some(clause) = take.sentence.clause.filter(|c| !take.points_back(*c)) else {
        return;
    };
    let section = HEADINGS
        .iter()
        .any(|word| take.sentence.heading.contains(word));
    let marker = tokens.iter().find(|t| t.any(COSTS));
    let marker = match (marker, section) {
        (Some(token), _) => format!("“{}”", token.lower),
        (None, true) => format!("the heading “{}”", capital(&take.sentence.heading)),
        _ => return,
    };
    let Some(said) = take.clause_words(clause) else {
        return;
    };
    let mut slots = Slots::from([("clause", said)]);
    if let Some(after) = of_drawback(take, clause.verb) {
        slots.insert("clause", after);
    }
    let mut material = take.take(
        Attach::Drawback,
        marker,
        if section { 66 } else { 54 },
        slots,
    );
    if section {
        material.facts.push("admitted");
    }
    into.push(material);
}

/// What follows *the drawback is that*.
fn of_drawback(take: &Take<'_>, verb: usize) -> Option<crate::material::Slot> {
    let tokens = take.tokens();
    let that = (verb..tokens.len().min(verb + 3)).find(|at| tokens[*at].is("that"))?;
    tokens[verb].any(&["is", "was"]).then_some(())?;
    let clause = take.clause(that + 1, tokens.len())?;
    take.clause_words(clause)
}

/// A term in quotation marks.
pub(crate) fn quoted(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    for (open, close) in [("“", "”"), ("\"", "\"")] {
        let Some(from) = tokens.iter().position(|t| t.is(open)) else {
            continue;
        };
        let Some(to) = (from + 1..tokens.len()).find(|at| tokens[*at].is(close)) else {
            continue;
        };
        let inside = &tokens[from + 1..to];
        let plain =
            inside.iter().all(|t| t.shape == Shape::Word) && (1..=4).contains(&inside.len());
        if !plain || inside[0].lower.len() < 4 || inside[0].capital && inside.len() > 1 {
            continue;
        }
        let Some(term) = take.words(from + 1, to) else {
            return;
        };
        let mut slots = Slots::from([("term", term)]);
        if let Some(clause) = take
            .sentence
            .clause
            .filter(|c| !take.points_back(*c))
            .and_then(|c| take.clause_words(c))
        {
            slots.insert("clause", clause);
        }
        into.push(take.take(Attach::Term, "quotation marks", 46, slots));
        return;
    }
}

const INSULTS: &[&str] = &[
    "liar",
    "liars",
    "hypocrite",
    "hypocrites",
    "fools",
    "fool",
    "idiots",
    "idiot",
    "ignorant",
    "corrupt",
    "racist",
    "racists",
    "xenophobia",
    "bigots",
    "stupid",
    "lies",
    "lying",
    "greedy",
    "selfish",
    "lazy",
    "cowards",
    "crooks",
    "hypocritical",
    "dishonest",
    "criminals",
    "thugs",
    "clueless",
    "evil",
    "elitist",
    "incompetent",
    "out-of-touch",
    "biased",
    "hypocrisy",
];

/// An attack on those who disagree.
pub(crate) fn attacked(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let Some(token) = tokens.iter().find(|t| t.any(INSULTS)) else {
        return;
    };
    let Some(clause) = take.sentence.clause.filter(|c| !take.points_back(*c)) else {
        return;
    };
    let (Some(subject), Some(words)) = (take.subject(clause), take.clause_words(clause)) else {
        return;
    };
    into.push(take.take(
        Attach::Person,
        format!("“{}”", token.lower),
        60,
        Slots::from([("group", subject), ("clause", words)]),
    ));
}

/// A plain statement that somebody may doubt: what it says, without a marker.
pub(crate) fn claimed(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let Some(clause) = take.sentence.clause else {
        return;
    };
    let size = clause.to - clause.from;
    if !(4..=22).contains(&size)
        || tokens[clause.subject.0]
            .any(&["i", "i'm", "i've", "there", "you", "we'll", "i'll", "i'd"])
        || is_stance(tokens, clause)
    {
        return;
    }
    let Some(words) = take.clause_words(clause) else {
        return;
    };
    let mut slots = Slots::from([("clause", words)]);
    if let Some(subject) = take.subject(clause) {
        slots.insert("subject", subject);
    }
    let mut material = take.take(Attach::Claim, "a plain statement", 44, slots);
    let first = &tokens[clause.subject.0];
    if take.points_back(clause) || first.any(&["you", "there", "i", "you're", "there's"]) {
        material.weight = material.weight.saturating_sub(22).max(1);
    }
    into.push(material);
}
