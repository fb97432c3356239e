//! What no transcript can show: a huge file, a closed pipe, standard input.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the tests run the program and make its files"
)]

use std::fs::File;
use std::io::{Read, Write};
use std::process::{Command, Output, Stdio};

const CASE: &str = "---\nkind: idea\n---\n\n# T\n\n## Case\n\n- A claim.[^nothing]\n";

fn whyproof(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whyproof"));
    command.args(arguments).env("WHYPROOF_TODAY", "2026-11-23");
    command
}

fn with_input(arguments: &[&str], input: &str) -> Output {
    let mut child = whyproof(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(input.as_bytes()).expect("written");
    drop(stdin);
    child.wait_with_output().expect("it ends")
}

#[test]
fn a_huge_file_is_refused_without_being_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("huge.md");
    let file = File::create(&path).expect("made");
    file.set_len(1 << 40).expect("a sparse file");
    let path = path.to_str().expect("UTF-8");
    for arguments in [&[path][..], &["check", path], &["import", path]] {
        let output = whyproof(arguments).output().expect("it ran");
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!(output.status.code(), Some(2));
        assert!(
            said.contains("has 1 TB; the most that is read is 64 MB"),
            "{said}"
        );
    }
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let folder = tempfile::tempdir().expect("a folder");
    // More than a pipe holds.
    let case = format!("{CASE}{}", "- Another claim.[^nowhere]\n".repeat(2000));
    let path = folder.path().join("case.md");
    std::fs::write(&path, case).expect("written");
    let path = path.to_str().expect("UTF-8");
    let commands = [
        &["check", "--all", path][..],
        &["completions", "bash"],
        &["--help"],
    ];
    for arguments in commands {
        let mut child = whyproof(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
        let mut stdout = child.stdout.take().expect("a pipe");
        let mut some = [0; 10];
        stdout.read_exact(&mut some).expect("it begins to write");
        drop(stdout);
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
        // The exit code is what it would have been: 1 for the case, whose footnotes are not there.
        let expected = i32::from(arguments[0] == "check");
        assert_eq!(output.status.code(), Some(expected), "{arguments:?}");
    }
}

#[test]
fn standard_input_is_read() {
    let output = with_input(&["check", "--format", "concise", "-"], CASE);
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(said.contains("-:9:11: error[evidence-undefined]"), "{said}");
    assert_eq!(output.status.code(), Some(1));
    let output = with_input(&["-"], "\u{feff}Just words, with a mark before them.\n");
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(
        said.starts_with("Standard input\n\n! Read as an idea"),
        "{said}"
    );
}

#[test]
fn without_its_colours_it_says_the_same() {
    let plain = with_input(&["-"], CASE).stdout;
    assert!(!plain.contains(&0x1b));
    let coloured = with_input(&["--color", "always", "-"], CASE).stdout;
    assert!(coloured.contains(&0x1b));
    let coloured = String::from_utf8(coloured).expect("UTF-8");
    let without = anstream::adapter::strip_str(&coloured).to_string();
    assert_eq!(without.as_bytes(), plain);
}
