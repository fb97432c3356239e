use super::assignment::exact_binomial;
use super::*;
use crate::{Alternative, Estimate, Level, Reference};

fn close(ours: f64, theirs: f64, rtol: f64) {
    assert!(
        (ours - theirs).abs() <= rtol * theirs.abs() + 1e-15,
        "{ours:e} is not {theirs:e}"
    );
}

/// SciPy 1.17.1, `binomtest(k, n, p).pvalue`.
#[test]
fn exact_binomial_agrees_with_scipy() {
    for (k, n, p, expected) in [
        (8, 20, 0.25, 0.12612448178788327),
        (56, 180, 0.3, 0.7452732226188564),
        (480, 1000, 0.5, 0.2174482932041415),
        (0, 12, 0.4, 0.0024955494399999992),
        (12, 12, 0.4, 1.677721600000001e-05),
        (50_210, 100_000, 0.5, 0.1851727520027071),
    ] {
        close(exact_binomial(k, n, p).unwrap(), expected, 1e-10);
    }
    assert!(exact_binomial(5, 4, 0.5).is_err());
}

#[test]
fn small_experiments_are_tested_exactly() {
    let small = sample_ratio(&[124, 56], &[7.0, 3.0], SplitTest::Auto).unwrap();
    assert_eq!(small.test, SplitTest::Binomial);
    let large = sample_ratio(&[1240, 560], &[7.0, 3.0], SplitTest::Auto).unwrap();
    assert_eq!(
        (large.test, large.expected),
        (SplitTest::ChiSquare, vec![1260.0, 540.0])
    );
}

#[test]
fn a_split_gone_wrong_is_seen() {
    let off = sample_ratio(&[5_200, 4_800], &[1.0, 1.0], SplitTest::Auto).unwrap();
    assert!(off.is_mismatch() && off.p < 1e-4);
    assert!(
        !sample_ratio(&[5_050, 4_950], &[1.0, 1.0], SplitTest::Auto)
            .unwrap()
            .is_mismatch()
    );
    // Nobody at all in one variant.
    assert!(
        sample_ratio(&[40, 0], &[1.0, 1.0], SplitTest::Auto)
            .unwrap()
            .is_mismatch()
    );
}

#[test]
fn odd_splits_are_refused_in_words() {
    let said = |counts: &[u64], split: &[f64], test| {
        sample_ratio(counts, split, test).unwrap_err().to_string()
    };
    let three = said(&[10, 10, 3], &[1.0, 1.0], SplitTest::Auto);
    assert_eq!(
        three,
        "variants in the data and in the declared split: 3 against 2, and they must be the same"
    );
    assert!(said(&[0, 0], &[1.0, 1.0], SplitTest::Auto).contains("no rows"));
    assert!(said(&[1, 2], &[1.0, 0.0], SplitTest::Auto).contains("above zero"));
    assert!(said(&[1, 2], &[1.0, f64::NAN], SplitTest::Auto).contains("above zero"));
    assert!(said(&[1], &[1.0], SplitTest::Auto).contains("at least 2"));
    assert!(said(&[1, 2, 3], &[1.0; 3], SplitTest::Binomial).contains("use chi-square"));
}

/// SciPy's `kstest(values, "uniform", method="exact")`; beyond 140 values ours is the corrected limit, 2 %.
#[test]
fn uniformity_agrees_with_scipy() {
    let values = [0.02, 0.11, 0.13, 0.2, 0.31, 0.33, 0.48, 0.52, 0.61, 0.9];
    close(
        same_check(&values, Level::P95).unwrap().uniform_p,
        0.3067349058659904,
        1e-12,
    );
    let squares = values.map(|value| value * value);
    close(
        same_check(&squares, Level::P95).unwrap().uniform_p,
        0.003831506106575551,
        1e-11,
    );
    let many: Vec<f64> = (0..200)
        .map(|i| (f64::from(i * 37 % 200) + 0.5) / 200.0 * 0.93)
        .collect();
    close(
        same_check(&many, Level::P95).unwrap().uniform_p,
        0.23476381356590825,
        0.02,
    );
    let even: Vec<f64> = (0..200).map(|i| (f64::from(i) + 0.5) / 200.0).collect();
    close(same_check(&even, Level::P95).unwrap().uniform_p, 1.0, 1e-9);
}

/// statsmodels' `proportion_confint(7, 100, 0.05, "beta")`.
#[test]
fn false_positives_are_counted_with_their_interval() {
    let values: Vec<f64> = (0..100)
        .map(|i| if i < 7 { 0.01 } else { f64::from(i) / 100.0 })
        .collect();
    let seen = same_check(&values, Level::P95).unwrap();
    assert_eq!((seen.false_positives, seen.rate), (7, 0.07));
    close(seen.rate_interval.low, 0.028605288907438704, 1e-10);
    close(seen.rate_interval.high, 0.13891972845585734, 1e-10);
    assert!(!seen.is_off());
    assert!(same_check(&[0.01; 60], Level::P95).unwrap().is_off());
    assert!(same_check(&[], Level::P95).is_err() && same_check(&[1.5], Level::P95).is_err());
}

/// SciPy's `chi2_contingency(…, correction=False)`.
#[test]
fn missing_values_are_compared_between_variants() {
    let seen = missing_rates(&[30, 45], &[1_000, 1_000]).unwrap();
    close(seen.p, 0.07748486513264485, 1e-10);
    assert_eq!(seen.rates, [0.03, 0.045]);
    assert!(missing_rates(&[10, 60], &[1_000, 1_000]).unwrap().differ());
    assert_eq!(missing_rates(&[0, 0], &[10, 20]).unwrap().p, 1.0);
    // Few: the exact test of 4 against 0 in halves.
    close(missing_rates(&[4, 0], &[100, 100]).unwrap().p, 0.125, 1e-12);
    assert!(missing_rates(&[4], &[100, 100]).is_err());
    assert!(missing_rates(&[4, 0], &[100, 0]).is_err());
    assert!(missing_rates(&[4, 200], &[100, 100]).is_err());
}

#[test]
fn missing_values_bound_the_effect() {
    let bounds = missing_bounds((0.5, 0.1), (0.6, 0.2), 0.0, 1.0).unwrap();
    close(bounds.low, 0.6 * 0.8 - (0.5 * 0.9 + 0.1), 1e-14);
    close(bounds.high, 0.6 * 0.8 + 0.2 - 0.5 * 0.9, 1e-14);
    assert!(missing_bounds((2.0, 0.1), (0.6, 0.2), 0.0, 1.0).is_err());
    assert!(missing_bounds((0.5, 1.1), (0.6, 0.2), 0.0, 1.0).is_err());
}

#[test]
fn outliers_that_hide_an_effect_are_seen() {
    let effect = |value, error| {
        Estimate::wald(
            value,
            error,
            0.0,
            Reference::Normal,
            Level::P95,
            Alternative::TwoSided,
        )
        .unwrap()
    };
    let seen = influence(&effect(3.0, 2.0), &effect(2.5, 0.5)).unwrap();
    assert_eq!(
        (seen.shift, seen.shift_in_errors, seen.error_ratio),
        (-0.5, -0.25, 0.25)
    );
    assert!(seen.changes_conclusion);
    assert!(
        !influence(&effect(3.0, 0.5), &effect(2.5, 0.5))
            .unwrap()
            .changes_conclusion
    );
    assert_eq!(skewness_needs(10.0), Ok(35_500.0));
    assert!(skewness_needs(f64::NAN).is_err());
}
