//! Résumés out, read back: the text of a PDF in every design by three readers, and JSON by the official schema.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the tests run the program and read its files back"
)]

#[path = "web/examples.rs"]
#[allow(dead_code, reason = "the examples are for cases")]
mod examples;
#[path = "resumes/expected.rs"]
mod expected;
#[path = "papers/python.rs"]
mod python;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use examples::scratch;
use expected::expected;
use python::python;
use serde_json::{Value, json};
use whyproof_experience::resume::Resume;

const RESUMES: [&str; 3] = ["operations", "nurse", "engineer"];
const DESIGNS: [&str; 3] = ["plain", "modern", "compact"];
const SIZES: [&str; 2] = ["a4", "us-letter"];

fn here(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/resumes")
        .join(name)
}

fn setup(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../.setup")
        .join(name)
}

/// Renders a résumé into a file; what was said of it.
fn render(resume: &Path, into: &Path, more: &[&str]) -> String {
    if let Some(folder) = into.parent() {
        std::fs::create_dir_all(folder).expect("made");
    }
    let output = Command::new(env!("CARGO_BIN_EXE_whyproof"))
        .arg("render")
        .arg(resume)
        .arg("-o")
        .arg(into)
        .args(more)
        .env("WHYPROOF_TODAY", "2026-11-23")
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        output.status.success() && into.is_file(),
        "{}: {said}",
        into.display()
    );
    said
}

/// What three readers of PDFs do not find, a line each.
fn read_back(papers: &[Value]) -> Vec<Value> {
    read_by("contains.py", papers)
}

/// What a program says of papers, a line each.
fn read_by(program: &str, papers: &[Value]) -> Vec<Value> {
    let mut child = Command::new(python())
        .arg("-B")
        .arg(here(program))
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
    faults(&output.stdout, &format!("read {} papers", papers.len()))
}

fn faults(printed: &[u8], last: &str) -> Vec<Value> {
    let printed = String::from_utf8_lossy(printed);
    let mut lines: Vec<&str> = printed.lines().collect();
    assert_eq!(lines.pop(), Some(last), "it came to its end");
    let faults = lines.iter().map(|line| serde_json::from_str(line));
    faults.collect::<Result<_, _>>().expect("a fault a line")
}

fn value(resume: &str) -> Value {
    let text = std::fs::read_to_string(here(&format!("{resume}.yaml"))).expect("UTF-8");
    let resume = Resume::from_yaml(&text).expect("a résumé");
    serde_json::to_value(resume).expect("JSON")
}

#[test]
fn every_design_says_what_the_resume_says_in_its_order() {
    let folder = scratch("resumes");
    let mut papers = Vec::new();
    for resume in RESUMES {
        let wanted = expected(&value(resume));
        assert!(wanted.len() > 30, "{resume}");
        for design in DESIGNS {
            for size in SIZES {
                let paper = folder.join(format!("{resume}-{design}-{size}.pdf"));
                let more = ["--design", design, "--paper", size];
                render(&here(&format!("{resume}.yaml")), &paper, &more);
                papers.push(json!({ "paper": paper, "wanted": wanted }));
            }
        }
    }
    let faults = read_back(&papers);
    let lines: Vec<String> = faults.iter().map(Value::to_string).collect();
    assert!(faults.is_empty(), "\n{}", lines.join("\n"));
}

#[test]
fn a_long_address_goes_on_after_a_mark_of_its_own() {
    let folder = scratch("resumes-addresses");
    let mut papers = Vec::new();
    let resume = value("addresses");
    let shown = |address: &Value| expected::address(address);
    let addresses = [
        resume["basics"]["email"].as_str().expect("mail").to_owned(),
        shown(&resume["basics"]["url"]),
        shown(&resume["basics"]["profiles"][0]["url"]),
        shown(&resume["work"][0]["url"]),
    ];
    for design in DESIGNS {
        for size in SIZES {
            let paper = folder.join(format!("{design}-{size}.pdf"));
            let more = ["--design", design, "--paper", size];
            render(&here("addresses.yaml"), &paper, &more);
            papers.push(
                json!({ "paper": paper, "addresses": addresses, "wanted": expected(&resume) }),
            );
        }
    }
    assert_eq!(read_back(&papers), Vec::<Value>::new());
    let mut told = read_by("breaks.py", &papers);
    let ends = told.pop().and_then(|last| last["ends"].as_u64());
    assert_eq!(told, Vec::<Value>::new());
    assert!(ends > Some(3), "{ends:?}");
}

#[test]
fn what_a_paper_lacks_or_says_too_early_is_found() {
    let paper = scratch("resumes-wanting").join("operations.pdf");
    render(&here("operations.yaml"), &paper, &[]);
    let mut wanted = expected(&value("operations"));
    wanted.swap(1, 2);
    wanted.push(vec!["Nobody ever wrote these words.".to_owned()]);
    let faults = read_back(&[json!({ "paper": paper, "wanted": wanted })]);
    let messages: Vec<&str> = faults
        .iter()
        .filter_map(|fault| fault["message"].as_str())
        .collect();
    assert_eq!(
        messages,
        ["stands too early", "is missing"].repeat(3),
        "{faults:?}"
    );
}

/// Holds résumés against the official schema of JSON Resume.
fn validate(resumes: &[PathBuf]) -> Vec<Value> {
    let folder = setup("npm");
    let modules = folder.join("node_modules");
    assert!(
        folder.join("installed-lock.json").is_file() && modules.join("@jsonresume/schema").is_dir(),
        "the test needs @jsonresume/schema: run `cargo xtask setup`"
    );
    let node = std::env::var_os("NODE").map_or_else(|| "node".into(), PathBuf::from);
    let output = Command::new(node)
        .arg(here("validate.mjs"))
        .arg(modules)
        .args(resumes)
        .output()
        .expect("the test needs node: run `cargo xtask setup`");
    faults(
        &output.stdout,
        &format!("validated {} resumes", resumes.len()),
    )
}

#[test]
fn json_is_what_the_official_schema_asks_for() {
    let folder = scratch("resumes-json");
    let made = RESUMES.map(|resume| {
        let made = folder.join(format!("{resume}.json"));
        render(&here(&format!("{resume}.yaml")), &made, &[]);
        let text = std::fs::read_to_string(&made).expect("UTF-8");
        let made_of: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(made_of["meta"].get("whyproof"), None, "{resume}");
        assert!(!text.contains("PRIVATE-NOTE"));
        made
    });
    assert_eq!(validate(&made), Vec::<Value>::new());
    let wrong = folder.join("wrong.json");
    std::fs::write(&wrong, "{\"basics\": {\"name\": [1]}}").expect("written");
    assert!(!validate(&[wrong]).is_empty());
}

#[test]
fn the_official_samples_come_back_without_loss() {
    let samples = setup("npm").join("node_modules/@jsonresume/schema");
    let folder = scratch("resumes-samples");
    std::fs::create_dir_all(&folder).expect("made");
    let mut files = vec![samples.join("sample.resume.json")];
    for entry in std::fs::read_dir(samples.join("examples")).expect("a folder") {
        files.push(entry.expect("an entry").path());
    }
    assert!(files.len() > 2);
    for file in files {
        let text = std::fs::read_to_string(&file).expect("UTF-8");
        let before: Value = serde_json::from_str(&text).expect("JSON");
        let yaml = Resume::from_json(&text).and_then(|resume| resume.to_yaml());
        let between = folder.join("between.yaml");
        std::fs::write(&between, yaml.expect("YAML")).expect("written");
        let after = folder.join("after.json");
        render(&between, &after, &[]);
        let text = std::fs::read_to_string(&after).expect("UTF-8");
        let after: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(before, after, "{}", file.display());
        let paper = folder.join("sample.pdf");
        render(&between, &paper, &["--design", "compact"]);
    }
}

#[test]
fn what_was_withdrawn_is_nowhere() {
    let folder = scratch("resumes-withdrawn");
    std::fs::create_dir_all(&folder).expect("made");
    let text = std::fs::read_to_string(here("operations.yaml")).expect("UTF-8");
    let line = "Trained eleven supervisors, of whom nine still hold the job.";
    let text = text.replace(
        "- Was employee of the month in May 2019.",
        &format!("- {line}"),
    );
    let resume = folder.join("experience.yaml");
    std::fs::write(&resume, text).expect("written");
    let made = folder.join("resume.json");
    let said = render(&resume, &made, &[]);
    assert!(
        said.contains("A line that you have withdrawn is left out."),
        "{said}"
    );
    let json = std::fs::read_to_string(&made).expect("UTF-8");
    assert!(!json.contains(line));
    let paper = folder.join("resume.pdf");
    render(&resume, &paper, &[]);
    let faults = read_back(&[json!({ "paper": paper, "wanted": [[line]] })]);
    assert_eq!(faults.len(), 3, "{faults:?}");
}
