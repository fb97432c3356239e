//! The document of `diff`.

use serde_json::Value;
use whyproof_case::changes;
use whyproof_wire::{Diff, DiffSide, json};

use crate::cases::examples;
use crate::schemas::committed;
use crate::validate::validate;

#[test]
fn what_changed_between_any_two_examples_is_what_the_schema_says() {
    let schema = committed("diff.schema.json");
    let all: Vec<_> = examples().into_iter().collect();
    let mut told = 0;
    for ((path, old), (_, new)) in all.iter().zip(all.iter().skip(1)) {
        let found = changes(old, new);
        let document = Diff::of(
            (old, DiffSide::of(old, Some("old.md"), Some("HEAD~1"))),
            (new, DiffSide::of(new, None, None)),
            &found,
        );
        let document: Value = serde_json::from_str(&json(&document).unwrap()).unwrap();
        let wrong = validate(&schema, &document);
        assert!(wrong.is_empty(), "{path}: {wrong:#?}");
        assert_eq!(
            document["changes"].as_array().unwrap().len(),
            found.list.len()
        );
        told += found.list.len();
    }
    assert!(told > 10);
}
