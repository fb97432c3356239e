//! A case in the browser: what `preview` serves, to whom, and that it hears of a saved file.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the tests run the program, and are its browser"
)]

#[allow(dead_code, reason = "the audits of pages are other tests' work")]
#[path = "web/tools.rs"]
mod tools;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// `preview` of a case, ended with this.
struct Served {
    folder: tempfile::TempDir,
    child: Child,
    port: u16,
}

impl Served {
    fn begin(text: &str) -> Served {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("fare.md"), text).expect("written");
        let mut child = Command::new(env!("CARGO_BIN_EXE_whyproof"))
            .args(["preview", "fare.md"])
            .current_dir(folder.path())
            .stdout(Stdio::piped())
            .spawn()
            .expect("started");
        let out = child.stdout.take().expect("its output");
        let mut line = String::new();
        BufReader::new(out).read_line(&mut line).expect("a line");
        let (_, rest) = line.split_once("http://127.0.0.1:").expect(&line);
        let (port, _) = rest.split_once('/').expect(&line);
        Served {
            folder,
            child,
            port: port.parse().expect("a port"),
        }
    }

    fn save(&self, text: &str) {
        std::fs::write(self.folder.path().join("fare.md"), text).expect("written");
    }

    fn ask(&self, path: &str, host: &str) -> TcpStream {
        let mut to = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        to.set_read_timeout(Some(Duration::from_secs(60)))
            .expect("set");
        let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n");
        to.write_all(request.as_bytes()).expect("asked");
        to
    }

    fn answer(&self, path: &str, host: &str) -> String {
        let mut answer = String::new();
        self.ask(path, host)
            .read_to_string(&mut answer)
            .expect("an answer");
        answer
    }

    fn own(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_page_is_served_to_this_machine_by_its_name_only() {
    let served = Served::begin("# Pay the fare\n\nWords.\n");
    let page = served.answer("/", &served.own());
    assert!(page.starts_with("HTTP/1.1 200 OK\r\n"), "{page}");
    assert!(page.contains("Pay the fare") && page.contains("script-src &#39;sha256-"));
    assert!(page.contains("Content-Security-Policy: frame-ancestors 'none'"));
    let elsewhere = served.answer("/", "evil.example");
    assert!(elsewhere.starts_with("HTTP/1.1 421 "), "{elsewhere}");
    assert!(!elsewhere.contains("Pay the fare"));
    let file = served.answer("/fare.md", &served.own());
    assert!(file.starts_with("HTTP/1.1 404 "), "{file}");
}

#[test]
fn a_saved_case_is_told_and_shown() {
    let served = Served::begin("# Pay the fare\n");
    let mut news = BufReader::new(served.ask("/changes", &served.own())).lines();
    let mut revision = |wanted: &str| {
        news.by_ref()
            .map(|line| line.expect("news"))
            .find(|line| line.starts_with("data: "))
            .is_some_and(|line| line == wanted)
    };
    assert!(revision("data: 1"));
    served.save("# Pay the fare, and people come back\n");
    assert!(revision("data: 2"));
    let page = served.answer("/", &served.own());
    assert!(page.contains("revision;desc=\"2\"") && page.contains("people come back"));
}

#[test]
fn a_reader_stays_where_they_were_when_the_case_is_saved() {
    let lines: String = (1..80)
        .map(|line| format!("Line {line} of the plan\n\n"))
        .collect();
    let text = format!("# T\n\n## Data\n\n```sql q\nselect 1 as c\n```\n\n## Plan\n\n{lines}");
    let served = Served::begin(&text);
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/web/preview.mjs");
    let node = std::env::var_os("NODE").unwrap_or_else(|| "node".into());
    let output = Command::new(node)
        .arg(script)
        .arg(format!("http://{}/", served.own()))
        .arg(served.folder.path().join("fare.md"))
        .arg(tools::chromium())
        .arg(tools::modules().join(".."))
        .output()
        .expect("the test needs node: run `cargo xtask setup`");
    let told = String::from_utf8_lossy(&output.stdout);
    let wrong = String::from_utf8_lossy(&output.stderr);
    assert_eq!(told.trim(), "kept its place", "{wrong}");
}
