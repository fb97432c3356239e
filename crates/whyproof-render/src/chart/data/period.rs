//! Periods written as text: 2024, 2011-Q3, 2024-05, 2024-W07, 2024-05-01.

use crate::chart::scale::civil::{days, is_day};

/// How long the periods of a column are, shortest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Grain {
    Second,
    Day,
    Week,
    Month,
    Quarter,
    Half,
    Year,
}

/// A period by its first second, counted from 1970.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Period {
    pub(crate) grain: Grain,
    pub(crate) start: f64,
}

/// Reads a period.
pub(crate) fn parse(words: &str) -> Option<Period> {
    let words = words.trim();
    let number = |part: &str| -> Option<i64> {
        let digits = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse().ok()).flatten()
    };
    let year = |part: &str| number(part).filter(|_| part.len() == 4);
    // Q3 2011 is 2011-Q3 the other way round.
    let (first, rest) = match words.split_once([' ', '-', '/']) {
        Some((part, last)) if year(last).is_some() && part.starts_with(['Q', 'q']) => {
            (last, Some(part))
        }
        Some((first, rest)) => (first, Some(rest)),
        None => match words.get(4..) {
            None | Some("") => (words, None),
            Some(rest) => (words.get(..4)?, Some(rest)),
        },
    };
    let at = year(first)?;
    let Some(rest) = rest else {
        return period(Grain::Year, at, 1, 1);
    };
    let lettered = |letters: [char; 2]| number(rest.strip_prefix(letters)?);
    if let Some(quarter @ 1..=4) = lettered(['Q', 'q']) {
        return period(Grain::Quarter, at, quarter * 3 - 2, 1);
    }
    if let Some(half @ 1..=2) = lettered(['H', 'h']) {
        return period(Grain::Half, at, half * 6 - 5, 1);
    }
    if let Some(week @ 1..=53) = lettered(['W', 'w']) {
        return Some(Period {
            grain: Grain::Week,
            start: week_start(at, week) * 86_400.0,
        });
    }
    if !words.contains('-') {
        return None;
    }
    match rest.split_once('-') {
        None if rest.len() == 2 => period(Grain::Month, at, number(rest)?, 1),
        Some((month, day)) if month.len() == 2 && day.len() == 2 => {
            period(Grain::Day, at, number(month)?, number(day)?)
        }
        _ => None,
    }
}

fn period(grain: Grain, year: i64, month: i64, day: i64) -> Option<Period> {
    is_day(year, month, day).then(|| Period {
        grain,
        start: days(year, month, day) as f64 * 86_400.0,
    })
}

/// The Monday of a week by ISO 8601: week 1 is that with January 4.
fn week_start(year: i64, week: i64) -> f64 {
    let fourth = days(year, 1, 4);
    // 1970-01-01 was a Thursday.
    let monday = fourth - (fourth + 3).rem_euclid(7);
    (monday + (week - 1) * 7) as f64
}
