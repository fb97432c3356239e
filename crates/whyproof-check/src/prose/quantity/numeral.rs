//! Quantities in numerals, and the numerals that are none: years, dates, versions, names, list numbers.

use super::unit::multiplier;
use super::{Line, Quantity, Unit};
use crate::prose::tokens::TokenKind;

/// Reads the numeral at token `at`, and gives the token to go on from.
pub(super) fn read(line: Line<'_>, at: usize, into: &mut Vec<Quantity>) -> usize {
    let text = line.text(at);
    let Some((value, decimals)) = parse(text) else {
        return at + 1;
    };
    if let Some(next) = not_one(line, at) {
        return next;
    }
    let mut quantity = Quantity {
        start: line.tokens[at].start,
        end: line.tokens[at].end,
        value,
        unit: Unit::COUNT,
        decimals,
        significant: significant(text, decimals),
        small: false,
        figure: false,
    };
    let mut next = at + 1;
    let sign = line.before(at);
    if let Some(unit) = Unit::of_sign(sign) {
        quantity.unit = unit;
        quantity.start = line.tokens[at - 1].start;
    } else if line.is(at.wrapping_sub(1), TokenKind::Word)
        && let Some(unit) =
            Unit::of_word(sign, false).filter(|_| matches!(sign, "usd" | "eur" | "gbp" | "chf"))
    {
        quantity.unit = unit;
        quantity.start = line.tokens[at - 1].start;
    }
    let money = quantity.unit != Unit::COUNT;
    next = scaled(line, next, money, &mut quantity);
    let range = range_end(line, next);
    if let Some(after) = unit_of(line, next, &mut quantity) {
        next = after;
    } else if let Some(to) = range {
        // `10–20%`: the first number takes the unit of the second.
        let mut probe = quantity;
        if unit_of(line, to + 1, &mut probe).is_some() {
            quantity.unit = probe.unit;
        }
    } else if let Some(after) = ratio(line, next, &mut quantity) {
        next = after;
    }
    let bare = quantity.unit == Unit::COUNT;
    if bare && (is_code(text, line, next) || is_version(decimals, line, next)) {
        return next;
    }
    if bare && (is_year(text, line, at) || is_suffixed(line, next)) {
        return next;
    }
    if bare && (is_named(line, at) || is_date(line, at)) {
        return next;
    }
    quantity.small = bare && value <= 10.0 && decimals == 0;
    into.push(quantity);
    next
}

/// The value of `2,834` or `33.9`, and how many digits stand after its point; none for a version or a date.
pub(super) fn parse(text: &str) -> Option<(f64, u8)> {
    if text.bytes().filter(|&b| b == b'.').count() > 1 || text.len() > 24 {
        return None;
    }
    let mut value = 0.0_f64;
    let mut decimals = 0_u8;
    let mut point = false;
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' => {
                value = value * 10.0 + f64::from(byte - b'0');
                decimals += u8::from(point);
            }
            b'.' => point = true,
            _ => {}
        }
    }
    Some((value / 10_f64.powi(i32::from(decimals)), decimals))
}

fn significant(text: &str, decimals: u8) -> u8 {
    let digits = text.trim_start_matches(['0', '.', ',']);
    let digits = if decimals == 0 {
        digits.trim_end_matches(['0', ','])
    } else {
        digits
    };
    digits.bytes().filter(u8::is_ascii_digit).count().min(20) as u8
}

/// Where a numeral is part of something else (a time, a date, a version, a path, a code, a list's number): the token
/// after that.
fn not_one(line: Line<'_>, at: usize) -> Option<usize> {
    let before = line.before(at);
    if line.joined(at) {
        let inner = at >= 2 && line.joined(at - 1);
        match before {
            "#" | "§" | "/" | ":" | "_" | "@" | "=" | "." | "&" | "\\" | "°" => {
                return Some(at + 1);
            }
            "-" | "–" | "−" if inner && line.is(at - 2, TokenKind::Word) => {
                return Some(at + 1);
            }
            "(" | "[" if matches!(line.text(at + 1), ")" | "]") => return Some(at + 2),
            _ => {}
        }
    }
    if !line.joined(at + 1) {
        return None;
    }
    let after = line.text(at + 1);
    let then = line.joined(at + 2);
    match after {
        ":" | "/" | "_" | "=" | "@" if then => Some(skip_joined(line, at)),
        "." | ")" if at == 0 => Some(at + 2),
        "." if then => Some(skip_joined(line, at)),
        // 2005-01-14
        "-" if then
            && line.is(at + 2, TokenKind::Number)
            && line.text(at + 3) == "-"
            && line.joined(at + 3) =>
        {
            Some(skip_joined(line, at))
        }
        _ => None,
    }
}

fn skip_joined(line: Line<'_>, at: usize) -> usize {
    let mut next = at + 1;
    while line.joined(next) {
        next += 1;
    }
    next
}

/// `k`, `M`, *million* and the like after the number.
fn scaled(line: Line<'_>, at: usize, money: bool, quantity: &mut Quantity) -> usize {
    let Some((word, TokenKind::Word)) = line.get(at) else {
        return at;
    };
    let letter = word.len() <= 2;
    if letter != line.joined(at) && (letter || line.joined(at)) {
        return at;
    }
    // `5m` is five metres or minutes; `$5m` and `5M` are millions.
    let capital = line.tokens[at]
        .of(line.words)
        .starts_with(|c: char| c.is_ascii_uppercase());
    if letter && !money && word != "k" && !capital {
        return at;
    }
    match multiplier(word) {
        Some(by) => {
            quantity.value *= by;
            quantity.end = line.tokens[at].end;
            at + 1
        }
        None => at,
    }
}

/// Reads the unit at `at`, after a hyphen or not; gives the token after it.
fn unit_of(line: Line<'_>, at: usize, quantity: &mut Quantity) -> Option<usize> {
    let mut at = at;
    match line.text(at) {
        "%" => {
            quantity.unit = Unit::PERCENT;
            quantity.end = line.tokens[at].end;
            if matches!(line.text(at + 1), "point" | "points") {
                quantity.unit = Unit::of_word("points", false)?;
                quantity.end = line.tokens[at + 1].end;
                return Some(at + 2);
            }
            return Some(at + 1);
        }
        "×" => {
            quantity.unit = Unit::TIMES;
            quantity.end = line.tokens[at].end;
            return Some(at + 1);
        }
        "per" if line.text(at + 1) == "cent" => {
            quantity.unit = Unit::PERCENT;
            quantity.end = line.tokens[at + 1].end;
            return Some(at + 2);
        }
        "percentage" if matches!(line.text(at + 1), "point" | "points") => {
            quantity.unit = Unit::of_word("points", false)?;
            quantity.end = line.tokens[at + 1].end;
            return Some(at + 2);
        }
        "-" if line.joined(at) && line.joined(at + 1) => {
            if line.text(at + 1) == "fold" {
                quantity.unit = Unit::TIMES;
                quantity.end = line.tokens[at + 1].end;
                return Some(at + 2);
            }
            at += 1;
        }
        "°" => {
            let word = if line.text(at + 1) == "f" {
                "°f"
            } else {
                "°c"
            };
            quantity.unit = Unit::of_word(word, true)?;
            return Some(at + 2);
        }
        _ => {}
    }
    let (word, TokenKind::Word) = line.get(at)? else {
        return None;
    };
    if quantity.unit != Unit::COUNT {
        return None;
    }
    // The 1990s are no seconds.
    if word == "s" && quantity.value >= 100.0 && quantity.value % 10.0 == 0.0 {
        return None;
    }
    let unit = Unit::of_word(word, line.joined(at))?;
    // Units of one letter stand right after the number.
    quantity.unit = unit;
    quantity.end = line.tokens[at].end;
    Some(at + 1)
}

/// The second number of a range, `10–20` or `10-20`, that begins at `at`.
fn range_end(line: Line<'_>, at: usize) -> Option<usize> {
    let dash = matches!(line.text(at), "-" | "–" | "—");
    (dash && line.is(at + 1, TokenKind::Number)).then_some(at + 1)
}

/// `79 in 100`, `9 out of 10`: gives the token after it.
pub(super) fn ratio(line: Line<'_>, at: usize, quantity: &mut Quantity) -> Option<usize> {
    let to = match (line.text(at), line.text(at + 1)) {
        ("in", "every" | "each") => at + 2,
        ("in", _) => at + 1,
        ("out", "of") => at + 2,
        _ => return None,
    };
    let whole = match line.get(to)? {
        (text, TokenKind::Number) => parse(text)?.0,
        (text, TokenKind::Word) => super::words::value(text)?,
        _ => return None,
    };
    let whole = if line.text(to + 1) == "hundred" {
        whole.max(1.0) * 100.0
    } else {
        whole
    };
    let unit = Unit::of_word(line.text(to + 1), false).is_some();
    if unit
        || whole < quantity.value
        || whole < 2.0
        || (line.text(at) == "in" && !(whole <= 20.0 || whole % 10.0 == 0.0))
    {
        return None;
    }
    quantity.value /= whole;
    quantity.unit = Unit::RATIO;
    quantity.end = line.tokens.get(to)?.end;
    Some(to + 1)
}

/// Four digits without a comma that could be a year.
fn is_year(text: &str, line: Line<'_>, at: usize) -> bool {
    let digits = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    if !digits || !("1800".."2101").contains(&text) {
        return false;
    }
    // "about 2000 people" counts; "in 2004", "since 2019" and "May 2004" don't.
    !matches!(
        line.before(at),
        "about" | "of" | "roughly" | "over" | "some"
    ) || !line.is(at + 1, TokenKind::Word)
}

/// Ordinals, decades, times of day and codes: letters right after the number that are no unit.
fn is_suffixed(line: Line<'_>, next: usize) -> bool {
    let letters = line.is(next, TokenKind::Word) && line.joined(next);
    let time = matches!(line.text(next), "am" | "pm" | "o'clock" | "o’clock" | "utc");
    let bit = line.text(next) == "-"
        && line.joined(next + 1)
        && matches!(line.text(next + 1), "bit" | "byte" | "d" | "th");
    letters || time || bit || matches!(line.text(next), "bit" | "bits" | "a.m" | "p.m")
}

/// Words that a number after them names: *step 2*.
#[rustfmt::skip]
const NAMING: &[&str] = &[
    "section", "sections", "chapter", "version", "versions", "step", "steps", "figure", "table", "page", "pages",
    "phase", "level", "item", "option", "question", "no", "number", "appendix", "part", "week", "weeks", "day",
    "line", "lines", "port", "node", "issue", "issues", "rule", "type", "class", "grade", "article", "paragraph",
    "volume", "room", "platform", "release", "stage", "tier", "priority", "sprint", "quarter", "bug", "ticket",
    "route", "bus", "top", "q", "v", "pr", "rfc", "pep", "error", "code", "status", "exit", "value", "bit", "byte",
    "group", "month", "year", "round", "under", "index", "x", "n",
];

/// Words that begin a sentence before a number, and are no names.
#[rustfmt::skip]
const OPENING: &[&str] = &[
    "of", "in", "about", "over", "from", "at", "by", "after", "some", "only", "nearly", "almost", "around",
    "roughly", "approximately", "the", "all", "these", "those", "our", "we", "i", "last", "with", "for", "to",
    "under", "within", "every", "and", "but", "because", "more", "less", "than", "between", "another", "other",
    "its", "their", "first", "on", "during", "until", "since", "just", "exactly", "up", "out", "then", "now",
    "still", "my", "they", "people", "if", "as",
];

/// Whether the number is the name of something: *Python 3*, *step 2*, *week 13*.
fn is_named(line: Line<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    if line.is(before, TokenKind::Code) {
        return true;
    }
    let of = NAMING.contains(&line.text(before));
    let age = line.text(before) == "under" || line.text(before) == "n";
    (of && !age) || line.is_name(before) || (before == 0 && opens_with_name(line))
}

/// Whether the sentence begins with a name: *Python 3 is*, not *Of 623 people*.
fn opens_with_name(line: Line<'_>) -> bool {
    let capital = line
        .tokens
        .first()
        .is_some_and(|token| token.of(line.words).starts_with(|c: char| c.is_uppercase()));
    let plain = OPENING.contains(&line.text(0));
    capital && !plain
}

/// Whether it is the day of a date: *31 January*, *May 17*.
fn is_date(line: Line<'_>, at: usize) -> bool {
    let month = |text: &str| {
        matches!(
            text,
            "january"
                | "february"
                | "march"
                | "april"
                | "may"
                | "june"
                | "july"
                | "august"
                | "september"
                | "october"
                | "november"
                | "december"
                | "jan"
                | "feb"
                | "mar"
                | "apr"
                | "jun"
                | "jul"
                | "aug"
                | "sep"
                | "sept"
                | "oct"
                | "nov"
                | "dec"
        )
    };
    let range = matches!(line.text(at + 1), "-" | "–") && month(line.text(at + 3));
    month(line.before(at)) || (month(line.text(at + 1)) && line.is_name(at + 1)) || range
}

/// `0700`, `400-level`: a code and no count.
fn is_code(text: &str, line: Line<'_>, next: usize) -> bool {
    let zero = text.len() > 1 && text.starts_with('0') && !text.starts_with("0.");
    let compound = line.text(next) == "-"
        && line.joined(next)
        && line.joined(next + 1)
        && line.is(next + 1, TokenKind::Word);
    zero || compound
}

/// A decimal number that counts nothing: "with Rust 1.61.", "2.2 is supported".
fn is_version(decimals: u8, line: Line<'_>, next: usize) -> bool {
    let counts = line.is(next, TokenKind::Word)
        && !matches!(
            line.text(next),
            "is" | "was" | "has" | "and" | "or" | "will" | "release" | "series" | "branch"
        );
    decimals > 0 && !counts
}
