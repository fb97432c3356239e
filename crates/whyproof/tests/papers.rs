//! The examples as papers in every form, read back: what a form shows of a case stands in its PDF, in reading order.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the tests run the program and read its files back"
)]

#[path = "web/examples.rs"]
mod examples;
#[path = "papers/expected.rs"]
mod expected;
#[path = "papers/forms.rs"]
mod forms;
#[path = "papers/python.rs"]
mod python;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use examples::{examples, file, render, scratch};
use expected::expected;
use forms::{FORMS, Form};
use python::python;
use serde_json::{Value, json};

/// What is wrong with a paper.
#[derive(serde::Deserialize)]
struct Fault {
    paper: PathBuf,
    what: String,
    words: String,
    message: String,
}

/// Reads papers back, and says what is not in them.
fn read(papers: &[Value]) -> Vec<Fault> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/papers/contains.py");
    let mut child = Command::new(python())
        .arg("-B")
        .arg(script)
        .env("PYTHONUTF8", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Python runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin
        .write_all(Value::from(papers).to_string().as_bytes())
        .expect("it reads");
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    let printed = String::from_utf8_lossy(&output.stdout);
    let mut lines: Vec<&str> = printed.lines().collect();
    let said = format!("read {} papers", papers.len());
    assert_eq!(lines.pop(), Some(said.as_str()), "it came to its end");
    let faults = lines.iter().map(|line| serde_json::from_str(line));
    faults.collect::<Result<_, _>>().expect("a fault a line")
}

fn report(faults: &[Fault]) -> String {
    let line = |fault: &Fault| {
        let paper = fault
            .paper
            .file_name()
            .unwrap_or_default()
            .to_string_lossy();
        format!(
            "{paper}: {} “{}” {}\n",
            fault.what, fault.words, fault.message
        )
    };
    faults.iter().map(line).collect()
}

/// A form of an example as a PDF, with what has to stand in it.
fn paper(example: &str, form: &Form, into: &Path) -> Value {
    let ending = format!("-{}.pdf", form.name);
    let paper = render(example, into, &ending, &["--form", form.name]);
    let parse = whyproof_syntax::parse(&text(example));
    let said = expected(&parse, form);
    json!({ "paper": paper, "text": said.text, "notes": said.notes, "anywhere": said.anywhere })
}

fn text(example: &str) -> String {
    std::fs::read_to_string(file(example)).expect("UTF-8")
}

#[test]
fn every_form_of_every_example_says_what_the_case_says() {
    let folder = scratch("papers");
    let examples = examples();
    let forms_of = |example: &String| {
        let text = text(example);
        let is_story = text.contains("kind: story");
        let has_questions = text.contains("## Questions") || text.contains(" FAQ");
        let forms = FORMS.iter();
        forms.filter(move |form| match form.name {
            "story" => is_story,
            "prfaq" => has_questions,
            _ => true,
        })
    };
    let papers_of = |example| forms_of(example).map(|form| paper(example, form, &folder));
    let papers: Vec<Value> = examples.iter().flat_map(papers_of).collect();
    let faults = read(&papers);
    assert!(faults.is_empty(), "\n{}", report(&faults));
}

#[test]
fn what_a_paper_lacks_or_says_too_early_is_found() {
    let folder = scratch("papers-wanting");
    let mut paper = paper("organ-donor-form/proposal", &FORMS[0], &folder);
    let [first, second] = [0, 1].map(|at| paper["text"][at].clone());
    let texts = paper["text"].as_array_mut().expect("a list");
    texts.push(json!({ "what": "paragraph", "pieces": ["Nobody ever wrote these words."] }));
    texts.swap(0, 1);
    let notes = paper["notes"].as_array_mut().expect("a list");
    notes.push(json!({ "what": "note", "pieces": ["observation: nor this note."] }));
    let faults = read(&[paper]);
    let found: Vec<&str> = faults.iter().map(|fault| fault.words.as_str()).collect();
    let early = first["pieces"][0].as_str().expect("words");
    let lacking = [
        "Nobody ever wrote these words.",
        "observation: nor this note.",
    ];
    assert_ne!(first, second);
    assert_eq!(
        found,
        [early, lacking[0], lacking[1]],
        "\n{}",
        report(&faults)
    );
}
