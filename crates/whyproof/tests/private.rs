//! Nothing leaves the machine: a person's whole way, from résumé to preparation book, with the network denied. Whoever
//! opens a socket is killed, so that an attempt shows, and not only a failure to connect.
#![cfg(target_os = "linux")]
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test runs the program on files"
)]

#[path = "papers/python.rs"]
mod python;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use python::python;

/// The commands, in the order of a person's way; what they write stands in a copy of the example. What is in `'` is one
/// argument.
const WAY: &[&str] = &[
    "import resume.pdf -o me",
    "take resume.pdf --job job.txt",
    "take me --bar product-manager",
    "bar from job.txt",
    "bar from job.txt -o bars/harborline.toml",
    "take . --bar product-manager --bar program-manager --job job.txt",
    "take . --bar product-manager --format json",
    "take . --job job.txt -o take.json",
    "take . --job job.txt --format html -o take.html",
    "take . --job job.txt --format pdf -o take.pdf",
    "tailor . --job job.txt --letter -o for-harborline.pdf",
    "tailor . --job job.txt -o for-harborline.json",
    "tailor . --job job.txt -o for-harborline.yaml",
    "tailor . --job job.txt -o for-harborline.docx",
    "tailor . --job job.txt -o for-harborline.md",
    "render experience.yaml -o resume-all.pdf",
    "render experience.yaml -o resume-all.docx",
    "render stories/the-recall-night.md -o recall.html",
    "render stories/the-recall-night.md -o recall.pdf",
    "packet --take . --bar product-manager -o mentor.html",
    "import mentor-reply.json --into .",
    "prep . --job job.txt -o prep.pdf",
    "prep . --job job.txt -o prep.html",
    "drill . --loop --script answers.txt",
    "story 'The cabinets again' --script told.txt -o stories/told.md",
    "debrief . --day 2026-11-26 --by Hana --asked 'What was the number before?' --went well",
    "take . --bar product-manager",
];

/// What a mentor sends back.
const REPLY: &str = r#"{
 "schema": "whyproof/take-reply/1",
 "about": { "signed": "K., Seattle", "packet": "0" },
 "mentor": { "name": "P. Rao" },
 "written": "2026-11-24",
 "said": [
  { "bar": "product-manager", "criterion": "case", "story": null, "judged": "meets", "note": "Clear." }
 ]
}"#;

/// The arguments of a line.
fn words(line: &str) -> Vec<&str> {
    let parts = line.split('\'').enumerate();
    let words = parts.flat_map(|(at, part)| match at % 2 {
        0 => part.split_whitespace().collect(),
        _ => vec![part],
    });
    words.collect()
}

fn denied(arguments: &[&str], folder: &Path) -> Output {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/private/denied.py");
    Command::new(python())
        .arg("-B")
        .arg(script)
        .args(arguments)
        .current_dir(folder)
        .env("WHYPROOF_TODAY", "2026-11-27")
        .env("WHYPROOF_MODEL_URL", "http://127.0.0.1:9/v1")
        .env("WHYPROOF_MODEL", "none")
        .output()
        .expect("Python runs")
}

#[test]
fn a_socket_is_the_end() {
    let folder = tempfile::tempdir().expect("a folder");
    let python = python();
    let python = python.to_str().expect("a path");
    let harmless = denied(&[python, "-c", "print('here')"], folder.path());
    assert_eq!(String::from_utf8_lossy(&harmless.stdout), "here\n");
    let opens = denied(
        &[python, "-c", "import socket; socket.socket()"],
        folder.path(),
    );
    assert_eq!(opens.status.code(), None, "it was killed: {opens:?}");
    // A command that is told to ask a model on this machine is ended alike.
    let story = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../examples/person/stories/the-recall-night.md");
    let story = story.to_str().expect("a path");
    let program = env!("CARGO_BIN_EXE_whyproof");
    let opens = denied(&[program, "ask", story, "--model"], folder.path());
    assert_eq!(opens.status.code(), None, "it was killed: {opens:?}");
}

#[test]
fn a_persons_whole_way_needs_no_network() {
    let scratch = tempfile::tempdir().expect("a folder");
    let folder = scratch.path().join("person");
    copy(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/person"),
        &folder,
    );
    std::fs::write(
        folder.join("answers.txt"),
        "I counted 358 of them.\n---\nI did.\n",
    )
    .expect("a file");
    std::fs::write(folder.join("told.txt"), "2018\n---\nI counted\n").expect("a file");
    std::fs::write(folder.join("mentor-reply.json"), REPLY).expect("a file");
    let program = env!("CARGO_BIN_EXE_whyproof");
    for line in WAY {
        let mut arguments = vec![program];
        arguments.extend(words(line));
        let output = denied(&arguments, &folder);
        assert_eq!(
            output.status.code(),
            Some(0),
            "whyproof {line}\n{}\n{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

fn copy(from: &Path, to: &PathBuf) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let there = to.join(entry.file_name());
        if entry.file_type().expect("a kind").is_dir() {
            copy(&entry.path(), &there);
        } else {
            std::fs::copy(entry.path(), there).expect("a copy");
        }
    }
}
