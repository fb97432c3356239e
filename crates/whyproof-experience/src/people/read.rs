//! `take.yaml` as it is read.

use jiff::civil::Date;
use serde::Deserialize;
use serde_saphyr::{Location, Spanned};

use super::{People, Said};
use crate::take::Judged;

/// Why a text is no `take.yaml`, or why nothing can be put behind what is in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct PeopleError {
    /// What is wrong.
    pub reason: String,
    /// Line, from 1, where it is known.
    pub line: Option<u64>,
    /// Column in Unicode scalars, from 1, where it is known.
    pub column: Option<u64>,
}

impl PeopleError {
    pub(super) fn at(place: Option<Location>, reason: String) -> PeopleError {
        let place = place.filter(|place| place.line() > 0);
        PeopleError {
            reason,
            line: place.map(|place| place.line()),
            column: place.map(|place| place.column()),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    question: Option<String>,
    signed: Option<String>,
    said: Option<Spanned<Vec<One>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct One {
    by: Spanned<String>,
    day: Option<Spanned<String>>,
    bar: Option<String>,
    criterion: Option<String>,
    story: Option<String>,
    judged: Option<Judged>,
    note: Option<String>,
}

impl People {
    /// Reads the text of `take.yaml`; an empty one says nothing.
    ///
    /// # Errors
    /// Where it is no YAML, a key is not known or holds something else than it should: what is wrong, and where.
    pub fn read(text: &str) -> Result<People, PeopleError> {
        placed(text).map(|(people, _)| people)
    }
}

/// What the text says, and where its list begins.
pub(super) fn placed(text: &str) -> Result<(People, Option<Location>), PeopleError> {
    let file: Option<File> = serde_saphyr::from_str(text).map_err(|error| {
        let reason = error.without_snippet().to_string();
        // The place is given apart.
        let told = reason.rsplit_once(" at line ");
        let told = told.map_or(reason.as_str(), |(told, _)| told);
        PeopleError::at(error.location(), told.to_owned())
    })?;
    let Some(file) = file else {
        return Ok((People::default(), None));
    };
    let place = file.said.as_ref().map(|said| said.referenced);
    let said = file.said.map(|said| said.value).unwrap_or_default();
    let people = People {
        question: words(file.question),
        signed: words(file.signed),
        said: said.into_iter().map(one).collect::<Result<_, _>>()?,
    };
    Ok((people, place))
}

fn one(one: One) -> Result<Said, PeopleError> {
    let (by, place) = (one.by.value, Some(one.by.referenced));
    if !whyproof_case::is_other(&by, None) {
        let reason = format!("`by: {by}` is nobody's name");
        return Err(PeopleError::at(place, reason));
    }
    if let Some(day) = &one.day
        && day.value.trim().parse::<Date>().is_err()
    {
        let reason = format!("`day: {}` is no date such as 2026-11-23", day.value);
        return Err(PeopleError::at(Some(day.referenced), reason));
    }
    let said = Said {
        by: by.trim().to_owned(),
        day: one.day.map(|day| day.value.trim().to_owned()),
        bar: words(one.bar),
        criterion: words(one.criterion),
        story: words(one.story),
        judged: one.judged,
        note: words(one.note).unwrap_or_default(),
    };
    if said.judged.is_none() && said.note.is_empty() {
        let reason = format!("what {by} said has neither `judged` nor `note`");
        return Err(PeopleError::at(place, reason));
    }
    Ok(said)
}

/// Words without white space around them; none where there are none.
fn words(text: Option<String>) -> Option<String> {
    let text = text?;
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
