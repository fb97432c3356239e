//! The moment at which it hurts: a clause of time, a time of the day or week, a turn, or a scene.

use super::lexicon::{self, EVENTS, FUNCTION, MONTHS, SEASONS, TURNS, VAGUE_MOMENT, WEEKDAYS};
use super::quantity::{Unit, quantities, unit};
use super::tokens::{Hit, Token, any_at, before, clause, clause_end, is_any, surer, word};

/// Words that open a clause of time.
const OPENERS: &[&str] = &[
    "as soon as",
    "the moment",
    "by the time",
    "the night before",
    "the day before",
    "the day after",
    "on the way",
    "in the middle of",
    "halfway through",
    "right after",
    "right before",
    "just before",
    "just after",
    "in front of",
    "when",
    "whenever",
    "after",
    "before",
];

/// What follows an opener and names no moment.
const NO_MOMENT: &[&str] = &[
    "it comes to",
    "all",
    "long",
    "that",
    "this",
    "now",
    "we",
    "our",
    "needed",
    "necessary",
    "possible",
    "compared",
    "i",
    "then",
];

pub(super) fn find(tokens: &[Token]) -> Option<Hit> {
    let mut best = None;
    for at in 0..tokens.len() {
        best = surer(best, opened(tokens, at));
        best = surer(best, timed(tokens, at));
        best = surer(best, turn(tokens, at));
        if best.is_some_and(|hit: Hit| hit.score == 3) {
            return best;
        }
    }
    best = surer(best, later(tokens));
    surer(best, scene(tokens))
}

/// *When the result is ready*, *after each test*, *while she is in a queue*.
fn opened(tokens: &[Token], at: usize) -> Option<Hit> {
    let mut extra: &[&str] = OPENERS;
    if matches!(word(tokens, at), "while" | "during" | "once" | "upon") {
        extra = &["while", "during", "once", "upon"];
        let no = matches!(before(tokens, at, 1), "a" | "at" | "for" | "than" | "more");
        let often = matches!(
            word(tokens, at + 1),
            "a" | "per" | "every" | "again" | "more" | "in"
        );
        if no || (word(tokens, at) == "once" && often) {
            return None;
        }
    }
    let len = any_at(tokens, at, extra)?;
    let from = at + len;
    if tokens[from - 1].stop || any_at(tokens, from, NO_MOMENT).is_some() || from >= tokens.len() {
        return None;
    }
    // Two hours after: `later` reads it.
    if unit(before(tokens, at, 1)) == Some(Unit::Time) && len == 1 {
        return None;
    }
    let to = clause_end(tokens, from);
    let says = tokens[from..to].iter().take(8).any(|token| {
        !FUNCTION.contains(token.word.as_str()) && !VAGUE_MOMENT.contains(token.word.as_str())
    });
    // "After eight days" is a stretch of time: a moment that is told otherwise is surer.
    let counted = lexicon::number_word(word(tokens, from)).is_some()
        || word(tokens, from).starts_with(|c: char| c.is_ascii_digit());
    let stretch = counted && len == 1 && unit(word(tokens, from + 1)) == Some(Unit::Time);
    says.then(|| clause(tokens, at, from, if stretch { 1 } else { 3 }))
}

/// *On Mondays*, *at half past seven in the morning*, *every evening*, *in winter*, *at night*.
fn timed(tokens: &[Token], at: usize) -> Option<Hit> {
    let opener = word(tokens, at);
    if !is_any(opener, "on at in every each by over around") {
        return None;
    }
    let to = clause_end(tokens, at).min(at + 7);
    let last = at + 1;
    for i in last..to {
        let now = word(tokens, i);
        let day = WEEKDAYS.contains(now);
        if (SEASONS.contains(now) || day) && opener != "over" {
            let dated = MONTHS.contains(word(tokens, i + 1))
                || (day && matches!(before(tokens, i, 1), "one" | "last"));
            let past =
                matches!(before(tokens, i, 1), "last" | "next" | "this") || opener == "by" && day;
            return (!dated && !past).then(|| clause(tokens, at, i, 2));
        }
        let clock = matches!(opener, "at" | "around" | "by") && i == last && is_clock(tokens, i);
        if clock {
            return Some(clause(tokens, at, i, 2));
        }
        let inner = is_any(
            now,
            "the a an most some many first last early late cold school busy and four five
             three two six of half past saturday working their her his deep end start",
        );
        if !inner {
            break;
        }
    }
    edge(tokens, at)
}

/// *On her first day*, *at the end of every month*, *at the start of the shift*.
fn edge(tokens: &[Token], at: usize) -> Option<Hit> {
    let mut i = at + 1;
    while is_any(word(tokens, i), "the their her his a my very") {
        i += 1;
    }
    let edges = ["first", "last", "end", "start", "beginning", "moment"];
    if !edges.contains(&word(tokens, i)) || matches!(word(tokens, at), "over" | "by") {
        return None;
    }
    let of = word(tokens, i + 1) == "of";
    let vague = any_at(
        tokens,
        at,
        &[
            "at the end of the day",
            "at the moment",
            "in the end",
            "in the first place",
        ],
    );
    let long = matches!(
        word(tokens, i + 1),
        "year" | "years" | "quarter" | "decade" | "term" | "month"
    ) && word(tokens, at) == "in"
        && !of;
    let named = unit(word(tokens, i + 1)) == Some(Unit::Time)
        || (of && i + 2 < tokens.len())
        || TURNS.contains(word(tokens, i + 1));
    let day = word(tokens, i + 1) == "day"
        || matches!(word(tokens, i + 1), "minute" | "minutes" | "week" | "hour");
    (vague.is_none() && !long && named && (of || day)).then(|| clause(tokens, at, i + 1, 2))
}

/// A time of the day: *seven*, *half past*, *10:30*, *noon*, *the end*.
fn is_clock(tokens: &[Token], at: usize) -> bool {
    let now = word(tokens, at);
    let hour = lexicon::number_word(now).is_some_and(|value| (1.0..=12.0).contains(&value));
    let digits = now.split_once([':', '.']).is_some_and(|(hour, minutes)| {
        hour.len() <= 2 && minutes.len() >= 2 && hour.bytes().all(|b| b.is_ascii_digit())
    }) || now.ends_with("am")
        || now.ends_with("pm") && now.starts_with(|c: char| c.is_ascii_digit());
    let next = word(tokens, at + 1);
    let named = any_at(
        tokens,
        at,
        &[
            "half past",
            "a quarter to",
            "a quarter past",
            "quarter past",
            "quarter to",
        ],
    );
    let counted = hour
        && !tokens[at].stop
        && !next.is_empty()
        && !is_any(next, "in and o'clock at or they the");
    named.is_some() || digits || (hour && !counted)
}

/// *At the checkout*, *on arrival*, *in the queue at the door*.
fn turn(tokens: &[Token], at: usize) -> Option<Hit> {
    if !matches!(word(tokens, at), "at" | "on" | "upon") {
        return None;
    }
    let to = clause_end(tokens, at).min(at + 5);
    for i in at + 1..to {
        if TURNS.contains(word(tokens, i)) {
            return Some(clause(tokens, at, i, 2));
        }
        let inner = i == at + 1 || !FUNCTION.contains(word(tokens, i));
        if !inner {
            return None;
        }
    }
    None
}

/// *Two or three days later*, *an hour after the operation*, *weeks later*.
fn later(tokens: &[Token]) -> Option<Hit> {
    let word_at = |i: usize| word(tokens, i);
    let loose = (0..tokens.len()).find_map(|i| {
        let first = i == 0 && unit(word_at(0)) == Some(Unit::Time) && word_at(1) == "later";
        first.then(|| clause(tokens, 0, 1, 2))
    });
    loose.or_else(|| {
        quantities(tokens)
            .iter()
            .filter(|quantity| quantity.unit == Unit::Time)
            .find(|quantity| matches!(word_at(quantity.to), "later" | "after" | "before"))
            .filter(|quantity| word_at(quantity.to) == "later" || quantity.to + 1 < tokens.len())
            .map(|quantity| clause(tokens, quantity.from, quantity.to, 2))
    })
}

/// One person doing one thing: *somebody … gives a sample*; or people who arrive, leave or start.
fn scene(tokens: &[Token]) -> Option<Hit> {
    let first = word(tokens, 0);
    let one = matches!(first, "somebody" | "someone" | "a" | "an" | "she" | "he");
    let plain = [
        "arrive", "upgrade", "cross", "board", "land", "return", "wake", "renew", "enrol",
    ];
    for at in 1..tokens.len().min(24) {
        let now = word(tokens, at);
        let determined = FUNCTION.contains(before(tokens, at, 1))
            && !matches!(
                before(tokens, at, 1),
                "who" | "that" | "they" | "she" | "he"
            );
        let noun = determined || lexicon::may_be_people(now) || lexicon::is_people(now);
        if one
            && !noun
            && now.ends_with('s')
            && now.len() > 3
            && lexicon::verb(&EVENTS, now)
            && !matches!(now, "needs" | "finds")
        {
            return Some(clause(tokens, at, at, 3));
        }
        if !noun && plain.contains(&now) && !tokens[at - 1].stop {
            return Some(clause(tokens, at, at, 1));
        }
    }
    None
}
