//! Queries in a process of their own.

use std::time::{Duration, Instant};

use crate::support::{Workspace, case};

fn workspace(sql: &str, figures: &str) -> Workspace {
    let workspace = Workspace::new();
    workspace.write(
        "whyproof.toml",
        format!("[figures]\napart = true\n{figures}"),
    );
    workspace.write("x.csv", "came\n1\n0\n");
    workspace.write("case.md", case("50%", "q.share", sql));
    workspace
}

#[test]
fn it_gives_the_same() {
    let workspace = workspace("select avg(came) as share from 'x.csv'", "");
    workspace.run(&["refresh", "--check"]).exits(0);
}

#[test]
fn it_is_gone_after_its_deadline() {
    let workspace = workspace(
        "select count(*) as share from generate_series(1, 100000000) s cross join generate_series(1, 100000000) t where s.value % 7 = t.value % 11",
        "seconds = 1\n",
    );
    let started = Instant::now();
    workspace.run(&["query", "case.md", "q"]).exits(2);
    assert!(started.elapsed() < Duration::from_secs(20));
    assert_eq!(children(&workspace), 0);
}

#[test]
fn what_is_no_job_is_refused() {
    let workspace = Workspace::new();
    let mut command = workspace.command(&["answer-query"]);
    command.stdin(std::process::Stdio::null());
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(2));
}

/// Processes of the program that answer a query for this workspace and still run.
#[cfg(target_os = "linux")]
fn children(workspace: &Workspace) -> usize {
    let here = workspace.path("");
    let processes = std::fs::read_dir("/proc").unwrap().flatten();
    processes
        .filter(|process| {
            let line = std::fs::read(process.path().join("cmdline")).unwrap_or_default();
            let answers = String::from_utf8_lossy(&line).contains("answer-query");
            let folder = std::fs::read_link(process.path().join("cwd")).unwrap_or_default();
            answers && folder.starts_with(&here)
        })
        .count()
}

#[cfg(not(target_os = "linux"))]
fn children(_workspace: &Workspace) -> usize {
    0
}
