//! Any table gives a chart or a reason.

use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;
use unicode_width::UnicodeWidthStr;
use whyproof_case::{Cell, Column, ColumnKind, Table};

use crate::chart::draw::pen::TextBox;
use crate::chart::{ChartKind, Options, data, draw, svg, text};

const KINDS: [ColumnKind; 7] = [
    ColumnKind::Bool,
    ColumnKind::Int,
    ColumnKind::Float,
    ColumnKind::Text,
    ColumnKind::Date,
    ColumnKind::Time,
    ColumnKind::Span,
];

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,8}",
        "[a-z]{1,12}( [a-z]{1,12}){0,12}",
        "(19|20)[0-9]{2}-Q[1-4]",
        "20[0-9]{2}-0[1-9]",
        "\\PC{0,60}",
        "[日本語カリ한국 ]{1,30}",
        any::<String>(),
        Just("W".repeat(90)),
    ]
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => -100.0..100.0,
        4 => 0.0..1.0,
        2 => (-50i32..50).prop_map(f64::from),
        1 => any::<f64>(),
        1 => prop::sample::select(vec![0.0, -0.0, 1e-320, 1e12, 1e-12, f64::INFINITY, f64::NAN, 1e15, 1e15 + 1.0, 1e289]),
    ]
}

fn cell(kind: ColumnKind) -> BoxedStrategy<Cell> {
    let date = (-9999i16..9999, 1i8..13, 1i8..29).prop_map(|(y, m, d)| jiff::civil::date(y, m, d));
    let near = (2010i16..2026, 1i8..13, 1i8..29).prop_map(|(y, m, d)| jiff::civil::date(y, m, d));
    let some = match kind {
        ColumnKind::Bool => any::<bool>().prop_map(Cell::Bool).boxed(),
        ColumnKind::Int => prop_oneof![any::<i64>(), -20i64..20, 1990i64..2030]
            .prop_map(Cell::Int)
            .boxed(),
        ColumnKind::Float => number().prop_map(Cell::Float).boxed(),
        ColumnKind::Text => words().prop_map(Cell::Text).boxed(),
        ColumnKind::Date => prop_oneof![1 => date, 5 => near]
            .prop_map(Cell::Date)
            .boxed(),
        ColumnKind::Time => (near, 0i8..24, 0i8..60)
            .prop_map(|(day, hour, minute)| Cell::Time(day.at(hour, minute, 0, 0)))
            .boxed(),
        ColumnKind::Span => number().prop_map(Cell::Span).boxed(),
    };
    prop_oneof![9 => some, 1 => Just(Cell::Null)].boxed()
}

fn names() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "a", "year", "low", "ci_high", "upper", "rate", "estimate", "b c", "", "<&>",
    ])
    .prop_map(str::to_owned)
}

fn tables() -> impl Strategy<Value = Table> {
    let columns = prop::collection::vec((names(), prop::sample::select(KINDS.to_vec())), 0..5);
    columns.prop_flat_map(|columns| {
        let cells: Vec<BoxedStrategy<Cell>> = columns.iter().map(|(_, kind)| cell(*kind)).collect();
        let columns: Vec<Column> = columns
            .into_iter()
            .map(|(name, kind)| Column { name, kind })
            .collect();
        prop::collection::vec(cells, 0..40).prop_map(move |rows| Table {
            columns: columns.clone(),
            rows,
        })
    })
}

fn chosen() -> impl Strategy<Value = Options> {
    let kind = prop::option::of(prop::sample::select(ChartKind::ALL.to_vec()));
    let unit = prop::option::of(prop::sample::select(vec![
        "%",
        "$",
        "km",
        "people in a year of all",
    ]));
    (
        kind,
        prop::option::of(names()),
        unit,
        prop::option::of(words()),
        200u32..1000,
        prop::option::of(0u32..900),
    )
        .prop_map(|(kind, x, unit, title, width, height)| Options {
            kind,
            x: x.filter(|name| name == "a"),
            unit: unit.map(str::to_owned),
            title,
            width: Some(width),
            height,
            ..Options::default()
        })
}

fn is_inside(words: &TextBox, wide: f64, high: f64) -> bool {
    let [left, top, right, bottom] = words.sides;
    left >= -0.5 && top >= -0.5 && right <= wide + 0.5 && bottom <= high + 0.5
}

fn touch(one: &TextBox, other: &TextBox) -> bool {
    let ([a, b, c, d], [e, f, g, h]) = (one.sides, other.sides);
    a + 0.5 < g && e + 0.5 < c && b + 0.5 < h && f + 0.5 < d
}

fn is_xml(text: &str) -> Result<(), TestCaseError> {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return Ok(()),
            Ok(Event::Start(element) | Event::Empty(element)) => {
                for attribute in element.attributes() {
                    let attribute =
                        attribute.map_err(|error| TestCaseError::fail(error.to_string()))?;
                    let value = &attribute.value;
                    if ["d", "x", "y", "viewBox"].contains(&attribute.key.0) {
                        prop_assert!(!value.contains("NaN") && !value.contains("inf"), "{value}");
                    }
                }
            }
            Ok(_) => {}
            Err(error) => return Err(TestCaseError::fail(error.to_string())),
        }
    }
}

fn holds(table: &Table, options: &Options) -> Result<(), TestCaseError> {
    let drawn = svg(table, options);
    prop_assert_eq!(&drawn, &svg(table, options));
    for columns in [40, 80] {
        let lines = text(table, options, columns);
        prop_assert_eq!(lines.is_ok(), drawn.is_ok());
        for line in lines.unwrap_or_default() {
            prop_assert!(line.width() <= columns, "{line}");
            prop_assert!(!line.chars().any(char::is_control), "{line:?}");
        }
    }
    let Ok(drawn) = drawn else { return Ok(()) };
    is_xml(&drawn.text)?;
    let chart = data::chart(table, options).expect("it was drawn");
    let (pen, high) = draw::drawn(&chart, options);
    for (at, words) in pen.boxes.iter().enumerate() {
        let wide = f64::from(drawn.width);
        prop_assert!(is_inside(words, wide, high), "{words:?} in {wide}×{high}");
        for other in &pen.boxes[..at] {
            prop_assert!(!touch(words, other), "{words:?} touches {other:?}");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_table_gives_a_chart_or_a_reason(table in tables(), options in chosen()) {
        holds(&table, &options)?;
    }
}

#[test]
fn values_without_room_beside_a_name_stand_above_it() {
    let columns = [
        ("rate", ColumnKind::Date),
        ("a", ColumnKind::Int),
        ("b c", ColumnKind::Int),
        ("year", ColumnKind::Float),
    ];
    let column = |(name, kind): (&str, ColumnKind)| Column {
        name: name.to_owned(),
        kind,
    };
    let row = vec![
        Cell::Date(jiff::civil::date(-10, 1, 10)),
        Cell::Int(-5_000_000_000_000_000),
        Cell::Int(-5_000_000_000_000),
        Cell::Float(0.0),
    ];
    let table = Table {
        columns: columns.map(column).to_vec(),
        rows: vec![row.clone(), row],
    };
    for height in [None, Some(60), Some(735)] {
        let options = Options {
            kind: Some(ChartKind::Interval),
            width: Some(204),
            height,
            ..Options::default()
        };
        holds(&table, &options).expect("nothing touches");
    }
}
