//! What a query can read: files of every kind, tables of the case, notes, other queries, whyproof.toml.

use crate::support::{Workspace, case};

#[test]
fn a_file_is_a_query_by_its_own_name() {
    let workspace = Workspace::new();
    workspace.write("prices.csv", "what,price\ntea,2.5\ngreen tea,3\n");
    workspace.write(
        "case.md",
        "---\nkind: idea\n---\n\n# T\n\nTea is [$2.50](figure:prices.csv.price[tea]), green tea [$3.00](figure:prices.csv.price[green%20tea]) and [$3.00](<figure:prices.csv.price[green tea]>).\n",
    );
    workspace
        .run(&["refresh", "--check"])
        .exits(0)
        .says("Three figures");
}

#[test]
fn a_table_of_the_case_is_a_query_and_no_evidence() {
    let workspace = Workspace::new();
    let text = case(
        "9",
        "q.total",
        "select sum(people) as total from queue_at_the_door",
    );
    let text = text.replace(
        "## Data",
        "## Queue at the door\n\n| hour | people |\n|---|---|\n| 8 | 4 |\n| 9 | 5 |\n\n## Data",
    );
    workspace.write("case.md", text);
    workspace.run(&["refresh", "--check"]).exits(0);
    workspace.run(&["case.md"]).says("on your word");
}

#[test]
fn a_query_reads_another_and_none_itself() {
    let workspace = Workspace::new();
    workspace.write("x.csv", "came\n1\n0\n");
    let text = case("50%", "q.share", "select avg(came) as share from kept");
    let text =
        format!("{text}\n```sql kept\nselect came from 'x.csv' where came is not null\n```\n");
    workspace.write("case.md", &text);
    workspace.run(&["refresh", "--check"]).exits(0);
    workspace.write("case.md", text.replace("from 'x.csv'", "from q"));
    workspace.run(&["refresh", "--check"]).exits(1).says("q");
}

#[test]
fn a_folder_of_notes_is_a_table() {
    let workspace = Workspace::new();
    for (name, tags, said) in [
        (
            "2026-05-01-ana",
            "fare, trip",
            "I would go if somebody paid the trip.",
        ),
        ("2026-05-02-ben", "fear", "I do not want to know."),
        ("2026-05-03-cle", "trip", "It is two hours there."),
    ] {
        workspace.write(
            &format!("notes/{name}.md"),
            format!("---\nwho: {name}\ntags: [{tags}]\n---\n\n# Visit\n\n> {said}\n"),
        );
    }
    let sql = "select tags like '%trip%' as said from 'notes'";
    workspace.write("case.md", case("2 of 3", "q.said", sql));
    workspace.run(&["refresh", "--check"]).exits(0);
    workspace
        .run(&["query", "case.md", "notes", "--format", "csv"])
        .exits(0)
        .says("I do not want to know.")
        .says("2026-05-03");
    workspace.write("case.md", case("3 of 3", "q.said", sql));
    workspace
        .run(&["refresh", "--check"])
        .exits(1)
        .says("does not hold");
}

#[test]
fn whyproof_toml_names_tables_and_says_how_they_are_read() {
    let workspace = Workspace::new();
    workspace.write("data/x.csv", "code;came\n007;1\n010;0\n");
    workspace.write(
        "whyproof.toml",
        "[tables]\ntrial = { path = \"data/x.csv\", delimiter = \";\", types = { code = \"text\" } }\n",
    );
    workspace.write(
        "case.md",
        case("007", "q.first", "select min(code) as first from trial"),
    );
    workspace
        .run(&["query", "case.md", "q", "--format", "csv"])
        .exits(0)
        .says("007");
}

#[test]
fn a_source_that_is_not_there_is_named_and_the_file_stays() {
    let workspace = Workspace::new();
    workspace.write(
        "whyproof.toml",
        "[tables]\ntrial = { source = \"warehouse\", table = \"trial\" }\n[sources.warehouse]\nurl = \"postgres://reader:${PW}@127.0.0.1:1/x\"\n",
    );
    let text = case("50%", "q.share", "select avg(came) as share from trial");
    workspace.write("case.md", &text);
    let ran = workspace
        .command(&["refresh"])
        .env("PW", "s3cret-word")
        .output()
        .unwrap();
    let ran = crate::support::Ran::of(ran).exits(2).says("warehouse");
    assert!(!format!("{}{}", ran.out, ran.err).contains("s3cret-word"));
    assert_eq!(workspace.read("case.md"), text);
    workspace.run(&["refresh"]).exits(2).says("`PW` is not set");
}

#[test]
fn what_was_read_stands_in_the_json() {
    let workspace = Workspace::new();
    workspace.write("x.csv", "came\n1\n0\n");
    workspace.write(
        "case.md",
        case("50%", "q.share", "select avg(came) as share from 'x.csv'"),
    );
    let ran = workspace
        .run(&["show", "--format", "json", "case.md"])
        .exits(0);
    let shown: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let figure = &shown["figures"][0];
    assert_eq!(figure["state"], "live");
    assert_eq!(figure["value"], "0.5");
    let source = &figure["provenance"]["sources"][0];
    assert_eq!(source["files"][0], "x.csv");
    assert_eq!(source["rows"], 2);
    assert_eq!(
        figure["provenance"]["fingerprint"].as_str().unwrap().len(),
        64
    );
}

#[test]
fn query_prints_rows_for_people_and_programs() {
    let workspace = Workspace::new();
    workspace.write("x.csv", "village,came\nRumphi,0.4\n\"Chi, kwawa\",0.25\n");
    workspace.write(
        "case.md",
        case("40%", "q.came[Rumphi]", "select * from 'x.csv'"),
    );
    let table = workspace.run(&["query", "case.md", "q"]).exits(0);
    assert_eq!(
        table.out,
        "village     came\nRumphi       0.4\nChi, kwawa  0.25\n"
    );
    let csv = workspace
        .run(&["query", "case.md", "q", "--format", "csv"])
        .exits(0);
    assert_eq!(
        csv.out,
        "village,came\r\nRumphi,0.4\r\n\"Chi, kwawa\",0.25\r\n"
    );
    let parquet = workspace.run(&[
        "query",
        "case.md",
        "q",
        "--format",
        "parquet",
        "-o",
        "q.parquet",
    ]);
    parquet.exits(0);
    workspace
        .run(&["query", "case.md", "q.parquet", "--format", "csv"])
        .exits(0)
        .says("Rumphi,0.4");
    workspace
        .run(&["query", "case.md", "q", "--explain"])
        .exits(0)
        .says("two rows")
        .says("x.csv: two rows")
        .says("Plan");
    workspace.run(&["query", "case.md", "quantity"]).exits(2);
}

#[test]
fn a_file_is_written_as_its_ending_says() {
    let workspace = Workspace::new();
    workspace.write("x.csv", "village,came\nRumphi,0.4\n");
    workspace.write("case.md", case("40%", "q.came", "select * from 'x.csv'"));
    for (path, begins) in [
        ("q.csv", "village,came"),
        ("q.json", "{"),
        ("q.txt", "village"),
    ] {
        workspace
            .run(&["--color=always", "query", "case.md", "q", "-o", path])
            .exits(0);
        assert!(workspace.read(path).starts_with(begins), "{path}");
    }
}

#[test]
fn the_workspace_is_the_same_from_every_folder() {
    let workspace = Workspace::new();
    workspace.write("data/x.csv", "came\n1\n0\n");
    workspace.write("whyproof.toml", "[tables]\ntrial = \"data/x.csv\"\n");
    workspace.write(
        "cases/one/case.md",
        case("50%", "q.share", "select avg(came) as share from trial"),
    );
    workspace
        .run(&["refresh", "--check", "cases/one/case.md"])
        .exits(0);
    for (folder, path) in [
        ("cases", "one/case.md"),
        ("cases/one", "case.md"),
        ("cases/one", "./case.md"),
    ] {
        let mut command = workspace.command(&["refresh", "--check", path]);
        let output = command
            .current_dir(workspace.path(folder))
            .output()
            .unwrap();
        crate::support::Ran::of(output)
            .exits(0)
            .says("none is stale");
    }
}

#[test]
fn a_fraction_far_down_in_json_is_kept() {
    let workspace = Workspace::new();
    let rows = "{\"x\": 1}\n".repeat(10_000) + &"{\"x\": 1.9}\n".repeat(10_000);
    workspace.write("x.jsonl", rows);
    let sql = "select sum(x) as total from 'x.jsonl'";
    workspace.write("case.md", case("29,000", "q.total", sql));
    workspace.run(&["refresh", "--check"]).exits(0);
}

#[cfg(unix)]
#[test]
fn a_linked_folder_is_looked_at_every_time() {
    let workspace = Workspace::new();
    workspace.write("archive/a.csv", "n\n1\n");
    workspace.write("data/b.csv", "n\n1\n");
    std::os::unix::fs::symlink(workspace.path("archive"), workspace.path("data/old")).unwrap();
    workspace.write(
        "case.md",
        case("2", "q.n", "select sum(n) as n from 'data'"),
    );
    workspace.run(&["refresh", "--check"]).exits(0);
    workspace.write("archive/a.csv", "n\n9\n");
    workspace
        .run(&["refresh", "--check"])
        .exits(1)
        .says("2 → 10");
}

#[test]
fn what_a_message_names_can_be_found() {
    let workspace = Workspace::new();
    workspace.write("whyproof.toml", "[tables]\ntrial = \"data/nope.csv\"\n");
    workspace.write("x.csv", "came\nyes\nno\n");
    let ask = |sql: &str| {
        workspace.write("case.md", case("1", "q.a", sql));
        workspace.run(&["refresh"]).exits(1)
    };
    ask("select 1 as a from trial").says("whyproof.toml says that `trial` is `data/nope.csv`");
    ask("select 1 as a from qq").says("nothing is called `qq`");
    ask("select avg(came) as a from 'x.csv'").says("`avg` cannot take text");
    ask("select b as a from 'x.csv'").says("line 1, column 8 of the query");
    workspace.write(
        "whyproof.toml",
        "[sources.w]\nurl = \"postgres://me@h/w?password=hunter2\"\n",
    );
    let ran = workspace
        .run(&["refresh"])
        .exits(2)
        .says("whyproof.toml:2:");
    assert!(!ran.err.contains("hunter2"), "{}", ran.err);
}
