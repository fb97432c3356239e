//! Adding a key is compatible; anything else breaks whoever reads the documents.

use serde_json::{Map, Value, json};

/// How a reader of documents of the schema `old` is let down by those of `new`.
pub(crate) fn breaks(old: &Value, new: &Value) -> Vec<String> {
    let mut broken = Vec::new();
    let (none, empty) = (Value::Null, Map::new());
    let mut todo = vec![(String::from("$"), old, new)];
    while let Some((at, old, new)) = todo.pop() {
        let (Some(before), Some(after)) = (old.as_object(), new.as_object()) else {
            if old != new {
                broken.push(format!("{at}: {old} became {new}"));
            }
            continue;
        };
        for word in words(before, after) {
            let (one, two) = (
                before.get(&word).unwrap_or(&none),
                after.get(&word).unwrap_or(&none),
            );
            match word.as_str() {
                "title" | "description" | "$schema" | "default" => {}
                "properties" | "$defs" => {
                    let after = two.as_object().unwrap_or(&empty);
                    for (key, says) in one.as_object().into_iter().flatten() {
                        match after.get(key) {
                            Some(now) => todo.push((format!("{at}.{key}"), says, now)),
                            None => broken.push(format!("{at}.{key} is gone")),
                        }
                    }
                }
                "required" => {
                    let now = two.as_array().cloned().unwrap_or_default();
                    for key in one.as_array().into_iter().flatten() {
                        if !now.contains(key) {
                            broken.push(format!("{at}.{key} may be absent now"));
                        }
                    }
                }
                "items" | "additionalProperties" => {
                    todo.push((format!("{at}[{word}]"), one, two));
                }
                "anyOf" | "oneOf" => {
                    let (one, two) = (list(one), list(two));
                    if one.len() != two.len() {
                        broken.push(format!("{at}: other kinds of values"));
                    }
                    let pairs = one.into_iter().zip(two).enumerate();
                    todo.extend(pairs.map(|(n, (a, b))| (format!("{at}|{n}"), a, b)));
                }
                _ if one != two => broken.push(format!("{at}: {word} {one} became {two}")),
                _ => {}
            }
        }
    }
    broken
}

fn words(before: &Map<String, Value>, after: &Map<String, Value>) -> Vec<String> {
    let mut words: Vec<String> = before.keys().chain(after.keys()).cloned().collect();
    words.sort();
    words.dedup();
    words
}

fn list(value: &Value) -> Vec<&Value> {
    value.as_array().into_iter().flatten().collect()
}

#[test]
fn only_an_added_key_is_compatible() {
    let old = json!({
        "type": "object",
        "required": ["a", "b"],
        "properties": {"a": {"type": "string"}, "b": {"enum": ["x"], "type": "string"}}
    });
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut new = old.clone();
        change(&mut new);
        breaks(&old, &new).len()
    };
    assert_eq!(changed(&|_| {}), 0);
    assert_eq!(changed(&|new| new["title"] = json!("Another")), 0);
    assert_eq!(
        changed(&|new| {
            new["properties"]["c"] = json!({"type": "null"});
            new["required"] = json!(["a", "b", "c"]);
        }),
        0
    );
    assert_eq!(changed(&|new| new["required"] = json!(["a"])), 1);
    assert_eq!(
        changed(&|new| new["properties"]["a"]["type"] = json!("integer")),
        1
    );
    assert_eq!(
        changed(&|new| new["properties"]["b"]["enum"] = json!(["x", "y"])),
        1
    );
    assert_eq!(
        changed(&|new| {
            new["properties"].as_object_mut().unwrap().remove("a");
        }),
        1
    );
}
