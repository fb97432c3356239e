//! Times at an axis: seconds to hours, days, weeks, months, quarters and years, as calendars have
//! them.

use super::civil::{civil, days, month_name};
use crate::chart::data::period::Grain;

const DAY: i64 = 86_400;

/// How far the times at an axis are apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// Seconds, within a day.
    Seconds(i64),
    /// Days, counted from the first of each month.
    Days(i64),
    /// Weeks, from Monday.
    Weeks(i64),
    /// Months, counted from January; years are twelve.
    Months(i64),
}

/// A time at an axis.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mark {
    /// Seconds from 1970.
    pub(crate) at: f64,
    /// What stands at it.
    pub(crate) label: String,
    /// What it is a part of, which is written below it where it begins.
    pub(crate) part_of: String,
}

/// The steps for periods of a length, finest first.
pub(crate) fn steps(grain: Grain) -> Vec<Step> {
    let seconds = [
        1, 5, 15, 30, 60, 300, 900, 1800, 3600, 10_800, 21_600, 43_200,
    ];
    let mut steps = Vec::new();
    if grain == Grain::Second {
        steps.extend(seconds.map(Step::Seconds));
    }
    if grain <= Grain::Day {
        steps.extend([Step::Days(1), Step::Days(2)]);
    }
    if grain <= Grain::Week {
        steps.extend([Step::Weeks(1), Step::Weeks(2)]);
    }
    let months = [(Grain::Month, 1), (Grain::Quarter, 3), (Grain::Half, 6)];
    steps.extend(
        months
            .iter()
            .filter(|(of, _)| grain <= *of)
            .map(|(_, count)| Step::Months(*count)),
    );
    let years = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
    steps.extend(years.map(|years| Step::Months(12 * years)));
    steps
}

/// About how long a step is, in seconds.
pub(crate) fn length(step: Step) -> f64 {
    match step {
        Step::Seconds(count) => count as f64,
        Step::Days(count) => (count * DAY) as f64,
        Step::Weeks(count) => (count * 7 * DAY) as f64,
        Step::Months(count) => count as f64 * 30.44 * DAY as f64,
    }
}

/// The times of a step from `low` to `high`.
pub(crate) fn marks(step: Step, low: f64, high: f64, grain: Grain) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut at = first(step, low.floor() as i64);
    while (at as f64) <= high {
        if at as f64 >= low {
            let (label, part_of) = label(step, at, grain);
            marks.push(Mark {
                at: at as f64,
                label,
                part_of,
            });
        }
        at = next(step, at);
    }
    marks
}

/// The last time of a step that is not after a second.
fn first(step: Step, second: i64) -> i64 {
    let day = second.div_euclid(DAY);
    let (year, month, date) = civil(day);
    match step {
        Step::Seconds(count) => second.div_euclid(count) * count,
        Step::Days(count) => (day - (date - 1).rem_euclid(count)) * DAY,
        // 1970-01-05 was a Monday.
        Step::Weeks(count) => ((day - 4).div_euclid(7 * count) * 7 * count + 4) * DAY,
        Step::Months(count) => month_start((year * 12 + month - 1).div_euclid(count) * count),
    }
}

fn next(step: Step, at: i64) -> i64 {
    match step {
        Step::Seconds(count) => at + count,
        Step::Weeks(count) => at + count * 7 * DAY,
        Step::Days(count) => {
            let next = at + count * DAY;
            let (year, month, date) = civil(next.div_euclid(DAY));
            // Each month begins anew, and no two days stand closer than a step.
            match date <= count && date > 1 {
                true => days(year, month, 1) * DAY,
                false => next,
            }
        }
        Step::Months(count) => {
            let (year, month, _) = civil(at.div_euclid(DAY));
            month_start(year * 12 + month - 1 + count)
        }
    }
}

fn month_start(months: i64) -> i64 {
    days(months.div_euclid(12), months.rem_euclid(12) + 1, 1) * DAY
}

fn label(step: Step, at: i64, grain: Grain) -> (String, String) {
    let (year, month, date) = civil(at.div_euclid(DAY));
    let short = month_name(month);
    match step {
        Step::Seconds(count) => {
            let second = at.rem_euclid(DAY);
            let (hour, minute) = (second / 3600, second / 60 % 60);
            let clock = match count < 60 {
                true => format!("{hour:02}:{minute:02}:{:02}", second % 60),
                false => format!("{hour:02}:{minute:02}"),
            };
            (clock, format!("{date} {short} {year}"))
        }
        Step::Days(_) | Step::Weeks(_) => (format!("{date} {short}"), year.to_string()),
        Step::Months(count) if count % 12 == 0 => (year.to_string(), String::new()),
        Step::Months(_) if grain == Grain::Quarter => {
            (format!("Q{}", (month + 2) / 3), year.to_string())
        }
        Step::Months(_) if grain == Grain::Half => {
            (format!("H{}", (month + 5) / 6), year.to_string())
        }
        Step::Months(_) => (short.to_owned(), year.to_string()),
    }
}
