//! A résumé from file to file, without loss.

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use whyproof_experience::resume::Resume;

const SAMPLE: &str = r#"{
  "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
  "basics": {"name": "Ann Example", "url": "https://example.org", "location": {"countryCode": "GB", "nonsense": [1, 2.5, null]},
             "summary": "Two lines\nof words: # not a comment"},
  "work": [{"name": "Acme", "startDate": "2020-01", "highlights": ["yes", "- 40 %", "null", "  padded "], "own": {"deep": true}}],
  "skills": [], "other": {"kept": "yes"}, "meta": {"version": "v1.0.0"}
}"#;

#[test]
fn nothing_is_lost_in_json_and_yaml() {
    let before: Value = serde_json::from_str(SAMPLE).expect("JSON");
    let resume = Resume::from_json(SAMPLE).expect("a résumé");
    let json = resume.to_json().expect("JSON");
    assert_eq!(before, serde_json::from_str::<Value>(&json).expect("JSON"));
    let yaml = resume.to_yaml().expect("YAML");
    let again = Resume::from_yaml(&yaml).expect(&yaml);
    assert_eq!(resume, again, "{yaml}");
}

#[test]
fn yaml_by_hand_is_read() {
    let text = "basics:\n  name: Ann\nwork:\n  - name: Acme\n    startDate: 2020\n    endDate: 2021-03\n    highlights:\n      - Sold 40 boxes\n";
    let resume = Resume::from_yaml(text).expect("a résumé");
    assert_eq!(resume.lines().len(), 1);
    assert_eq!(
        resume.work.expect("work")[0].start_date.as_deref(),
        Some("2020")
    );
}

#[test]
fn what_is_wrong_has_a_place() {
    let error = Resume::from_yaml("basics:\n  name: [1]\n").expect_err("no name");
    assert_eq!(error.line, Some(2), "{error:?}");
    let error = Resume::from_json("{\n \"work\": 3}").expect_err("no list");
    assert_eq!(error.line, Some(2), "{error:?}");
}

proptest! {
    #[test]
    fn any_text_survives(words in proptest::collection::vec("\\PC*", 0..5), key in "[a-z]{1,8}") {
        let mut extra = Map::new();
        extra.insert(format!("x{key}"), json!(words));
        let text = json!({"basics": {"name": words.first(), "summary": words.join("\n")}, "work": [{"highlights": words}], "z": extra});
        let text = if words.is_empty() { json!({"work": []}) } else { text };
        let resume = Resume::from_json(&text.to_string()).expect("a résumé");
        let yaml = resume.to_yaml().expect("YAML");
        prop_assert_eq!(&resume, &Resume::from_yaml(&yaml).expect(&yaml), "{}", yaml);
        let json: Value = serde_json::from_str(&resume.to_json().expect("JSON")).expect("JSON");
        prop_assert_eq!(text, json);
    }
}
