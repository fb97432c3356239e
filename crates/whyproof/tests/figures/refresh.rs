//! What is stale is found and mended, and nothing else is touched.

use crate::support::{Workspace, case};

const CSV: &str = "data/learn_your_result.csv";

/// One cell changed: a person of the trial's first row that has an outcome.
fn change_a_cell(workspace: &Workspace) {
    let text = workspace.read(CSV);
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let at = lines
        .iter()
        .position(|line| line.ends_with(",0,0"))
        .expect("somebody without a voucher who did not come");
    let changed = format!("{}1", &lines[at][..lines[at].len() - 1]);
    lines[at] = changed;
    workspace.write(CSV, lines.join("\n") + "\n");
}

#[test]
fn the_examples_are_what_their_data_say() {
    for example in ["learn-your-result", "organ-donor-form", "stories"] {
        let workspace = Workspace::example(example);
        workspace
            .run(&["refresh", "--check"])
            .exits(0)
            .says("none is stale");
    }
}

#[test]
fn a_changed_cell_makes_just_its_figures_stale_and_refresh_mends_just_their_bytes() {
    let workspace = Workspace::example("learn-your-result");
    change_a_cell(&workspace);
    let before = workspace.read("measured.md");
    let checked = workspace
        .run(&["refresh", "--check", "measured.md"])
        .exits(1);
    assert_eq!(
        workspace.read("measured.md"),
        before,
        "--check writes nothing"
    );
    let checked = checked.says("33.9% → 34.0%");
    let stale: Vec<&str> = checked
        .out
        .lines()
        .filter(|line| line.contains('→'))
        .collect();
    let done = workspace.run(&["refresh", "measured.md"]).exits(0);
    let mended: Vec<&str> = done.out.lines().filter(|line| line.contains('→')).collect();
    assert_eq!(stale, mended, "what is told is what is done");
    let after = workspace.read("measured.md");
    let mut expected = before.clone();
    let (charts, words): (Vec<&str>, Vec<&str>) =
        stale.iter().partition(|line| line.contains(".svg"));
    assert_eq!(charts.len(), 1, "the chart is drawn anew: {charts:?}");
    for line in &words {
        let (old, rest) = line.trim().split_once(" → ").unwrap();
        let old = old.rsplit("  ").next().unwrap();
        let (new, id) = rest.split_once("  ").unwrap();
        let was = format!("[{old}](figure:{})", id.trim());
        assert!(expected.contains(&was), "{was}");
        expected = expected.replacen(&was, &format!("[{new}](figure:{})", id.trim()), 1);
    }
    assert_eq!(after, expected);
    workspace
        .run(&["refresh", "--check", "measured.md"])
        .exits(0);
}

#[test]
fn a_figure_altered_by_hand_is_named_on_the_first_screen() {
    let workspace = Workspace::example("learn-your-result");
    let text = workspace.read("measured.md");
    let altered = text.replacen(
        "[78.9%](figure:learned.with)",
        "[88.9%](figure:learned.with)",
        1,
    );
    assert_ne!(text, altered);
    let line = altered[..altered.find("[88.9%]").unwrap()].lines().count();
    workspace.write("measured.md", altered);
    workspace
        .run(&["measured.md"])
        .exits(0)
        .says(&format!("Line {line} says 88.9%, and the data say 78.9%."))
        .says("whyproof refresh measured.md");
    workspace
        .run(&["check", "--format", "concise", "measured.md"])
        .says("[figure-stale] The text says 88.9%, and the data say 78.9%");
}

#[test]
fn a_question_mark_is_filled_in() {
    let workspace = Workspace::new();
    workspace.write("x.csv", "came\n1\n0\n0\n");
    workspace.write(
        "case.md",
        case("?", "q.share", "select avg(came) as share from 'x.csv'"),
    );
    workspace
        .run(&["refresh", "case.md"])
        .exits(0)
        .says("? → 0.333");
    assert!(
        workspace
            .read("case.md")
            .contains("[0.333](figure:q.share)")
    );
}

#[test]
fn a_dry_run_tells_and_writes_nothing() {
    let workspace = Workspace::new();
    workspace.write("x.csv", "came\n1\n0\n0\n");
    let text = case("34%", "q.share", "select avg(came) as share from 'x.csv'");
    workspace.write("case.md", &text);
    workspace
        .run(&["refresh", "--dry-run"])
        .exits(0)
        .says("34% → 33%");
    assert_eq!(workspace.read("case.md"), text);
}

#[test]
fn words_that_assert_stay_and_speak_against_their_statement() {
    let workspace = Workspace::new();
    workspace.write("x.csv", "came\n1\n0\n0\n");
    let text = case(
        "at least 40%",
        "q.share",
        "select avg(came) as share from 'x.csv'",
    );
    workspace.write("case.md", &text);
    workspace
        .run(&["refresh"])
        .exits(1)
        .says("“at least 40%” does not hold");
    assert_eq!(workspace.read("case.md"), text);
    workspace.run(&["case.md"]).says("It falls");
    let holds = text.replace("at least 40%", "at least 30%");
    workspace.write("case.md", holds);
    workspace.run(&["refresh", "--check"]).exits(0);
}

#[test]
fn a_condition_of_the_query_is_asked_of_every_row() {
    let workspace = Workspace::new();
    workspace.write("x.csv", "age,came\n20,0.9\n30,0.8\n");
    let sql = "select min(came) as least from 'x.csv'";
    let text = case("whatever the age", "q.least", sql);
    let holds = text.replace("```sql q", "```sql q holds=\"least > 0.75\"");
    workspace.write("case.md", &holds);
    workspace.run(&["refresh", "--check"]).exits(0);
    workspace.write("case.md", holds.replace("0.75", "0.85"));
    workspace
        .run(&["refresh", "--check"])
        .exits(1)
        .says("does not hold");
    workspace.write("case.md", text);
    workspace
        .run(&["refresh", "--check"])
        .exits(1)
        .says("no condition that can be checked");
}

#[test]
fn a_table_and_a_chart_are_written_and_kept() {
    let workspace = Workspace::new();
    workspace.write("x.csv", "village,came\nRumphi,0.4\nChikwawa,0.3\n");
    let text = case("30%", "q.came[Chikwawa]", "select * from 'x.csv'");
    let text = text.replace(
        "## Data",
        "![Who came](charts/came.svg \"figure:q\")\n\n<!-- figure:q -->\n\nThat is all.\n\n## Data",
    );
    workspace.write("case.md", &text);
    workspace
        .run(&["refresh"])
        .exits(0)
        .says("no table → 2 rows")
        .says("no chart → 2 rows");
    let after = workspace.read("case.md");
    assert!(
        after.contains("<!-- figure:q -->\n\n| village  | came |\n"),
        "{after}"
    );
    assert!(after.contains("\n\nThat is all.\n"), "{after}");
    assert!(workspace.read("charts/came.svg").contains("<svg"));
    workspace.run(&["refresh", "--check"]).exits(0);
    workspace.write("x.csv", "village,came\nRumphi,0.5\nChikwawa,0.3\n");
    workspace.run(&["refresh", "--check"]).exits(1);
    workspace.run(&["refresh"]).exits(0);
    assert!(workspace.read("case.md").contains("0.5"));
}

#[test]
fn a_picture_that_somebody_else_drew_is_left_alone() {
    let workspace = Workspace::new();
    workspace.write("x.csv", "village,came\nRumphi,0.4\n");
    let text = case("40%", "q.came", "select * from 'x.csv'");
    workspace.write(
        "case.md",
        text.replace("## Data", "![Who came](mine.svg \"figure:q\")\n\n## Data"),
    );
    workspace.write("mine.svg", "<svg>mine</svg>");
    workspace
        .run(&["refresh"])
        .exits(1)
        .says("was not drawn by Whyproof");
    assert_eq!(workspace.read("mine.svg"), "<svg>mine</svg>");
}

#[test]
fn two_charts_do_not_share_a_file() {
    let workspace = Workspace::new();
    workspace.write("x.csv", "village,came\nRumphi,0.4\n");
    let text = case("40%", "q.came", "select * from 'x.csv'");
    let charts =
        "![Who came](one.svg \"figure:q\")\n\n![Who stayed](./one.svg \"figure:q\")\n\n## Data";
    workspace.write("case.md", text.replace("## Data", charts));
    workspace
        .run(&["refresh"])
        .exits(1)
        .says("another chart has the file `./one.svg`");
    assert!(workspace.read("one.svg").contains("Who came"));
    workspace
        .run(&["refresh", "--check"])
        .exits(1)
        .says("another chart has the file");
}

#[test]
fn charts_that_lead_out_are_told_so_and_not_that_they_share_a_file() {
    let workspace = Workspace::new();
    workspace.write("x.csv", "village,came\nRumphi,0.4\n");
    let text = case("40%", "q.came", "select * from 'x.csv'");
    let charts = "![A](/a.svg \"figure:q\")\n\n![B](/b.svg \"figure:q\")\n\n## Data";
    workspace.write("case.md", text.replace("## Data", charts));
    let told = workspace
        .run(&["refresh"])
        .exits(1)
        .says("and `/a.svg` is not")
        .says("and `/b.svg` is not");
    assert!(!told.out.contains("another chart"), "{}", told.out);
}

#[test]
fn what_is_written_over_does_not_steer_a_terminal() {
    let workspace = Workspace::new();
    workspace.write("x.csv", "village,came\nRumphi,0.4\n");
    let text = case("30\u{1b}%", "q.came", "select * from 'x.csv'");
    workspace.write("case.md", text);
    let said = workspace.run(&["refresh", "--check"]).exits(1).out;
    assert!(!said.contains('\u{1b}'), "{said:?}");
}

#[test]
fn a_key_of_no_rows_is_told_so() {
    let workspace = Workspace::new();
    workspace.write("x.csv", "village,came\nRumphi,0.4\n");
    let sql = "select * from 'x.csv' where came > 1";
    workspace.write("case.md", case("40%", "q.came[Rumphi]", sql));
    workspace
        .run(&["refresh"])
        .exits(1)
        .says("no row has the key `Rumphi`: the query gives no rows");
}

#[test]
fn what_cannot_be_computed_is_told_and_left() {
    let workspace = Workspace::new();
    workspace.write("x.csv", "village,came\nRumphi,0.4\nChikwawa,\n");
    let sql = "select * from 'x.csv'";
    for (target, why) in [
        ("q.came", "2 rows"),
        ("q.went[Rumphi]", "no column `went`"),
        ("q.came[Lilongwe]", "no row has the key `Lilongwe`"),
        ("q.came[Chikwawa]", "is missing"),
    ] {
        let text = case("40%", target, sql);
        workspace.write("case.md", &text);
        workspace.run(&["refresh"]).exits(1).says(why);
        assert_eq!(workspace.read("case.md"), text);
    }
}

#[test]
fn a_table_stays_as_it_was_first_written() {
    let workspace = Workspace::new();
    workspace.write("x.csv", "village,came\nRumphi,1\nChikwawa,0.25\n");
    let text = case("25%", "q.came[Chikwawa]", "select * from 'x.csv'");
    let text = text.replace(
        "## Data",
        "<!-- figure:q -->\nRight under it.\n\n> Said:\n>\n> <!-- figure:q -->\n\n## Data",
    );
    workspace.write("case.md", &text);
    workspace.run(&["refresh"]).exits(0);
    let after = workspace.read("case.md");
    assert!(after.contains("| Rumphi   | 1.00 |\n"), "{after}");
    assert!(after.contains("> | Chikwawa | 0.25 |\n"), "{after}");
    assert!(after.contains("\n\nRight under it.\n"), "{after}");
    workspace
        .run(&["refresh", "--check"])
        .exits(0)
        .says("none is stale");
}

#[test]
fn a_figure_in_a_written_table_is_a_part_of_it() {
    let workspace = Workspace::new();
    workspace.write("x.csv", "village,came\nRumphi,1\nChikwawa,2\n");
    let text = case("2", "q.came[Chikwawa]", "select * from 'x.csv'");
    let text = text.replace(
        "## Data",
        "<!-- figure:q -->\n\n| v | c |\n|---|---|\n| Rumphi | 1 |\n| Chikwawa | [8](figure:q.came[Rumphi]) |\n\n## Data",
    );
    workspace.write("case.md", &text);
    workspace.run(&["refresh"]).exits(0);
    let after = workspace.read("case.md");
    assert!(after.contains("| Chikwawa |   2 |\n"), "{after}");
    workspace.run(&["refresh", "--check"]).exits(0);
}

#[test]
fn what_is_written_while_queries_run_is_not_lost() {
    let workspace = Workspace::new();
    workspace.write("n.csv", crate::support::thousand());
    let sql =
        "select count(*) as a from 'n.csv' a, 'n.csv' b, 'n.csv' c where sqrt(a.n * b.n + c.n) < 0";
    let text = case("1", "q.a", sql);
    workspace.write("case.md", &text);
    workspace.write("whyproof.toml", "[figures]\nseconds = 3\n");
    let two = text.replace("## Data", "[2](figure:n.csv.n[1])\n\n## Data");
    workspace.write("case.md", &two);
    let child = workspace
        .command(&["refresh", "case.md"])
        .stderr(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    std::thread::sleep(std::time::Duration::from_millis(800));
    let later = two.replace("# Pay the fare", "# Pay the fare, and say so");
    workspace.write("case.md", &later);
    crate::support::Ran::of(child.wait_with_output().unwrap())
        .exits(2)
        .says("was changed while its queries ran");
    assert_eq!(workspace.read("case.md"), later);
}

#[test]
fn the_conditions_of_words_and_query_are_told_apart() {
    let workspace = Workspace::new();
    workspace.write("x.csv", "came\n1\n0\n0\n");
    let text = case(
        "at least 30%",
        "q.share",
        "select avg(came) as share from 'x.csv'",
    );
    workspace.write(
        "case.md",
        text.replace("```sql q", "```sql q holds=\"share > 0.5\""),
    );
    workspace
        .run(&["refresh"])
        .exits(1)
        .says("does not meet its condition");
}

#[test]
fn a_value_is_never_said_as_zero_where_it_is_none() {
    let workspace = Workspace::new();
    workspace.write("x.csv", "came\n1\n0\n0\n");
    let text = case("30", "q.share", "select avg(came) as share from 'x.csv'");
    workspace.write("case.md", &text);
    workspace.run(&["refresh"]).exits(1).says("would be 0");
    assert_eq!(workspace.read("case.md"), text);
}

#[test]
fn what_was_meant_for_a_figure_and_is_no_link_is_told() {
    let workspace = Workspace::new();
    workspace.write("x.csv", "village,came\nWest & Isles,1\nMill,2\n");
    let text = case("?", "q.came", "select * from 'x.csv'");
    workspace.write("case.md", &text);
    workspace
        .run(&["refresh"])
        .exits(1)
        .says("as in `figure:q.came[West%20&%20Isles]`");
    workspace.write(
        "case.md",
        text.replace("figure:q.came", "figure:q.came[West & Isles]"),
    );
    workspace
        .run(&["refresh", "--check"])
        .exits(1)
        .says("no link");
    workspace
        .run(&["check", "--format", "concise", "case.md"])
        .says("[figure-no-link]");
    workspace.write(
        "case.md",
        text.replace("figure:q.came", "figure:q.came[West%20&%20Isles]"),
    );
    workspace.run(&["refresh"]).exits(0).says("? → 1");
}
