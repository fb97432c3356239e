//! A scheduler and two executors on free ports of 127.0.0.1, stopped when they are dropped.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::install::Programs;
use crate::error::{AtPath, Error, Result};
use crate::shell::{command, target};

/// How many executors there are: with one nothing would be distributed.
const EXECUTORS: usize = 2;

/// How long all of them are waited for.
const PATIENCE: Duration = Duration::from_secs(60);

/// Processes that belong together.
pub(super) struct Cluster {
    folder: PathBuf,
    port: u16,
    processes: Vec<(String, Child)>,
}

impl Cluster {
    /// Starts the processes and waits until the scheduler knows both executors.
    pub(super) fn start(programs: &Programs) -> Result<Cluster> {
        let folder = target().join("ballista-cluster");
        if folder.exists() {
            fs::remove_dir_all(&folder).at(&folder)?;
        }
        let shared = folder.join("shared");
        fs::create_dir_all(&shared).at(&shared)?;
        let ports = free_ports(1 + 3 * EXECUTORS)?;
        let mut ports = ports.into_iter();
        let mut port = || ports.next().unwrap_or_default();
        let mut cluster = Cluster {
            folder,
            port: port(),
            processes: Vec::new(),
        };
        let scheduler_port = cluster.port.to_string();
        let mut scheduler = command(&programs.scheduler);
        scheduler
            .args(["--bind-host", "127.0.0.1", "--external-host", "127.0.0.1"])
            .args(["--bind-port", &scheduler_port])
            .args(["--min-ready-executors", &EXECUTORS.to_string()]);
        cluster.spawn("scheduler", &mut scheduler)?;
        for number in 1..=EXECUTORS {
            let name = format!("executor-{number}");
            let work = cluster.folder.join(&name);
            fs::create_dir_all(&work).at(&work)?;
            let mut executor = command(&programs.executor);
            executor
                .args([
                    "--scheduler-host",
                    "127.0.0.1",
                    "--scheduler-port",
                    &scheduler_port,
                ])
                .args(["--scheduler-connect-timeout-seconds", "30"])
                .args(["--bind-host", "127.0.0.1", "--external-host", "127.0.0.1"])
                .args(["--bind-port", &port().to_string()])
                .args(["--bind-grpc-port", &port().to_string()])
                .args(["--bind-health-port", &port().to_string()])
                .args(["--vcores", "2", "--work-dir"])
                .arg(work);
            cluster.spawn(&name, &mut executor)?;
        }
        cluster.wait()?;
        Ok(cluster)
    }

    /// The URL as `whyproof.toml` would have it.
    pub(super) fn url(&self) -> String {
        format!("ballista://127.0.0.1:{}", self.port)
    }

    /// A folder that client and executors both see.
    pub(super) fn shared(&self) -> PathBuf {
        self.folder.join("shared")
    }

    fn spawn(&mut self, name: &str, program: &mut Command) -> Result {
        let path = self.folder.join(format!("{name}.log"));
        let log = fs::File::create(&path).at(&path)?;
        let errors = log.try_clone().at(&path)?;
        let process = program
            .stdin(Stdio::null())
            .stdout(log)
            .stderr(errors)
            .spawn()
            .map_err(|source| Error::Start {
                command: name.to_owned(),
                source,
            })?;
        self.processes.push((name.to_owned(), process));
        Ok(())
    }

    fn wait(&mut self) -> Result {
        let end = Instant::now() + PATIENCE;
        while !is_ready(self.port) {
            for (name, process) in &mut self.processes {
                if process.try_wait().is_ok_and(|ended| ended.is_some()) {
                    return Err(failed(&self.folder, name, "ended"));
                }
            }
            if Instant::now() > end {
                return Err(failed(
                    &self.folder,
                    "scheduler",
                    "does not know its executors",
                ));
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        Ok(())
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // Executors first: they would only look for their scheduler.
        for (_, process) in self.processes.iter_mut().rev() {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

/// Whether the scheduler says that it has as many executors as it was told to have.
fn is_ready(port: u16) -> bool {
    let ask = || -> std::io::Result<String> {
        let mut stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_read_timeout(Some(Duration::from_secs(2)))?;
        stream
            .write_all(b"GET /readyz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    };
    ask().is_ok_and(|answer| {
        answer
            .lines()
            .next()
            .is_some_and(|line| line.contains(" 200"))
    })
}

/// Ports that nobody has just now, each another.
fn free_ports(count: usize) -> Result<Vec<u16>> {
    let taken = |source| Error::Start {
        command: "a process on a free port".to_owned(),
        source,
    };
    let mut listeners = Vec::new();
    for _ in 0..count {
        listeners.push(TcpListener::bind(("127.0.0.1", 0)).map_err(taken)?);
    }
    let port = |listener: &TcpListener| listener.local_addr().map(|address| address.port());
    listeners
        .iter()
        .map(port)
        .collect::<std::io::Result<_>>()
        .map_err(taken)
}

/// What happened to a process, and the end of what it said.
fn failed(folder: &Path, name: &str, what: &str) -> Error {
    let log = fs::read_to_string(folder.join(format!("{name}.log"))).unwrap_or_default();
    let lines: Vec<&str> = log.lines().collect();
    let last = lines[lines.len().saturating_sub(10)..].join("\n");
    Error::Other(format!("Ballista's {name} {what}:\n{last}"))
}
