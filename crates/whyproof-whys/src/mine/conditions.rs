//! Conditions and purposes.

use crate::english::{Class, base_follows, class, gerund, is_adverb, noun_phrase};
use crate::material::{Attach, Material, Slots};

use super::take::Take;

/// *If A, then B*; *B if A*.
pub(crate) fn when_if(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let Some(at) = take.find_any(&["if", "unless"]) else {
        return;
    };
    if tokens[..at].last().is_some_and(|t| {
        t.any(&[
            "even", "as", "only", "what", "and", "whether", "see", "know", "wonder", "ask",
            "unclear", "unknown",
        ])
    }) {
        return;
    }
    let lead = crate::english::skip_leads(tokens, 0, tokens.len());
    let (condition, consequence) = if at == lead || at == 0 {
        let Some(comma) = (at + 3..tokens.len()).find(|i| tokens[*i].is(",")) else {
            return;
        };
        let then = comma + 1 + usize::from(tokens.get(comma + 1).is_some_and(|t| t.is("then")));
        (take.clause(at + 1, comma), take.clause(then, tokens.len()))
    } else {
        (take.clause(at + 1, tokens.len()), take.clause(0, at))
    };
    let (Some(condition), Some(consequence)) = (condition, consequence) else {
        return;
    };
    let empty = tokens[consequence.subject.0].any(&["it", "it's", "there"]);
    let spliced = empty
        || tokens[condition.from..condition.to]
            .iter()
            .any(|t| t.is(","));
    if spliced || (take.points_back(condition) && take.points_back(consequence)) {
        return;
    }
    let (Some(if_words), Some(then_words)) =
        (take.clause_words(condition), take.clause_words(consequence))
    else {
        return;
    };
    let word = tokens[at].lower.clone();
    let mut material = take.take(
        Attach::Conditional,
        format!("“{word}”"),
        60,
        Slots::from([("condition", if_words), ("consequence", then_words)]),
    );
    if word == "unless" {
        material.facts.push("unless");
    }
    if tokens[consequence.verb].any(&["will", "would", "won't"]) {
        material.facts.push("slope");
    }
    into.push(material);
}

/// Base forms of what is wanted: *to avoid B*.
const GOALS: &[&str] = &[
    "avoid",
    "prevent",
    "ensure",
    "reduce",
    "improve",
    "increase",
    "protect",
    "save",
    "minimize",
    "minimise",
    "eliminate",
    "encourage",
    "stop",
    "simplify",
    "speed",
    "lower",
    "help",
    "keep",
    "make",
    "allow",
    "enable",
    "support",
    "discourage",
    "achieve",
];
/// Words that take an infinitive of their own: *need to reduce* tells no purpose.
const TAKES_TO: &[&str] = &[
    "need",
    "needs",
    "want",
    "wants",
    "have",
    "has",
    "try",
    "tries",
    "going",
    "able",
    "ought",
    "used",
    "how",
    "is",
    "are",
    "was",
    "were",
    "hard",
    "easy",
    "like",
    "proposes",
    "propose",
    "possible",
    "way",
    "not",
    "difficult",
    "necessary",
    "impossible",
    "important",
    "likely",
    "useful",
    "harder",
    "easier",
    "seems",
    "unlikely",
    "supposed",
];
/// Goals whose noun phrase is not the whole of them: *to help users find it*.
const HALF: &[&str] = &[
    "allow",
    "enable",
    "help",
    "encourage",
    "make",
    "keep",
    "speed",
];

/// *to avoid B*, *in order to B*, *to ensure that B*.
pub(crate) fn in_order_to(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let Some((at, end)) = purpose(take) else {
        return;
    };
    let base = tokens[at].lower.as_str();
    let Some(goal) = take.words(at, end) else {
        return;
    };
    let Some(rest) = goal.text.strip_prefix(base) else {
        return;
    };
    let mut reaching = goal.clone();
    reaching.text = format!("{}{rest}", gerund(base));
    let mut slots = Slots::from([("goal", goal), ("reaching", reaching)]);
    let order = tokens[at - 1].is("to") && at >= 3 && tokens[at - 2].is("order");
    let before = if order { at - 3 } else { at - 1 };
    if let Some(clause) = take.clause(0, before)
        && !take.points_back(clause)
        && let Some(means) = take.clause_words(clause)
    {
        slots.insert("means", means);
    }
    into.push(take.take(Attach::Purpose, format!("“to {base}”"), 56, slots));
}

/// The goal: its base form, and one past its noun phrase.
fn purpose(take: &Take<'_>) -> Option<(usize, usize)> {
    let tokens = take.tokens();
    let ordered = take.find(&["in", "order", "to"]).map(|at| at + 3);
    let place = ordered.or_else(|| {
        (2..tokens.len()).find(|at| {
            tokens[*at].any(GOALS) && tokens[at - 1].is("to") && !tokens[at - 2].any(TAKES_TO)
        })
    });
    let at = place.filter(|at| base_follows(tokens, *at))?;
    let end = noun_phrase(tokens, at + 1)?;
    let closed = tokens.get(end).is_none_or(|t| {
        !t.is_wordy()
            || matches!(
                class(&t.lower),
                Class::Preposition | Class::Coordinator | Class::Subordinator | Class::Question
            )
    });
    let open = tokens[at].is("ensure")
        && tokens
            .get(end)
            .is_some_and(|t| t.any(&["from", "to", "that", "who", "which", "if", "when"]));
    let whole = closed && !open && !is_adverb(&tokens[at].lower) && end - at <= 12;
    let names = !tokens[end - 1].any(&["it", "them", "this", "that", "us", "so"]);
    (whole && names && !tokens[at].any(HALF)).then_some((at, end))
}
