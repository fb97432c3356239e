//! Reading conditions.

use super::{Comparison, Measure, Test};
use crate::form::amount::{self, Amount, Operand};
use crate::form::text::{after_any, after_word, is_wordy};

/// Words before a condition that change nothing of it.
const FILLERS: [&str; 4] = ["only ", "still ", "now ", "just "];

/// Comparisons by the words or signs before an amount: longer ones first, where they begin alike.
#[rustfmt::skip]
const BEFORE: [(Comparison, &[&str]); 9] = [
    (Comparison::JustOver, &[
        "just over", "just above", "just more than", "a little over", "a little more than", "slightly over",
        "slightly more than", "a bit over", "a bit more than",
    ]),
    (Comparison::Nearly, &[
        "nearly", "almost", "just under", "just below", "a little under", "a little less than", "slightly under",
        "slightly less than", "a bit under", "a bit less than", "not quite",
    ]),
    (Comparison::AtLeast, &[
        "at least", "no less than", "no fewer than", "not less than", "not fewer than", "a minimum of", "≥", ">=",
    ]),
    (Comparison::AtMost, &["at most", "no more than", "not more than", "no greater than", "up to", "a maximum of", "≤", "<="]),
    (Comparison::Over, &[
        "more than", "well over", "well above", "greater than", "upwards of", "in excess of", "over", "above", ">",
    ]),
    (Comparison::Under, &["less than", "fewer than", "well under", "well below", "under", "below", "<"]),
    (Comparison::About, &[
        "about", "around", "roughly", "approximately", "approx.", "approx", "some", "circa", "ca.", "c.", "close to",
        "in the region of", "~", "≈",
    ]),
    (Comparison::Exactly, &["exactly", "precisely"]),
    (Comparison::Same, &["="]),
];

/// Comparisons by the words after an amount.
const AFTER: [(Comparison, &[&str]); 3] = [
    (
        Comparison::AtLeast,
        &[
            "or more",
            "or over",
            "or above",
            "or longer",
            "and over",
            "+",
        ],
    ),
    (
        Comparison::AtMost,
        &["or less", "or fewer", "or under", "or below", "or shorter"],
    ),
    (Comparison::About, &["or so"]),
];

/// Words for shares without a number: part and whole. Longer ones first, where they begin alike.
#[rustfmt::skip]
const SHARES: [(Comparison, (u64, u64), &[&str]); 7] = [
    (Comparison::AtLeast, (9, 10), &[
        "nearly all", "almost all", "nearly everyone", "almost everyone", "nearly everybody", "almost everybody",
        "nearly every one", "almost every one",
    ]),
    (Comparison::AtMost, (1, 10), &[
        "hardly any", "almost none", "nearly none", "almost nobody", "almost no one", "hardly anyone", "hardly anybody",
    ]),
    (Comparison::Under, (1, 1), &["not all", "not everyone", "not everybody"]),
    (Comparison::Over, (1, 2), &["most", "the majority", "a majority", "the greater part"]),
    (Comparison::Under, (1, 2), &["a minority", "the minority"]),
    (Comparison::Exactly, (1, 1), &["all", "everyone", "everybody", "every one"]),
    (Comparison::Exactly, (0, 1), &["none", "no one", "nobody", "not one", "not a single one"]),
];

const UP: [&str; 9] = [
    "rose",
    "grew",
    "increased",
    "went up",
    "climbed",
    "gained",
    "was up",
    "is up",
    "up",
];
const DOWN: [&str; 9] = [
    "fell",
    "dropped",
    "decreased",
    "declined",
    "shrank",
    "went down",
    "was down",
    "is down",
    "down",
];
const STEADY: [&str; 6] = [
    "no change",
    "unchanged",
    "did not change",
    "stayed the same",
    "the same",
    "as many as before",
];

/// Reads a condition: what is measured, and the test.
pub(super) fn condition(words: &str) -> Option<(Measure, Test)> {
    let text = after_any(words, &FILLERS).unwrap_or(words);
    // "Just over" and "up to" are comparisons, not a filler and a verb.
    shares(words)
        .or_else(|| compared(words, true))
        .or_else(|| compared(text, true))
        .or_else(|| change(text))
}

/// The comparison at the start, and the text after it.
fn before(text: &str) -> Option<(Comparison, &str)> {
    let find = |(how, list): &(Comparison, &[&str])| {
        let rest = after_any(text, list)?;
        // `over-65s`
        let joined = rest.starts_with('-') && text.starts_with(char::is_alphabetic);
        (!joined).then(|| (*how, rest.trim_start()))
    };
    BEFORE.iter().find_map(find)
}

/// The comparison after an amount and its unit: `45 minutes or less`.
fn after(text: &str) -> Option<(Comparison, &str)> {
    let spaces = text.match_indices(' ').map(|(at, _)| at + 1);
    std::iter::once(0).chain(spaces).find_map(|at| {
        let body = &text[at..];
        let find = |(how, list): &(Comparison, &[&str])| Some((*how, after_any(body, list)?));
        AFTER.iter().find_map(find)
    })
}

/// `at least 30% of them`, `two in three`, `10 or more`. An amount alone is a condition where it is no plain number, or
/// where `strict` does not ask for more.
fn compared(text: &str, strict: bool) -> Option<(Measure, Test)> {
    let (how, text) = match before(text) {
        Some((how, text)) => (Some(how), text),
        None => (None, text),
    };
    if let Some((measure, amount, rest)) = multiple(text) {
        let test = Test::Compare(how.unwrap_or(Comparison::Same), amount);
        return is_tail(rest, true).then_some((measure, test));
    }
    let (operand, rest) = amount::read(text)?;
    let amount = match operand {
        Operand::Range(low, high) => {
            // "About 10 to 12" has bounds already; "more than 10 to 12" says nothing.
            let plain = matches!(how, None | Some(Comparison::About));
            let found = plain && is_tail(rest, false);
            return found.then_some((Measure::Value, Test::Between(low, high)));
        }
        Operand::One(amount) => amount,
    };
    let (how, rest) = match (how, after(rest)) {
        (None, Some((how, rest))) => (Some(how), rest),
        (how, _) => (how, rest),
    };
    let plain = matches!(amount, Amount::Number { .. });
    if (how.is_none() && plain && strict) || !is_tail(rest, !plain) || (!plain && is_measure(rest))
    {
        return None;
    }
    let how = how.unwrap_or(Comparison::Same);
    Some((Measure::Value, Test::Compare(how, amount)))
}

/// `doubled`, `twice`, `halved`.
fn multiple(text: &str) -> Option<(Measure, Amount, &str)> {
    let list: [(u64, &[&str]); 3] = [
        (2, &["doubled", "twice"]),
        (3, &["tripled", "trebled", "thrice"]),
        (4, &["quadrupled"]),
    ];
    if let Some(rest) = after_word(text, "halved") {
        return Some((Measure::Fall, Amount::times(1, 2), rest));
    }
    let find = |(times, words): &(u64, &[&str])| Some((*times, after_any(text, words)?));
    let (times, rest) = list.iter().find_map(find)?;
    Some((Measure::Value, Amount::times(times, 1), rest))
}

/// `most`, `all of them`, `none`.
fn shares(text: &str) -> Option<(Measure, Test)> {
    let find = |(how, (part, whole), list): &(Comparison, (u64, u64), &[&str])| {
        after_any(text, list)
            .filter(|rest| is_of(rest))
            .map(|_| Test::Compare(*how, Amount::share(*part, *whole)))
    };
    Some((Measure::Value, SHARES.iter().find_map(find)?))
}

/// Whether words after *most* or *all* say of what: `most of them`, `all the riders`, `most people`. "Most recent" is
/// another *most*.
fn is_of(rest: &str) -> bool {
    let of = [
        " of", " the", " those", " these", " our", " their", " my", " your",
    ];
    let mut words = rest.split_whitespace();
    let plural = |word: &str| {
        let people = ["people", "men", "women", "children"];
        word.ends_with('s') || people.contains(&word)
    };
    let one = matches!((words.next(), words.next()), (Some(word), None) if plural(word));
    is_tail(rest, true)
        && (rest.is_empty() || after_any(rest, &of).is_some() || (one && rest.starts_with(' ')))
}

/// `rose by 20%`, `fell`, `grew by more than a fifth`, `unchanged`.
fn change(text: &str) -> Option<(Measure, Test)> {
    if let Some(rest) = after_any(text, &STEADY) {
        let test = Test::Compare(Comparison::Unchanged, Amount::times(1, 1));
        return is_tail(rest, true).then_some((Measure::Value, test));
    }
    let (up, rest) = match (after_any(text, &UP), after_any(text, &DOWN)) {
        (Some(rest), _) => (true, rest),
        (None, Some(rest)) => (false, rest),
        (None, None) => return None,
    };
    let rest = rest.trim_start();
    if after_word(rest, "from").is_some() {
        return None;
    }
    let ratio = if up { Measure::Rise } else { Measure::Fall };
    if let Some(rest) = after_word(rest, "to") {
        return compared(rest.trim_start(), false);
    }
    let by = after_word(rest, "by").unwrap_or(rest).trim_start();
    let Some((Measure::Value, test)) = compared(by, false) else {
        let some = Test::Compare(Comparison::Over, Amount::times(0, 1));
        return is_tail(rest, true).then_some((ratio, some));
    };
    let (Test::Compare(_, amount) | Test::Between(amount, _)) = &test;
    let measure = match (amount, up) {
        (Amount::Counted { .. }, _) => return None,
        (Amount::Part { .. } | Amount::Number { percent: true, .. }, _) => ratio,
        (_, true) => Measure::Gain,
        (_, false) => Measure::Loss,
    };
    // A rise by a third is no share of a whole: it may be more than one.
    Some((measure, unshared(test)))
}

fn unshared(test: Test) -> Test {
    match test {
        Test::Compare(how, Amount::Part { part, whole, .. }) => {
            Test::Compare(how, Amount::times(part, whole))
        }
        test => test,
    }
}

/// Whether `rest` may follow a condition: words without a number; `apart` from it where it ends in a word.
fn is_tail(rest: &str, apart: bool) -> bool {
    let joined = rest.starts_with(['-', '–', '—', '\'']);
    let more = after_any(rest, &[" to", " or"]).is_some();
    is_wordy(rest) && !more && !(apart && joined)
}

/// Whether words after a part of a whole make it a part of a measure: `half an hour`, `a third of a per cent`.
fn is_measure(rest: &str) -> bool {
    let of = rest.strip_prefix(" of").unwrap_or(rest);
    let measures = ["%", "percent", "per cent", "point"];
    after_any(of, &[" a", " an"]).is_some() || measures.iter().any(|word| rest.contains(word))
}
