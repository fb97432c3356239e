//! Which kind a table asks for.

use super::{effects, options, points, rates, table};
use crate::chart::{ChartKind, NoChart, Options, svg};

fn kind(head: &str, rows: &str) -> Result<ChartKind, NoChart> {
    ChartKind::of(&table(head, rows))
}

#[test]
fn the_kind_follows_from_the_columns() {
    assert_eq!(ChartKind::of(&rates()), Ok(ChartKind::Line));
    assert_eq!(ChartKind::of(&points()), Ok(ChartKind::Scatter));
    assert_eq!(ChartKind::of(&effects()), Ok(ChartKind::Interval));
    let line = Ok(ChartKind::Line);
    assert_eq!(kind("day:date,n:int", "2024-05-01,3\n2024-05-02,4"), line);
    assert_eq!(kind("at:time,n:int", "2024-05-01T10:00:00,3"), line);
    assert_eq!(
        kind("month:text,n:int,m:int", "2024-05,3,4\n2024-06,4,5"),
        line
    );
    assert_eq!(kind("year:int,n:int", "2023,3\n2024,4"), line);
    let bar = Ok(ChartKind::Bar);
    assert_eq!(kind("state:text,n:int", "Ohio,3\nUtah,4"), bar);
    assert_eq!(kind("came:bool,n:int", "true,3\nfalse,4"), bar);
    assert_eq!(kind("version:text,n:int", "2024,3\nnext,4"), bar);
    assert_eq!(
        kind("level:int,n:int", "2023,3\n2024,4"),
        Ok(ChartKind::Scatter)
    );
    assert_eq!(kind("age:float", "1\n2\n3"), Ok(ChartKind::Histogram));
    let interval = Ok(ChartKind::Interval);
    assert_eq!(
        kind("effect:float,lower:float,upper:float", "1,0,2"),
        interval
    );
    assert_eq!(kind("g:text,ci_low:float,ci_high:float", "a,0,2"), interval);
}

#[test]
fn a_word_chooses_another_kind() {
    for kind in ChartKind::ALL {
        assert_eq!(ChartKind::parse(kind.word()), Ok(kind));
    }
    let bars = options(&[("chart", "bar"), ("x", "quarter"), ("unit", "%")]);
    let drawn = svg(&rates(), &bars).expect("bars");
    assert!(
        drawn.title.starts_with("Bar chart of rate by quarter"),
        "{}",
        drawn.title
    );
    let line = options(&[("chart", "line"), ("x", "km")]);
    assert!(
        svg(&points(), &line)
            .expect("a line")
            .title
            .starts_with("Line chart of share by km")
    );
    let histogram = options(&[("chart", "histogram"), ("y", "share")]);
    assert!(
        svg(&points(), &histogram)
            .expect("bins")
            .title
            .starts_with("Histogram of share")
    );
    let forest = options(&[("chart", "interval")]);
    let three = table("a:float,b:float,c:float", "1,0,2");
    assert!(svg(&three, &forest).is_ok());
}

#[test]
fn options_are_read_by_their_words() {
    let read = options(&[
        ("y", "a, b"),
        ("height", "240px"),
        ("title", " Rates "),
        ("unit", "%"),
    ]);
    assert_eq!(read.y, ["a", "b"]);
    assert_eq!(
        (read.height, read.title.as_deref()),
        (Some(240), Some("Rates"))
    );
    let mut options = Options::default();
    let said = |result: Result<(), NoChart>| result.expect_err("no such option").to_string();
    assert_eq!(
        said(options.set("chart", "pie")),
        "chart=pie: expected line, bar, scatter, histogram or interval"
    );
    assert_eq!(
        said(options.set("height", "tall")),
        "height=tall: expected a number of pixels from 120 to 2000"
    );
    assert!(said(options.set("colour", "red")).starts_with("colour is no option of a chart"));
}

#[test]
fn ids_begin_with_the_prefix() {
    let with = |prefix: &str| {
        let options = Options {
            prefix: prefix.to_owned(),
            ..Options::default()
        };
        svg(&points(), &options).expect("a chart").text
    };
    assert!(with("fig2").contains("aria-labelledby=\"fig2-title fig2-desc\""));
    assert!(with("fig2").contains("url(#fig2-plot)"));
    assert!(with("2\"><script>").contains("id=\"chart2script\""));
    assert!(with("").contains("id=\"chart\""));
}
