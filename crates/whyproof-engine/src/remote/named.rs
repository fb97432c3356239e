//! Which named source a job is about.

use crate::{EngineError, Input, Job, Place};

/// The one named source of a job.
#[derive(Clone, Copy)]
pub(crate) struct Named<'j> {
    /// Its name.
    pub(crate) name: &'j str,
    /// Where it is.
    pub(crate) place: &'j Place,
}

/// The named source that a job's tables are of; nothing where they are all here.
///
/// A query runs in one place: tables of two sources, or of a source and of files, are refused.
pub(crate) fn of(job: &Job) -> Result<Option<Named<'_>>, EngineError> {
    let mut first: Option<(&str, Where<'_>)> = None;
    for (name, input) in &job.tables {
        let here = match input {
            Input::Query { .. } => continue,
            Input::Remote { source, .. } => Where::There(source),
            Input::Files { .. } | Input::Rows { .. } => Where::Here,
        };
        match first {
            None => first = Some((name, here)),
            Some((_, there)) if there == here => {}
            Some((other, there)) => return Err(two(other, there, name, here)),
        }
    }
    let Some((_, Where::There(name))) = first else {
        return Ok(None);
    };
    match job.places.get(name) {
        Some(place) => Ok(Some(Named { name, place })),
        None => Err(EngineError::Source {
            name: name.to_owned(),
            message: "it is not configured; add it to `whyproof.toml`".to_owned(),
        }),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Where<'j> {
    Here,
    There(&'j str),
}

fn two(one: &str, there: Where<'_>, other: &str, here: Where<'_>) -> EngineError {
    let of = |at: Where<'_>| match at {
        Where::Here => "beside the case".to_owned(),
        Where::There(source) => format!("of the source `{source}`"),
    };
    EngineError::Table {
        name: other.to_owned(),
        message: format!(
            "a query that names tables of two sources: `{one}` is {}, `{other}` {}; it runs in one place only, so ask \
             each on its own",
            of(there),
            of(here)
        ),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::PathBuf;

    use super::of;
    use crate::{Bounds, Input, Job, Place, Reading};

    fn remote(source: &str) -> Input {
        Input::Remote {
            source: source.to_owned(),
            table: "t".to_owned(),
            reading: Reading::default(),
        }
    }

    fn file() -> Input {
        Input::Files {
            path: "t.csv".to_owned(),
            reading: Reading::default(),
        }
    }

    fn query() -> Input {
        Input::Query {
            sql: "select 1".to_owned(),
        }
    }

    fn found(tables: [(&str, Input); 3]) -> Result<Option<String>, String> {
        let place = Place {
            url: "postgres://localhost".to_owned(),
            root: None,
            options: BTreeMap::new(),
        };
        let job = Job {
            root: PathBuf::new(),
            sql: String::new(),
            tables: tables
                .into_iter()
                .map(|(name, input)| (name.to_owned(), input))
                .collect(),
            places: [("warehouse", place.clone()), ("lake", place)]
                .map(|(name, place)| (name.to_owned(), place))
                .into(),
            bounds: Bounds::default(),
            explain: false,
        };
        let named = of(&job).map_err(|error| error.to_string())?;
        Ok(named.map(|named| named.name.to_owned()))
    }

    #[test]
    fn one_source_or_none() {
        assert_eq!(
            found([("a", file()), ("b", file()), ("c", query())]),
            Ok(None)
        );
        assert_eq!(
            found([("a", query()), ("b", remote("lake")), ("c", remote("lake"))]),
            Ok(Some("lake".to_owned()))
        );
    }

    #[test]
    fn two_are_refused_by_name() {
        let both = found([
            ("a", remote("warehouse")),
            ("b", query()),
            ("c", remote("lake")),
        ]);
        let message = both.expect_err("two sources");
        assert!(
            message.starts_with("a query that names tables of two sources"),
            "{message}"
        );
        assert!(
            message.contains("`warehouse`") && message.contains("`lake`"),
            "{message}"
        );
        let mixed = found([("a", file()), ("b", query()), ("c", remote("lake"))]);
        let message = mixed.expect_err("a file and a source");
        assert!(
            message.contains("`a` is beside the case") && message.contains("`lake`"),
            "{message}"
        );
    }

    #[test]
    fn a_source_that_is_not_configured_is_named() {
        let message = found([("a", remote("nowhere")), ("b", query()), ("c", query())])
            .expect_err("not configured");
        assert!(message.contains("`nowhere`"), "{message}");
    }
}
