//! The schema of a bar accepts what the program accepts, and the page tells every key.

use serde_json::Value;
use whyproof_case::{Scope, bar_of};
use whyproof_testing::MemoryHost;

use crate::cases::root;
use crate::schemas::committed;
use crate::validate::validate;

fn as_json(text: &str) -> Value {
    let table: toml::Table = toml::from_str(text).unwrap();
    serde_json::to_value(table).unwrap()
}

fn page() -> String {
    std::fs::read_to_string(root().join("docs/bars.md")).unwrap()
}

#[test]
fn bars_of_the_program_and_of_the_page_fit_the_schema() {
    let schema = committed("bar.schema.json");
    let folder = root().join("crates/whyproof-case/bars");
    let files = std::fs::read_dir(folder).unwrap();
    let mut texts: Vec<String> = files
        .map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap())
        .collect();
    assert_eq!(texts.len(), 6);
    let page = page();
    let blocks = page.split("```toml\n").skip(1);
    texts.extend(blocks.map(|block| block.split("```").next().unwrap().to_owned()));
    assert_eq!(texts.len(), 7);
    let host = MemoryHost::new();
    for text in texts {
        assert_eq!(
            validate(&schema, &as_json(&text)),
            Vec::<String>::new(),
            "{text}"
        );
        bar_of(&host, &Scope::default(), "x.toml", &text).unwrap();
    }
}

#[test]
fn what_is_no_bar_fits_neither() {
    let schema = committed("bar.schema.json");
    let host = MemoryHost::new();
    let bad = [
        "title = \"A\"\n",
        "name = \"a\"\nover = 3\n",
        "name = \"a\"\nover = \"founder\"\nweight = 2\n",
        "name = \"a\"\n[[criterion]]\ntitle = \"T\"\n",
        "name = \"a\"\n[[criterion]]\nid = \"t\"\ncues = \"asked\"\n",
    ];
    for text in bad {
        assert!(!validate(&schema, &as_json(text)).is_empty(), "{text}");
        assert!(bar_of(&host, &Scope::default(), "x.toml", text).is_err());
    }
}

#[test]
fn the_page_names_every_key() {
    let page = page();
    let schema = committed("bar.schema.json");
    let criterion = schema["$defs"]["CriterionTable"]["properties"].as_object();
    let keys = criterion.unwrap().keys().map(|key| format!("`{key}`"));
    for key in keys.chain(["`over`".to_owned(), "`without`".to_owned()]) {
        assert!(page.contains(&key), "{key} is not told");
    }
}
