//! Cancellation, merging, and data that cannot be.

use super::*;
use crate::StatsError;
use proptest::prelude::*;

/// Sixteen digits are all there are, and the variance is in the last.
const FAR: [f64; 5] = [1e15 + 1.0, 1e15 + 2.0, 1e15 + 3.0, 1e15 + 4.0, 1e15 + 5.0];

#[test]
fn variance_survives_values_far_from_zero() {
    let moments = Moments::from_values(&FAR).unwrap();
    assert_eq!(moments.mean(), 1e15 + 3.0);
    assert_eq!(moments.variance().unwrap(), 2.5);
    let columns = Comoments::from_columns(&[&FAR, &[1.0, 2.0, 3.0, 4.0, 5.5]]).unwrap();
    assert_eq!(columns.covariance(0, 0).unwrap(), 2.5);
    assert!((columns.covariance(0, 1).unwrap() - 2.75).abs() < 1e-14);
}

#[test]
fn variance_survives_a_mean_between_two_numbers() {
    // The mean of 10¹⁶ and 10¹⁶ + 2 is no double of that size.
    let moments = Moments::from_values(&[1e16, 1e16 + 2.0]).unwrap();
    assert_eq!(moments.m2(), 2.0);
    let values = [1e16, 1e16 + 2.0];
    let columns = Comoments::from_columns(&[&values, &values]).unwrap();
    assert_eq!(columns.product(0, 1), 2.0);
}

#[test]
fn raw_sums_that_lost_the_variance_are_refused() {
    let sum: f64 = FAR.iter().sum();
    let squares: f64 = FAR.iter().map(|x| x * x).sum();
    let lost = Moments::from_sums(5, sum, squares);
    assert!(
        matches!(lost, Err(StatsError::Cancelled { .. })),
        "{lost:?}"
    );
    let lost = Comoments::from_sums(5, &[sum], &[squares]);
    assert!(
        matches!(lost, Err(StatsError::Cancelled { .. })),
        "{lost:?}"
    );
}

#[test]
fn raw_sums_of_whole_numbers_lose_nothing() {
    assert_eq!(Moments::from_sums(10, 20.0, 40.0).unwrap().m2(), 0.0);
    assert_eq!(Moments::from_sums(4, 0.0, 0.0).unwrap().m2(), 0.0);
    // Forty million and one more: nine digits are gone from the difference in floating point.
    let (x, y) = (40_000_000.0, 40_000_001.0);
    assert_eq!(
        Moments::from_sums(2, x + y, x * x + y * y).unwrap().m2(),
        0.5
    );
}

/// A constant cannot be told from a variance that is lost: neither is taken for the other.
#[test]
fn raw_sums_of_a_constant_are_refused() {
    for x in [0.1, 1234.567, 1e9 + 0.5] {
        let lost = Moments::from_sums(3, 3.0 * x, 3.0 * x * x);
        assert!(
            matches!(lost, Err(StatsError::Cancelled { .. })),
            "{x}: {lost:?}"
        );
    }
}

#[test]
fn hostile_data_are_refused_in_words() {
    let empty = Moments::from_values(&[]).unwrap_err();
    assert!(empty.to_string().contains("no rows"), "{empty}");
    for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let wrong = Moments::from_values(&[1.0, bad]).unwrap_err();
        assert!(wrong.to_string().contains("not a finite number"), "{wrong}");
        assert!(Moments::from_centred(2, bad, 1.0).is_err());
        assert!(Moments::from_sums(2, 1.0, bad).is_err());
        assert!(Comoments::from_columns(&[&[1.0, bad]]).is_err());
    }
    let few = Moments::from_values(&[1.0])
        .unwrap()
        .variance()
        .unwrap_err();
    assert!(few.to_string().contains("at least 2"), "{few}");
    assert!(Moments::from_centred(2, 1.0, -0.1).is_err());
    assert!(Moments::from_counts(3, 2).is_err());
    assert!(Comoments::from_columns(&[&[1.0], &[1.0, 2.0]]).is_err());
    assert!(Comoments::empty(1).merge(&Comoments::empty(2)).is_err());
    let huge = Moments::from_values(&[f64::MAX, -f64::MAX]).unwrap_err();
    assert!(matches!(huge, StatsError::NotFinite { .. }), "{huge}");
}

#[test]
fn what_addition_drops_is_carried() {
    let sum: Sum = [1.0, 1e100, 1.0, -1e100].into_iter().collect();
    assert_eq!(sum.value(), 2.0);
}

#[test]
fn counts_are_moments_of_zeros_and_ones() {
    let counts = Moments::from_counts(3, 7).unwrap();
    let values = Moments::from_values(&[1.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0]).unwrap();
    assert!((counts.m2() - values.m2()).abs() < 1e-15);
    assert!((counts.mean() - values.mean()).abs() < 1e-15);
}

proptest! {
    #[test]
    fn merged_parts_are_the_whole(
        values in proptest::collection::vec(-1e6..1e6, 2..60),
        cut in 0usize..60,
        origin in prop_oneof![Just(0.0), Just(1e9)],
    ) {
        let values: Vec<f64> = values.iter().map(|x| x + origin).collect();
        let other: Vec<f64> = values.iter().map(|x| (x - origin) * 0.5 + 3.0).collect();
        let cut = cut.min(values.len());
        let whole = Comoments::from_columns(&[&values, &other]).unwrap();
        let part = |rows: std::ops::Range<usize>| {
            if rows.is_empty() {
                Comoments::empty(2)
            } else {
                Comoments::from_columns(&[&values[rows.clone()], &other[rows]]).unwrap()
            }
        };
        let merged = part(0..cut).merge(&part(cut..values.len())).unwrap();
        prop_assert_eq!(merged.n(), whole.n());
        let scale = whole.product(0, 0) + 1.0;
        for (i, j) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
            let difference = (merged.product(i, j) - whole.product(i, j)).abs();
            prop_assert!(difference < 1e-9 * scale, "{i} {j}: {difference}");
        }
        let single = if cut == 0 { Moments::EMPTY } else {
            Moments::from_values(&values[..cut]).unwrap()
        };
        let rest = if cut == values.len() { Moments::EMPTY } else {
            Moments::from_values(&values[cut..]).unwrap()
        };
        prop_assert!((single.merge(rest).m2() - whole.product(0, 0)).abs() < 1e-9 * scale);
    }
}
