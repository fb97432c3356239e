//! What cannot be drawn, and why.

use super::{options, points, rates, table};
use crate::chart::{Options, svg, text};

fn said(head: &str, rows: &str, pairs: &[(&str, &str)]) -> String {
    let table = table(head, rows);
    let error = svg(&table, &options(pairs)).expect_err("it cannot be drawn");
    assert_eq!(text(&table, &options(pairs), 80), Err(error.clone()));
    error.to_string()
}

#[test]
fn reasons_are_plain() {
    assert_eq!(said("a:int", "", &[]), "the query gives no rows");
    assert_eq!(
        said("a:text", "x", &[]),
        "no column holds numbers, and a chart needs one"
    );
    assert_eq!(
        said("a:int", "5", &[]),
        "a single number needs no chart: put it into the sentence as a figure"
    );
    assert_eq!(
        said("g:text,n:float", "a,\nb,inf", &[]),
        "every value of n is missing or infinite"
    );
    assert_eq!(
        said("a:text,b:float", "x,1", &[("y", "c")]),
        "y=c: the query has no such column; it has a, b"
    );
    assert_eq!(
        said("a:text,b:float", "x,1", &[("y", "a")]),
        "y=a: that column holds no numbers"
    );
    assert_eq!(
        said("a:text,b:float", "x,1", &[("chart", "scatter")]),
        "a scatter chart needs two columns of numbers: choose them with x= and y="
    );
    assert_eq!(
        said("g:text,n:float", "a,1e300\nb,-1e300", &[]),
        "the values of n are too far apart to draw"
    );
}

#[test]
fn two_values_at_one_place_are_no_line() {
    let rows = "2010-Q4,1\n2010-Q4,2";
    assert_eq!(
        said("quarter:text,n:int", rows, &[]),
        "two rows have the same quarter (2010-Q4): group them in the query, or add a column that tells them apart"
    );
    let rows = "Ohio,2010-Q4,1\nOhio,2010-Q4,2";
    assert!(said("state:text,quarter:text,n:int", rows, &[]).contains("(2010-Q4) for Ohio"));
}

#[test]
fn too_many_bars_are_refused() {
    let rows: String = (0..200).map(|at| format!("g{at},{at}\n")).collect();
    assert_eq!(
        said("g:text,n:int", &rows, &[]),
        "200 bars are too many to read; 80 at most: keep the largest in the query, with `order by` and `limit`"
    );
}

#[test]
fn odd_tables_are_drawn() {
    let drawn = |head: &str, rows: &str| {
        svg(&table(head, rows), &Options::default())
            .expect("a chart")
            .description
    };
    // One point, constants, bars of nothing, one bar.
    drawn("day:date,n:int", "2024-05-01,3");
    drawn("day:date,n:int", "2024-05-01,3\n2024-05-02,3");
    drawn("g:text,n:int", "a,0\nb,0");
    drawn("g:text,n:int", "a,7");
    drawn("x:float,y:float", "1,1");
    drawn("x:float,y:float", "1,1\n1,1\n1,1");
    drawn("x:float", "4\n4\n4");
    drawn("x:float,y:float", "1e-300,1e280\n2e-300,2e280\n3e-300,0");
    let gaps = drawn(
        "day:date,n:float",
        "2024-05-01,3\n2024-05-02,\n2024-05-03,inf\n,4\n2024-05-05,1",
    );
    assert!(
        gaps.ends_with("One value is missing. One value is infinite and left out. One row has no place along the chart."),
        "{gaps}"
    );
}

#[test]
fn ten_thousand_points_make_a_small_picture() {
    let rows: String = (0..10_000)
        .map(|at| format!("{},{}\n", at % 137, (at * 7919) % 1009))
        .collect();
    let scatter = svg(&table("a:float,b:float", &rows), &Options::default()).expect("a chart");
    assert!(scatter.text.len() < 200_000, "{}", scatter.text.len());
    let rows: String = (0..10_000)
        .map(|at| format!("{at},{}\n", (at * 7919) % 1009))
        .collect();
    let line = svg(
        &table("a:float,b:float", &rows),
        &options(&[("chart", "line")]),
    );
    let line = line.expect("a chart");
    assert!(line.text.len() < 60_000, "{}", line.text.len());
}

#[test]
fn percents_are_made_of_fractions_only_where_the_unit_says_so() {
    let value = |table: &_, pairs: &[(&str, &str)]| {
        svg(table, &options(pairs)).expect("a chart").description
    };
    assert!(value(&rates(), &[("unit", "%")]).contains("26.7%"));
    assert!(value(&rates(), &[]).contains("0.267 in 2010-Q4"));
    assert!(value(&points(), &[("unit", "%")]).contains("share ranges from 29% to 91%"));
    let points = table("g:text,change_in_points:float", "a,0.5\nb,0.25");
    assert!(value(&points, &[("unit", "%")]).contains("a 0.50%"));
}
