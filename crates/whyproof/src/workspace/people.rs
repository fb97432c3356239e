//! `take.yaml` of a workspace, read.

use whyproof_case::{Host, HostError};
use whyproof_experience::people::{People, PeopleError};
use whyproof_host::System;

use crate::error::{Error, ErrorKind};
use crate::input;

/// Largest `take.yaml` that is read, in bytes.
const LIMIT: u64 = 4 << 20;

/// The text of the `take.yaml` at `path`, empty where there is none, and what it says.
///
/// # Errors
/// Where it cannot be read, or something in it cannot: what, and where.
pub(crate) fn read(path: &str) -> Result<(String, People), Error> {
    let text = match System.read(path, LIMIT) {
        Ok(bytes) => input::decode(path, bytes)?,
        Err(HostError::NotFound { .. }) => String::new(),
        Err(error) => return Err(error.into()),
    };
    let people = People::read(&text).map_err(|error| wrong(path, &error))?;
    Ok((text, people))
}

/// What is wrong in `take.yaml`, and what it may hold.
pub(crate) fn wrong(path: &str, error: &PeopleError) -> Error {
    let place = match (error.line, error.column) {
        (Some(line), Some(column)) => format!("{path}:{line}:{column}"),
        _ => path.to_owned(),
    };
    Error::new(ErrorKind::Environment, format!("{place}: {}", error.reason)).hint(
        "`take.yaml` has `question`, `signed` and `said`, and an item of `said` has `by`, `day`, `bar`, `criterion`, `story`, `judged` and `note`: docs/packet.md.",
    )
}
