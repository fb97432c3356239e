//! Pictures as they were last looked at.

use super::{effects, options, points, rates, table};
use crate::chart::svg;

#[test]
fn a_line_chart() {
    let drawn = svg(
        &rates(),
        &options(&[("unit", "%"), ("title", "Registration")]),
    );
    insta::assert_snapshot!(drawn.expect("a chart").text);
}

#[test]
fn bars_that_lie() {
    let rows = "Rates & charges,12.5\nSomething with a label that goes on and on,-3\nNothing,\n";
    let drawn = svg(
        &table("what:text,change:float", rows),
        &options(&[("unit", "$")]),
    );
    insta::assert_snapshot!(drawn.expect("a chart").text);
}

#[test]
fn bars_that_stand_in_groups() {
    let rows = "under 1 km,0.43,0.832\n1 to 2 km,0.324,0.796\nover 2 km,0.3,0.76\n";
    let table = table("distance:text,without:float,with:float", rows);
    let drawn = svg(&table, &options(&[("unit", "%")]));
    insta::assert_snapshot!(drawn.expect("a chart").text);
}

#[test]
fn points_with_their_line() {
    let drawn = svg(&points(), &options(&[("unit", "%"), ("width", "420")]));
    insta::assert_snapshot!(drawn.expect("a chart").text);
}

#[test]
fn a_histogram() {
    let rows: String = (0..90).map(|at| format!("{}\n", at * at % 31)).collect();
    let drawn = svg(&table("age:int", &rows), &options(&[("unit", "years")]));
    insta::assert_snapshot!(drawn.expect("a chart").text);
}

#[test]
fn intervals() {
    let drawn = svg(&effects(), &options(&[("unit", "points")]));
    insta::assert_snapshot!(drawn.expect("a chart").text);
}
