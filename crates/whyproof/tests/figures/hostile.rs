//! SQL that wants more than it is given.

use std::time::{Duration, Instant};

use crate::support::{Workspace, case};

/// A workspace whose queries may take two seconds, and something outside it worth reading.
fn workspace(sql: &str) -> Workspace {
    let workspace = Workspace::new();
    workspace.write("secret.csv", "word\nswordfish\n");
    workspace.write(
        "work/whyproof.toml",
        "[figures]\nseconds = 2\nmemory = 256\nrows = 1000\n",
    );
    workspace.write("work/x.csv", "a\n1\n2\n");
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
fn an_endless_join_ends_at_its_time() {
    refused(
        "select count(*) as a from generate_series(1, 1000000) s cross join generate_series(1, 1000000) t where s.value % 7 = t.value % 11",
        "",
    );
}

#[test]
fn more_rows_than_are_wanted() {
    refused(
        "select x.a from 'x.csv' x, 'x.csv' b, 'x.csv' c, 'x.csv' d, 'x.csv' e, 'x.csv' f, 'x.csv' g, 'x.csv' h, 'x.csv' i, 'x.csv' j, 'x.csv' k",
        "1000 rows",
    );
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
