//! How bad it is: time, money, distance and amounts that it costs, and consequences that are plain.

use super::lexicon::{CONSEQUENCES, FOUND_OUT, SEASONS, WEEKDAYS};
use super::quantity::{Quantity, Unit, quantities};
use super::tokens::{
    Hit, Token, any, any_at, around, before, clause_end, clause_start, is_any, surer, word,
};

/// Words beside a time or a distance that make it a cost.
const COSTS: &[&str] = &[
    "take",
    "takes",
    "took",
    "taking",
    "spend",
    "spends",
    "spent",
    "spending",
    "wait",
    "waits",
    "waited",
    "waiting",
    "lose",
    "loses",
    "lost",
    "losing",
    "cost",
    "costs",
    "costing",
    "waste",
    "wastes",
    "wasted",
    "delay",
    "delays",
    "delayed",
    "late",
    "longer",
    "queue",
    "queues",
    "queued",
    "stand",
    "stands",
    "walk",
    "walks",
    "walked",
    "drive",
    "drives",
    "drove",
    "travel",
    "travels",
    "extra",
    "away",
    "down",
    "off",
    "overtime",
    "behind",
    "lasts",
    "lasted",
    "hunt",
    "hunting",
    "median",
    "search",
    "searching",
    "needs",
    "closed",
    "without",
    "writing",
    "read",
];

/// Words for a consequence in more than one.
const PLAIN: &[&str] = &[
    "out of stock",
    "poured away",
    "thrown away",
    "throw away",
    "throws away",
    "threw away",
    "goes without",
    "go without",
    "went without",
    "never comes back",
    "never came back",
    "lose their",
    "loses her",
    "loses his",
    "lost their",
    "lost money",
    "left without",
    "have left",
    "has left",
    "taken to hospital",
    "emergency room",
    "had missed",
    "gets neither",
    "may carry",
    "may get no",
    "started late",
    "a day late",
    "a day too late",
    "it hurts those",
    "off sick",
    "end of the queue",
    "back of the queue",
    "pay twice",
    "pays twice",
    "pay again",
    "pays again",
];

pub(super) fn find(tokens: &[Token]) -> Option<Hit> {
    let mut best = None;
    for quantity in quantities(tokens) {
        best = surer(best, cost(tokens, &quantity));
    }
    best = surer(best, stretch(tokens));
    best = surer(
        best,
        any(tokens, PLAIN).map(|(at, len)| around(tokens, at + len - 1, 2)),
    );
    best = surer(best, loses(tokens));
    best = surer(best, forgoes(tokens));
    let plain = (0..tokens.len()).find(|&at| {
        CONSEQUENCES.contains(word(tokens, at))
            && !matches!(before(tokens, at, 1), "no" | "the" | "a" | "county" | "our")
    });
    surer(best, plain.map(|at| around(tokens, at, 2)))
}

fn cost(tokens: &[Token], quantity: &Quantity) -> Option<Hit> {
    let from = clause_start(tokens, quantity.from);
    let to = clause_end(tokens, quantity.to - 1);
    let beside = |words: &[&str]| (from..to).any(|at| any_at(tokens, at, words).is_some());
    let hit = |score| Some(around(tokens, quantity.to - 1, score));
    match quantity.unit {
        Unit::Money => {
            let wanted = beside(&[
                "per share",
                "revenue",
                "budget",
                "profit",
                "raised",
                "worth of funding",
            ]);
            hit(if wanted { 1 } else { 3 })
        }
        // How long something was watched is how it is known.
        Unit::Time if studied(tokens, from, quantity.from) => None,
        Unit::Time => {
            let span = matches!(
                word(tokens, quantity.to),
                "ago" | "later" | "old" | "before" | "after"
            ) && !tokens[quantity.to - 1].stop;
            let bounds = is_any(
                before(tokens, quantity.from, 1),
                "within last past every next first in since over",
            ) && !beside(&["takes", "took", "takes them"]);
            let rate = matches!(word(tokens, quantity.to), "a" | "per" | "of")
                && matches!(
                    word(tokens, quantity.to + 1),
                    "week" | "year" | "month" | "the"
                );
            let rate = rate
                && word(tokens, quantity.to.saturating_sub(1)) == "days"
                && !beside(&["lose", "lost", "takes"]);
            let more = is_any(before(tokens, quantity.from, 1), "another extra further");
            if !span && !bounds && !rate && (more || beside(COSTS)) {
                hit(3)
            } else {
                None
            }
        }
        Unit::Distance
            if beside(&[
                "live", "lives", "walk", "walks", "walked", "drive", "drives", "drove", "travel",
                "travels", "carry", "carries", "walking", "detour",
            ]) =>
        {
            hit(2)
        }
        Unit::Amount
            if beside(&[
                "lost", "lose", "loses", "waste", "wasted", "away", "each", "poured", "read",
                "a day",
            ]) =>
        {
            hit(2)
        }
        _ => None,
    }
}

/// *Lose jobs*, *had lost at least one customer*.
fn loses(tokens: &[Token]) -> Option<Hit> {
    let at = (0..tokens.len()).find(|&at| {
        let lose = matches!(word(tokens, at), "lose" | "loses" | "lost" | "losing");
        lose && (at + 1..at + 5).any(|i| {
            is_any(
                word(tokens, i),
                "job jobs money customer customers income wage wages home homes place places
             deposit work sale sales order orders savings sight",
            )
        })
    })?;
    Some(around(tokens, (at + 2).min(tokens.len() - 1), 2))
}

/// *They lose the book*, *she gives up her place*, *they spend Saturday driving in*.
fn forgoes(tokens: &[Token]) -> Option<Hit> {
    let at = (0..tokens.len()).find(|&at| {
        let now = word(tokens, at);
        let next = word(tokens, at + 1);
        // What we lose is not what it costs them.
        if tokens[at].stop || is_any(before(tokens, at, 1), "we i to the a") {
            return false;
        }
        let own = |at: usize| is_any(word(tokens, at), "the their her his");
        match now {
            "spend" | "spends" | "spent" => (at + 1..at + 4)
                .any(|i| WEEKDAYS.contains(word(tokens, i)) || SEASONS.contains(word(tokens, i))),
            "lose" | "loses" | "forfeit" | "forfeits" => {
                let vague = is_any(
                    word(tokens, at + 2),
                    "interest track trust patience overview way will thread",
                );
                own(at + 1) && !vague && at + 2 < tokens.len()
            }
            "give" | "gives" => {
                next == "up"
                    && is_any(word(tokens, at + 2), "their her his")
                    && !tokens[at + 1].stop
            }
            _ => false,
        }
    })?;
    Some(around(tokens, (at + 2).min(tokens.len() - 1), 2))
}

/// Whether somebody found out between `from` and `to`.
fn studied(tokens: &[Token], from: usize, to: usize) -> bool {
    (from..to).any(|at| {
        FOUND_OUT.contains(word(tokens, at))
            && (matches!(before(tokens, at, 1), "we" | "i")
                || word(tokens, at) == "sat"
                || word(tokens, at) == "stood"
                || word(tokens, at) == "followed")
    })
}

/// Times in words without a number: *for a third of an hour*, *a day and a half*, *half the shift*.
fn stretch(tokens: &[Token]) -> Option<Hit> {
    const TIMES: &[&str] = &[
        "of an hour",
        "half an hour",
        "an hour",
        "a day and a half",
        "a whole day",
        "half a day",
        "a week",
        "hours",
        "days",
        "weeks",
        "a month",
        "months",
        "all morning",
        "a day",
    ];
    (0..tokens.len()).find_map(|at| {
        let len = any_at(tokens, at, TIMES)?;
        let (from, to) = (clause_start(tokens, at), clause_end(tokens, at));
        let verb = (from..to).any(|i| {
            is_any(
                word(tokens, i),
                "takes took take lose loses lost spend spends spent wait waits waited costs
             longer waste wastes",
            )
        });
        let rate = at > from
            && is_any(
                before(tokens, at, 1),
                "times twice once within in last every",
            );
        (verb && !rate && !studied(tokens, from, at)).then(|| around(tokens, at + len - 1, 2))
    })
}
