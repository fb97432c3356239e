//! Bars and ladders, from TOML.

use std::sync::{Arc, LazyLock};

use serde::Deserialize;

use crate::host::{Host, Scope, join};

/// What a case or a person is held to.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bar {
    /// Its name, as front matter names it.
    pub name: String,
    /// Its title.
    pub title: String,
    /// What it is for, in a sentence.
    pub summary: String,
    /// Its lines.
    #[serde(rename = "criterion")]
    pub criteria: Vec<Criterion>,
}

/// One line of a bar.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What below the bar looks like.
    pub below: String,
    /// What meeting the bar looks like.
    pub meets: String,
    /// What raising the bar looks like.
    pub raises: String,
    /// Where in a case it shows: headings of sections.
    #[serde(default)]
    pub signals: Vec<String>,
    /// What a room asks to find out.
    #[serde(default)]
    pub questions: Vec<String>,
}

/// The sequence of reviews that a case climbs.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ladder {
    /// Its name, as front matter names it.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its reviews, lowest first.
    #[serde(rename = "rung")]
    pub rungs: Vec<Rung>,
}

/// One review.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rung {
    /// Its name, as a why's `at` names it.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Who sits there.
    pub who: String,
    /// What it decides.
    pub decides: String,
    /// From which points of view it asks.
    #[serde(default)]
    pub views: Vec<String>,
}

/// Why a bar or a ladder is not there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BarError {
    /// Neither built in nor in the workspace.
    #[error("there is no {what} `{name}`: it is not built in, and there is no file `{path}`")]
    Unknown {
        /// `bar` or `ladder`.
        what: &'static str,
        /// The name asked for.
        name: String,
        /// Where the workspace could have it.
        path: String,
    },
    /// Its TOML cannot be read.
    #[error("`{path}` cannot be read: {reason}")]
    Bad {
        /// The file.
        path: String,
        /// What is wrong, where.
        reason: String,
    },
}

/// What is built in, read once; a test reads every one, so that none is left out.
static BARS: LazyLock<Vec<(&'static str, Arc<Bar>)>> = LazyLock::new(|| {
    built_in(&[(
        "product-manager",
        include_str!("../bars/product-manager.toml"),
    )])
});
static LADDERS: LazyLock<Vec<(&'static str, Arc<Ladder>)>> = LazyLock::new(|| {
    built_in(&[(
        "product-review",
        include_str!("../ladders/product-review.toml"),
    )])
});

fn built_in<T: for<'de> Deserialize<'de>>(
    texts: &[(&'static str, &str)],
) -> Vec<(&'static str, Arc<T>)> {
    let read =
        |(name, text): &(&'static str, &str)| Some((*name, Arc::new(toml::from_str(text).ok()?)));
    texts.iter().filter_map(read).collect()
}

/// Names of the bars that are built in.
pub fn built_in_bars() -> impl Iterator<Item = &'static str> {
    BARS.iter().map(|(name, _)| *name)
}

/// Names of the ladders that are built in.
pub fn built_in_ladders() -> impl Iterator<Item = &'static str> {
    LADDERS.iter().map(|(name, _)| *name)
}

/// The bar `name`: `bars/NAME.toml` in the workspace, else the one built in.
///
/// # Errors
/// [`BarError`] where it is neither, or cannot be read.
pub fn bar(host: &dyn Host, scope: &Scope, name: &str) -> Result<Arc<Bar>, BarError> {
    load(host, scope, "bar", "bars", name, &BARS)
}

/// The ladder `name`: `ladders/NAME.toml` in the workspace, else the one built in.
///
/// # Errors
/// [`BarError`] where it is neither, or cannot be read.
pub fn ladder(host: &dyn Host, scope: &Scope, name: &str) -> Result<Arc<Ladder>, BarError> {
    load(host, scope, "ladder", "ladders", name, &LADDERS)
}

/// Longest file that is read, in bytes.
const LIMIT: u64 = 1 << 20;

fn load<T: for<'de> Deserialize<'de>>(
    host: &dyn Host,
    scope: &Scope,
    what: &'static str,
    folder: &str,
    name: &str,
    built_in: &[(&'static str, Arc<T>)],
) -> Result<Arc<T>, BarError> {
    let path = format!("{folder}/{name}.toml");
    let bad = |reason: String| BarError::Bad {
        path: path.clone(),
        reason,
    };
    let known = whyproof_syntax::is_id(name);
    if known
        && host
            .stat_within(&scope.root, &path)
            .is_ok_and(|stat| !stat.folder)
    {
        let bytes = host
            .read(&join(&scope.root, &path), LIMIT)
            .map_err(|error| bad(error.to_string()))?;
        let text = String::from_utf8(bytes).map_err(|_| bad("it is not UTF-8".to_owned()))?;
        return toml::from_str(&text)
            .map(Arc::new)
            .map_err(|error| bad(error.to_string()));
    }
    match built_in.iter().find(|(built_in, _)| *built_in == name) {
        Some((_, found)) => Ok(Arc::clone(found)),
        None => Err(BarError::Unknown {
            what,
            name: name.to_owned(),
            path,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::{BARS, LADDERS};

    #[test]
    fn all_that_is_built_in_can_be_read() {
        assert_eq!(BARS.len(), 1);
        assert_eq!(LADDERS.len(), 1);
        assert!(
            BARS.iter()
                .all(|(name, bar)| *name == bar.name && !bar.criteria.is_empty())
        );
        assert!(
            LADDERS
                .iter()
                .all(|(name, ladder)| *name == ladder.name && !ladder.rungs.is_empty())
        );
    }
}
