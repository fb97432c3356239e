//! Dates of a résumé, in plain words.

use jiff::civil::Date;

use crate::locale::Locale;

/// From when to when. What goes on has no end; what only ended says when.
pub(super) fn span(start: Option<&str>, end: Option<&str>, locale: &Locale) -> Option<String> {
    let start = start.and_then(|date| moment(date, locale));
    let end = end.and_then(|date| moment(date, locale));
    match (start, end) {
        (Some(start), Some(end)) if start == end => Some(start),
        (Some(start), Some(end)) => Some(format!("{start} – {end}")),
        (Some(start), None) => Some(format!("{start} – present")),
        (None, end) => end,
    }
}

/// A year, or a month of it; what is no date of ISO 8601 stays as it is.
pub(super) fn moment(date: &str, locale: &Locale) -> Option<String> {
    let date = date.trim();
    if date.is_empty() {
        return None;
    }
    let month = date.get(..7).filter(|month| {
        let day = date.get(7..).unwrap_or_default();
        is_day(day) && month.as_bytes()[4] == b'-'
    });
    let first = month.and_then(|month| format!("{month}-01").parse::<Date>().ok());
    let said = match first {
        Some(first) => locale.month(first),
        None => date.to_owned(),
    };
    Some(said)
}

/// Whether `text` is what follows a month: nothing, a day, or a day and a time.
fn is_day(text: &str) -> bool {
    let digits = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.strip_prefix('-') {
        None => text.is_empty(),
        Some(day) => digits(day.split('T').next().unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::{moment, span};
    use crate::locale::Locale;

    fn said(start: Option<&str>, end: Option<&str>) -> String {
        span(start, end, &Locale::read("en-US")).unwrap_or_default()
    }

    #[test]
    fn months_have_names_and_years_stay() {
        assert_eq!(
            said(Some("2020-01"), Some("2022-03-31")),
            "Jan 2020 – Mar 2022"
        );
        assert_eq!(said(Some("2019"), Some("2020")), "2019 – 2020");
        assert_eq!(said(Some("2019"), None), "2019 – present");
        assert_eq!(said(None, Some("2019-12")), "Dec 2019");
        assert_eq!(said(Some("2019-12-01"), Some("2019-12-24")), "Dec 2019");
        assert_eq!(said(Some(" "), None), "");
    }

    #[test]
    fn what_is_no_date_stays_as_it_is() {
        for text in [
            "Summer 2019",
            "2019-13",
            "2019/04",
            "2019-04x",
            "2019-4",
            "été-2019",
            "２０１９-04",
        ] {
            assert_eq!(said(Some(text), Some("2020")), format!("{text} – 2020"));
        }
    }

    #[test]
    fn other_languages_have_numbers() {
        let german = Locale::read("de-DE");
        assert_eq!(moment("2022-03-31", &german).as_deref(), Some("2022-03"));
    }
}
