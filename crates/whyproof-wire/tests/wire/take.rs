//! The document of `take`.

use serde_json::Value;
use whyproof_case::{Kind, Scope, bar};
use whyproof_experience::people::{People, Said};
use whyproof_experience::{Background, Judged, Story, TakeInput, take};
use whyproof_testing::MemoryHost;
use whyproof_wire::{Take, json};

use crate::cases::examples;
use crate::schemas::committed;
use crate::validate::validate;

#[test]
fn a_take_of_the_example_stories_is_what_the_schema_says() {
    let stories = examples()
        .into_iter()
        .filter(|(_, case)| case.kind == Kind::Story);
    let stories = stories.map(|(path, case)| Story {
        path,
        case,
        notes: None,
    });
    let background = Background {
        life: None,
        stories: stories.collect(),
    };
    assert!(background.stories.len() >= 2);
    let one = bar(&MemoryHost::new(), &Scope::default(), "product-manager").unwrap();
    let bars = [one.as_ref().clone()];
    let people = People {
        question: Some("Why not me?".to_owned()),
        signed: None,
        said: vec![Said {
            by: "M. Lind".to_owned(),
            day: Some("2026-11-20".to_owned()),
            bar: Some("product-manager".to_owned()),
            criterion: Some("case".to_owned()),
            judged: Some(Judged::Meets),
            note: "I was in the room.".to_owned(),
            ..Said::default()
        }],
    };
    let input = TakeInput {
        background: &background,
        bars: &bars,
        job: None,
        people: &people,
        meaning: None,
        all: false,
    };
    let told = take(&input);
    let document: Value = serde_json::from_str(&json(&Take::from(&told)).unwrap()).unwrap();
    let wrong = validate(&committed("take.schema.json"), &document);
    assert!(wrong.is_empty(), "{wrong:#?}");
    let criteria = document["bars"][0]["criteria"].as_array().unwrap();
    assert_eq!(criteria.len(), bars[0].criteria.len());
    assert_eq!(criteria[1]["people"][0]["judged"], "meets");
    assert!(
        criteria
            .iter()
            .all(|one| one["level"] != "shown" || one["found"][0]["path"].is_string())
    );
    assert!(!document["strongest"].as_array().unwrap().is_empty());
}
