//! Ratios, rates, quantiles, beliefs; and what is measured without a random split.

use jiff::civil::date;
use whyproof_case::{Cell, ColumnKind, Verdict};

use super::rows::Rows;
use super::{measured, near, trouble};

/// Orders in sessions, faults in hours, minutes waited.
pub(crate) fn shop() -> Rows {
    let mut rows = Vec::new();
    for (name, more) in [("a", 0.0), ("b", 1.0)] {
        for at in 0..500_usize {
            let scatter = (at as f64 * 0.618_033_988_749_895).fract();
            let sessions = 2 + at % 5;
            let orders = (sessions as f64 * (0.3 + 0.2 * more) + scatter).floor();
            rows.push(vec![
                Cell::Text(name.to_owned()),
                Cell::Float(orders),
                Cell::Int(sessions as i64),
                Cell::Float(10.0 + 5.0 * more + 8.0 * scatter),
            ]);
        }
    }
    let columns = [
        ("arm", ColumnKind::Text),
        ("orders", ColumnKind::Float),
        ("sessions", ColumnKind::Int),
        ("wait", ColumnKind::Float),
    ];
    Rows::of(&columns, rows)
}

fn of(metric: &str, more: &str) -> whyproof_case::Measurement {
    let experiment = format!("metric = \"{metric}\"\nvariant = \"arm\"\ncontrol = \"a\"\n{more}");
    measured(&experiment, &shop())
}

/// Sums of a column by variant.
fn sums(column: usize) -> [f64; 2] {
    ["a", "b"].map(|name| {
        let rows = shop().rows;
        let mine = rows.iter().filter(|row| row[0].to_string() == name);
        mine.filter_map(|row| row[column].number()).sum()
    })
}

#[test]
fn a_ratio_is_of_sums() {
    let found = of("orders / sessions", "worthwhile = \"5 points\"");
    let (orders, sessions) = (sums(1), sums(2));
    let wanted = orders[1] / sessions[1] - orders[0] / sessions[0];
    near(found.effects[0].absolute.value, wanted);
    assert_eq!(found.verdict(), Some(Verdict::RightThing));
    assert!(found.method.contains("delta method"), "{}", found.method);
}

#[test]
fn a_rate_is_events_over_exposure() {
    let found = of("orders per sessions", "worthwhile = \"0.05\"");
    let (orders, sessions) = (sums(1), sums(2));
    let error =
        (orders[0] / sessions[0] / sessions[0] + orders[1] / sessions[1] / sessions[1]).sqrt();
    let interval = found.effects[0].absolute.interval;
    near(interval.width(), 2.0 * 1.959_963_984_540_054 * error);
    let fractions = "metric = \"wait per sessions\"\nvariant = \"arm\"\ncontrol = \"a\"";
    let told = trouble(fractions, &shop());
    assert!(told.contains("its events are no counts"), "{told}");
}

#[test]
fn a_quantile_has_its_interval_from_order_statistics() {
    let found = of("median wait", "worthwhile = \"4 minutes\"");
    let effect = &found.effects[0];
    assert!((effect.absolute.value - 5.0).abs() < 0.05, "{effect:?}");
    assert_eq!(found.verdict(), Some(Verdict::RightThing));
    assert!(
        found
            .queries
            .iter()
            .any(|sql| sql.contains("percentile_cont(0.5)"))
    );
    let extreme = "metric = \"p99.9 wait\"\nvariant = \"arm\"\ncontrol = \"a\"";
    let told = trouble(extreme, &shop());
    assert!(
        told.starts_with("There is too little of `p99.9 wait`"),
        "{told}"
    );
}

#[test]
fn a_belief_has_no_p_value() {
    let found = of("wait", "method = \"bayesian\"\nworthwhile = \"4 minutes\"");
    let effect = &found.effects[0];
    assert_eq!(effect.absolute.p, None);
    let belief = effect.belief.unwrap();
    assert!(belief.better > 0.999 && belief.worthwhile.unwrap() > 0.999 && belief.loss < 1e-6);
    let answers = found.answers().unwrap();
    assert!(
        answers
            .chance
            .starts_with("It is better with a probability above 99.9%"),
        "{}",
        answers.chance
    );
}

#[test]
fn clusters_of_ratios_go_the_same_way() {
    let mut data = shop();
    data.add("town", |at, _| Some(format!("t{}", at % 25)));
    let experiment = "metric = \"orders / sessions\"\nvariant = \"arm\"\ncontrol = \"a\"\ncluster = \"town\"\nworthwhile = \"5 points\"";
    let found = measured(experiment, &data);
    let plain = of("orders / sessions", "");
    near(
        found.effects[0].absolute.value,
        plain.effects[0].absolute.value,
    );
    assert!(
        found.method.contains("clustered by `town`"),
        "{}",
        found.method
    );
}

/// A series of days: 40 before, 30 after, with a trend, a scatter and a step.
fn series(step: f64, gap: bool) -> Rows {
    let mut rows = Vec::new();
    for at in 0..70_i64 {
        if gap && at == 20 {
            continue;
        }
        let scatter = (at as f64 * 0.618_033_988_749_895).fract() - 0.5;
        let day = date(2026, 1, 1)
            .checked_add(jiff::Span::new().days(at))
            .unwrap();
        let value = 50.0 + 0.1 * at as f64 + scatter + if at >= 40 { step } else { 0.0 };
        rows.push(vec![Cell::Date(day), Cell::Float(value)]);
    }
    Rows::of(&[("day", ColumnKind::Date), ("x", ColumnKind::Float)], rows)
}

const SERIES: &str =
    "metric = \"x\"\ntime = \"day\"\nstart = \"2026-02-10\"\nworthwhile = \"2 orders\"\nmethod = ";

#[test]
fn a_series_is_measured_before_and_after() {
    for method in ["\"before-after\"", "\"interrupted-time-series\""] {
        let found = measured(&format!("{SERIES}{method}"), &series(5.0, false));
        let effect = &found.effects[0];
        assert!((effect.absolute.value - 5.0).abs() < 1.0, "{effect:?}");
        assert_eq!(effect.verdict, Some(Verdict::RightThing));
        assert!(found.assumptions.len() >= 4);
        assert!(
            found.trust[0]
                .says
                .starts_with("Nothing was decided by chance here")
        );
    }
    let told = trouble(&format!("{SERIES}\"before-after\""), &series(5.0, true));
    assert_eq!(told, "The series has gaps: 69 of 70 days have rows.");
    let no_start = format!("{SERIES}\"before-after\"").replace("start = \"2026-02-10\"\n", "");
    assert_eq!(
        trouble(&no_start, &series(5.0, false)),
        "This method needs `start`, and the experiment has none."
    );
}

#[test]
fn differences_in_differences_take_the_others_change_off() {
    let mut rows = Vec::new();
    for shop in 0..20_i64 {
        for at in 0..20_i64 {
            let scatter = ((shop * 31 + at) as f64 * 0.618_033_988_749_895).fract() - 0.5;
            let day = date(2026, 1, 1)
                .checked_add(jiff::Span::new().days(at))
                .unwrap();
            let changed = shop % 2 == 1;
            // Both rise by 2 at the change, the changed ones by 3 more.
            let after = if at >= 10 {
                2.0 + if changed { 3.0 } else { 0.0 }
            } else {
                0.0
            };
            rows.push(vec![
                Cell::Text(if changed { "new" } else { "old" }.to_owned()),
                Cell::Int(shop),
                Cell::Date(day),
                Cell::Float(10.0 + shop as f64 * 0.2 + after + scatter),
            ]);
        }
    }
    let columns = [
        ("arm", ColumnKind::Text),
        ("shop", ColumnKind::Int),
        ("day", ColumnKind::Date),
        ("x", ColumnKind::Float),
    ];
    let data = Rows::of(&columns, rows);
    let experiment = "metric = \"x\"\nvariant = \"arm\"\nunit = \"shop\"\ntime = \"day\"\nstart = \"2026-01-11\"\nworthwhile = \"1\"\nmethod = \"difference-in-differences\"";
    let found = measured(experiment, &data);
    let effect = &found.effects[0];
    assert!((effect.absolute.value - 3.0).abs() < 0.3, "{effect:?}");
    assert_eq!(effect.verdict, Some(Verdict::RightThing));
    assert!(
        found
            .trust
            .iter()
            .any(|note| note.says.starts_with("Before the change both moved alike")),
        "{:?}",
        found.trust
    );
}
