//! What should be done, what is proposed, what is good or bad, what is forbidden.

use crate::english::{Class, Clause, Token, base_follows, class, gerund, is_adverb};
use crate::material::{Attach, Material, Slot, Slots};

use super::take::{Take, past_adverbs};

/// *A should B*, *A must B*, *A needs to B*.
pub(crate) fn should(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let Some(clause) = take.sentence.clause.filter(|c| !take.points_back(*c)) else {
        return;
    };
    let verb = &tokens[clause.verb];
    let modal = verb.any(&["should", "must", "shouldn't", "shall"]);
    let got = verb.any(&[
        "have", "has", "we've", "i've", "they've", "you've", "he's", "she's", "it's",
    ]) && tokens.get(clause.verb + 1).is_some_and(|t| t.is("got"))
        && tokens.get(clause.verb + 2).is_some_and(|t| t.is("to"));
    if got {
        return got_to(take, clause, into);
    }
    let ought = verb.any(&["need", "needs", "have", "has", "ought"])
        && tokens.get(clause.verb + 1).is_some_and(|t| t.is("to"));
    if !(modal || ought) {
        return;
    }
    let action = if ought {
        clause.verb + 2
    } else {
        clause.verb + 1
    };
    if action >= clause.to || !base_follows(tokens, action) {
        return;
    }
    let Some(words) = take.clause_words(clause) else {
        return;
    };
    let mut slots = Slots::from([("clause", words)]);
    if let (Some(subject), Some(rest)) = (take.subject(clause), take.words(action, clause.to)) {
        slots.insert(
            "inverted",
            Slot {
                text: inverted(&verb.lower, &subject, &rest.text),
                span: take.sentence.span,
                plural: false,
            },
        );
        slots.insert("subject", subject);
        if !verb.is("shouldn't") && !tokens[action].any(&["not", "be", "never", "have"]) {
            doing(take, action, clause.to, &mut slots);
        }
    }
    let modal = slots.contains_key("inverted");
    let mut material = take.take(Attach::Proposal, format!("“{}”", verb.lower), 62, slots);
    if modal {
        material.facts.push("modal");
    }
    into.push(material);
}

/// *A should B* as a question, without its mark: *should A B*, *does A need to B*.
fn inverted(verb: &str, subject: &Slot, rest: &str) -> String {
    let who = &subject.text;
    let does = if subject.plural { "do" } else { "does" };
    match verb {
        "shouldn't" => format!("should {who} not {rest}"),
        "should" | "must" | "shall" => format!("{verb} {who} {rest}"),
        "ought" => format!("ought {who} to {rest}"),
        "has" | "have" => format!("{does} {who} have to {rest}"),
        _ => format!("{does} {who} need to {rest}"),
    }
}

/// *We've got to B*.
fn got_to(take: &Take<'_>, clause: Clause, into: &mut Vec<Material>) {
    let Some(words) = take.clause_words(clause) else {
        return;
    };
    let mut slots = Slots::from([("clause", words)]);
    doing(take, clause.verb + 3, clause.to, &mut slots);
    into.push(take.take(Attach::Proposal, "“got to”", 62, slots));
}

/// The action from its base form at `from`: `action`, and `doing`.
fn doing(take: &Take<'_>, from: usize, to: usize, slots: &mut Slots) {
    let tokens = take.tokens();
    let verb = past_adverbs(tokens, from);
    let Some(base) = tokens
        .get(verb)
        .filter(|t| !t.capital && verb < to && t.is_wordy())
    else {
        return;
    };
    let to = end_of_action(tokens, verb + 1, to);
    let (Some(mut action), true) = (take.words(verb, to), !base.lower.ends_with("ing")) else {
        return;
    };
    let rest = action
        .text
        .strip_prefix(base.lower.as_str())
        .unwrap_or("")
        .to_owned();
    if rest.is_empty() && verb + 1 != to {
        return;
    }
    let mut gerund_slot = action.clone();
    gerund_slot.text = format!("{}{rest}", gerund(&base.lower));
    action.plural = false;
    slots.insert("action", action);
    slots.insert("doing", gerund_slot);
}

/// Before a comma, or before *and* with another verb.
fn end_of_action(tokens: &[Token], from: usize, to: usize) -> usize {
    let ends = |at: usize| {
        let next = tokens.get(at + 1);
        let verb = next.is_some_and(|n| base_follows(tokens, at + 1) && !n.lower.ends_with('s'));
        tokens[at].is(",")
            || (tokens[at].any(&["and", "or", "but"]) && verb)
            || tokens[at].any(&["because", "if", "unless", "so", "while", "although"])
    };
    (from..to).find(|at| ends(*at)).unwrap_or(to)
}

/// *This RFC proposes to B*, *we propose Bing*, *this adds N*.
pub(crate) fn proposes(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let Some(at) = take
        .find_any(&[
            "proposes",
            "propose",
            "suggest",
            "recommend",
            "recommends",
            "suggests",
            "introduces",
            "adds",
            "urge",
        ])
        .filter(|at| *at <= 7)
    else {
        return;
    };
    let by = tokens[..at].iter().any(|t| {
        t.any(&[
            "we", "i", "this", "rfc", "pep", "kep", "proposal", "document",
        ])
    });
    if !by || at == 0 || tokens[at - 1].is("not") {
        return;
    }
    let end = end_of_phrase(take, at + 1);
    let mut slots = Slots::new();
    let Some(next) = tokens.get(at + 1) else {
        return;
    };
    if next.any(&["that", "the", "it"])
        && tokens
            .get(at + 2)
            .is_none_or(|t| !t.is_wordy() || next.is("that"))
    {
        return;
    }
    let weight = 78;
    if next.is("to") && base_follows(tokens, at + 2) {
        doing(take, at + 2, end, &mut slots);
    } else if next.lower.ends_with("ing") && next.lower.len() > 5 {
        if let Some(words) = take.words(at + 1, end) {
            slots.insert("doing", words);
        }
    } else if let Some((what, _)) = take.phrase(at + 1)
        && tokens[at].any(&["proposes", "propose", "introduces", "adds"])
    {
        slots.insert("thing", what);
    }
    if !slots.is_empty() {
        let mut material = take.take(
            Attach::Proposal,
            format!("“{}”", tokens[at].lower),
            weight,
            slots,
        );
        material.facts.push("central");
        into.push(material);
    }
}

/// One past the end of what is proposed: before a comma, a mark or a relative clause, at most 16 words on.
fn end_of_phrase(take: &Take<'_>, from: usize) -> usize {
    let tokens = take.tokens();
    let stop = |at: usize| {
        let token = &tokens[at];
        token.any(&[
            ",", ".", ":", ";", "(", "which", "so", "because", "while", "thus", "thereby", "!",
            "?", "–", "—",
        ]) || (token.is("that") && at > from + 1)
    };
    let end = (from + 1..tokens.len())
        .find(|at| stop(*at))
        .unwrap_or(tokens.len());
    let mut end = end.min(from + 18);
    while end > from + 1
        && (matches!(
            class(&tokens[end - 1].lower),
            Class::Preposition
                | Class::Determiner
                | Class::Coordinator
                | Class::To
                | Class::Subordinator
        ) || is_adverb(&tokens[end - 1].lower))
    {
        end -= 1;
    }
    end
}

const VALUES: &[&str] = &[
    "wrong",
    "right",
    "unfair",
    "fair",
    "dangerous",
    "immoral",
    "necessary",
    "unnecessary",
    "essential",
    "crucial",
    "critical",
    "important",
    "better",
    "best",
    "worst",
    "unacceptable",
    "ridiculous",
    "simple",
    "simpler",
    "easy",
    "easier",
    "obvious",
    "clear",
    "confusing",
    "useful",
    "useless",
    "safe",
    "unsafe",
    "desirable",
    "undesirable",
    "impossible",
    "difficult",
    "hard",
    "harder",
    "expensive",
    "cheap",
    "efficient",
    "inefficient",
    "sufficient",
    "insufficient",
    "bad",
    "good",
    "great",
    "terrible",
    "awful",
    "illegal",
    "reasonable",
    "unreasonable",
    "acceptable",
    "inconvenient",
    "convenient",
    "cumbersome",
    "problematic",
    "error-prone",
    "natural",
    "intuitive",
    "surprising",
    "rare",
    "common",
    "harmful",
    "harmless",
    "trivial",
    "negligible",
    "annoying",
    "tedious",
    "superior",
    "inferior",
    "justified",
    "unjustified",
    "irresponsible",
    "insane",
    "nonsense",
    "fragile",
    "brittle",
    "painful",
    "misleading",
    "sensible",
    "worth",
    "worthwhile",
    "ideal",
    "beneficial",
];

/// *A is dangerous*.
pub(crate) fn valued(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let Some(clause) = take.sentence.clause.filter(|c| !take.points_back(*c)) else {
        return;
    };
    if !tokens[clause.verb].any(&[
        "is", "are", "was", "were", "isn't", "aren't", "it's", "seems", "becomes",
    ]) {
        return;
    }
    let end = (clause.verb + 5).min(clause.to);
    let Some(at) = (clause.verb + 1..end).find(|at| tokens[*at].any(VALUES)) else {
        return;
    };
    let (Some(words), Some(value)) = (take.clause_words(clause), take.words(at, at + 1)) else {
        return;
    };
    let mut slots = Slots::from([("clause", words), ("value", value)]);
    let plain = (clause.verb + 1..at).all(|i| {
        tokens[i].any(&[
            "very",
            "so",
            "too",
            "quite",
            "really",
            "extremely",
            "simply",
            "just",
        ])
    });
    if let (Some(subject), true, true) =
        (take.subject(clause), plain, !tokens[clause.verb].is("it's"))
    {
        slots.insert("subject", subject);
    }
    let mut material = take.take(Attach::Value, format!("“{}”", tokens[at].lower), 58, slots);
    if tokens[clause.subject.0].any(&["it", "it's"]) {
        material.weight = material.weight.saturating_sub(4).max(1);
    }
    into.push(material);
}

const RESTRICTS: &[&str] = &[
    "ban",
    "prohibit",
    "forbid",
    "require",
    "force",
    "remove",
    "deprecate",
    "eliminate",
    "abolish",
    "restrict",
    "mandate",
    "disallow",
    "outlaw",
    "disable",
    "tax",
    "regulate",
    "repeal",
    "impose",
];

/// *to ban B*: what is taken from somebody.
pub(crate) fn restricted(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let place = (1..tokens.len()).find(|at| {
        tokens[*at].any(RESTRICTS)
            && tokens[at - 1].any(&["to", "should", "must", "will", "would", "we", "can", "not"])
    });
    let Some(at) = place.filter(|at| {
        !tokens[at.saturating_sub(2)..*at]
            .iter()
            .any(|t| t.any(&["not", "never"]))
    }) else {
        return;
    };
    let needs = tokens[at].is("require") && tokens[at - 1].any(&["will", "would", "can", "not"]);
    if needs && !take.sentences.short {
        return;
    }
    let Some((_, end)) = take.phrase(at + 1) else {
        return;
    };
    let mut slots = Slots::new();
    doing(take, at, end, &mut slots);
    if slots.len() == 2 {
        into.push(take.take(
            Attach::Restriction,
            format!("“{}”", tokens[at].lower),
            60,
            slots,
        ));
    }
}
