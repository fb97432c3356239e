//! `cargo xtask ballista`: the tests of the feature `ballista`, on a cluster of three processes of this machine.
//!
//! It is not a part of `cargo xtask test`: Ballista's programs are long to build, and few who change something else
//! need them.

mod cluster;
mod install;

use self::cluster::Cluster;
use crate::error::Result;
use crate::shell::{cargo, run};

/// Built in a hurry, in a folder of its own: Ballista wants other features of all that the engine is made of, and
/// nobody measures anything here.
const NEXTEST: &[&str] = &[
    "nextest",
    "run",
    "--locked",
    "--package=whyproof-engine",
    "--package=whyproof",
    "--features=whyproof/ballista",
];

/// With the cluster, and without it.
const RUNNING: &str = "binary(remote_ballista) | (binary(ballista) & not test(stopped))";
const STOPPED: &str = "binary(ballista) & test(stopped)";

/// Installs Ballista, starts a cluster, runs the tests, and stops the cluster however they end.
pub fn ballista() -> Result {
    // What takes longest and may fail for other reasons comes first.
    run(install::hurried(cargo(NEXTEST)).arg("--no-run"))?;
    let programs = install::install()?;
    let cluster = Cluster::start(&programs)?;
    println!("ballista: a scheduler with two executors answers");
    let (url, shared) = (cluster.url(), cluster.shared());
    let tests = |which: &str| {
        let mut tests = install::hurried(cargo(NEXTEST));
        tests
            .arg("--filterset")
            .arg(which)
            .env("WHYPROOF_BALLISTA", &url)
            .env("WHYPROOF_BALLISTA_ROOT", &shared);
        run(&mut tests)
    };
    tests(RUNNING)?;
    drop(cluster);
    println!("ballista: the cluster is stopped");
    tests(STOPPED)
}
