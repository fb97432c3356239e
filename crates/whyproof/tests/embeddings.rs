//! Reading by meaning with the person's own model: a model of a few words is written, and finds what shares no word.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test runs the program on files"
)]

use std::path::Path;
use std::process::{Command, Output};

/// The words that the model knows, with what each is about: teaching, selling, nothing else.
const KNOWN: &[(&str, [f32; 3])] = &[
    ("[UNK]", [0.0, 0.0, 0.0]),
    ("coaching", [1.0, 0.0, 0.0]),
    ("apprentices", [0.9, 0.1, 0.0]),
    ("tutored", [1.0, 0.0, 0.1]),
    ("welders", [0.8, 0.0, 0.3]),
    ("sold", [0.0, 1.0, 0.0]),
    ("boilers", [0.0, 0.9, 0.2]),
];

const RESUME: &str = "\
basics:
  name: Jo Field
work:
  - name: Ferrous Ltd
    position: Foreman
    startDate: \"2019-01\"
    highlights:
      - Tutored four welders on the night shift.
      - Sold two old boilers in March.
";

/// A model in the form that Model2Vec writes.
fn write_model(folder: &Path) {
    let vocabulary: serde_json::Map<String, serde_json::Value> = KNOWN
        .iter()
        .enumerate()
        .map(|(at, (word, _))| ((*word).to_owned(), at.into()))
        .collect();
    let tokenizer = serde_json::json!({
        "version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
        "normalizer": { "type": "Lowercase" }, "pre_tokenizer": { "type": "Whitespace" },
        "post_processor": null, "decoder": null,
        "model": { "type": "WordLevel", "vocab": vocabulary, "unk_token": "[UNK]" }
    });
    let values: Vec<u8> = KNOWN
        .iter()
        .flat_map(|(_, about)| about.iter().flat_map(|one| one.to_le_bytes()))
        .collect();
    let header = serde_json::json!({
        "embeddings": { "dtype": "F32", "shape": [KNOWN.len(), 3], "data_offsets": [0, values.len()] }
    })
    .to_string();
    let mut weights = (header.len() as u64).to_le_bytes().to_vec();
    weights.extend(header.as_bytes());
    weights.extend(values);
    std::fs::create_dir_all(folder).expect("a folder");
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.join(name), bytes).expect(name);
    write("model.safetensors", &weights);
    write("tokenizer.json", tokenizer.to_string().as_bytes());
    write("config.json", b"{\"normalize\": true}");
}

/// A folder with a résumé, a job and a model.
fn person() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let write =
        |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect(name);
    write("experience.yaml", RESUME);
    let job =
        "Shift lead\n\nWhat we look for\n\n- Coaching apprentices\n- Bookkeeping for two sites\n";
    write("job.txt", job);
    write_model(&folder.path().join("model"));
    folder
}

fn run(folder: &Path, arguments: &[&str], embeddings: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_whyproof"))
        .args(arguments)
        .current_dir(folder)
        .env("WHYPROOF_EMBEDDINGS", embeddings)
        .output()
        .expect("the program runs")
}

fn told(folder: &Path, arguments: &[&str], embeddings: &str) -> String {
    let output = run(folder, arguments, embeddings);
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn what_is_near_in_meaning_is_found_and_explained() {
    let folder = person();
    let take = ["take", ".", "--job", "job.txt"];
    let without = told(folder.path(), &take, "");
    assert!(without.contains("Two not shown yet"), "{without}");
    let with = told(folder.path(), &take, "model");
    assert!(
        with.contains("“Tutored four welders on the night shift.”"),
        "{with}"
    );
    assert!(
        with.contains("near in meaning: “Tutored”, “welders”"),
        "{with}"
    );
    // What the model holds near to nothing that was asked for answers nothing.
    assert!(with.contains("One claimed, one not shown yet"), "{with}");
    let json: serde_json::Value = serde_json::from_str(&told(
        folder.path(),
        &[&take[..], &["--format", "json"]].concat(),
        "model",
    ))
    .expect("JSON");
    let reading = &json["bars"][0]["criteria"][0]["found"][0]["readings"][0];
    assert!(
        reading["meaning"].as_i64().is_some_and(|near| near > 90),
        "{reading}"
    );
    assert_eq!(reading["nearest"][0]["found"], "Tutored");
}

#[test]
fn the_option_is_the_variable_and_the_resume_says_what_the_take_says() {
    let folder = person();
    let option = told(
        folder.path(),
        &["take", ".", "--job", "job.txt", "--embeddings", "model"],
        "",
    );
    assert!(option.contains("near in meaning"), "{option}");
    let tailor = ["tailor", ".", "--job", "job.txt", "-o", "out.md"];
    let without = told(folder.path(), &tailor, "");
    let with = told(
        folder.path(),
        &[&tailor[..5], &["with.md", "--embeddings", "model"]].concat(),
        "",
    );
    let unanswered = |told: &str| told.contains("Coaching apprentices");
    assert!(
        unanswered(&without) && !unanswered(&with),
        "{without}\n{with}"
    );
}

#[test]
fn what_is_no_model_is_said_to_be_none() {
    let folder = person();
    let take = ["take", ".", "--job", "job.txt"];
    let missing = run(folder.path(), &take, "nowhere");
    assert_eq!(missing.status.code(), Some(2));
    let said = String::from_utf8_lossy(&missing.stderr).into_owned();
    assert!(said.contains("nowhere/model.safetensors"), "{said}");
    assert!(said.contains("as Model2Vec writes them"), "{said}");
    std::fs::write(folder.path().join("model/model.safetensors"), [0xff; 64]).expect("a file");
    let broken = run(folder.path(), &take, "model");
    assert_eq!(broken.status.code(), Some(2));
    let said = String::from_utf8_lossy(&broken.stderr).into_owned();
    assert!(
        said.contains("model: this is no model of static embeddings"),
        "{said}"
    );
}
