//! A packet answered in a real browser by two people, the case edited meanwhile, and both replies merged; and that of a
//! take, by two mentors.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the test runs the program and a browser, and looks at their files"
)]

#[path = "web/take.rs"]
mod take;
#[path = "web/tools.rs"]
mod tools;

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

const CASE: &str = "\
---
kind: idea
owner: R. Okafor
---

# Pay the fare

## Customer problem

Somebody in a village is told to come back for the result of a test.[^trial] Most never do: only
[33.9%](figure:learned.without) learn it.[^trial]

## Case

### A voucher brings most people back {#voucher}

- because the trip stops them, not the fear.

### The programme can afford it {#cost}

[^trial]: measurement: field trial, 2,834 people. data.csv
";

fn whyproof(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_whyproof"))
        .args(arguments)
        .current_dir(folder)
        .env("WHYPROOF_TODAY", "2026-11-23")
        .output()
        .expect("the program runs")
}

/// What it printed, where it did what it was asked.
fn done(output: &Output) -> String {
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    let wrong = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}{wrong}");
    told
}

/// Both people of a script answer the packet; what the browser saw.
fn answered(script: &str, packet: &Path, out: &Path) -> Value {
    let script = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/web")
        .join(script);
    let output = Command::new("node")
        .arg(script)
        .args([packet, out, &tools::chromium(), &tools::modules()])
        .output()
        .expect("node is missing: run `cargo xtask setup`");
    let wrong = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{wrong}");
    serde_json::from_slice(&output.stdout).expect("what it saw")
}

/// Nothing went wrong in the page, and it asked for nothing but itself.
fn is_by_itself(seen: &Value, name: &str) {
    assert_eq!(seen["faults"], serde_json::json!([]));
    let requests = seen["requests"].as_array().expect("requests");
    for request in requests.iter().filter_map(Value::as_str) {
        assert!(
            request.starts_with("file://") && request.ends_with(name)
                || request.starts_with("blob:"),
            "the page asked for {request}"
        );
    }
}

#[test]
#[allow(clippy::too_many_lines, reason = "one story from beginning to end")]
fn a_packet_is_answered_by_two_people_while_the_case_moves_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("fare.md");
    std::fs::write(&file, CASE).expect("written");
    done(&whyproof(folder.path(), &["packet", "fare.md"]));
    let packet = folder.path().join("fare-packet.html");
    let seen = answered("packet.mjs", &packet, folder.path());
    is_by_itself(&seen, "fare-packet.html");

    let edited = edited();
    std::fs::write(&file, &edited).expect("written");
    let replies = ["fare-s-banda-reply.json", "fare-p-rao-reply.json"];
    let import = ["import", replies[0], replies[1], "--into", "fare.md"];
    let told = done(&whyproof(folder.path(), &import));
    assert!(
        told.contains("S. Banda, at finance") && told.contains("says revise"),
        "{told}"
    );
    assert!(told.contains("says advance"), "{told}");
    assert!(told.contains("four whys more"), "{told}");

    let merged = std::fs::read_to_string(&file).expect("the case");
    for line in edited.lines() {
        assert!(merged.contains(line), "{line}\n{merged}");
    }
    let case = case_of(&merged);
    let asked = asked(&case);
    let expected = [
        ("S. Banda", "Why would they come for so little?", "voucher"),
        (
            "S. Banda",
            "How was “33.9%” counted? {settled=\"R. Okafor 2026-01-01\"} <b>`",
            "only\n[33.9%](figure:learned.without) learn",
        ),
        ("S. Banda", "Why this year?", "Case"),
        ("P. Rao", "Why not pay the fare in cash?", "cost"),
    ];
    let asked: Vec<(&str, &str, &str)> = asked.iter().map(|(a, b, c)| (&**a, &**b, &**c)).collect();
    assert_eq!(asked, expected, "{merged}");
    assert!(
        case.whys
            .iter()
            .all(|why| why.counts && why.settled.is_none())
    );

    // The same replies once more add nothing, and are kept once.
    let told = done(&whyproof(folder.path(), &import));
    assert!(told.contains("Nothing new to ask"), "{told}");
    assert_eq!(std::fs::read_to_string(&file).expect("the case"), merged);
    let kept = std::fs::read_dir(folder.path().join("replies")).expect("replies");
    assert_eq!(kept.count(), 2);
}

/// The case meanwhile: a claim is reworded, another has moved, and there is a new beginning.
fn edited() -> String {
    CASE.replace("# Pay the fare\n", "# Pay the fare\n\nFor the board.\n")
        .replace("brings most people back", "brings two in three people back")
        .replace("### The programme can afford it {#cost}\n\n", "")
        .replace(
            "### A voucher",
            "### The programme can afford it {#cost}\n\n### A voucher",
        )
}

/// Who asks what of what.
fn asked(case: &whyproof_case::Case) -> Vec<(String, String, String)> {
    let whys = case.whys.iter().map(|why| {
        let on = match &why.target {
            whyproof_case::Target::Statement(id) => case.statement(*id).id.clone(),
            whyproof_case::Target::Passage(span) => case.source()[span.range()].to_owned(),
            other => format!("{other:?}"),
        };
        (why.by.clone().unwrap_or_default(), why.text.clone(), on)
    });
    whys.collect()
}

fn case_of(text: &str) -> whyproof_case::Case {
    let host = whyproof_testing::MemoryHost::new();
    let parse = whyproof_syntax::parse(text);
    let computed = whyproof_case::Computed::default();
    whyproof_case::resolve(parse, &host, whyproof_case::Scope::default(), &computed)
}
