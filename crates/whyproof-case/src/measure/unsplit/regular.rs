//! Whether a series has a row for every day, week or month.

use jiff::civil::Date;

use super::super::shown::count;
use super::super::told::Trouble;

/// That no day, week or month is left out.
pub(super) fn regular(days: &[i64]) -> Result<(), Trouble> {
    let steps = |places: &[i64]| {
        let mut steps = places.iter().zip(places.iter().skip(1)).map(|(a, b)| b - a);
        let first = steps.next();
        steps.all(|step| Some(step) == first)
    };
    let date = |day: &i64| {
        let since = jiff::Span::new().try_days(*day).ok()?;
        jiff::civil::date(1970, 1, 1).checked_add(since).ok()
    };
    let dates: Vec<Date> = days.iter().filter_map(date).collect();
    let months: Vec<i64> = dates
        .iter()
        .map(|date| i64::from(date.year()) * 12 + i64::from(date.month()))
        .collect();
    let same_day = dates
        .iter()
        .all(|day| Some(day.day()) == dates.first().map(|first| first.day()));
    if steps(days) || (same_day && steps(&months)) {
        return Ok(());
    }
    let span = days
        .last()
        .zip(days.first())
        .map_or(0, |(last, first)| last - first + 1);
    Err(Trouble {
        message: format!(
            "The series has gaps: {} of {} days have rows.",
            count(days.len() as u64),
            count(span.unsigned_abs())
        ),
        help: "Sum it up by weeks or months in a query, so that none is left out.".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::gather::days;
    use super::regular;
    use jiff::civil::date;

    #[test]
    fn months_are_regular_and_gaps_are_not() {
        let months: Vec<i64> = (1..=12)
            .filter_map(|month| days(date(2026, month, 1)))
            .collect();
        assert!(regular(&months).is_ok());
        assert!(regular(&[0, 7, 14, 21]).is_ok());
        let gap = regular(&[0, 1, 3]).map_err(|trouble| trouble.message);
        assert_eq!(
            gap,
            Err("The series has gaps: 3 of 4 days have rows.".to_owned())
        );
    }
}
