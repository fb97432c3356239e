//! Dates in words.

use jiff::civil::Date;

/// A date as somebody wrote it: a year, a month or a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dated {
    /// Its last day.
    pub last: Date,
    /// How exact it is.
    pub precision: Precision,
}

/// How exact a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A year.
    Year,
    /// A month.
    Month,
    /// A day.
    Day,
}

impl std::fmt::Display for Dated {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.precision {
            Precision::Year => write!(f, "{:04}", self.last.year()),
            Precision::Month => write!(f, "{:04}-{:02}", self.last.year(), self.last.month()),
            Precision::Day => write!(f, "{}", self.last),
        }
    }
}

/// The names of the months, in small letters and in order.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The month that a word names, in full or by its first three letters.
fn month(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    let short = word.get(..3).filter(|_| word.len() <= 4 && word != "mars");
    let is = |name: &str| name == word || short.is_some_and(|short| name.starts_with(short));
    let at = MONTHS.iter().position(|name| is(name))?;
    Some(at as i8 + 1)
}

fn year(word: &str) -> Option<i16> {
    let year: i16 = (word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()))
        .then(|| word.parse().ok())??;
    (1900..2100).contains(&year).then_some(year)
}

fn of_year(year: i16) -> Option<Dated> {
    Some(Dated {
        last: Date::new(year, 12, 31).ok()?,
        precision: Precision::Year,
    })
}

fn of_month(year: i16, month: i8) -> Option<Dated> {
    let last = Date::new(year, month, 1).ok()?.last_of_month();
    Some(Dated {
        last,
        precision: Precision::Month,
    })
}

fn of_day(year: i16, month: i8, day: i8) -> Option<Dated> {
    Some(Dated {
        last: Date::new(year, month, day).ok()?,
        precision: Precision::Day,
    })
}

fn day(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    (!digits.is_empty() && digits.len() <= 2)
        .then(|| digits.parse().ok())
        .flatten()
}

/// The latest date in `text`: `2026-05-02`, `2026-05`, `2 May 2026`, `May 2, 2026`, `May 2026` or `2026`.
/// Numbers in paths and links don't count.
pub fn latest(text: &str) -> Option<Dated> {
    // Each word, and whether a comma parts it from the next.
    let words: Vec<(&str, bool)> = text
        .split_whitespace()
        .map(|word| {
            let plain = word.trim_matches(|c: char| !c.is_alphanumeric());
            (plain, word.ends_with(','))
        })
        .filter(|(word, _)| !word.is_empty() && !word.contains(['/', '_']))
        .flat_map(|(word, comma)| word.split(['–', '—']).map(move |word| (word, comma)))
        .collect();
    let mut best: Option<Dated> = None;
    for (at, (word, _)) in words.iter().enumerate() {
        let found = iso(word).or_else(|| {
            let year = year(word)?;
            let before = |back: usize| {
                at.checked_sub(back)
                    .and_then(|i| words.get(i))
                    .copied()
                    .unwrap_or_default()
            };
            if let Some(month) = month(before(1).0) {
                return day(before(2).0)
                    .filter(|_| !before(2).1)
                    .and_then(|day| of_day(year, month, day))
                    .or_else(|| of_month(year, month));
            }
            if let (Some(day), Some(month)) = (day(before(1).0), month(before(2).0)) {
                return of_day(year, month, day);
            }
            of_year(year)
        });
        best = best.max(found);
    }
    best
}

fn iso(word: &str) -> Option<Dated> {
    let mut parts = word.split('-');
    let year = year(parts.next()?)?;
    let month: i8 = parts.next().filter(|part| part.len() == 2)?.parse().ok()?;
    match parts.next() {
        None => of_month(year, month),
        Some(day) if day.len() == 2 && parts.next().is_none() => {
            of_day(year, month, day.parse().ok()?)
        }
        Some(_) => None,
    }
}
