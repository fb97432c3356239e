//! The committed schemas.

use serde_json::Value;
use whyproof_wire::schemas;

use crate::cases::root;
use crate::compatible::breaks;

/// Set to 1, the test writes the schemas instead of comparing them.
const UPDATE: &str = "WHYPROOF_UPDATE_SCHEMAS";

/// The schema that is committed as `name`.
pub(crate) fn committed(name: &str) -> Value {
    let path = root().join("docs/schemas").join(name);
    let text = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}; {UPDATE}=1 writes it", path.display()));
    serde_json::from_str(&text).unwrap()
}

#[test]
fn committed_schemas_are_the_generated_ones() {
    for (name, schema) in schemas() {
        let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        let path = root().join("docs/schemas").join(name);
        if std::env::var_os(UPDATE).is_some() {
            let old = std::fs::read_to_string(&path).ok();
            let old: Option<Value> = old.map(|old| serde_json::from_str(&old).unwrap());
            let broken = old.map_or_else(Vec::new, |old| breaks(&old, schema.as_value()));
            assert!(
                broken.is_empty(),
                "{name} would break its readers; raise the version in its `schema` key, and remove \
                 the old file: {broken:#?}"
            );
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, &text).unwrap();
        }
        assert_eq!(
            committed(name),
            *schema.as_value(),
            "{name} differs; {UPDATE}=1 cargo nextest run -p whyproof-wire writes it"
        );
    }
}

#[test]
fn a_change_is_at_most_an_added_key() {
    for (name, schema) in schemas() {
        let broken = breaks(&committed(name), schema.as_value());
        assert!(broken.is_empty(), "{name}: {broken:#?}");
    }
}

#[test]
fn every_key_is_required_and_no_number_is_a_fraction() {
    for (name, schema) in schemas() {
        if ["whyproof-toml.schema.json", "bar.schema.json"].contains(&name) {
            continue;
        }
        let text = serde_json::to_string(&schema).unwrap();
        // What is measured is measured in fractions.
        let measures = ["measure.schema.json", "plan.schema.json"].contains(&name);
        assert!(
            measures || !text.contains("\"number\""),
            "{name} has a number that may be a fraction"
        );
        let schema = schema.as_value();
        let definitions = schema["$defs"].as_object().unwrap().values();
        for object in definitions.chain([schema]) {
            let Some(properties) = object.get("properties").and_then(Value::as_object) else {
                continue;
            };
            let required = object["required"].as_array().unwrap();
            assert_eq!(properties.len(), required.len(), "{name}: {object}");
            for key in properties.keys() {
                let snake = key.chars().all(|c| c.is_ascii_lowercase() || c == '_');
                assert!(snake, "{name}: {key}");
            }
        }
    }
}
