//! Programs that the tests run, from the system's packages.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Error, Result};
use crate::shell::{command, output, run};

/// A program that the tests run.
struct Program {
    /// Its name on the search path.
    name: &'static str,
    /// The Debian package that has it.
    package: &'static str,
    /// An environment variable that names the program, or the folder it is in.
    variable: &'static str,
    /// What needs it.
    purpose: &'static str,
}

/// A program that a later test runs is one more line here.
const PROGRAMS: &[Program] = &[
    Program {
        name: "git",
        package: "git",
        variable: "GIT",
        purpose: "tidy lists the files with it",
    },
    Program {
        name: "node",
        package: "nodejs",
        variable: "NODE",
        purpose: "prettier and the tests of pages run on it",
    },
    Program {
        name: "npm",
        package: "npm",
        variable: "NPM",
        purpose: "it installs prettier and what tests pages",
    },
    Program {
        name: "tmux",
        package: "tmux",
        variable: "TMUX_PROGRAM",
        purpose: "the drill is tested in it",
    },
    Program {
        name: "python3",
        package: "python3-venv",
        variable: "PYTHON3",
        purpose: "the language model's server and the reader of PDFs run on it",
    },
    Program {
        name: "g++",
        package: "g++",
        variable: "GXX",
        purpose: "it compiles the language model's server",
    },
    Program {
        name: "chromium",
        package: "chromium",
        variable: "CHROMIUM",
        purpose: "pages are tested in it",
    },
    Program {
        name: "initdb",
        package: "postgresql",
        variable: "PGBIN",
        purpose: "queries are sent to a PostgreSQL server",
    },
];

/// Where Debian puts the programs of a PostgreSQL server, in a folder for each version: not on the search path.
const POSTGRESQL: &str = "/usr/lib/postgresql";

/// Where a program is: what its environment variable says, else the search path or where Debian puts it.
pub(super) fn locate(name: &str) -> Option<PathBuf> {
    let program = PROGRAMS.iter().find(|program| program.name == name)?;
    if let Some(value) = std::env::var_os(program.variable) {
        let path = PathBuf::from(value);
        return if path.is_dir() {
            in_folder(&path, name)
        } else {
            path.is_file().then_some(path)
        };
    }
    std::env::split_paths(&std::env::var_os("PATH")?)
        .chain(versions(Path::new(POSTGRESQL)))
        .find_map(|folder| in_folder(&folder, name))
}

/// The folders of programs below a folder with one for each version.
fn versions(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let versions = std::fs::read_dir(folder).into_iter().flatten().flatten();
    versions.map(|version| version.path().join("bin"))
}

fn in_folder(folder: &Path, name: &str) -> Option<PathBuf> {
    // Windows finds a program by its extension, and npm there is a script.
    let endings: &[&str] = if cfg!(windows) {
        &[".exe", ".cmd"]
    } else {
        &[""]
    };
    endings
        .iter()
        .map(|ending| folder.join(format!("{name}{ending}")))
        .find(|path| path.is_file())
}

/// The missing programs, each with what needs it.
pub(super) fn missing() -> Vec<String> {
    absent()
        .map(|program| format!("{} ({})", program.name, program.purpose))
        .collect()
}

fn absent() -> impl Iterator<Item = &'static Program> {
    PROGRAMS
        .iter()
        .filter(|program| locate(program.name).is_none())
}

/// Installs the missing programs with apt.
pub(super) fn install() -> Result {
    let packages: Vec<&str> = absent().map(|program| program.package).collect();
    if packages.is_empty() {
        return Ok(());
    }
    get(&packages)
}

/// Installs packages of the system with apt.
pub(super) fn get(packages: &[&str]) -> Result {
    let help = |why: &str| {
        let mut what = missing();
        if what.is_empty() {
            what = packages.iter().map(|&package| package.to_owned()).collect();
        }
        Error::Other(format!(
            "{why}; install these yourself: {} (or name each program in an environment variable: {})",
            what.join(", "),
            absent().map(|p| p.variable).collect::<Vec<_>>().join(", ")
        ))
    };
    if !on_path("apt-get") {
        return Err(help("this system has no apt-get"));
    }
    let by_sudo = !is_root()?;
    if by_sudo && !on_path("sudo") {
        return Err(help("apt-get needs root, and there is no sudo"));
    }
    println!("setup: apt-get install {}", packages.join(" "));
    run(apt(by_sudo).arg("update"))?;
    run(apt(by_sudo)
        .args(["install", "--yes", "--no-install-recommends"])
        .args(packages))
}

fn apt(by_sudo: bool) -> Command {
    let mut command = command(if by_sudo { "sudo" } else { "env" });
    if by_sudo {
        command.arg("env");
    }
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"]);
    command
}

fn on_path(name: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| {
        std::env::split_paths(&path).any(|folder| in_folder(&folder, name).is_some())
    })
}

fn is_root() -> Result<bool> {
    Ok(output(command("id").arg("-u"))?.trim_ascii() == b"0")
}
