//! Queries in a process of their own.

use std::time::{Duration, Instant};

use crate::support::{ENDLESS, Workspace, case, thousand};

fn workspace(sql: &str, figures: &str) -> Workspace {
    let workspace = Workspace::new();
    workspace.write(
        "whyproof.toml",
        format!("[figures]\napart = true\n{figures}"),
    );
    workspace.write("x.csv", "came\n1\n0\n");
    workspace.write("n.csv", thousand());
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
    let workspace = workspace(ENDLESS, "seconds = 2\n");
    let started = Instant::now();
    let mut child = workspace
        .command(&["query", "case.md", "q"])
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    if cfg!(target_os = "linux") {
        assert_eq!(appeared(&workspace).len(), 1);
    }
    let status = child.wait().unwrap();
    assert_eq!(status.code(), Some(2));
    assert!(started.elapsed() < Duration::from_secs(10));
    assert_eq!(children(&workspace), 0);
}

#[cfg(target_os = "linux")]
#[test]
fn it_is_killed_where_it_does_not_end_by_itself() {
    // A child that is stopped cannot see that its time is over.
    let workspace = workspace(ENDLESS, "seconds = 2\n");
    let started = Instant::now();
    let mut parent = workspace
        .command(&["query", "case.md", "q"])
        .spawn()
        .unwrap();
    let children_there = appeared(&workspace);
    assert_eq!(children_there.len(), 1);
    for child in children_there {
        let stop = std::process::Command::new("kill")
            .args(["-STOP", &child.to_string()])
            .status();
        assert!(stop.unwrap().success());
    }
    assert_eq!(parent.wait().unwrap().code(), Some(2));
    assert!(started.elapsed() < Duration::from_secs(10));
    assert_eq!(children(&workspace), 0);
}

#[test]
fn it_has_an_address_space_limit() {
    let workspace = workspace("select count(*) as share from 'n.csv'", "memory = 64\n");
    workspace.run(&["query", "case.md", "q"]).exits(0);
    let sql = "select array_agg(repeat('x', 1000000)) as share from 'n.csv'";
    workspace.write("case.md", case("1", "q.share", sql));
    workspace
        .run(&["query", "case.md", "q"])
        .exits(2)
        .says("memory");
}

#[test]
fn what_is_no_job_is_refused() {
    let workspace = Workspace::new();
    let mut command = workspace.command(&["answer-query"]);
    command.stdin(std::process::Stdio::null());
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(2));
}

/// The processes that answer a query for this workspace, once there are any: a busy machine takes its time.
fn appeared(workspace: &Workspace) -> Vec<u32> {
    let end = Instant::now() + Duration::from_secs(5);
    loop {
        let running = running(workspace);
        if !running.is_empty() || Instant::now() > end {
            return running;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// How many processes of the program answer a query for this workspace.
fn children(workspace: &Workspace) -> usize {
    running(workspace).len()
}

/// Their ids.
#[cfg(target_os = "linux")]
fn running(workspace: &Workspace) -> Vec<u32> {
    let here = workspace.path("");
    let processes = std::fs::read_dir("/proc").unwrap().flatten();
    processes
        .filter(|process| {
            let line = std::fs::read(process.path().join("cmdline")).unwrap_or_default();
            let answers = String::from_utf8_lossy(&line).contains("answer-query");
            let folder = std::fs::read_link(process.path().join("cwd")).unwrap_or_default();
            answers && folder.starts_with(&here)
        })
        .filter_map(|process| process.file_name().to_str()?.parse().ok())
        .collect()
}

#[cfg(not(target_os = "linux"))]
fn running(_workspace: &Workspace) -> Vec<u32> {
    Vec::new()
}
