//! The example program `grounded`, run on small files, right and wrong.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test"
)]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Example programs are built next to the tests.
fn program() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let built = test
        .parent()
        .and_then(|deps| deps.parent())
        .unwrap()
        .join("examples");
    built.join(format!("grounded{}", std::env::consts::EXE_SUFFIX))
}

/// Exit code, standard output and standard error.
fn run(input: &[u8]) -> (Option<i32>, String, String) {
    let mut child = Command::new(program())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the example `grounded` is built with the tests");
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (
        output.status.code(),
        text(output.stdout),
        text(output.stderr),
    )
}

#[track_caller]
fn prints(input: &str, expected: &str) {
    assert_eq!(
        run(input.as_bytes()),
        (Some(0), expected.to_owned(), String::new())
    );
}

#[track_caller]
fn refuses(input: &str, expected: &str) {
    let message = format!("grounded: standard input: {expected}\n");
    assert_eq!(run(input.as_bytes()), (Some(1), String::new(), message));
}

#[test]
fn chains_cycles_and_the_empty_extension() {
    prints("p af 3\n1 2\n2 3\n", "w 1 3\n");
    prints("p af 2\n1 2\n2 1\n", "w\n");
    prints("p af 5\n# a comment\n1 2\n2 1\n3 2\n4 5\n4 4\n", "w 1 3\n");
    prints("p af 0\n", "w\n");
    prints("p af 11\n1 1\n", "w 2 3 4 5 6 7 8 9 10 11\n");
}

#[test]
fn odd_spaces_line_ends_and_comments() {
    prints(
        "# first\r\n\r\np  af\t3\r\n1 2\r\n 2\t3 \r\n\r\n",
        "w 1 3\n",
    );
    prints("p af 2\n1 2", "w 1\n");
    prints("p af 2\n0000000000001 2\n", "w 1\n");
    let long = format!("# {}\np af 2\n1 2\n", "long ".repeat(100_000));
    prints(&long, "w 1\n");
}

#[test]
fn what_is_wrong_is_said_with_its_line() {
    refuses("", "there is no header; the first line is `p af N`");
    refuses(
        "# only this\n",
        "there is no header; the first line is `p af N`",
    );
    let header = "a header is `p af N`, N a number up to 100000000";
    refuses("p cnf 3\n", &format!("line 1: {header}"));
    refuses("p af\n", &format!("line 1: {header}"));
    refuses("\np af 3 4\n", &format!("line 2: {header}"));
    refuses("p af -3\n", &format!("line 1: {header}"));
    refuses("p af 100000001\n", &format!("line 1: {header}"));
    refuses("p af 99999999999\n", &format!("line 1: {header}"));
    refuses(
        "1 2\np af 2\n",
        "line 1: an attack before the header `p af N`",
    );
    refuses("p af 2\np af 2\n", "line 2: a second header");
    refuses(
        "p af 2\n1 2\n1\n",
        "line 3: an attack is two numbers, `a b`",
    );
    refuses(
        "p af 2\n1 2\n1 2 1\n",
        "line 3: an attack is two numbers, `a b`",
    );
    refuses("p af 2\n1 b\n", "line 2: an attack is two numbers, `a b`");
    refuses("p af 2\n1 +2\n", "line 2: an attack is two numbers, `a b`");
    refuses(
        "p af 2\n1 2\n\n# x\n1 3\n",
        "line 5: an argument is a number from 1 to 2",
    );
    refuses(
        "p af 2\n0 1\n",
        "line 2: an argument is a number from 1 to 2",
    );
    refuses(
        "p af 2\n1 18446744073709551617\n",
        "line 2: an argument is a number from 1 to 2",
    );
}

#[test]
fn a_line_is_counted_across_chunks() {
    let mut text = String::from("p af 9\n");
    text.push_str(&"1 2\n".repeat(100_000));
    text.push_str("1 10\n");
    refuses(&text, "line 100002: an argument is a number from 1 to 9");
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let (code, out, err) = run(b"p af 2\n\xff\xfe 2\n");
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert_eq!(
        err,
        "grounded: standard input: line 2: an attack is two numbers, `a b`\n"
    );
}

#[test]
fn a_missing_file_and_a_wrong_call() {
    let output = Command::new(program())
        .arg("no/such/file.af")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .starts_with("grounded: no/such/file.af: ")
    );
    let output = Command::new(program()).args(["a", "b"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
}
