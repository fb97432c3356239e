use proptest::prelude::*;

use super::*;
use crate::moments::{Comoments, Moments};
use crate::{Alternative, Level, StatsError};

fn close(a: f64, b: f64, tolerance: f64) {
    assert!(
        (a - b).abs() <= tolerance * b.abs().max(1.0),
        "{a} is not {b}"
    );
}

fn both(fit: &Fit, i: usize) -> crate::Estimate {
    fit.estimate(i, Level::P95, Alternative::TwoSided).unwrap()
}

/// Ten rows in five clusters of two: outcome, 0/1 regressor, a covariate.
fn rows() -> Vec<[f64; 3]> {
    vec![
        [3.1, 0.0, 1.0],
        [2.7, 1.0, 0.4],
        [5.9, 1.0, 2.2],
        [4.4, 0.0, 1.9],
        [1.2, 0.0, -0.7],
        [3.3, 1.0, 0.1],
        [6.1, 1.0, 2.4],
        [2.0, 0.0, 0.3],
        [4.9, 1.0, 1.1],
        [3.6, 0.0, 1.4],
    ]
}

fn moments_of(rows: &[[f64; 3]]) -> Comoments {
    let columns: Vec<Vec<f64>> = (0..3)
        .map(|j| rows.iter().map(|r| r[j]).collect())
        .collect();
    let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    Comoments::from_columns(&columns).unwrap()
}

fn clusters(rows: &[[f64; 3]]) -> Vec<Comoments> {
    rows.chunks(2).map(moments_of).collect()
}

#[test]
fn values_far_from_zero_lose_no_digits() {
    // Multiples of 2^-12, so that adding 2^36 to them rounds nothing.
    let round = |x: f64| (x * 4096.0).round() / 4096.0;
    let at = |far: f64| {
        let moved: Vec<[f64; 3]> = rows()
            .iter()
            .map(|r| [round(r[0]) + far, r[1], round(r[2]) - far])
            .collect();
        clustered(&clusters(&moved), Correction::Stata)
    };
    let (near, far) = (at(0.0).unwrap(), at(2f64.powi(36)).unwrap());
    for i in 1..3 {
        // Means of two keep 2^-13; the grand mean of ten does not, and counts little.
        close(both(&far, i).value, both(&near, i).value, 1e-6);
        close(
            both(&far, i).standard_error,
            both(&near, i).standard_error,
            1e-6,
        );
    }
    // Where the means themselves are rounded, nothing careful is left to do.
    let lost = at(2f64.powi(50));
    assert!(matches!(lost, Err(StatsError::Unusable { .. })), "{lost:?}");
}

#[test]
fn one_cell_for_many_rows_is_the_rows() {
    let values = [1.0, 4.0, 2.5, 3.0, 8.0, 6.5, 7.0];
    let design = [0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0];
    let rows: Vec<Cell> = values
        .iter()
        .zip(design)
        .map(|(y, x)| Cell::row(*y, &[x]).unwrap())
        .collect();
    let cell = |x: f64, values: &[f64]| Cell {
        design: vec![x],
        outcome: Moments::from_values(values).unwrap(),
    };
    let merged = [cell(0.0, &values[..4]), cell(1.0, &values[4..])];
    for kind in [Robust::Hc0, Robust::Hc1, Robust::Hc2, Robust::Hc3] {
        let one = both(&heteroskedastic(&rows, kind).unwrap(), 1);
        let other = both(&heteroskedastic(&merged, kind).unwrap(), 1);
        close(one.value, other.value, 1e-12);
        close(one.standard_error, other.standard_error, 1e-12);
    }
    // HC2 of two means is Welch's error.
    let hc2 = both(&heteroskedastic(&merged, Robust::Hc2).unwrap(), 1);
    let error = |m: &Moments| m.variance().unwrap() / m.n() as f64;
    let welch = (error(&merged[0].outcome) + error(&merged[1].outcome)).sqrt();
    close(hc2.standard_error, welch, 1e-12);
}

#[test]
fn clusters_of_one_row_are_hc0() {
    let rows = rows();
    let single: Vec<Comoments> = rows.iter().map(|r| moments_of(&[*r])).collect();
    let cells: Vec<Cell> = rows
        .iter()
        .map(|r| Cell::row(r[0], &r[1..]).unwrap())
        .collect();
    let one = clustered(&single, Correction::None).unwrap();
    let other = heteroskedastic(&cells, Robust::Hc0).unwrap();
    for i in 0..3 {
        close(
            both(&one, i).standard_error,
            both(&other, i).standard_error,
            1e-12,
        );
    }
}

#[test]
fn a_column_that_follows_from_others_is_refused() {
    let twice: Vec<[f64; 3]> = rows()
        .iter()
        .map(|r| [r[0], r[2], 3.0 - 2.0 * r[2]])
        .collect();
    let constant: Vec<[f64; 3]> = rows().iter().map(|r| [r[0], r[1], 7.0]).collect();
    for rows in [twice, constant] {
        let found = clustered(&clusters(&rows), Correction::Stata);
        assert!(
            matches!(found, Err(StatsError::Singular { .. })),
            "{found:?}"
        );
    }
}

#[test]
fn a_perfect_fit_has_no_error_and_says_so() {
    let rows: Vec<[f64; 3]> = rows()
        .iter()
        .map(|r| [2.0 + 3.0 * r[1] - 0.1 * r[2], r[1], r[2]])
        .collect();
    for fit in [
        ordinary(&moments_of(&rows)).unwrap(),
        clustered(&clusters(&rows), Correction::Stata).unwrap(),
    ] {
        let found = fit.estimate(1, Level::P95, Alternative::TwoSided);
        assert!(
            matches!(found, Err(StatsError::NoVariance { .. })),
            "{found:?}"
        );
    }
}

#[test]
fn too_little_is_refused() {
    let few = moments_of(&rows()[..3]);
    assert!(matches!(
        ordinary(&few),
        Err(StatsError::TooFew { needed: 4, .. })
    ));
    let one = [moments_of(&rows())];
    assert!(matches!(
        clustered(&one, Correction::Stata),
        Err(StatsError::TooFew { needed: 2, .. })
    ));
    assert!(clustered(&[], Correction::Stata).is_err());
    assert!(heteroskedastic(&[], Robust::Hc2).is_err());
    assert!(fixed_effects(&[], GroupErrors::Classical).is_err());
    assert!(newey_west(&[], &[], 0, true).is_err());
    assert!(newey_west(&[1.0, 3.0, 2.0, 5.0], &[], 4, true).is_err());
    assert!(newey_west(&[1.0, 3.0, 2.0], &[&[1.0, 2.0]], 0, true).is_err());
    assert!(newey_west(&[1.0, f64::NAN, 2.0], &[], 0, true).is_err());
    let ragged = [
        Cell::row(1.0, &[1.0]).unwrap(),
        Cell::row(2.0, &[1.0, 2.0]).unwrap(),
    ];
    assert!(matches!(
        heteroskedastic(&ragged, Robust::Hc0),
        Err(StatsError::Mismatch { .. })
    ));
    let infinite = [
        Cell::row(1.0, &[1.0]).unwrap(),
        Cell {
            design: vec![f64::INFINITY],
            outcome: Moments::EMPTY,
        },
    ];
    assert!(matches!(
        heteroskedastic(&infinite, Robust::Hc0),
        Err(StatsError::NotFinite { .. })
    ));
}

#[test]
fn a_row_that_decides_its_own_fit_has_no_hc3() {
    let cells: Vec<Cell> = [(1.0, 0.0), (2.0, 0.0), (4.0, 0.0), (9.0, 1.0)]
        .iter()
        .map(|(y, x)| Cell::row(*y, &[*x]).unwrap())
        .collect();
    assert!(matches!(
        heteroskedastic(&cells, Robust::Hc3),
        Err(StatsError::Unusable { .. })
    ));
    assert!(heteroskedastic(&cells, Robust::Hc1).is_ok());
}

#[test]
fn absorbed_means_are_dummies() {
    let rows = rows();
    let groups: Vec<Group> = clusters(&rows)
        .into_iter()
        .zip(0..)
        .map(|(moments, cluster)| Group { cluster, moments })
        .collect();
    let absorbed = fixed_effects(&groups, GroupErrors::Classical).unwrap();
    let cells: Vec<Cell> = rows
        .iter()
        .enumerate()
        .map(|(i, r)| {
            let mut design = r[1..].to_vec();
            design.extend((1..5).map(|g| f64::from(u8::from(i / 2 == g))));
            Cell::row(r[0], &design).unwrap()
        })
        .collect();
    let mut total = Comoments::empty(7);
    for cell in &cells {
        total = total.merge(&cell.comoments().unwrap()).unwrap();
    }
    let dummies = ordinary(&total).unwrap();
    for i in 0..2 {
        close(both(&absorbed, i).value, both(&dummies, i + 1).value, 1e-10);
        close(
            both(&absorbed, i).standard_error,
            both(&dummies, i + 1).standard_error,
            1e-10,
        );
    }
    assert_eq!(both(&absorbed, 0).reference.df(), Some(3.0));
}

#[test]
fn the_ratio_of_two_means_is_the_delta_method_on_logarithms() {
    let cells: Vec<Cell> = [
        (4.0, 0.0),
        (6.0, 0.0),
        (5.0, 0.0),
        (9.0, 1.0),
        (7.0, 1.0),
        (8.5, 1.0),
    ]
    .iter()
    .map(|(y, x)| Cell::row(*y, &[*x]).unwrap())
    .collect();
    let fit = heteroskedastic(&cells, Robust::Hc2).unwrap();
    let found = fit
        .relative(&[1.0, 0.0], &[1.0, 1.0], Level::P95, Alternative::TwoSided)
        .unwrap();
    let part = |values: &[f64]| {
        let m = Moments::from_values(values).unwrap();
        m.variance().unwrap() / 3.0 / (m.mean() * m.mean())
    };
    close(found.value, 24.5 / 15.0 - 1.0, 1e-12);
    close(
        found.standard_error,
        (part(&[4.0, 6.0, 5.0]) + part(&[9.0, 7.0, 8.5])).sqrt(),
        1e-12,
    );
    let none = fit.relative(&[-1.0, 0.0], &[1.0, 1.0], Level::P95, Alternative::TwoSided);
    assert!(matches!(none, Err(StatsError::NotPositive { .. })));
}

#[test]
fn lags_grow_slowly() {
    assert_eq!([lags_for(20), lags_for(100), lags_for(1000)], [2, 4, 6]);
}

proptest! {
    /// How rows fall into parts of a cluster changes nothing.
    #[test]
    fn clusters_may_come_in_parts(
        values in prop::collection::vec((-50.0..50.0f64, 0u8..2, -5.0..5.0f64), 12..40),
    ) {
        let rows: Vec<[f64; 3]> = values.iter().map(|(y, d, x)| [*y, f64::from(*d), *x]).collect();
        let whole: Vec<Comoments> = rows.chunks(4).map(moments_of).collect();
        let parts: Vec<Comoments> = rows
            .chunks(4)
            .map(|c| {
                let (left, right) = c.split_at(c.len() / 2);
                if left.is_empty() {
                    moments_of(right)
                } else {
                    moments_of(right).merge(&moments_of(left)).unwrap()
                }
            })
            .collect();
        let (one, other) = (clustered(&whole, Correction::Stata), clustered(&parts, Correction::Stata));
        prop_assert_eq!(one.is_ok(), other.is_ok());
        if let (Ok(one), Ok(other)) = (one, other) {
            for i in 0..3 {
                prop_assert!((one.coefficients()[i] - other.coefficients()[i]).abs() < 1e-6);
                prop_assert!((one.covariance(i, i) - other.covariance(i, i)).abs() <= 1e-6 * one.covariance(i, i).max(1e-6));
            }
        }
    }

    /// Anything at all gives finite numbers or an error.
    #[test]
    fn never_a_nan(values in prop::collection::vec((any::<f64>(), any::<f64>()), 0..12), lags in 0usize..4) {
        let y: Vec<f64> = values.iter().map(|v| v.0).collect();
        let x: Vec<f64> = values.iter().map(|v| v.1).collect();
        let fit = newey_west(&y, &[&x], lags, true);
        if let Ok(found) = fit.and_then(|fit| fit.estimate(1, Level::P95, Alternative::TwoSided)) {
            prop_assert!(found.value.is_finite() && found.p.is_finite());
            prop_assert!(found.standard_error.is_finite() && found.interval.width().is_finite());
        }
    }
}
