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

fn begins_unit(rest: &str) -> bool {
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
    }
}
