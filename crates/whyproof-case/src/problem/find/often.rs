//! How often it happens.

use super::lexicon::{self, CASES, FUNCTION, GENERIC, SEASONS, TURNS, WEEKDAYS};
use super::quantity::{Unit, quantities, unit};
use super::tokens::{Hit, Token, any, any_at, around, before, clause, is_any, surer, word};

const WORDS: &[&str] = &[
    "daily",
    "weekly",
    "monthly",
    "yearly",
    "hourly",
    "nightly",
    "annually",
    "fortnightly",
    "quarterly",
    "every time",
    "each time",
    "whenever",
    "most days",
    "most nights",
    "most evenings",
    "most mornings",
    "most weeks",
    "on most nights",
    "on most days",
    "on most evenings",
    "once in a",
    "time and again",
    "all day",
    "most months",
];

/// Times for which something is counted: *a week*, *per shift*.
const SPANS: &[&str] = &[
    "day",
    "week",
    "month",
    "year",
    "hour",
    "night",
    "shift",
    "quarter",
    "season",
    "term",
    "evening",
    "morning",
    "weekend",
    "minute",
    "fortnight",
    "semester",
];

pub(super) fn find(tokens: &[Token]) -> Option<Hit> {
    let mut best = any(tokens, WORDS).map(|(at, len)| clause(tokens, at, at + len - 1, 2));
    for at in 0..tokens.len() {
        best = surer(best, rate(tokens, at));
        best = surer(best, on_a_day(tokens, at));
        best = surer(best, each(tokens, at));
    }
    surer(best, happened(tokens))
}

/// *90 of them a night*, *twice a week*, *once per shift*, *7,000 a day*.
fn rate(tokens: &[Token], at: usize) -> Option<Hit> {
    let span = word(tokens, at + 1);
    if !matches!(word(tokens, at), "a" | "an" | "per" | "each" | "every")
        || !SPANS.contains(&span)
        || at == 0
    {
        return None;
    }
    // Twelve minutes an hour counts time, "a day late" a delay.
    let (mut from, mut counted) = (at, matches!(word(tokens, at), "per"));
    for back in 1..=at.min(5) {
        let now = before(tokens, at, back);
        if matches!(now, "than" | "within" | "for") {
            break;
        }
        let number =
            is_any(now, "once twice times dozens hundreds thousands several") || is_number(now);
        let next = word(tokens, at - back + 1);
        // "Five evenings a week" counts the evenings.
        let turns = back == 2
            && is_any(
                next,
                "evenings nights mornings afternoons days shifts weekends",
            )
            && !matches!(span, "day" | "hour" | "minute");
        if number && (turns || unit(next) != Some(Unit::Time)) {
            (from, counted) = (at - back, true);
            break;
        }
    }
    from = with_number(tokens, from);
    let price = counted && word(tokens, from).starts_with(['€', '$', '£']);
    (counted || matches!(word(tokens, at), "each" | "every"))
        .then(|| clause(tokens, from, at + 1, 3 - u8::from(price)))
}

/// *143 calls on an average weekday*, *12 falls on a bad night*.
fn on_a_day(tokens: &[Token], at: usize) -> Option<Hit> {
    if word(tokens, at) != "on" || !matches!(word(tokens, at + 1), "a" | "an" | "any" | "each") {
        return None;
    }
    let usual = is_any(
        word(tokens, at + 2),
        "average typical normal ordinary usual common busy quiet bad good single given school working",
    );
    let to = at + 2 + usize::from(usual);
    let day = word(tokens, to);
    let broken = tokens.get(at..to)?.iter().any(|token| token.stop);
    if broken || !(SPANS.contains(&day) || day == "weekday" || WEEKDAYS.contains(day)) {
        return None;
    }
    let counted = |back: &usize| {
        let counts = word(tokens, at - back + 1);
        is_number(before(tokens, at, *back)) && *back > 1 && unit(counts).is_none()
    };
    let from = at - (2..=5.min(at)).find(counted)?;
    Some(clause(tokens, with_number(tokens, from), to, 3))
}

/// The number before *times*, and a word such as *about* before a number.
fn with_number(tokens: &[Token], from: usize) -> usize {
    let times = matches!(
        word(tokens, from),
        "times" | "dozens" | "hundreds" | "thousands"
    );
    let numbered =
        times && (is_number(before(tokens, from, 1)) || before(tokens, from, 1) == "several");
    let from = from - usize::from(numbered);
    let about = is_any(
        before(tokens, from, 1),
        "about around some nearly almost roughly over up",
    );
    from - usize::from(about)
}

/// *Every Thursday*, *after each test*, *on Mondays*, *each return*.
fn each(tokens: &[Token], at: usize) -> Option<Hit> {
    let now = word(tokens, at);
    if WEEKDAYS.contains(now) && now.ends_with('s') {
        let back = usize::from(before(tokens, at, 1) == "on");
        return Some(clause(tokens, at - back, at, 2));
    }
    if SEASONS.contains(now) && now.ends_with('s') && WEEKDAYS.contains(before(tokens, at, 1)) {
        return Some(clause(tokens, at - 1, at, 2));
    }
    if now == "on" && happens_on(tokens, at) {
        return Some(around(tokens, at, 2));
    }
    if !matches!(now, "every" | "each") || tokens[at].stop || at + 1 >= tokens.len() {
        return None;
    }
    each_time(tokens, at).unwrap_or_else(|| each_case(tokens, at))
}

/// *Every evening*, *every 40 minutes*; *each hour costs* is a price.
fn each_time(tokens: &[Token], at: usize) -> Option<Option<Hit>> {
    let (next, after) = (word(tokens, at + 1), word(tokens, at + 2));
    let time = |w: &str| {
        unit(w) == Some(Unit::Time)
            || SPANS.contains(&w)
            || SEASONS.contains(w)
            || WEEKDAYS.contains(w)
    };
    let steps = is_number(next) || is_any(next, "few other second single school working");
    if time(next) && matches!(after, "costs" | "of" | "lost" | "that") {
        return Some(None);
    }
    (time(next) || (steps && time(after))).then(|| Some(clause(tokens, at, at + 1, 2)))
}

/// *Each return*, *after each test*.
fn each_case(tokens: &[Token], at: usize) -> Option<Hit> {
    let next = word(tokens, at + 1);
    let case = CASES.contains(format!("{next}s").as_str())
        || TURNS.contains(next)
        || is_any(
            next,
            "test meal round sale trip class lesson batch purchase move use harvest game match training handover
             transfer run",
        );
    let previous = before(tokens, at, 1);
    let after = matches!(previous, "after" | "before" | "at" | "during");
    let opens = after || matches!(previous, "" | "with" | "and" | "that");
    let person = lexicon::is_people(next) || GENERIC.contains(next) || FUNCTION.contains(next);
    (case && opens && !person).then(|| clause(tokens, at - usize::from(after), at + 1, 2))
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) || lexicon::number_word(word).is_some()
}

/// *On four evenings of five*, *on 60 days of the year*, *on each of five evenings*.
fn happens_on(tokens: &[Token], at: usize) -> bool {
    let from = at + 1 + 2 * usize::from(word(tokens, at + 1) == "each");
    let time = |w: &str| {
        unit(w) == Some(Unit::Time)
            || SPANS.contains(&w.trim_end_matches('s'))
            || SEASONS.contains(w)
    };
    is_number(word(tokens, from)) && (from + 1..from + 7).any(|i| time(word(tokens, i)))
}

/// *It happened 26 times*, *happened on 14 school days*.
fn happened(tokens: &[Token]) -> Option<Hit> {
    let at = (0..tokens.len()).find(|&at| {
        matches!(
            word(tokens, at),
            "happened" | "happens" | "occurs" | "occurred"
        )
    })?;
    let counted = quantities(tokens).iter().any(|quantity| {
        quantity.from > at
            && quantity.from <= at + 3
            && any_at(tokens, at, &["happened in", "happened since"]).is_none()
    });
    let each =
        (at + 1..at + 4).any(|i| matches!(word(tokens, i), "every" | "each" | "twice" | "daily"));
    (counted || each).then(|| around(tokens, at, 3))
}
