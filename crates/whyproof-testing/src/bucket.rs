//! A server of buckets that speaks S3, for one test: moto, on a free port, stopped when it is dropped.
//!
//! It runs in the Python that `PYTHON` names, else in the one that `cargo xtask setup` makes.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "it starts a server for tests and speaks to it"
)]

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a server is waited for: other builds may have the machine.
const PATIENCE: Duration = Duration::from_secs(90);

/// A running server, whose buckets are in its memory.
#[derive(Debug)]
pub struct Buckets {
    port: u16,
    server: Child,
}

impl Buckets {
    /// Starts a server without buckets. It takes any keys.
    ///
    /// # Panics
    ///
    /// Where it does not start; the message says what to do.
    pub fn start() -> Buckets {
        Self::with(None)
    }

    /// The same, but after so many requests it knows no keys.
    ///
    /// # Panics
    ///
    /// As [`Buckets::start`].
    pub fn that_refuse_after(requests: u32) -> Buckets {
        Self::with(Some(requests))
    }

    fn with(open: Option<u32>) -> Buckets {
        let port = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
        let port = port.expect("a free port").port();
        let mut start = Command::new(python());
        start.args([
            "-m",
            "moto.server",
            "-H",
            "127.0.0.1",
            "-p",
            &port.to_string(),
        ]);
        if let Some(requests) = open {
            start.env("INITIAL_NO_AUTH_ACTION_COUNT", requests.to_string());
        }
        let server = start
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let mut buckets = Buckets {
            port,
            server: server.expect("Python runs; get it with `cargo xtask setup`"),
        };
        let end = Instant::now() + PATIENCE;
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = buckets.server.try_wait().is_ok_and(|ended| ended.is_some());
            assert!(
                !ended && Instant::now() < end,
                "the test needs moto, a server of buckets: run `cargo xtask setup`, or name a Python that has it in PYTHON"
            );
            std::thread::sleep(Duration::from_millis(50));
        }
        buckets
    }

    /// Its URL.
    pub fn endpoint(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Makes a bucket.
    ///
    /// # Panics
    ///
    /// Where the server does not make it.
    pub fn make(&self, bucket: &str) {
        self.ask(&format!("/{bucket}"), &[]);
    }

    /// Puts an object into a bucket.
    ///
    /// # Panics
    ///
    /// Where the server does not take it.
    pub fn put(&self, bucket: &str, key: &str, bytes: &[u8]) {
        self.ask(&format!("/{bucket}/{key}"), bytes);
    }

    /// Stops the server at once.
    pub fn stop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }

    fn ask(&self, path: &str, bytes: &[u8]) {
        let head = format!(
            "PUT {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/octet-stream\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n",
            bytes.len()
        );
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the server listens");
        stream.write_all(head.as_bytes()).expect("it reads");
        stream.write_all(bytes).expect("it reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        let status = answer.lines().next().unwrap_or_default();
        assert!(status.contains(" 200"), "{path}: {status}");
    }
}

impl Drop for Buckets {
    fn drop(&mut self) {
        self.stop();
    }
}

/// The Python that has the server.
fn python() -> PathBuf {
    if let Some(python) = std::env::var_os("PYTHON") {
        return PathBuf::from(python);
    }
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../.setup/python"));
    assert!(
        folder.join("installed-requirements.txt").is_file(),
        "the test needs moto, a server of buckets: run `cargo xtask setup`"
    );
    folder.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    })
}
