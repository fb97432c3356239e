//! Charts of letters, as they were last looked at.

use super::{effects, options, points, rates, table};
use crate::chart::text;

fn drawn(table: &whyproof_case::Table, pairs: &[(&str, &str)], columns: usize) -> String {
    text(table, &options(pairs), columns)
        .expect("a chart")
        .join("\n")
}

#[test]
fn every_kind_in_letters() {
    let counts: String = (0..90).map(|at| format!("{}\n", at * at % 31)).collect();
    let bars = table(
        "state:text,change:float",
        "Michigan,13.3\nNew Hampshire,-3.3\nカリフォルニア,-0.9\nOhio,\n",
    );
    let groups = table(
        "distance:text,without:float,with:float",
        "under 1 km,0.43,0.832\nover 1 km,0.3,0.77\n",
    );
    let all = [
        drawn(&rates(), &[("unit", "%")], 80),
        drawn(&bars, &[("unit", "points")], 72),
        drawn(&groups, &[("unit", "%")], 60),
        drawn(&points(), &[("unit", "%")], 72),
        drawn(&table("age:int", &counts), &[("unit", "years")], 60),
        drawn(&effects(), &[("unit", "points")], 80),
        drawn(&effects(), &[("unit", "points")], 40),
    ];
    insta::assert_snapshot!(all.join("\n\n----\n\n"));
}
