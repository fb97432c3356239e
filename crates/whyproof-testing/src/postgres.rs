//! A PostgreSQL server for one test: in a folder of its own, on a free port, stopped when it is dropped.
//!
//! Its programs are found in the folder that `PGBIN` names, else where Debian puts them. It does not run as root, so a
//! test that does lets the system's user `postgres` run it.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "it starts a server for tests, in a temporary folder"
)]

use std::fs;
use std::hash::{BuildHasher, RandomState};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const USER: &str = "whyproof";
const DATABASE: &str = "postgres";

/// How long a server is waited for: other builds may have the machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running server, which is empty at first.
#[derive(Debug)]
pub struct Postgres {
    programs: PathBuf,
    folder: PathBuf,
    port: u16,
    password: String,
    server: Option<Child>,
}

impl Postgres {
    /// Makes a server and starts it.
    ///
    /// # Panics
    ///
    /// Where there is no PostgreSQL, or it does not start; the message says what to do.
    pub fn start() -> Postgres {
        let programs = programs();
        let name = format!("whyproof-postgres-{}-{:016x}", std::process::id(), random());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).expect("a temporary folder");
        let mut postgres = Postgres {
            programs,
            folder,
            port: free_port(),
            password: format!("s3cret-{:016x}{:016x}", random(), random()),
            server: None,
        };
        postgres.make();
        postgres.open();
        postgres
    }

    /// The URL with the name and the password of a user who may do everything.
    pub fn url(&self) -> String {
        self.url_as(USER, &self.password)
    }

    /// The URL with another user's name and password.
    pub fn url_as(&self, user: &str, password: &str) -> String {
        format!(
            "postgres://{user}:{password}@127.0.0.1:{}/{DATABASE}",
            self.port
        )
    }

    /// The password, which nothing may ever show.
    pub fn password(&self) -> &str {
        &self.password
    }

    /// The port on 127.0.0.1.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Runs SQL, any number of statements, and gives what `psql` prints: a row a line, `|` between columns.
    ///
    /// # Panics
    ///
    /// Where one of them fails.
    pub fn run(&self, sql: &str) -> String {
        let mut psql = Command::new(self.programs.join("psql"));
        psql.args([
            "-X",
            "-q",
            "-A",
            "-t",
            "-v",
            "ON_ERROR_STOP=1",
            "-h",
            "127.0.0.1",
        ])
        .args([
            "-p",
            &self.port.to_string(),
            "-U",
            USER,
            "-d",
            DATABASE,
            "-c",
            sql,
        ])
        .env("PGPASSWORD", &self.password);
        done(&mut psql).trim_end().to_owned()
    }

    /// Stops the server at once; whoever is connected is cut off.
    pub fn stop(&mut self) {
        let Some(mut server) = self.server.take() else {
            return;
        };
        let data = self.folder.join("data");
        let mut stop = self.program("pg_ctl");
        stop.args(["stop", "-m", "fast", "-w", "-t", "20", "-D"])
            .arg(data);
        let stopped = stop.stdout(Stdio::null()).stderr(Stdio::null()).status();
        if !stopped.is_ok_and(|status| status.success()) {
            let _ = server.kill();
        }
        let _ = server.wait();
    }

    /// Writes the server's files.
    fn make(&self) {
        let secret = self.folder.join("password");
        fs::write(&secret, &self.password).expect("a temporary file");
        if let Some(user) = Other::for_root() {
            done(
                Command::new("chown")
                    .arg("-R")
                    .arg(user.uid.to_string())
                    .arg(&self.folder),
            );
        }
        let mut make = self.program("initdb");
        make.args([
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
            "-U",
            USER,
            "--pwfile",
        ])
        .arg(&secret)
        .arg("-D")
        .arg(self.folder.join("data"));
        done(&mut make);
    }

    /// Starts the server, and waits until it answers.
    fn open(&mut self) {
        let log = fs::File::create(self.folder.join("log")).expect("a temporary file");
        let mut start = self.program("postgres");
        start
            .arg("-D")
            .arg(self.folder.join("data"))
            .args(["-p", &self.port.to_string()])
            .args([
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
            ])
            .args([
                "-c",
                "fsync=off",
                "-c",
                "max_connections=20",
                "-c",
                "shared_buffers=16MB",
            ])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log);
        let mut server = start.spawn().expect("the server starts");
        let end = Instant::now() + PATIENCE;
        // Its process id is written with the word `ready` when it answers.
        let state = self.folder.join("data/postmaster.pid");
        while !fs::read_to_string(&state).is_ok_and(|text| text.contains("ready"))
            || TcpStream::connect(("127.0.0.1", self.port)).is_err()
        {
            let gone = server.try_wait().is_ok_and(|status| status.is_some());
            if gone || Instant::now() > end {
                let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
                panic!("PostgreSQL does not start: {log}");
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        self.server = Some(server);
    }

    /// One of the server's own programs, which will not run as root.
    fn program(&self, name: &str) -> Command {
        let mut command = Command::new(self.programs.join(name));
        command.current_dir(&self.folder);
        Other::become_in(&mut command);
        command
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        self.stop();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The user who runs the server where the test runs as root.
struct Other {
    uid: u32,
    #[cfg_attr(not(unix), allow(dead_code, reason = "users have groups on Unix"))]
    gid: u32,
}

impl Other {
    fn for_root() -> Option<Other> {
        if !cfg!(unix) || number("-u", None)? != 0 {
            return None;
        }
        let known = ["postgres", "nobody"].into_iter().find_map(|name| {
            Some(Other {
                uid: number("-u", Some(name))?,
                gid: number("-g", Some(name))?,
            })
        });
        Some(known.expect("a user other than root to run PostgreSQL as: `postgres` or `nobody`"))
    }

    #[cfg(unix)]
    fn become_in(command: &mut Command) {
        use std::os::unix::process::CommandExt;
        if let Some(user) = Other::for_root() {
            command.uid(user.uid).gid(user.gid);
        }
    }

    #[cfg(not(unix))]
    fn become_in(_command: &mut Command) {}
}

/// What `id` says of a user.
fn number(what: &str, user: Option<&str>) -> Option<u32> {
    let output = Command::new("id")
        .arg(what)
        .args(user)
        .stderr(Stdio::null())
        .output()
        .ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

/// The folder with `initdb` and the rest, the newest version where there are several.
fn programs() -> PathBuf {
    let has_all = |folder: &Path| {
        ["initdb", "postgres", "pg_ctl", "psql"].iter().all(|name| {
            let ending = if cfg!(windows) { ".exe" } else { "" };
            folder.join(format!("{name}{ending}")).is_file()
        })
    };
    if let Some(folder) = std::env::var_os("PGBIN").map(PathBuf::from) {
        assert!(
            has_all(&folder),
            "PGBIN names a folder without PostgreSQL's programs: {}",
            folder.display()
        );
        return folder;
    }
    let mut versions: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let version = path.file_name()?.to_str()?.parse().ok()?;
            Some((version, path.join("bin")))
        })
        .filter(|(_, folder)| has_all(folder))
        .collect();
    versions.sort();
    let newest = versions.pop().map(|(_, folder)| folder);
    newest.expect("the test needs PostgreSQL: run `cargo xtask setup`, or name the folder of its programs in PGBIN")
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("its address").port()
}

fn random() -> u64 {
    RandomState::new().hash_one(0_u8)
}

/// Runs a command to its end and gives what it printed.
fn done(command: &mut Command) -> String {
    let output = command
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "{:?} failed: {said}",
        command.get_program()
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}
