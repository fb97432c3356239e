//! The effects of an experiment as a chart: each with its interval, beside the smallest worthwhile effect.

use whyproof_case::measure::Measurement;
use whyproof_case::{Cell, Column, ColumnKind, Direction, Table};

use super::{ChartKind, NoChart, Options, Svg, svg};

/// The chart of what was measured, its options changed by `change` last; none where nothing was.
pub fn of_measurement(
    measured: &Measurement,
    change: impl FnOnce(&mut Options),
) -> Option<Result<Svg, NoChart>> {
    let pictures = measured.pictures();
    let first = pictures.first()?;
    let scale = first.scale();
    let row = |what: String, value: f64, low: f64, high: f64| {
        let mut row = vec![Cell::Text(what)];
        row.extend([value, low, high].map(|number| Cell::Float(number * scale)));
        row
    };
    let mut rows: Vec<Vec<Cell>> = pictures
        .iter()
        .map(|one| row(one.treatment.clone(), one.value, one.low, one.high))
        .collect();
    if let Some(worthwhile) = first.worthwhile {
        let words = match first.direction {
            Direction::Up => "worth it from here up",
            Direction::Down => "worth it from here down",
        };
        rows.push(row(words.to_owned(), worthwhile, worthwhile, worthwhile));
    }
    let column = |name: &str, kind| Column {
        name: name.to_owned(),
        kind,
    };
    let table = Table {
        columns: vec![
            column("with", ColumnKind::Text),
            column("effect", ColumnKind::Float),
            column("low", ColumnKind::Float),
            column("high", ColumnKind::Float),
        ],
        rows,
    };
    let mut options = Options {
        kind: Some(ChartKind::Interval),
        title: Some(format!(
            "Effect on {}, {}",
            measured.metric,
            first.counted()
        )),
        prefix: format!("measured-{}", measured.name),
        ..Options::default()
    };
    change(&mut options);
    Some(svg(&table, &options))
}
