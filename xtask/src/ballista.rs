//! `cargo xtask ballista`: the tests of the feature `ballista`, on a cluster of three processes of this machine.
//!
//! It is not a part of `cargo xtask test`: Ballista's programs are long to build, and few who change something else
//! need them.

mod cluster;
mod install;

use self::cluster::Cluster;
use crate::error::Result;
use crate::shell::{cargo, run};

const NEXTEST: &[&str] = &[
    "nextest",
    "run",
    "--cargo-profile=release",
    "--locked",
    "--package=whyproof-engine",
    "--features=ballista",
    "--filter-expr=binary(remote_ballista)",
];

/// Installs Ballista, starts a cluster, runs the tests, and stops the cluster however they end.
pub fn ballista() -> Result {
    // What takes longest and may fail for other reasons comes first.
    let mut build = cargo(NEXTEST);
    run(build.arg("--no-run"))?;
    let programs = install::install()?;
    let cluster = Cluster::start(&programs)?;
    println!("ballista: a scheduler with two executors answers");
    run(cargo(NEXTEST)
        .env("WHYPROOF_BALLISTA", cluster.url())
        .env("WHYPROOF_BALLISTA_ROOT", cluster.shared()))
}
