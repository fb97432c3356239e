//! Dates as people write them, read only where they are plain: no guess which of two numbers is the month.

use std::ops::Range;

/// From when to when.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Dates {
    /// ISO 8601: a year, a month or a day.
    pub(super) start: Option<String>,
    /// None while it goes on.
    pub(super) end: Option<String>,
    /// Whether it has a start and an end, or goes on.
    pub(super) is_range: bool,
    /// Where it stands in the line.
    pub(super) at: Range<usize>,
}

/// English names are enough for their first three letters; others in full.
const MONTHS: [&[&str]; 12] = [
    &[
        "jan", "january", "januar", "janvier", "enero", "gennaio", "janeiro",
    ],
    &[
        "feb",
        "february",
        "februar",
        "février",
        "febrero",
        "febbraio",
        "fevereiro",
    ],
    &["mar", "march", "märz", "mars", "marzo", "março", "mrz"],
    &["apr", "april", "avril", "abril", "aprile"],
    &["may", "mai", "mayo", "maggio", "maio", "mei"],
    &["jun", "june", "juni", "juin", "junio", "giugno", "junho"],
    &["jul", "july", "juli", "juillet", "julio", "luglio", "julho"],
    &["aug", "august", "août", "agosto", "augustus"],
    &[
        "sep",
        "sept",
        "september",
        "septembre",
        "septiembre",
        "settembre",
        "setembro",
    ],
    &[
        "oct", "october", "oktober", "okt", "octobre", "octubre", "ottobre", "outubro",
    ],
    &["nov", "november", "novembre", "noviembre", "novembro"],
    &[
        "dec",
        "december",
        "dezember",
        "dez",
        "décembre",
        "diciembre",
        "dicembre",
        "dezembro",
    ],
];
/// What stands for an end that has not come.
const OPEN: &[&str] = &[
    "present",
    "current",
    "currently",
    "now",
    "today",
    "ongoing",
    "date",
    "heute",
    "aujourd'hui",
    "actualidad",
    "presente",
    "oggi",
];
const TO: &[&str] = &["to", "until", "till", "through", "bis"];
const SINCE: &[&str] = &["since", "seit", "depuis", "from"];

/// Whether a word says that a day is yet to come.
pub(super) fn is_hope(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "expected" | "anticipated")
}

/// Whether a word says only when: a month, or that something goes on.
pub(super) fn is_word(word: &str) -> bool {
    month(word).is_some()
        || is_hope(word)
        || OPEN.contains(&word)
        || TO.contains(&word)
        || SINCE.contains(&word)
}

/// What ISO 8601 writes for a text that is a date and nothing else.
pub(super) fn iso(text: &str) -> Option<String> {
    let text = text.trim();
    let (date, length) = date(text)?;
    (length == text.len()).then_some(date)
}

/// Whether a text says that something goes on.
pub(super) fn is_open(text: &str) -> bool {
    OPEN.contains(&text.trim().to_lowercase().as_str())
}

/// The range in a line, else its last date.
pub(super) fn find(line: &str) -> Option<Dates> {
    let mut single = None;
    let mut at = 0;
    while let Some(start) = next_word(line, at) {
        let rest = line.get(start..).unwrap_or_default();
        if let Some(found) = range(rest) {
            let is_range = found.is_range;
            let end = start + found.at.end;
            let found = Dates {
                at: start..end,
                ..found
            };
            if is_range {
                return Some(found);
            }
            single = Some(found);
            at = end;
        } else {
            at = start + word_length(rest);
        }
    }
    single
}

/// A range or a date at the start of `text`.
fn range(text: &str) -> Option<Dates> {
    let lower = word(text);
    let skip = text.find(char::is_whitespace).unwrap_or(text.len());
    // A mark behind the word parts it from the date: it may be a name.
    let bare = text
        .get(..skip)
        .is_some_and(|first| first.chars().all(char::is_alphabetic));
    if bare && SINCE.contains(&lower.as_str()) {
        let gap = text.get(skip..)?.len() - text.get(skip..)?.trim_start().len();
        let mut found = range(text.get(skip + gap..)?)?;
        found.at.end += skip + gap;
        found.is_range |= lower != "from";
        return Some(found);
    }
    let Some((first, length)) = date(text) else {
        return months_of_a_year(text).or_else(|| short_years(text));
    };
    let mut found = Dates {
        start: Some(first),
        end: None,
        is_range: false,
        at: 0..length,
    };
    let rest = text.get(length..).unwrap_or_default();
    let Some(skip) = separator(rest) else {
        return Some(found);
    };
    let behind = rest.get(skip..).unwrap_or_default();
    if let Some((last, more)) = date(behind).or_else(|| short_end(&first_of(&found), behind)) {
        found.end = Some(last);
        found.is_range = true;
        found.at.end = length + skip + more;
    } else if OPEN.contains(&word(behind).as_str()) {
        found.is_range = true;
        found.at.end = length + skip + word_length(behind);
    }
    Some(found)
}

/// `Oct 09 – Aug 14`, `Oct '09 – now`: two digits are a year where both ends have them so.
fn short_years(text: &str) -> Option<Dates> {
    let (start, length) = short_month(text)?;
    let rest = text.get(length..)?;
    let skip = separator(rest)?;
    let behind = rest.get(skip..)?;
    let open = OPEN.contains(&word(behind).as_str());
    let (end, more) = match short_month(behind).or_else(|| date(behind)) {
        Some((end, more)) => (Some(end), more),
        None if open => (None, word_length(behind)),
        None => return None,
    };
    let is_order = end.as_ref().is_none_or(|end| start <= *end);
    is_order.then_some(Dates {
        start: Some(start),
        end,
        is_range: true,
        at: 0..length + skip + more,
    })
}

/// A month and a year of two digits, and the length of both.
fn short_month(text: &str) -> Option<(String, usize)> {
    let month = month(&word(text).replace('\'', ""))?;
    let rest = text.get(word_length(text)..)?;
    let inner = rest.trim_start_matches(['.', ' ', '\'', '’']);
    let (year, length) = digits(inner).filter(|(_, length)| *length == 2)?;
    let after = inner.get(length..)?.chars().next();
    // Nobody's résumé begins before 1960.
    let year = if year < 60 { 2000 + year } else { 1900 + year };
    let is_end = after.is_none_or(|c| !c.is_alphanumeric());
    is_end.then(|| {
        (
            format!("{year}-{month:02}"),
            text.len() - inner.len() + length,
        )
    })
}

fn first_of(dates: &Dates) -> String {
    dates.start.clone().unwrap_or_default()
}

/// `2006 – 09`: the years' last two digits, behind a year.
fn short_end(start: &str, behind: &str) -> Option<(String, usize)> {
    let year: u32 = start.parse().ok()?;
    let (end, length) = digits(behind).filter(|(_, length)| *length == 2)?;
    let after = behind.get(length..)?.chars().next();
    let end = year / 100 * 100 + end;
    let is_end = after.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '%' | '/' | '.' | '-'));
    (end > year && is_end).then(|| (end.to_string(), length))
}

/// `Jan – Mar 2020`.
fn months_of_a_year(text: &str) -> Option<Dates> {
    let first = month(&word(text))?;
    let length = word_length(text);
    let dot = usize::from(text.get(length..)?.starts_with('.'));
    let rest = text.get(length + dot..)?;
    let skip = separator(rest)?;
    let (last, more) = date(rest.get(skip..)?)?;
    let year = last.get(..4)?;
    (last.len() == 7).then(|| Dates {
        start: Some(format!("{year}-{first:02}")),
        end: Some(last.clone()),
        is_range: true,
        at: 0..length + dot + skip + more,
    })
}

/// The length of what stands between the ends of a range.
fn separator(text: &str) -> Option<usize> {
    let inner = text.trim_start();
    let before = text.len() - inner.len();
    let dashes = inner
        .chars()
        .take_while(|c| matches!(c, '-' | '–' | '—' | '−' | '‐' | '‑' | '→'));
    let dashes: usize = dashes.map(char::len_utf8).sum();
    let length = if dashes > 0 {
        dashes
    } else if before > 0 && TO.contains(&word(inner).as_str()) {
        word_length(inner)
    } else {
        return None;
    };
    let after = inner.get(length..)?;
    Some(before + length + (after.len() - after.trim_start().len()))
}

/// A date at the start of `text`, and its length.
fn date(text: &str) -> Option<(String, usize)> {
    named(text)
        .or_else(|| season(text))
        .or_else(|| numbers(text))
        .filter(|(_, length)| {
            let next = text.get(*length..).and_then(|rest| rest.chars().next());
            next.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '%' | '$' | '€' | '£'))
        })
}

/// With the month's name: `Jan 2020`, `January 15, 2020`, `15 January 2020`.
fn named(text: &str) -> Option<(String, usize)> {
    let (day, skip) = match digits(text) {
        Some((day @ 1..=31, length)) if length <= 2 => {
            let rest = text.get(length..)?;
            let rest = rest
                .trim_start_matches("st")
                .trim_start_matches("nd")
                .trim_start_matches("rd");
            let rest = rest.trim_start_matches("th").trim_start_matches('.');
            let inner = rest.trim_start();
            (Some(day), text.len() - inner.len())
        }
        _ => (None, 0),
    };
    let rest = text.get(skip..)?;
    let month = month(&word(rest))?;
    let mut at = skip + word_length(rest);
    let gap = |at: usize| {
        let rest = text.get(at..).unwrap_or_default();
        let signs = rest
            .chars()
            .take_while(|c| matches!(c, ' ' | '.' | ',' | '\'' | '’' | '/' | '-'))
            .map(char::len_utf8);
        at + signs.take(2).sum::<usize>()
    };
    at = gap(at);
    let (number, length) = digits(text.get(at..)?)?;
    if length == 4 && is_year(number) {
        let date = match day {
            Some(day) => format!("{number}-{month:02}-{day:02}"),
            None => format!("{number}-{month:02}"),
        };
        return Some((date, at + length));
    }
    if day.is_none() && length <= 2 && (1..=31).contains(&number) {
        let after = gap(at + length);
        let (year, more) = digits(text.get(after..)?)?;
        if after > at + length && more == 4 && is_year(year) {
            return Some((format!("{year}-{month:02}-{number:02}"), after + more));
        }
    }
    None
}

/// `Spring 2017` is 2017, for no month says more.
fn season(text: &str) -> Option<(String, usize)> {
    let name = word(text);
    if !["spring", "summer", "autumn", "fall", "winter"].contains(&name.as_str()) {
        return None;
    }
    let at = word_length(text);
    let gap = text.get(at..)?.len() - text.get(at..)?.trim_start().len();
    let (year, length) = digits(text.get(at + gap..)?)?;
    (gap > 0 && length == 4 && is_year(year)).then(|| (year.to_string(), at + gap + length))
}

/// Only numbers: `2020`, `2020-01`, `01/2020`, `15.01.2020`. With a slash, which is the month has to be plain.
fn numbers(text: &str) -> Option<(String, usize)> {
    let mut parts: Vec<(u32, usize)> = Vec::new();
    let mut signs: Vec<char> = Vec::new();
    let mut ends: Vec<usize> = Vec::new();
    let mut at = 0;
    while let Some((number, length)) = text.get(at..).and_then(digits) {
        parts.push((number, length));
        at += length;
        ends.push(at);
        let sign = text.get(at..).and_then(|rest| rest.chars().next());
        match sign.filter(|c| matches!(c, '/' | '.' | '-')) {
            Some(sign) if parts.len() < 3 => {
                signs.push(sign);
                at += 1;
            }
            _ => break,
        }
    }
    let is_month = |number: u32, length: usize| (1..=12).contains(&number) && length <= 2;
    let is_day = |number: u32, length: usize| (1..=31).contains(&number) && length <= 2;
    let is_full = |number: u32, length: usize| length == 4 && is_year(number);
    if let [(a, la), (b, lb), (c, lc)] = parts.as_slice() {
        let end = *ends.get(2)?;
        if is_full(*a, *la) && is_month(*b, *lb) && is_day(*c, *lc) {
            return Some((format!("{a}-{b:02}-{c:02}"), end));
        }
        if is_full(*c, *lc) && signs.first() == Some(&'.') && is_day(*a, *la) && is_month(*b, *lb) {
            return Some((format!("{c}-{b:02}-{a:02}"), end));
        }
        if is_full(*c, *lc) && is_day(*a, *la) && *a > 12 && is_month(*b, *lb) {
            return Some((format!("{c}-{b:02}-{a:02}"), end));
        }
        if is_full(*c, *lc) && is_month(*a, *la) && is_day(*b, *lb) && *b > 12 {
            return Some((format!("{c}-{a:02}-{b:02}"), end));
        }
    }
    if let [(a, la), (b, lb), rest @ ..] = parts.as_slice() {
        let end = *ends.get(1)?;
        if is_full(*a, *la) && is_month(*b, *lb) && *lb == 2 && rest.is_empty() {
            return Some((format!("{a}-{b:02}"), end));
        }
        if is_month(*a, *la) && is_full(*b, *lb) {
            return Some((format!("{b}-{a:02}"), end));
        }
    }
    let (year, length) = *parts.first()?;
    let next_is_year = parts
        .get(1)
        .is_none_or(|&(next, length)| is_full(next, length) && signs.first() == Some(&'-'));
    (is_full(year, length) && next_is_year).then(|| (year.to_string(), length))
}

fn is_year(number: u32) -> bool {
    (1940..=2059).contains(&number)
}

fn month(word: &str) -> Option<usize> {
    let found = MONTHS.iter().position(|names| names.contains(&word))?;
    Some(found + 1)
}

/// A number at the start, and its length.
fn digits(text: &str) -> Option<(u32, usize)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=4).contains(&length).then(|| {
        text.get(..length)?
            .parse()
            .ok()
            .map(|number| (number, length))
    })?
}

fn word_length(text: &str) -> usize {
    let is_inner = |c: &char| c.is_alphanumeric() || *c == '\'';
    text.chars()
        .take_while(is_inner)
        .map(char::len_utf8)
        .sum::<usize>()
        .max(text.chars().next().map_or(0, char::len_utf8))
}

fn word(text: &str) -> String {
    text.chars()
        .take_while(|c| c.is_alphanumeric() || *c == '\'')
        .collect::<String>()
        .to_lowercase()
}

/// Where the next word begins, from `at` on.
fn next_word(line: &str, at: usize) -> Option<usize> {
    let before = line.get(..at)?.chars().next_back();
    let mut inner = before.is_some_and(char::is_alphanumeric);
    for (offset, c) in line.get(at..)?.char_indices() {
        let is_word = c.is_alphanumeric();
        if is_word && !inner {
            // A sum of money is no year.
            let sign = line.get(..at + offset)?.chars().next_back();
            if !matches!(sign, Some('$' | '€' | '£' | '#' | '@')) {
                return Some(at + offset);
            }
        }
        inner = is_word;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{find, iso};

    #[test]
    fn plain_dates_are_read_and_others_are_not() {
        let table = [
            ("2020", Some("2020")),
            ("Jan 2020", Some("2020-01")),
            ("Sept. 2019", Some("2019-09")),
            ("January 15, 2020", Some("2020-01-15")),
            ("15 January 2020", Some("2020-01-15")),
            ("01/2020", Some("2020-01")),
            ("2020-01", Some("2020-01")),
            ("2020-01-31", Some("2020-01-31")),
            ("15.01.2020", Some("2020-01-15")),
            ("03/04/2020", None),
            ("03/24/2020", Some("2020-03-24")),
            ("March", None),
            ("20", None),
            ("3000", None),
            ("20201", None),
            ("", None),
        ];
        for (text, wanted) in table {
            assert_eq!(iso(text).as_deref(), wanted, "{text}");
        }
    }

    #[test]
    fn ranges_are_found_in_lines() {
        let table = [
            (
                "Nurse, Ward 3 — Leeds, 2019 – 2022",
                Some(("2019", Some("2022"), true)),
            ),
            ("Acme | Jan 2020 – present", Some(("2020-01", None, true))),
            (
                "(03/2018-04/2019)",
                Some(("2018-03", Some("2019-04"), true)),
            ),
            ("2019-2020", Some(("2019", Some("2020"), true))),
            ("Oct 09 – Aug 14", Some(("2009-10", Some("2014-08"), true))),
            ("Oct '09 – now", Some(("2009-10", None, true))),
            ("2006 – 09", Some(("2006", Some("2009"), true))),
            ("2020 – 19 %", Some(("2020", None, false))),
            (
                "Spring 2017 to Feb. 2019",
                Some(("2017", Some("2019-02"), true)),
            ),
            ("Jan – Mar 2020", Some(("2020-01", Some("2020-03"), true))),
            ("Since May 2021", Some(("2021-05", None, true))),
            ("May 2020 to date", Some(("2020-05", None, true))),
            ("Degree, 2015", Some(("2015", None, false))),
            ("Saved $2000 a month", None),
            ("2000+ users", Some(("2000", None, false))),
            ("grew 2010%", None),
            ("Room 12", None),
        ];
        for (text, wanted) in table {
            let found = find(text);
            let found = found.as_ref().map(|found| {
                (
                    found.start.as_deref().unwrap_or(""),
                    found.end.as_deref(),
                    found.is_range,
                )
            });
            assert_eq!(found, wanted, "{text}");
        }
    }
}
