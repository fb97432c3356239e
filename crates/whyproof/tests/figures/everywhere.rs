//! The same case gives the same figures, wherever its table is.

use whyproof_testing::postgres::Postgres;

use crate::support::{Workspace, figures, trial};

const CSV: &str = "data/learn_your_result.csv";

/// What the figures of the case are, computed from the file itself.
fn expected() -> Vec<(String, String)> {
    let workspace = trial("[tables]\ntrial = \"data/learn_your_result.csv\"\n");
    workspace
        .run(&["refresh", "--check", "measured.md"])
        .exits(0);
    let figures = figures(&workspace);
    assert!(figures.len() > 40, "{figures:?}");
    figures
}

#[test]
fn on_parquet() {
    let workspace = trial("[tables]\ntrial = \"data/trial.parquet\"\n");
    workspace
        .run(&[
            "query",
            "measured.md",
            CSV,
            "--format=parquet",
            "--output=data/trial.parquet",
        ])
        .exits(0);
    std::fs::remove_file(workspace.path(CSV)).unwrap();
    workspace
        .run(&["refresh", "--check", "measured.md"])
        .exits(0);
    assert_eq!(figures(&workspace), expected());
}

#[test]
fn on_postgresql_and_when_it_is_gone_it_is_named_and_the_file_stays() {
    let mut server = Postgres::start();
    let workspace = trial(&format!(
        "[tables]\ntrial = {{ source = \"warehouse\", table = \"public.trial\" }}\n\n[sources.warehouse]\nurl = \"{}\"\n",
        server.url().replace(server.password(), "${PW}")
    ));
    fill(&server, &workspace.read(CSV));
    std::fs::remove_file(workspace.path(CSV)).unwrap();
    let workspace = workspace.with("PW", server.password());
    workspace
        .run(&["refresh", "--check", "measured.md"])
        .exits(0);
    assert_eq!(figures(&workspace), expected());
    server.stop();
    let before = workspace.read("measured.md");
    let ran = workspace
        .run(&["refresh", "measured.md"])
        .exits(2)
        .says("warehouse");
    assert!(!format!("{}{}", ran.out, ran.err).contains(server.password()));
    assert_eq!(workspace.read("measured.md"), before);
}

/// A table on the server with the rows of the file.
fn fill(server: &Postgres, csv: &str) {
    server.run(
        "create table trial (person int, village int, age float8, distance_km float8, incentive_usd float8, any_incentive int, got_result int)",
    );
    let rows: Vec<String> = csv
        .lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line
                .split(',')
                .map(|cell| if cell.is_empty() { "null" } else { cell })
                .collect();
            format!("({})", cells.join(","))
        })
        .collect();
    // An argument of a program may be 128 KB long.
    for rows in rows.chunks(1000) {
        server.run(&format!("insert into trial values {}", rows.join(",")));
    }
}

#[test]
fn the_sheet_of_a_story_says_what_was_measured() {
    let workspace = Workspace::example("learn-your-result");
    workspace
        .run(&["prep", "told.md", "-o", "book.html"])
        .exits(0);
    let book = workspace.read("book.html");
    assert!(book.contains(">Measured</p>"), "{book}");
    // Spaces that hold a number and its unit together are no plain ones.
    let book: String = book.split_whitespace().collect::<Vec<_>>().join(" ");
    let wanted = "was worth it: “got result” is 45.2 points higher";
    assert!(book.contains(wanted), "{book}");
}
