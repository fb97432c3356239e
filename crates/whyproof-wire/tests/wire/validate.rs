//! Whether a document is what a JSON Schema says: the words of it that our schemas use, and no others.

use serde_json::Value;

/// Words that say nothing about a document's validity.
const NOTES: [&str; 6] = [
    "$schema",
    "$defs",
    "title",
    "description",
    "format",
    "default",
];

/// Where and how `document` differs from `schema`; empty where it does not.
pub(crate) fn validate(schema: &Value, document: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut todo = vec![(String::from("$"), schema, document)];
    while let Some((at, part, value)) = todo.pop() {
        let Some(words) = part.as_object() else {
            if part == &Value::Bool(false) {
                wrong.push(format!("{at} must not be there"));
            }
            continue;
        };
        for (word, says) in words {
            match word.as_str() {
                "$ref" => todo.push((at.clone(), referred(schema, says), value)),
                "properties" => {
                    for (key, says) in says.as_object().unwrap() {
                        if let Some(value) = value.get(key) {
                            todo.push((format!("{at}.{key}"), says, value));
                        }
                    }
                }
                "additionalProperties" => {
                    let known = part.get("properties").and_then(Value::as_object);
                    for (key, value) in value.as_object().into_iter().flatten() {
                        if !known.is_some_and(|known| known.contains_key(key)) {
                            todo.push((format!("{at}.{key}"), says, value));
                        }
                    }
                }
                "items" => {
                    for (index, value) in value.as_array().into_iter().flatten().enumerate() {
                        todo.push((format!("{at}[{index}]"), says, value));
                    }
                }
                _ if NOTES.contains(&word.as_str()) => {}
                _ if holds(schema, word, says, value) => {}
                _ => wrong.push(format!("{at}: {word} {says}, and it is {value}")),
            }
        }
    }
    wrong
}

/// Whether `value` meets one word of a schema that looks at it as a whole.
fn holds(schema: &Value, word: &str, says: &Value, value: &Value) -> bool {
    match word {
        "const" => value == says,
        "enum" => says.as_array().unwrap().contains(value),
        "type" => match says {
            Value::Array(types) => types.iter().any(|one| is_type(one, value)),
            one => is_type(one, value),
        },
        "required" => {
            let keys = says.as_array().unwrap().iter();
            value.as_object().is_none_or(|object| {
                keys.map(|key| key.as_str().unwrap())
                    .all(|key| object.contains_key(key))
            })
        }
        "minimum" => value.as_f64().is_none_or(|n| n >= says.as_f64().unwrap()),
        "maximum" => value.as_f64().is_none_or(|n| n <= says.as_f64().unwrap()),
        "pattern" => {
            assert_eq!(says, r"\S", "only this pattern is known here");
            value.as_str().is_none_or(|text| !text.trim().is_empty())
        }
        "anyOf" | "oneOf" => {
            let fits = says.as_array().unwrap().iter().filter(|one| {
                let whole = with_definitions(schema, one);
                validate(&whole, value).is_empty()
            });
            let fits = fits.count();
            if word == "oneOf" { fits == 1 } else { fits > 0 }
        }
        _ => panic!("the schema says `{word}`, which this test does not know"),
    }
}

fn referred<'s>(schema: &'s Value, reference: &Value) -> &'s Value {
    let pointer = reference.as_str().unwrap().strip_prefix('#').unwrap();
    schema.pointer(pointer).unwrap()
}

fn with_definitions(schema: &Value, part: &Value) -> Value {
    let mut part = part.clone();
    if let (Some(part), Some(definitions)) = (part.as_object_mut(), schema.get("$defs")) {
        part.insert("$defs".to_owned(), definitions.clone());
    }
    part
}

fn is_type(name: &Value, value: &Value) -> bool {
    match name.as_str().unwrap() {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        other => panic!("no type `{other}`"),
    }
}

#[test]
fn the_validator_finds_what_is_wrong() {
    let schema = serde_json::json!({
        "type": "object",
        "required": ["a"],
        "properties": {
            "a": {"anyOf": [{"$ref": "#/$defs/word"}, {"type": "null"}]},
            "n": {"type": ["integer", "null"], "minimum": 0},
            "l": {"type": "array", "items": {"type": "string"}}
        },
        "additionalProperties": false,
        "$defs": {"word": {"type": "string", "enum": ["x", "y"]}}
    });
    let wrong = |document| validate(&schema, &document).len();
    assert_eq!(wrong(serde_json::json!({"a": "x", "n": 1, "l": ["z"]})), 0);
    assert_eq!(wrong(serde_json::json!({"a": null, "n": null})), 0);
    assert_eq!(wrong(serde_json::json!({"a": "z"})), 1);
    assert_eq!(wrong(serde_json::json!({"n": 1})), 1);
    assert_eq!(wrong(serde_json::json!({"a": "x", "n": -1})), 1);
    assert_eq!(wrong(serde_json::json!({"a": "x", "l": [1, 2]})), 2);
    assert_eq!(wrong(serde_json::json!({"a": "x", "more": 1})), 1);
}
