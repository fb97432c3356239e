use super::*;
use crate::moments::Moments;
use crate::{Alternative, Level, StatsError};

const NOISE: [f64; 12] = [
    0.3, -0.5, 0.1, 0.4, -0.2, -0.3, 0.6, -0.1, 0.2, -0.4, 0.1, -0.2,
];

/// A trend of 2 a period, from 6 on a step of 5 and half a unit more a period.
fn series(origin: f64) -> Vec<f64> {
    let value = |t: usize| {
        let after = if t >= 6 {
            5.0 + 0.5 * (t - 5) as f64
        } else {
            0.0
        };
        origin + 2.0 * t as f64 + after + NOISE[t]
    };
    (0..12).map(value).collect()
}

#[test]
fn a_step_and_a_turn_are_told_apart() {
    let found = interrupted(&series(0.0), 6, SeriesOptions::default()).unwrap();
    assert!(found.step.interval.contains(5.0), "{found:?}");
    assert!(found.slope.interval.contains(0.5));
    assert!(found.trend.interval.contains(2.0));
    let average = found.step.value + 3.5 * found.slope.value;
    assert!((found.average.value - average).abs() < 1e-12);
    let last = found.step.value + 6.0 * found.slope.value;
    assert!((found.last.value - last).abs() < 1e-12);
    assert!(found.durbin_watson > 0.0 && found.durbin_watson < 4.0);
    assert!(found.memory.unwrap().abs() < 0.96 && found.assumptions.len() == 5);
}

#[test]
fn a_step_alone() {
    let flat: Vec<f64> = series(0.0)
        .iter()
        .enumerate()
        .map(|(t, v)| if t >= 6 { v - 0.5 * (t - 5) as f64 } else { *v })
        .collect();
    let found = before_after(&flat, 6, SeriesOptions::default()).unwrap();
    assert!(
        found.effect.interval.contains(5.0) && found.effect.p < 1e-4,
        "{found:?}"
    );
    assert!(found.trend.interval.contains(2.0));
}

#[test]
fn a_series_far_from_zero_loses_no_digits() {
    let eighths = |x: f64| (x * 8.0).round() / 8.0;
    let near: Vec<f64> = series(0.0).into_iter().map(eighths).collect();
    let far: Vec<f64> = near.iter().map(|x| x + 2f64.powi(49)).collect();
    let near = interrupted(&near, 6, SeriesOptions::default()).unwrap();
    let far = interrupted(&far, 6, SeriesOptions::default()).unwrap();
    assert!((near.average.value - far.average.value).abs() < 1e-12);
    assert!((near.average.standard_error - far.average.standard_error).abs() < 1e-12);
    assert!((near.durbin_watson - far.durbin_watson).abs() < 1e-12);
}

#[test]
fn a_series_too_short_or_too_smooth_is_refused() {
    let values = series(0.0);
    for change in [0, 2, 10, 12, 99] {
        let found = interrupted(&values, change, SeriesOptions::default());
        assert!(
            matches!(found, Err(StatsError::TooFew { .. })),
            "{change} {found:?}"
        );
    }
    let straight: Vec<f64> = (0..12).map(f64::from).collect();
    let found = interrupted(&straight, 6, SeriesOptions::default());
    assert!(
        matches!(found, Err(StatsError::NoVariance { .. })),
        "{found:?}"
    );
    let mut broken = values.clone();
    broken[3] = f64::INFINITY;
    let found = before_after(&broken, 6, SeriesOptions::default());
    assert!(
        matches!(found, Err(StatsError::NotFinite { .. })),
        "{found:?}"
    );
    let errors = SeriesErrors::NeweyWest { lags: 12 };
    let options = SeriesOptions {
        errors,
        ..SeriesOptions::default()
    };
    let found = before_after(&values, 6, options);
    assert!(
        matches!(found, Err(StatsError::OutOfRange { .. })),
        "{found:?}"
    );
}

/// Six units, half of them changed from period 4 on by 3; `drift` makes them rise faster before.
fn panel(drift: f64) -> Vec<PanelRow> {
    (0..6u64)
        .flat_map(|unit| (0..8i64).map(move |period| (unit, period)))
        .map(|(unit, period)| {
            let treated = unit < 3;
            let noise = NOISE[(unit as usize * 5 + period as usize * 7) % 12];
            let own = f64::from(u8::from(treated && period >= 4)) * 3.0;
            let drift = if treated { drift * period as f64 } else { 0.0 };
            let value = 10.0 * unit as f64 + period as f64 + own + drift + noise;
            let outcome = Moments::from_centred(1, value, 0.0).unwrap();
            PanelRow {
                unit,
                treated,
                period,
                outcome,
            }
        })
        .collect()
}

fn differences(rows: &[PanelRow]) -> crate::Result<Differences> {
    difference_in_differences(rows, 4, Level::P95, Alternative::TwoSided)
}

#[test]
fn levels_and_common_trends_drop_out() {
    let found = differences(&panel(0.0)).unwrap();
    assert!(found.effect.interval.contains(3.0), "{found:?}");
    assert_eq!((found.treated_units, found.control_units), (3, 3));
    let fixed = two_way(&panel(0.0), 4, Level::P95, Alternative::TwoSided).unwrap();
    assert!((fixed.effect.value - found.effect.value).abs() < 1e-10);
}

#[test]
fn trends_that_were_not_parallel_are_seen() {
    let parallel = parallel_trends(&panel(0.0), 4, Level::P95).unwrap();
    assert!(
        parallel.slope.interval.contains(0.0) && parallel.periods == 4,
        "{parallel:?}"
    );
    assert!(parallel.joint.is_ok());
    let apart = parallel_trends(&panel(1.5), 4, Level::P95).unwrap();
    assert!(
        apart.slope.p < 0.01 && apart.slope.interval.contains(1.5),
        "{apart:?}"
    );
    assert!(apart.joint.unwrap().p < 0.05);
}

#[test]
fn people_weigh_as_the_rows_they_are() {
    let rows = panel(0.0);
    let double: Vec<PanelRow> = rows
        .iter()
        .map(|row| PanelRow {
            outcome: Moments::from_centred(2, row.outcome.mean(), 0.0).unwrap(),
            ..*row
        })
        .collect();
    let twice: Vec<PanelRow> = rows.iter().chain(&rows).copied().collect();
    let (double, twice) = (differences(&double).unwrap(), differences(&twice).unwrap());
    assert!((double.effect.standard_error - twice.effect.standard_error).abs() < 1e-12);
}

#[test]
fn a_panel_that_compares_nothing_is_refused() {
    let rows = panel(0.0);
    assert!(matches!(differences(&[]), Err(StatsError::Empty { .. })));
    let changed: Vec<PanelRow> = rows.iter().filter(|row| row.treated).copied().collect();
    assert!(matches!(
        differences(&changed),
        Err(StatsError::Empty { .. })
    ));
    let lone: Vec<PanelRow> = rows.iter().filter(|row| row.unit >= 2).copied().collect();
    assert!(matches!(
        differences(&lone),
        Err(StatsError::TooFew { n: 1, .. })
    ));
    let mut both = rows.clone();
    both[0].treated = false;
    assert!(matches!(
        differences(&both),
        Err(StatsError::Unusable { .. })
    ));
    let never = difference_in_differences(&rows, 99, Level::P95, Alternative::TwoSided);
    assert!(
        matches!(never, Err(StatsError::Singular { .. })),
        "{never:?}"
    );
    let found = parallel_trends(&rows, 1, Level::P95);
    assert!(matches!(found, Err(StatsError::TooFew { .. })), "{found:?}");
}
