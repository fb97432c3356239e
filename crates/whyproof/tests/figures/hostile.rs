//! SQL that wants more than it is given.

use std::time::{Duration, Instant};

use crate::support::{ENDLESS, Workspace, case, thousand};

/// A workspace whose queries may take two seconds, and something outside it worth reading.
fn workspace(sql: &str) -> Workspace {
    let workspace = Workspace::new();
    workspace.write("secret.csv", "word\nswordfish\n");
    workspace.write(
        "work/whyproof.toml",
        "[figures]\nseconds = 2\nmemory = 256\nrows = 1000\n",
    );
    workspace.write("work/x.csv", "a\n1\n2\n");
    workspace.write("work/n.csv", thousand());
    workspace.write("work/case.md", case("1", "q.a", sql));
    workspace
}

#[track_caller]
fn refused(sql: &str, why: &str) {
    let workspace = workspace(sql);
    let before = workspace.read("work/case.md");
    let started = Instant::now();
    let ran = workspace
        .run(&["query", "work/case.md", "q"])
        .exits(2)
        .says(why);
    assert!(started.elapsed() < Duration::from_secs(30), "{sql}");
    assert!(!ran.out.contains("swordfish") && !ran.err.contains("swordfish"));
    assert_eq!(workspace.read("work/case.md"), before);
}

#[test]
fn another_file() {
    refused(
        "select * from '../secret.csv'",
        "leads out of the workspace",
    );
    refused("select * from '/etc/passwd'", "leads out of the workspace");
    refused(
        "select * from 'x/../../secret.csv'",
        "leads out of the workspace",
    );
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out() {
    let workspace = workspace("select * from 'link.csv'");
    std::os::unix::fs::symlink(
        workspace.path("secret.csv"),
        workspace.path("work/link.csv"),
    )
    .unwrap();
    let ran = workspace.run(&["query", "work/case.md", "q"]).exits(2);
    assert!(!ran.out.contains("swordfish"));
}

#[test]
fn a_url() {
    refused("select * from 'https://example.org/x.csv'", "");
    refused("select * from 's3://bucket/x.csv'", "");
    refused("select * from 'file:///etc/passwd'", "");
}

#[test]
fn writing() {
    refused("copy (select 1) to 'out.csv'", "");
    refused("insert into x values (1)", "");
    refused(
        "create external table t stored as csv location '/etc/passwd'",
        "",
    );
    refused("drop table x", "");
}

#[test]
fn more_than_a_query() {
    refused("set datafusion.execution.batch_size = 1", "");
    refused("select 1 as a; select 2 as a", "");
    refused("explain select 1 as a", "");
    refused("show tables", "");
}

#[test]
fn rows_of_its_own() {
    let sql = "select count(*) as a from generate_series(1, 1000000000)";
    refused(sql, "would make rows of its own");
}

#[test]
fn a_function_that_touches_the_system() {
    refused("select pg_read_file('/etc/passwd') as a", "no function");
    refused("select * from read_csv('/etc/passwd')", "");
    refused("select version() as a", "");
    refused("select now() as a", "");
}

#[test]
fn an_endless_join_ends_at_its_time() {
    refused(ENDLESS, "was stopped after 2 s");
}

#[test]
fn ten_to_the_nine_rows() {
    let sql = "select a.n as a from 'n.csv' a, 'n.csv' b, 'n.csv' c";
    refused(sql, "gives more than 1000 rows");
}

#[test]
fn more_memory_than_there_is() {
    let sql = "select count(*) as a from (select distinct a.n * 1000000 + b.n * 1000 + c.n from 'n.csv' a, 'n.csv' b, 'n.csv' c)";
    let workspace = workspace(sql);
    workspace.write(
        "work/whyproof.toml",
        "[figures]\nmemory = 16\nseconds = 20\n",
    );
    workspace
        .run(&["query", "work/case.md", "q"])
        .exits(2)
        .says("more than");
}

#[cfg(unix)]
#[test]
fn ctrl_c_stops_at_once() {
    let workspace = workspace(ENDLESS);
    workspace.write("work/whyproof.toml", "[figures]\nseconds = 60\n");
    let mut child = workspace
        .command(&["query", "work/case.md", "q"])
        .spawn()
        .unwrap();
    std::thread::sleep(Duration::from_millis(700));
    assert_eq!(child.try_wait().unwrap(), None, "it runs");
    let interrupted = Instant::now();
    let kill = std::process::Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status();
    assert!(kill.unwrap().success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert!(interrupted.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_condition_cannot_be_another_query() {
    let workspace = Workspace::new();
    workspace.write("x.csv", "a\n1\n");
    let text = case("whatever", "q.a", "select a from 'x.csv'");
    for condition in [
        "true) from q; copy q to 'out.csv' --",
        "a > (select 1 from '../y.csv')",
    ] {
        let text = text.replace("```sql q", &format!("```sql q holds=\"{condition}\""));
        workspace.write("case.md", text);
        workspace.run(&["refresh", "--check"]).exits(1);
        assert!(!workspace.path("out.csv").exists());
    }
}

#[test]
fn a_chart_cannot_be_written_outside() {
    let workspace = Workspace::new();
    workspace.write("x.csv", "v,a\nx,1\n");
    for path in ["../out.svg", "/tmp/whyproof-out.svg", "case.md", "out.txt"] {
        let text = case("1", "q.a", "select * from 'x.csv'");
        let text = text.replace("## Data", &format!("![c]({path} \"figure:q\")\n\n## Data"));
        workspace.write("work/case.md", &text);
        workspace.write("work/x.csv", "v,a\nx,1\n");
        workspace
            .run(&["refresh", "work/case.md"])
            .exits(1)
            .says("a chart is an .svg file in the workspace");
        assert_eq!(workspace.read("work/case.md"), text);
        assert!(!workspace.path("out.svg").exists());
    }
}
