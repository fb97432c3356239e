//! Rows as places along a chart and series of values, whatever way the table has them: a column
//! a series, or a column that says which series a row is of.

use std::collections::{BTreeMap, BTreeSet};

use super::xs::{self, Along, Place, Xs};
use super::{Source, one_line};
use crate::chart::NoChart;

/// Places, and what each series has there.
#[derive(Debug)]
pub(crate) struct Grid {
    pub(crate) xs: Xs,
    pub(crate) series: Vec<Series>,
    /// What all series measure, where one column holds it.
    pub(crate) measure: Option<String>,
}

/// A series: places, each with its value or without.
#[derive(Debug)]
pub(crate) struct Series {
    pub(crate) name: String,
    pub(crate) at: Vec<(usize, Option<f64>)>,
}

/// In which order places stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// That of time or of the numbers; a row without a place is left out.
    Along,
    /// That of the rows, as words; a row without a place has one of its own.
    Given,
}

/// Reads the grid with the column `x` along the chart.
pub(crate) fn read(source: &mut Source<'_>, x: usize, order: Order) -> Result<Grid, NoChart> {
    let numbers: Vec<usize> = source
        .roles
        .numbers
        .iter()
        .copied()
        .filter(|&at| at != x)
        .collect();
    if numbers.is_empty() {
        return Err(NoChart::NoNumbers);
    }
    let groups = groups(source, x);
    let (xs, places) = places(source, x, order, groups.is_empty());
    if xs.len() == 0 {
        let column = source.name(x);
        return Err(NoChart::AllMissing { column });
    }
    let mut series: Vec<Series> = Vec::new();
    let mut known = BTreeMap::new();
    let mut taken = BTreeSet::new();
    for (row, place) in places.iter().enumerate() {
        let Some(place) = *place else {
            source.left_out.placeless += 1;
            continue;
        };
        let group = group(source, row, &groups);
        for &column in &numbers {
            let next = known.len();
            let at = *known.entry((group.clone(), column)).or_insert(next);
            if at == series.len() {
                let name = series_name(source, &group, (numbers.len() > 1).then_some(column));
                series.push(Series {
                    name,
                    at: Vec::new(),
                });
            }
            if !taken.insert((at, place)) {
                return Err(twice(source, x, &xs.label(place), &group));
            }
            let value = source.value(row, column);
            series[at].at.push((place, value));
        }
    }
    for one in &mut series {
        one.at.sort_by_key(|(place, _)| *place);
    }
    let measure = (numbers.len() == 1).then(|| source.name(numbers[0]));
    Ok(Grid {
        xs,
        series,
        measure,
    })
}

fn twice(source: &Source<'_>, x: usize, value: &str, group: &str) -> NoChart {
    NoChart::Twice {
        column: source.name(x),
        value: value.to_owned(),
        of: match group {
            "" => String::new(),
            group => format!(" for {group}"),
        },
    }
}

/// Columns of words, and of times, that are not along the chart: together they say which series
/// a row is of.
fn groups(source: &Source<'_>, x: usize) -> Vec<usize> {
    let words = source.roles.words.iter().copied().chain(source.roles.time);
    let mut others: Vec<usize> = words.filter(|&at| at != x).collect();
    others.sort_unstable();
    others
}

fn group(source: &Source<'_>, row: usize, groups: &[usize]) -> String {
    let cells = &source.table.rows[row];
    let words = |at: &usize| match cells.get(*at) {
        Some(cell) => one_line(&cell.to_string()),
        None => one_line(""),
    };
    groups.iter().map(words).collect::<Vec<String>>().join(", ")
}

fn series_name(source: &Source<'_>, group: &str, column: Option<usize>) -> String {
    match (group, column) {
        ("", None) => String::new(),
        ("", Some(column)) => source.name(column),
        (group, None) => group.to_owned(),
        (group, Some(column)) => format!("{group}, {}", source.name(column)),
    }
}

/// The places, and which of them each row has.
fn places(source: &Source<'_>, x: usize, order: Order, apart: bool) -> (Xs, Vec<Option<usize>>) {
    let along = Along::of(source.table, x);
    if order == Order::Along && along != Along::Words {
        let grain = xs::grain(source.table, x);
        return sorted(&xs::places(source.table, x), along, grain);
    }
    let labels = xs::labels(source.table, x);
    if apart && order == Order::Given {
        let all = (0..labels.len()).map(Some).collect();
        return (Xs::Words(labels), all);
    }
    let mut words: Vec<String> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let index = labels.into_iter().map(|label| {
        let next = words.len();
        let at = *known.entry(label.clone()).or_insert(next);
        if at == next {
            words.push(label);
        }
        Some(at)
    });
    let index = index.collect();
    (Xs::Words(words), index)
}

fn sorted(
    found: &[Option<Place>],
    along: Along,
    grain: super::period::Grain,
) -> (Xs, Vec<Option<usize>>) {
    let numbers = found
        .iter()
        .map(|place| place.as_ref().and_then(Place::number));
    let mut at: Vec<f64> = numbers.clone().flatten().collect();
    at.sort_by(f64::total_cmp);
    at.dedup();
    let index = |number: f64| at.binary_search_by(|other| other.total_cmp(&number)).ok();
    let index = numbers.map(|number| number.and_then(index)).collect();
    match along {
        Along::Time => (Xs::Time { at, grain }, index),
        _ => (Xs::Number(at), index),
    }
}
