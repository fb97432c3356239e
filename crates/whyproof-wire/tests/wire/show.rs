//! The document of `show`.

use serde_json::Value;
use whyproof_wire::{Show, json};

use crate::cases::{examples, of};
use crate::schemas::committed;
use crate::validate::validate;

fn document(case: &whyproof_case::Case) -> Value {
    serde_json::from_str(&json(&Show::from(case)).unwrap()).unwrap()
}

#[test]
fn every_example_is_what_the_schema_says() {
    let schema = committed("show.schema.json");
    for (path, case) in examples() {
        let wrong = validate(&schema, &document(&case));
        assert!(wrong.is_empty(), "{path}: {wrong:#?}");
    }
}

#[test]
fn ids_lead_to_what_they_name() {
    for (path, case) in examples() {
        let document = document(&case);
        let named = |list: &str| -> Vec<Value> {
            let items = document[list].as_array().unwrap().iter();
            items.map(|item| item["id"].clone()).collect()
        };
        let (claims, evidence, figures) = (named("claims"), named("evidence"), named("figures"));
        for claim in document["claims"].as_array().unwrap() {
            let text = case.source();
            let (start, end) = (claim["start"].as_u64(), claim["end"].as_u64());
            assert!(
                text.get(start.unwrap() as usize..end.unwrap() as usize)
                    .is_some()
            );
            let reasons = claim["reasons"].as_array().unwrap().iter();
            let inner = reasons.flat_map(|reason| reason.as_array().unwrap());
            let objections = claim["objections"].as_array().unwrap();
            for id in inner.chain(objections) {
                assert!(claims.contains(id), "{path}: {id}");
            }
            assert!(claim["parent"].is_null() || claims.contains(&claim["parent"]));
            for id in claim["evidence"].as_array().unwrap() {
                assert!(evidence.contains(id), "{path}: {id}");
            }
            for id in claim["figures"].as_array().unwrap() {
                assert!(figures.contains(id), "{path}: {id}");
            }
            let because = claim["because"].as_str().unwrap();
            assert!(because.ends_with('.'), "{because}");
        }
    }
}

const CASE: &str = "\u{feff}---\r
kind: idea\r
owner: R. Okafor\r
---\r
# Títle\r
\r
## Customer problem\r
\r
**Who:** clerks in 40 offices. Every morning each waits 20 minutes.\r
\r
## Case\r
\r
### It works {#works}\r
\r
- because we timed it.[^t]\r
  - and the list is the same every day.\r
- but the printer may fail. {by=\"B. Lee\"}\r
- Why now? {by=\"C. Ito\"}\r
  - The lease ends.\r
\r
[^t]: measurement: timed on 3 May 2026, data/x.csv\r
";

#[test]
fn a_small_case_is_said_whole() {
    let document = document(&of(CASE));
    assert_eq!(document["schema"], "whyproof/show/1");
    assert_eq!(document["case"]["title"], "Títle");
    assert_eq!(document["case"]["standing"], "assumed");
    assert_eq!(
        document["case"]["tested"]["people"],
        serde_json::json!(["B. Lee", "C. Ito"])
    );
    assert_eq!(document["problem"]["who"]["marked"], true);
    assert_eq!(document["problem"]["how_we_know"], Value::Null);
    let claims = document["claims"].as_array().unwrap();
    let kinds: Vec<&str> = claims.iter().map(|c| c["kind"].as_str().unwrap()).collect();
    let wanted = ["claim", "reason", "objection", "why", "answer"];
    for kind in wanted {
        assert!(kinds.contains(&kind), "{kinds:?}");
    }
    assert_eq!(claims[0]["id"], "works");
    assert_eq!(claims[0]["line"], 13);
    assert_eq!(claims[0]["section"], "Case");
    assert_eq!(claims[0]["parent"], Value::Null);
    assert_eq!(claims[0]["support"], "stands");
    assert_eq!(claims[0]["repair"]["exact"], true);
    assert_eq!(document["evidence"][0]["date"], "2026-05-03");
    assert_eq!(document["evidence"][0]["source"], "data/x.csv");
    assert_eq!(document["evidence"][0]["counts"], true);
    assert_eq!(document["questions"][0]["on"], "works");
    assert_eq!(document["questions"][0]["by"], "C. Ito");
    assert_eq!(document["questions"][0]["state"], "answered");
}

#[test]
fn the_same_bytes_come_out_twice() {
    for (_, case) in examples() {
        let once = json(&Show::from(&case)).unwrap();
        assert_eq!(once, json(&Show::from(&case)).unwrap());
        assert!(once.ends_with("}\n") && once.lines().count() == 1);
    }
}
