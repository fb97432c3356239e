//! `measure` of a folder: every experiment of its cases, and how well each author's forecasts held.

use serde_json::Value;

use crate::support::Workspace;

/// A case of an author who foretold so, over a file in which 30 of 100 came without and 50 of 100 with.
fn case(owner: &str, name: &str, forecast: &str) -> String {
    format!(
        "---\nkind: idea\nowner: {owner}\n---\n\n# T\n\n## Data\n\n```experiment {name}\nmetric = \"came\"\n\
         from = \"x.csv\"\nvariant = \"v\"\ncontrol = \"0\"\ntreatment = \"1\"\nworthwhile = \"1 point\"\n\
         forecast = \"{forecast}\"\n```\n"
    )
}

fn folder() -> Workspace {
    let workspace = Workspace::new();
    let rows = (0..200).map(|at| (at / 100, if at < 100 { at < 30 } else { at < 150 }));
    let rows: String = rows
        .map(|(variant, came)| format!("{variant},{}\n", u8::from(came)))
        .collect();
    workspace
        .write("x.csv", format!("v,came\n{rows}"))
        .write("a.md", case("Ana", "door", "15 points to 25 points"))
        .write("b.md", case("Ana", "phone", "30 points to 40 points"))
        .write("same.md", case("Ana", "door", "15 points to 25 points"))
        .write("c.md", case("Ben", "mail", "5 points"))
        .write("notes.md", "# No case\n");
    workspace
}

#[test]
fn a_folder_tells_every_experiment_and_how_forecasts_held() {
    let ran = folder().run(&["measure", "."]).exits(0);
    for words in [
        "right thing Door",
        "right thing Phone",
        "right thing Mail",
        "Ana (none of them sealed): One of two ranges held what came of it; 1.8 should have. So few tell little.",
        "Ben (none of them sealed): The forecast was 5 points, and 20 points came of it: too low by 15 points. A single \
         number cannot hold: give a range.",
    ] {
        ran.clone().says(words);
    }
}

#[test]
fn the_document_of_a_folder_counts_each_forecast_once() {
    let ran = folder().run(&["measure", ".", "--format", "json"]).exits(0);
    let told: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(told["experiments"].as_array().unwrap().len(), 4);
    assert_eq!(told["experiments"][0]["owner"], "Ana");
    let [ana, ben] = told["authors"].as_array().unwrap().as_slice() else {
        panic!("{told}");
    };
    assert_eq!(
        (&ana["ranges"], &ana["held"], &ana["above"]),
        (&2.into(), &1.into(), &0.into())
    );
    assert_eq!((&ben["forecasts"], &ben["ranges"]), (&1.into(), &0.into()));
}

#[test]
fn a_folder_without_experiments_says_so() {
    let workspace = Workspace::new();
    workspace.write("a.md", "---\nkind: idea\n---\n\n# T\n");
    workspace.run(&["measure", "."]).exits(1).says("no case in");
    workspace.run(&["measure", ".", "--full"]).exits(2);
}
