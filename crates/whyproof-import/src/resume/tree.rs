//! A value of any structured format as a flat list of leaves, and typed ways in.

use serde_json::{Map, Value};

use super::Finder;
use super::ledger::Leaf;

/// Every text and number of a value, with its path: nothing recurses on its depth.
pub(super) fn leaves(root: &Value, path: &str, finder: &Finder<'_>) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    let mut open = vec![(path.to_owned(), root)];
    while let Some((path, value)) = open.pop() {
        match value {
            Value::Array(list) => {
                let items = list.iter().enumerate().rev();
                open.extend(items.map(|(at, value)| (format!("{path}[{at}]"), value)));
            }
            Value::Object(map) => {
                open.extend(
                    map.iter()
                        .rev()
                        .map(|(key, value)| (format!("{path}.{key}"), value)),
                );
            }
            _ => {
                if let Some(text) = text(value) {
                    leaves.push(Leaf {
                        from: finder.from(&text, &path),
                        text,
                    });
                }
            }
        }
    }
    leaves
}

/// A text, or a number as a text.
pub(super) fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// The text under the first of these keys that has one.
pub(super) fn get(map: &Map<String, Value>, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| text(map.get(*key)?))
}

/// The texts of a list; a single text is a list of one.
pub(super) fn list(map: &Map<String, Value>, key: &str) -> Vec<String> {
    match map.get(key) {
        Some(Value::Array(list)) => list.iter().flat_map(words).collect(),
        Some(value) => words(value),
        None => Vec::new(),
    }
}

/// A text; of an object or a list within a list, its own texts.
fn words(value: &Value) -> Vec<String> {
    match value {
        Value::Array(list) => list.iter().filter_map(text).collect(),
        Value::Object(map) => map.values().filter_map(text).collect(),
        _ => text(value).into_iter().collect(),
    }
}
