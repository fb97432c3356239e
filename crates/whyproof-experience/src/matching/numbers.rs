//! Numbers in a text, in digits and in words.

/// What a number word counts.
const WORDS: [(&str, f64); 38] = [
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("thirteen", 13.0),
    ("fourteen", 14.0),
    ("fifteen", 15.0),
    ("sixteen", 16.0),
    ("seventeen", 17.0),
    ("eighteen", 18.0),
    ("nineteen", 19.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("seventy", 70.0),
    ("eighty", 80.0),
    ("ninety", 90.0),
    ("dozen", 12.0),
    ("hundred", 100.0),
    ("hundreds", 100.0),
    ("thousand", 1e3),
    ("thousands", 1e3),
    ("million", 1e6),
    ("millions", 1e6),
    ("billion", 1e9),
    ("half", 0.5),
    ("third", 0.3),
    ("quarter", 0.25),
];

/// The number that a word is: `nine`, `1,140`, `64m`, `38`. A year of our time is none: it counts nothing.
pub(super) fn value(lower: &str) -> Option<f64> {
    if let Some((_, value)) = WORDS.iter().find(|(word, _)| *word == lower) {
        return Some(*value);
    }
    if !lower.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let digits = lower.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    if digits.contains(|c: char| !c.is_ascii_digit() && c != ',' && c != '.') {
        return None;
    }
    let times = match &lower[digits.len()..] {
        "" => 1.0,
        "k" => 1e3,
        "m" | "mn" => 1e6,
        "b" | "bn" => 1e9,
        _ => return None,
    };
    let number: f64 = digits.replace(',', "").parse().ok()?;
    let is_year = digits.len() == 4 && (1900.0..2100.0).contains(&number);
    (!is_year).then_some(number * times)
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn numbers_are_read_in_digits_and_words() {
        assert_eq!(value("nine"), Some(9.0));
        assert_eq!(value("1,140"), Some(1140.0));
        assert_eq!(value("64m"), Some(64e6));
        assert_eq!(value("2.5k"), Some(2500.0));
        assert_eq!(value("2014"), None, "a year");
        assert_eq!(value("3d"), None);
        assert_eq!(value("1e5"), None);
        assert_eq!(value("4th"), None);
        assert_eq!(value("none"), None);
    }
}
