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

/// Rows of three groups in batches of any size, some with values that are none.
fn rows() -> impl Strategy<Value = Vec<(usize, f64, f64)>> {
    let value = prop_oneof![
        6 => -50.0..50.0_f64,
        2 => Just(0.0),
        2 => Just(1.0),
        1 => Just(f64::NAN),
        1 => Just(f64::INFINITY),
    ];
    prop::collection::vec((0..3_usize, value.clone(), value), 0..60)
}

proptest! {
    #[test]
    fn groups_are_summed_as_their_columns_are(
        rows in rows(),
        size in 1..9_usize,
        far in prop_oneof![Just(0.0), Just(1e9)],
        left in prop::collection::vec(any::<bool>(), 60),
        all in any::<bool>(),
        cut in 0..60_usize,
    ) {
        let cut = cut.min(rows.len());
        let mut halves = [Grouped::new(2), Grouped::new(2)];
        for (at, half) in [&rows[..cut], &rows[cut..]].into_iter().enumerate() {
            halves[at].resize(3);
            for (batch, kept) in half.chunks(size).zip(left.chunks(size)) {
                let a: Vec<f64> = batch.iter().map(|row| row.1 + far).collect();
                let b: Vec<f64> = batch.iter().map(|row| row.2).collect();
                let groups: Vec<usize> = batch.iter().map(|row| row.0).collect();
                let mut kept = kept.to_vec();
                kept.resize(batch.len(), false);
                halves[at].add(&[&a, &b], &groups, (!all).then_some(&kept));
            }
        }
        let [mut whole, other] = halves;
        let halves = [&rows[..cut], &rows[cut..]];
        let is_kept = |at: usize| all || left.get(at).copied().unwrap_or(false);
        for group in 0..3 {
            whole.merge(group, other.state(group));
            let mut own: Vec<(f64, f64)> = Vec::new();
            for rows in halves {
                let there = rows.iter().enumerate();
                let there = there.filter(|(at, row)| row.0 == group && is_kept(*at));
                own.extend(there.map(|(_, row)| (row.1 + far, row.2)));
            }
            let (sound, bad): (Vec<_>, Vec<_>) =
                own.into_iter().partition(|(a, b)| a.is_finite() && b.is_finite());
            let state = whole.state(group);
            let many = sound.iter().filter(|(a, _)| *a != 0.0 && *a != 1.0).count();
            prop_assert_eq!(&state[..3], &[sound.len() as f64, bad.len() as f64, many as f64]);
            if sound.is_empty() {
                continue;
            }
            let (a, b): (Vec<f64>, Vec<f64>) = sound.into_iter().unzip();
            let plain = Comoments::from_columns(&[&a, &b]).unwrap();
            let wanted = [plain.mean(0), plain.mean(1), plain.product(0, 0), plain.product(1, 0), plain.product(1, 1)];
            for (found, wanted) in state[3..].iter().zip(wanted) {
                let near = (found - wanted).abs() <= 1e-9 * (1.0 + wanted.abs() + far.sqrt());
                prop_assert!(near, "{} {}", found, wanted);
            }
        }
    }
}

#[test]
fn a_group_that_begins_with_an_outlier_keeps_its_spread() {
    let values: Vec<f64> = std::iter::once(1e12)
        .chain((0..999).map(|i| f64::from(i % 7)))
        .collect();
    let mut grouped = Grouped::new(1);
    grouped.resize(1);
    for batch in values.chunks(100) {
        grouped.add(&[batch], &vec![0; batch.len()], None);
    }
    let plain = Moments::from_values(&values).unwrap();
    let found = grouped.state(0)[4];
    assert!(
        (found / plain.m2() - 1.0).abs() < 1e-14,
        "{found} {}",
        plain.m2()
    );
    assert_eq!(grouped.take(1).len(), Grouped::length(1));
    assert_eq!(grouped.groups(), 0);
}
