//! Letters as a typographer sets them: quotation marks and apostrophes that are curved, and no line between a number and
//! what it counts.

/// What stays on the line of the number before it.
const UNITS: &[&str] = &[
    "km",
    "m",
    "cm",
    "mm",
    "kg",
    "g",
    "mg",
    "ms",
    "s",
    "min",
    "h",
    "MB",
    "GB",
    "kB",
    "points",
    "million",
    "billion",
    "thousand",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What stays on the line of the number after it.
const MONEY: &[&str] = &[
    "EUR", "USD", "GBP", "CHF", "JPY", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK",
    "HUF", "INR", "CNY", "SGD", "HKD", "BRL", "MXN", "ZAR",
];

/// A text with curved marks, after the letter `before`. Other languages than English have marks of their own for
/// quotations: there only apostrophes are set.
pub(crate) fn set(text: &str, before: char, english: bool) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut last = before;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let set = match letter {
            '\'' if last.is_alphanumeric() => '’',
            '\'' if english => single(last, next),
            '"' if english => match opens(last) {
                true => '“',
                false => '”',
            },
            ' ' if last.is_ascii_digit() && begins_unit(&text[at + 1..]) => '\u{a0}',
            ' ' if begins_amount(&text[..at], &text[at + 1..]) => '\u{a0}',
            other => other,
        };
        out.push(set);
        last = letter;
    }
    out
}

/// A single mark: an apostrophe where letters or figures were left out, as in ’90s.
fn single(last: char, next: Option<char>) -> char {
    match next {
        Some(next) if opens(last) && !next.is_ascii_digit() => '‘',
        _ => '’',
    }
}

/// Whether a mark after this letter opens a quotation.
fn opens(last: char) -> bool {
    last.is_whitespace() || matches!(last, '(' | '[' | '“' | '‘' | '"' | '–' | '—' | '\u{a0}')
}

/// Whether a number stands after the name of its money: EUR 38M.
fn begins_amount(before: &str, rest: &str) -> bool {
    let is_number = rest.starts_with(|letter: char| letter.is_ascii_digit());
    let mut words = before.rsplit(|letter: char| !letter.is_alphanumeric());
    is_number && words.next().is_some_and(|word| MONEY.contains(&word))
}

fn begins_unit(rest: &str) -> bool {
    if rest.starts_with(['%', '‰', '°', '€', '£', '¥', '₹']) {
        return true;
    }
    let end = rest
        .find(|letter: char| !letter.is_alphabetic())
        .unwrap_or(rest.len());
    UNITS.contains(&&rest[..end])
}

#[cfg(test)]
mod tests {
    use super::set;

    #[test]
    fn marks_are_curved() {
        let english = |text| set(text, ' ', true);
        assert_eq!(
            english("the trial's \"not at this time\""),
            "the trial’s “not at this time”"
        );
        assert_eq!(
            english("'so' in the '90s, drivers' ('x')"),
            "‘so’ in the ’90s, drivers’ (‘x’)"
        );
        assert_eq!(set("\" he said", 'd', true), "” he said");
        assert_eq!(set("l'été \"x\"", ' ', false), "l’été \"x\"");
    }

    #[test]
    fn a_number_keeps_its_unit() {
        assert_eq!(
            set("31 May, 2.5 km and 5 miles", ' ', true),
            "31\u{a0}May, 2.5\u{a0}km and 5 miles"
        );
        assert_eq!(
            set("3.8 % of EUR 38M, 21 °C, 12 days", ' ', true),
            "3.8\u{a0}% of EUR\u{a0}38M, 21\u{a0}°C, 12 days"
        );
    }
}
