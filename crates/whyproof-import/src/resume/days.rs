//! Days as JSON Resume's schema wants them: `2021`, `2021-03`, `2021-03-15`, and days that there are. What else a file
//! has for one is read where it is plain, and else kept among what could not be placed.

use std::collections::BTreeMap;

use whyproof_experience::resume::{Resume, Unplaced};

use super::{Built, Finder, dates, ledger};

/// A day that was left out, and the path of its key.
struct Left {
    words: String,
    path: String,
}

/// Makes every day of a résumé one of the schema's, or puts its words among what could not be placed.
pub(super) fn settle(built: &mut Built, kept: &str) {
    let mut left = Vec::new();
    each(&mut built.resume, &mut |path, day| {
        let Some(words) = day.take() else {
            return;
        };
        let words = words.trim();
        *day = plain(words);
        if !words.is_empty() && !is_told(words, day.as_deref()) {
            left.push(Left {
                words: words.to_owned(),
                path,
            });
        }
    });
    if left.is_empty() {
        return;
    }
    let finder = Finder {
        text: &built.text,
        kept,
    };
    let mut own = built.resume.own().unwrap_or_default();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for Left { words, path } in left {
        let before = seen.entry(words.clone()).or_default();
        let from = finder.place_of(&words, &path, *before);
        *before += 1;
        let one = Unplaced { text: words, from };
        if !own.unplaced.contains(&one) {
            own.unplaced.push(one);
        }
    }
    built.resume.set_own(&own);
}

/// What the schema writes for a day: none where it is none, or goes on.
fn plain(words: &str) -> Option<String> {
    if is_day(words) {
        return Some(words.to_owned());
    }
    // "2021-03-15T00:00:00Z"
    let day = words.split_once('T').map(|(day, _)| day);
    if let Some(day) = day.filter(|day| day.len() == 10 && is_day(day)) {
        return Some(day.to_owned());
    }
    dates::iso(words).filter(|day| is_day(day))
}

/// Whether a day says all that its words do.
fn is_told(words: &str, day: Option<&str>) -> bool {
    let Some(day) = day else {
        return dates::is_open(words);
    };
    let numbers: Vec<&str> = day
        .split('-')
        .map(|part| part.trim_start_matches('0'))
        .collect();
    let time = words
        .strip_prefix(day)
        .and_then(|rest| rest.strip_prefix('T'));
    let is_midnight = |time: &str| !time.contains(|c: char| matches!(c, '1'..='9'));
    time.is_some_and(is_midnight)
        || ledger::words(words).all(|word| {
            let bare = word.trim_start_matches('0');
            let bare = bare.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            dates::is_word(&word) || (!bare.is_empty() && numbers.contains(&bare))
        })
}

/// Whether words are a year, a month or a day, and one that there is.
fn is_day(words: &str) -> bool {
    let lengths: Vec<usize> = words.split('-').map(str::len).collect();
    let numbers: Vec<u32> = words
        .split('-')
        .filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
        .filter_map(|part| part.parse().ok())
        .collect();
    let is_month = |month: u32| (1..=12).contains(&month);
    match (lengths.as_slice(), numbers.as_slice()) {
        ([4], [year]) => is_year(*year),
        ([4, 2], [year, month]) => is_year(*year) && is_month(*month),
        ([4, 2, 2], [year, month, day]) => {
            is_year(*year) && is_month(*month) && (1..=days_of(*year, *month)).contains(day)
        }
        _ => false,
    }
}

/// The years that the schema has.
fn is_year(year: u32) -> bool {
    (1000..=2999).contains(&year)
}

fn days_of(year: u32, month: u32) -> u32 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Calls `with` for every day of a résumé, with the path of its key.
fn each(resume: &mut Resume, with: &mut dyn FnMut(String, &mut Option<String>)) {
    macro_rules! days {
        ($($list:ident: $($field:ident as $key:literal),+;)+) => {
            $(for (at, one) in resume.$list.iter_mut().flatten().enumerate() {
                $(with(format!(concat!(stringify!($list), "[{}].", $key), at), &mut one.$field);)+
            })+
        };
    }
    days! {
        work: start_date as "startDate", end_date as "endDate";
        volunteer: start_date as "startDate", end_date as "endDate";
        education: start_date as "startDate", end_date as "endDate";
        awards: date as "date";
        certificates: date as "date";
        publications: release_date as "releaseDate";
        projects: start_date as "startDate", end_date as "endDate";
    }
}

#[cfg(test)]
mod tests {
    use super::{is_told, plain};

    #[test]
    fn days_are_the_schemas_or_none_and_say_all_or_are_told() {
        for (words, day, told) in [
            ("2021", Some("2021"), true),
            ("2021-03", Some("2021-03"), true),
            ("2020-02-29", Some("2020-02-29"), true),
            ("1911-05-01", Some("1911-05-01"), true),
            ("Jan 2020", Some("2020-01"), true),
            ("15th January 2020", Some("2020-01-15"), true),
            ("2021-03-15T00:00:00.000Z", Some("2021-03-15"), true),
            ("present", None, true),
            // The year is read, and the season is told of.
            ("Spring 2020", Some("2020"), false),
            ("2021-03-15T09:30:00Z", Some("2021-03-15"), false),
            ("2021-13", None, false),
            ("2021-02-29", None, false),
            ("2021-3", None, false),
            ("03/04/2020", None, false),
            ("when I was young", None, false),
        ] {
            let found = plain(words);
            assert_eq!(found.as_deref(), day, "{words}");
            assert_eq!(is_told(words, day), told, "{words}");
        }
    }
}
