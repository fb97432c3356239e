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

/// *to avoid B*, *in order to B*, *to ensure that B*.
pub(crate) fn in_order_to(take: &Take<'_>, into: &mut Vec<Material>) {
    let tokens = take.tokens();
    let goals = [
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
    let place = take
        .find(&["in", "order", "to"])
        .map(|at| at + 3)
        .or_else(|| {
            (2..tokens.len()).find(|at| {
                tokens[*at].any(&goals)
                    && tokens[at - 1].is("to")
                    && !tokens[at - 2].any(&[
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
                        "want",
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
                    ])
            })
        });
    let Some(at) = place.filter(|at| base_follows(tokens, *at)) else {
        return;
    };
    let Some(end) = noun_phrase(tokens, at + 1) else {
        return;
    };
    let closed = tokens.get(end).is_none_or(|t| {
        !t.is_wordy()
            || matches!(
                class(&t.lower),
                Class::Preposition | Class::Coordinator | Class::Subordinator | Class::Question
            )
    });
    if !closed
        || is_adverb(&tokens[at].lower)
        || end - at > 12
        || tokens
            .get(end)
            .is_some_and(|t| t.any(&["from", "to", "that", "who", "which", "if", "when"]))
            && tokens[at].any(&[
                "allow",
                "enable",
                "help",
                "encourage",
                "make",
                "keep",
                "ensure",
            ])
    {
        return;
    }
    let base = tokens[at].lower.clone();
    if [
        "allow",
        "enable",
        "help",
        "encourage",
        "make",
        "keep",
        "speed",
    ]
    .contains(&base.as_str())
    {
        return;
    }
    if tokens[end - 1].any(&["it", "them", "this", "that", "us", "so"]) {
        return;
    }
    let Some(goal) = take.words(at, end) else {
        return;
    };
    let Some(rest) = goal.text.strip_prefix(base.as_str()) else {
        return;
    };
    let mut reaching = goal.clone();
    reaching.text = format!("{}{rest}", gerund(&base));
    let mut slots = Slots::from([("goal", goal), ("reaching", reaching)]);
    if let Some(clause) = take.clause(
        0,
        if tokens[at - 1].is("to") && at >= 3 && tokens[at - 2].is("order") {
            at - 3
        } else {
            at - 1
        },
    ) && !take.points_back(clause)
        && let Some(means) = take.clause_words(clause)
    {
        slots.insert("means", means);
    }
    into.push(take.take(Attach::Purpose, format!("“to {base}”"), 56, slots));
}
