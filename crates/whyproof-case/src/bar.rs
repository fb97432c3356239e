//! Bars and ladders, from TOML.

mod layers;

use std::sync::{Arc, OnceLock};

use serde::Deserialize;

use crate::host::{Host, Scope, join};

use layers::{Layers, Wanted};

/// What a case or a person is held to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// Its name, as front matter names it.
    pub name: String,
    /// Its title.
    pub title: String,
    /// What it is for, in a sentence.
    pub summary: String,
    /// The bars that it is laid over, nearest first.
    pub over: Vec<String>,
    /// Its lines: those of what it is laid over first.
    pub criteria: Vec<Criterion>,
}

/// One line of a bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What below the bar looks like; empty where the bar does not say.
    pub below: String,
    /// What meeting the bar looks like.
    pub meets: String,
    /// What raising the bar looks like; empty where the bar does not say.
    pub raises: String,
    /// Where in a case it shows: headings of sections.
    pub signals: Vec<String>,
    /// Words and phrases that a sentence which shows it often has; compared by their stems.
    pub cues: Vec<String>,
    /// What a room asks to find out.
    pub questions: Vec<String>,
    /// The sentence of a job description that it came from.
    pub from: Option<String>,
    /// Whether it would only be welcome, and is not asked for.
    pub wish: bool,
}

/// The sequence of reviews that a case climbs.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ladder {
    /// Its name, as front matter names it.
    pub name: String,
    /// Its title.
    pub title: String,
    /// The bar that a person is held to on it, where it has one.
    #[serde(default)]
    pub bar: Option<String>,
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
    /// Of an interviewer: which criteria of the bar are theirs, by their ids.
    #[serde(default)]
    pub criteria: Vec<String>,
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

/// What is built in: its name, its text, and what was read of it once somebody asked. A test reads every one.
type BuiltIn<T> = (&'static str, &'static str, OnceLock<Option<Arc<T>>>);

macro_rules! built_in {
    ($folder:literal, $($name:literal),*) => {
        [$((
            $name,
            include_str!(concat!("../", $folder, "/", $name, ".toml")),
            OnceLock::new(),
        )),*]
    };
}

static BARS: [BuiltIn<Bar>; 6] = built_in!(
    "bars",
    "engineer",
    "environment",
    "founder",
    "leadership-principles",
    "product-manager",
    "program-manager"
);
static LADDERS: [BuiltIn<Ladder>; 2] = built_in!("ladders", "interview-loop", "product-review");

/// A bar that is built in: it lies over no other.
fn read_bar(name: &str, text: &str) -> Option<Arc<Bar>> {
    let mut layers = Layers::default();
    let next = layers
        .add(text, name.to_owned(), Wanted::named(name))
        .ok()?;
    let bar = layers.bar(None).ok()?;
    next.is_none().then_some(bar)
}

fn built_in_ladder(name: &str) -> Option<Arc<Ladder>> {
    built_in(&LADDERS, name, |_, text| {
        toml::from_str(text).ok().map(Arc::new)
    })
}

/// Names of the bars that are built in.
pub fn built_in_bars() -> impl Iterator<Item = &'static str> {
    BARS.iter().map(|(name, ..)| *name)
}

/// A bar that is built in.
pub fn built_in_bar(name: &str) -> Option<Arc<Bar>> {
    built_in(&BARS, name, read_bar)
}

/// Names of the ladders that are built in.
pub fn built_in_ladders() -> impl Iterator<Item = &'static str> {
    LADDERS.iter().map(|(name, ..)| *name)
}

/// The bar `name`: `bars/NAME.toml` in the workspace, else the one built in; with all that it is laid over.
///
/// # Errors
/// [`BarError`] where it is neither, or it or what it is laid over cannot be read.
pub fn bar(host: &dyn Host, scope: &Scope, name: &str) -> Result<Arc<Bar>, BarError> {
    below(host, scope, Layers::default(), Wanted::named(name))
}

/// The bar of a text that stands in no `bars/` folder: `path` is where it is, for errors.
///
/// # Errors
/// [`BarError`] where it or what it is laid over cannot be read.
pub fn bar_of(
    host: &dyn Host,
    scope: &Scope,
    path: &str,
    text: &str,
) -> Result<Arc<Bar>, BarError> {
    let mut layers = Layers::default();
    match layers.add(text, path.to_owned(), Wanted::any())? {
        Some(next) => below(host, scope, layers, next),
        None => layers.bar(None),
    }
}

/// What lies below the layers that were read, and the bar that all of it makes.
fn below(
    host: &dyn Host,
    scope: &Scope,
    mut layers: Layers,
    mut wanted: Wanted,
) -> Result<Arc<Bar>, BarError> {
    loop {
        let file = match wanted.built_in {
            true => None,
            false => written(host, scope, "bars", &wanted.name)?,
        };
        let Some((text, path)) = file else {
            let ground = built_in_bar(&wanted.name);
            let unknown = || layers.unknown(unknown("bar", "bars", &wanted.name));
            let ground = ground.ok_or_else(unknown)?;
            return layers.bar(Some(ground));
        };
        match layers.add(&text, path, wanted)? {
            Some(next) => wanted = next,
            None => return layers.bar(None),
        }
    }
}

/// The ladder `name`: `ladders/NAME.toml` in the workspace, else the one built in.
///
/// # Errors
/// [`BarError`] where it is neither, or cannot be read.
pub fn ladder(host: &dyn Host, scope: &Scope, name: &str) -> Result<Arc<Ladder>, BarError> {
    let Some((text, path)) = written(host, scope, "ladders", name)? else {
        return built_in_ladder(name).ok_or_else(|| unknown("ladder", "ladders", name));
    };
    let bad = |error: toml::de::Error| BarError::Bad {
        path,
        reason: error.to_string(),
    };
    toml::from_str(&text).map(Arc::new).map_err(bad)
}

/// Longest file that is read, in bytes.
const LIMIT: u64 = 1 << 20;

/// The text of a file of the workspace, where it has one, and its path.
fn written(
    host: &dyn Host,
    scope: &Scope,
    folder: &str,
    name: &str,
) -> Result<Option<(String, String)>, BarError> {
    let path = format!("{folder}/{name}.toml");
    let is_there = whyproof_syntax::is_id(name)
        && host
            .stat_within(&scope.root, &path)
            .is_ok_and(|stat| !stat.folder);
    if !is_there {
        return Ok(None);
    }
    let bad = |reason: String| BarError::Bad {
        path: path.clone(),
        reason,
    };
    let bytes = host
        .read(&join(&scope.root, &path), LIMIT)
        .map_err(|error| bad(error.to_string()))?;
    let text = String::from_utf8(bytes).map_err(|_| bad("it is not UTF-8".to_owned()))?;
    Ok(Some((text, path)))
}

fn built_in<T>(
    known: &'static [BuiltIn<T>],
    name: &str,
    read: impl Fn(&str, &str) -> Option<Arc<T>>,
) -> Option<Arc<T>> {
    let (name, text, found) = known.iter().find(|(known, ..)| *known == name)?;
    found.get_or_init(|| read(name, text)).clone()
}

fn unknown(what: &'static str, folder: &str, name: &str) -> BarError {
    BarError::Unknown {
        what,
        name: name.to_owned(),
        path: format!("{folder}/{name}.toml"),
    }
}
