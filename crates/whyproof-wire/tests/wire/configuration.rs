//! The schema of `whyproof.toml` accepts what `Config` accepts, and has its defaults.

use serde_json::Value;
use whyproof_case::Config;
use whyproof_wire::{CheckSettings, Settings};

use crate::schemas::committed;
use crate::validate::validate;

const GOOD: [&str; 5] = [
    "",
    "[check]\nmost = 20\nstale_years = 5\ndialect = \"british\"\n",
    "[check]\nwords = [\"kWh\", \"HIV\"]\n[check.severity]\nlong-sentence = \"off\"\nhedge = \"error\"\n",
    "[[check.ignore]]\ncheck = \"hedge\"\nreason = \"quoted\"\n",
    "[[check.ignore]]\ncheck = \"hedge\"\npath = \"old/\"\nreason = \"kept as it was\"\n",
];

const BAD: [&str; 10] = [
    "[check]\ndialect = \"scottish\"\n",
    "chek = 1\n",
    "[check]\nmost = -1\n",
    "[check]\nmost = \"ten\"\n",
    "[check]\nmots = 3\n",
    "[check]\nwords = \"kWh\"\n",
    "[check.severity]\nhedge = \"loud\"\n",
    "[[check.ignore]]\ncheck = \"hedge\"\n",
    "[[check.ignore]]\ncheck = \"hedge\"\nreason = \" \"\n",
    "[[check.ignore]]\ncheck = \"hedge\"\nreason = \"x\"\nwhere = \"y\"\n",
];

fn as_json(text: &str) -> Value {
    let table: toml::Table = toml::from_str(text).unwrap();
    serde_json::to_value(table).unwrap()
}

#[test]
fn schema_and_program_accept_the_same() {
    let schema = committed("whyproof-toml.schema.json");
    for text in GOOD {
        assert_eq!(
            validate(&schema, &as_json(text)),
            Vec::<String>::new(),
            "{text}"
        );
        let config = Config::parse("whyproof.toml", text).unwrap();
        let settings: Settings = toml::from_str(text).unwrap();
        assert_eq!(settings.check, CheckSettings::from(&config.check), "{text}");
    }
    for text in BAD {
        assert!(!validate(&schema, &as_json(text)).is_empty(), "{text}");
        assert!(Config::parse("whyproof.toml", text).is_err(), "{text}");
    }
}

#[test]
fn the_page_names_every_key() {
    let page = std::fs::read_to_string(crate::cases::root().join("docs/configuration.md")).unwrap();
    let schema = committed("whyproof-toml.schema.json");
    let definitions = schema["$defs"].as_object().unwrap().values();
    for object in definitions {
        for key in object["properties"].as_object().into_iter().flatten() {
            assert!(
                page.contains(&format!("`{}`", key.0)),
                "`{}` is not told",
                key.0
            );
        }
    }
}

#[test]
fn the_examples_on_the_page_are_configurations() {
    let page = std::fs::read_to_string(crate::cases::root().join("docs/configuration.md")).unwrap();
    let mut examples = 0;
    for block in page.split("```toml\n").skip(1) {
        let text = block.split("```").next().unwrap();
        Config::parse("whyproof.toml", text).unwrap();
        examples += 1;
    }
    assert!(examples > 0);
}
