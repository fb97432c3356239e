//! The bans that clippy keeps are there, each with its reason.

use std::fs;

use toml::{Table, Value};

fn read(path: &str) -> Table {
    let path = format!("{}/../{path}", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(path).expect("the file is there");
    text.parse().expect("the file is TOML")
}

#[test]
fn every_ban_has_a_reason() {
    let table = read("clippy.toml");
    for key in ["disallowed-methods", "disallowed-types"] {
        let bans = table[key].as_array().expect("a list");
        for ban in bans {
            let reason = ban.get("reason").and_then(Value::as_str);
            assert!(reason.is_some_and(|reason| !reason.is_empty()), "{ban:?}");
        }
    }
}

#[test]
fn every_way_out_is_banned() {
    let table = read("clippy.toml");
    let bans = table["disallowed-methods"].as_array().expect("a list");
    for way in [
        "std::fs::read",
        "std::fs::write",
        "std::path::Path::exists",
        "std::env::var",
        "std::env::current_dir",
        "std::time::SystemTime::now",
        "std::time::Instant::now",
        "jiff::ZonedDateTime::now",
        "jiff::Timestamp::now",
        "std::net::TcpStream::connect",
        "std::process::Command::new",
        "std::collections::HashMap::new",
    ] {
        let is_way = |ban: &Value| ban.get("path").and_then(Value::as_str) == Some(way);
        assert!(bans.iter().any(is_way), "{way}");
    }
}

#[test]
fn the_lints_that_keep_the_laws_are_on() {
    let manifest = read("Cargo.toml");
    let lints = &manifest["workspace"]["lints"];
    assert_eq!(lints["rust"]["unsafe_code"].as_str(), Some("forbid"));
    for lint in [
        "disallowed_methods",
        "disallowed_types",
        "print_stderr",
        "print_stdout",
        "too_many_lines",
        "unwrap_used",
    ] {
        let level = lints["clippy"].get(lint).and_then(Value::as_str);
        assert!(matches!(level, Some("warn" | "deny" | "forbid")), "{lint}");
    }
}
