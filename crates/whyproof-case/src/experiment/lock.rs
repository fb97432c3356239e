//! Sealing what is declared, so that it can be seen later whether it was declared before the data.
//!
//! The seal is the SHA-256 of the declared keys but `locked`, as JSON in the canonical form of RFC 8785. An author can
//! write another one: only somebody else's copy of it, a git remote or a message, shows when it was made.

use jiff::civil::Date;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::Experiment;

/// The key that has the seal, and is no part of what is sealed.
pub(super) const LOCKED: &str = "locked";

/// Keys that say where the data are. A plan may have had none of them when it was sealed.
const DATA: [&[&str]; 2] = [&["from"], &["from", "variant"]];

/// What stands after the day.
const MARK: &str = "sha256:";

/// A seal: the day and the hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// When it was made, by its own word.
    pub day: Date,
    /// The SHA-256 in hexadecimal digits.
    pub hash: String,
}

impl Seal {
    /// Reads `DATE sha256:HEX`.
    pub fn read(text: &str) -> Option<Seal> {
        let (day, hash) = text.trim().split_once(char::is_whitespace)?;
        let hash = hash.trim().strip_prefix(MARK)?;
        let is_hash = hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hash.then_some(Seal {
            day: day.parse().ok()?,
            hash: hash.to_ascii_lowercase(),
        })
    }
}

impl std::fmt::Display for Seal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {MARK}{}", self.day, self.hash)
    }
}

/// How an experiment stands to its seal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lock {
    /// It has none.
    Open,
    /// It has one that cannot be read.
    Unreadable,
    /// It is what was sealed.
    Sealed(Seal),
    /// It is not what was sealed.
    Broken(Seal),
}

impl Lock {
    /// How `experiment` stands to its seal.
    pub fn of(experiment: &Experiment) -> Lock {
        let Some(text) = &experiment.declared.locked else {
            return Lock::Open;
        };
        let Some(written) = Seal::read(text) else {
            return Lock::Unreadable;
        };
        match hash(&experiment.toml) {
            Ok(hash) if hash == written.hash => Lock::Sealed(written),
            _ if !added(&experiment.toml, &written.hash).is_empty() => Lock::Sealed(written),
            _ => Lock::Broken(written),
        }
    }

    /// The keys that say where the data are and were written after the seal, which holds without them.
    pub(crate) fn added(experiment: &Experiment) -> &'static [&'static str] {
        let written = experiment.declared.locked.as_deref().and_then(Seal::read);
        match (written, hash(&experiment.toml)) {
            (Some(written), Ok(hash)) if hash != written.hash => {
                added(&experiment.toml, &written.hash)
            }
            _ => &[],
        }
    }
}

/// Why an experiment cannot be sealed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LockError {
    /// Its TOML cannot be read.
    #[error("its TOML cannot be read")]
    NoToml,
    /// It has a number that JSON has not.
    #[error("`{0}` is no number that can be sealed")]
    Number(String),
}

/// The seal of an experiment, made on `day`.
///
/// # Errors
/// Where its TOML cannot be read, or has `inf` or `nan`.
pub fn seal(experiment: &Experiment, day: Date) -> Result<Seal, LockError> {
    let hash = hash(&experiment.toml)?;
    Ok(Seal { day, hash })
}

/// The hash of the declared keys, in the canonical form.
pub(super) fn hash(toml: &str) -> Result<String, LockError> {
    Ok(digest(&canonical(toml)?))
}

/// Without which keys that say where the data are `toml` has this hash; none where it has not.
fn added(toml: &str, hash: &str) -> &'static [&'static str] {
    let Ok(table) = toml.parse::<toml::Table>() else {
        return &[];
    };
    let holds = |keys: &&&[&str]| {
        let mut table = table.clone();
        table.remove(LOCKED);
        let there = keys.iter().all(|key| table.remove(*key).is_some());
        there && object(&table).is_ok_and(|canonical| digest(&canonical) == hash)
    };
    DATA.iter().find(holds).copied().unwrap_or_default()
}

fn digest(canonical: &str) -> String {
    let digest = Sha256::digest(canonical.as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The declared keys as JSON in the canonical form of RFC 8785; a day and a time are text there.
pub(crate) fn canonical(toml: &str) -> Result<String, LockError> {
    let mut table: toml::Table = toml.parse().map_err(|_| LockError::NoToml)?;
    table.remove(LOCKED);
    object(&table)
}

/// Keys stand in the order of their UTF-16 code units.
fn object(table: &toml::Table) -> Result<String, LockError> {
    let mut entries: Vec<(&String, &toml::Value)> = table.iter().collect();
    entries.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
    let entries = entries
        .into_iter()
        .map(|(key, value)| Ok(format!("{}:{}", text(key), json(value)?)));
    let entries = entries.collect::<Result<Vec<_>, LockError>>()?;
    Ok(format!("{{{}}}", entries.join(",")))
}

fn json(value: &toml::Value) -> Result<String, LockError> {
    Ok(match value {
        toml::Value::String(words) => text(words),
        // JSON's numbers are floating-point numbers.
        toml::Value::Integer(number) => float(*number as f64)?,
        toml::Value::Float(number) => float(*number)?,
        toml::Value::Boolean(is) => is.to_string(),
        toml::Value::Datetime(when) => text(&when.to_string()),
        toml::Value::Array(values) => {
            let values = values.iter().map(json).collect::<Result<Vec<_>, _>>()?;
            format!("[{}]", values.join(","))
        }
        toml::Value::Table(table) => object(table)?,
    })
}

/// As JavaScript writes it.
fn float(number: f64) -> Result<String, LockError> {
    if number.is_finite() {
        Ok(ryu_js::Buffer::new().format_finite(number).to_owned())
    } else {
        Err(LockError::Number(number.to_string()))
    }
}

/// In quotes; only what must be escaped is, in its shortest form.
fn text(words: &str) -> String {
    Value::from(words).to_string()
}

/// What differs between two declarations, a sentence each, in the order of the keys: "`worthwhile` was `10 points`, and
/// is `5 points`".
pub fn differences(sealed: &Experiment, now: &Experiment) -> Vec<String> {
    let told = |experiment: &Experiment| -> Vec<(String, String)> {
        let keys = experiment.keys.iter().filter(|key| key.name != LOCKED);
        keys.map(|key| (key.name.clone(), key.value.clone()))
            .collect()
    };
    let (before, after) = (told(sealed), told(now));
    let value = |keys: &[(String, String)], name: &str| {
        keys.iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.clone())
    };
    let mut differences = Vec::new();
    for (key, was) in &before {
        match value(&after, key) {
            Some(is) if is == *was => {}
            Some(is) => differences.push(format!("`{key}` was `{was}`, and is `{is}`")),
            None => differences.push(format!("`{key}` was `{was}`, and is gone")),
        }
    }
    for (key, is) in &after {
        if value(&before, key).is_none() {
            differences.push(format!("`{key}` was not there, and is `{is}`"));
        }
    }
    differences
}
