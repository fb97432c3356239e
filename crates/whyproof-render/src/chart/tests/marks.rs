//! What is written at axes: numbers and times.

use crate::chart::data::period::{Grain, parse};
use crate::chart::draw::pen::px;
use crate::chart::measure::{balanced, cut, wrap};
use crate::chart::number::{Form, Unit};
use crate::chart::scale::calendar::{Step, marks};
use crate::chart::scale::civil::{civil, days, is_day};
use crate::chart::scale::ticks::{inside, nearest_nice, nice, widened};

#[test]
fn ticks_are_one_two_five() {
    assert_eq!(
        [0.3, 1.0, 1.4, 6.0, 70.0].map(nice),
        [0.5, 1.0, 2.0, 10.0, 100.0]
    );
    assert_eq!(
        [0.3, 1.4, 1.5, 6.0, 8.0].map(nearest_nice),
        [0.2, 1.0, 2.0, 5.0, 10.0]
    );
    let (low, high, ticks) = widened(0.13, 0.41, 5);
    assert_eq!((low, high), (0.1, 0.5));
    assert_eq!(ticks.at, [0.1, 0.2, 0.3, 0.4, 0.5]);
    assert_eq!(inside(0.0, 4.8, 5).at, [0.0, 1.0, 2.0, 3.0, 4.0]);
    let (low, high, _) = widened(5.0, 5.0, 5);
    assert!(low < 5.0 && high > 5.0);
}

#[test]
fn numbers_that_stand_together_have_one_form() {
    let set = |values: &[f64], unit: &str| {
        let form = Form::values(values.iter().copied(), &Unit::new(Some(unit)));
        values
            .iter()
            .map(|value| form.full(*value))
            .collect::<Vec<_>>()
    };
    assert_eq!(set(&[33.869, 78.92, 5.0], "%"), ["33.9%", "78.9%", "5.0%"]);
    assert_eq!(set(&[1.0, 20.0, -300.0], ""), ["1", "20", "−300"]);
    assert_eq!(set(&[12_500.0, 1200.0], "$"), ["$12,500", "$1,200"]);
    assert_eq!(set(&[-12.5, 0.0], "$"), ["−$12.5", "$0.0"]);
    assert_eq!(set(&[2.0, 3.5], "km"), ["2.0\u{a0}km", "3.5\u{a0}km"]);
    assert_eq!(set(&[1_230_000.0, 45_600_000.0], ""), ["1.2M", "45.6M"]);
    assert_eq!(set(&[1000.1, 1000.2], ""), ["1,000.1", "1,000.2"]);
    assert_eq!(set(&[3.2e-9, 1.1e-9], ""), ["3.2×10⁻⁹", "1.1×10⁻⁹"]);
    assert_eq!(set(&[6.02e23], ""), ["6.02×10²³"]);
    assert_eq!(set(&[-0.001, 5.0], ""), ["0.00", "5.00"]);
    assert_eq!(set(&[0.0], ""), ["0"]);
}

#[test]
fn periods_are_read() {
    let start = |words: &str| parse(words).map(|period| (period.grain, period.start / 86_400.0));
    let day = |year, month, day| days(year, month, day) as f64;
    for words in ["2011-Q3", "2011Q3", "2011 Q3", "Q3 2011", "2011-q3"] {
        assert_eq!(
            start(words),
            Some((Grain::Quarter, day(2011, 7, 1))),
            "{words}"
        );
    }
    assert_eq!(start("2024"), Some((Grain::Year, day(2024, 1, 1))));
    assert_eq!(start("2024-05"), Some((Grain::Month, day(2024, 5, 1))));
    assert_eq!(start("2024-02-29"), Some((Grain::Day, day(2024, 2, 29))));
    assert_eq!(start("2024-H2"), Some((Grain::Half, day(2024, 7, 1))));
    // 2020 had a week 53; week 1 of 2021 began on January 4.
    assert_eq!(start("2020-W53"), Some((Grain::Week, day(2020, 12, 28))));
    assert_eq!(start("2021-W01"), Some((Grain::Week, day(2021, 1, 4))));
    for words in [
        "",
        "24",
        "2023-02-29",
        "2024-13",
        "2024-5",
        "2024 to 2025",
        "20245",
        "Q5 2024",
        "２０２４",
        "2024-Q",
    ] {
        assert_eq!(start(words), None, "{words}");
    }
}

#[test]
fn days_are_counted_as_calendars_do() {
    assert_eq!(days(1970, 1, 1), 0);
    assert_eq!(days(2000, 2, 29), 11_016);
    for day in (-4_000_000..4_000_000).step_by(997) {
        let (year, month, date) = civil(day);
        assert_eq!(days(year, month, date), day);
        assert!(is_day(year, month, date));
    }
}

#[test]
fn times_stand_where_calendars_begin() {
    let at = |year, month, day| days(year, month, day) as f64 * 86_400.0;
    let labels = |step, low, high, grain| {
        let marks = marks(step, low, high, grain);
        marks.into_iter().map(|mark| mark.label).collect::<Vec<_>>()
    };
    let (low, high) = (at(2010, 10, 1), at(2012, 1, 1));
    let quarters = labels(Step::Months(3), low, high, Grain::Quarter);
    assert_eq!(quarters, ["Q4", "Q1", "Q2", "Q3", "Q4", "Q1"]);
    assert_eq!(
        labels(Step::Months(12), low, high, Grain::Quarter),
        ["2011", "2012"]
    );
    assert_eq!(
        labels(
            Step::Months(120),
            at(1987, 3, 4),
            at(2024, 1, 1),
            Grain::Year
        ),
        ["1990", "2000", "2010", "2020"]
    );
    let weeks = labels(Step::Weeks(1), at(2024, 5, 1), at(2024, 5, 31), Grain::Day);
    assert_eq!(weeks, ["6 May", "13 May", "20 May", "27 May"]);
    let days = labels(Step::Days(2), at(2024, 2, 27), at(2024, 3, 4), Grain::Day);
    assert_eq!(days, ["27 Feb", "29 Feb", "1 Mar", "3 Mar"]);
    let hours = labels(
        Step::Seconds(21_600),
        at(2024, 5, 1),
        at(2024, 5, 2),
        Grain::Second,
    );
    assert_eq!(hours, ["00:00", "06:00", "12:00", "18:00", "00:00"]);
}

#[test]
fn words_are_wrapped_and_cut() {
    let letters = |words: &str| words.chars().count() as f64;
    assert_eq!(
        wrap("a fox and a dog", 6.0, 3, letters),
        ["a fox", "and a", "dog"]
    );
    assert_eq!(
        wrap("a fox and a dog", 6.0, 2, letters),
        ["a fox", "and a…"]
    );
    assert_eq!(
        balanced("a brown fox jumps high", 20.0, 3, letters),
        ["a brown fox", "jumps high"]
    );
    assert_eq!(cut("incomprehensible", 7.0, letters), "incomp…");
    assert_eq!(wrap("", 6.0, 2, letters), [""]);
    assert_eq!([0.0, -0.001, 1.5, 2.004].map(px), ["0", "0", "1.5", "2"]);
}
