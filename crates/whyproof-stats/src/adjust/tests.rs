use super::*;
use crate::moments::{Comoments, Moments};
use crate::{Alternative, Level, StatsError};

fn variant(columns: &[&[f64]]) -> Comoments {
    Comoments::from_columns(columns).unwrap()
}

fn two() -> [Comoments; 2] {
    [
        variant(&[
            &[3.0, 5.0, 4.0, 8.0, 6.0],
            &[1.0, 2.0, 2.0, 4.0, 3.0],
            &[7.0; 5],
        ]),
        variant(&[&[4.0, 7.0, 9.0, 8.0], &[1.0, 3.0, 4.0, 3.0], &[7.0; 4]]),
    ]
}

const METRIC: Term = Term {
    column: 0,
    over: None,
};

#[test]
fn without_covariates_nothing_changes() {
    let found = cuped(&two(), METRIC, &[], Slope::Total).unwrap();
    let variants = two();
    assert_eq!(found.variants[0], variants[0].column(0).unwrap());
    assert_eq!((found.theta.len(), found.removed), (0, 0.0));
}

#[test]
fn a_constant_covariate_changes_nothing() {
    let found = cuped(
        &two(),
        METRIC,
        &[Term::mean(1), Term::mean(2)],
        Slope::Total,
    )
    .unwrap();
    let alone = cuped(&two(), METRIC, &[Term::mean(1)], Slope::Total).unwrap();
    assert_eq!(found.variants, alone.variants);
    assert_eq!(found.theta[1], 0.0);
    assert!(alone.removed > 0.8, "{}", alone.removed);
}

#[test]
fn the_variants_weighted_mean_stays() {
    let found = cuped(&two(), METRIC, &[Term::mean(1)], Slope::Total).unwrap();
    let sum = |m: &Moments| m.mean() * m.n() as f64;
    let adjusted: f64 = found.variants.iter().map(sum).sum();
    assert!((adjusted - 54.0).abs() < 1e-12, "{adjusted}");
}

#[test]
fn the_slope_within_variants_is_that_of_covariance_analysis() {
    let found = cuped(&two(), METRIC, &[Term::mean(1)], Slope::Within).unwrap();
    let (mut xy, mut xx) = (0.0, 0.0);
    for v in two() {
        xy += v.product(0, 1);
        xx += v.product(1, 1);
    }
    assert!((found.theta[0] - xy / xx).abs() < 1e-14);
    let total = cuped(&two(), METRIC, &[Term::mean(1)], Slope::Total).unwrap();
    assert!((found.theta[0] - total.theta[0]).abs() > 1e-3);
}

#[test]
fn a_covariate_twice_is_refused() {
    let found = cuped(
        &two(),
        METRIC,
        &[Term::mean(1), Term::mean(1)],
        Slope::Total,
    );
    assert!(
        matches!(found, Err(StatsError::Singular { .. })),
        "{found:?}"
    );
}

#[test]
fn a_covariate_that_explains_all_leaves_no_variance() {
    let found = cuped(&two(), METRIC, &[Term::mean(0)], Slope::Total).unwrap();
    assert!(found.variants.iter().all(|m| m.m2() == 0.0), "{found:?}");
}

#[test]
fn values_far_from_zero_lose_no_digits() {
    let move_up = |c: &Comoments, far: f64| {
        let means = c.means().iter().map(|m| m + far).collect();
        let products = (0..9).map(|i| c.product(i / 3, i % 3)).collect();
        Comoments::from_centred(c.n(), means, products).unwrap()
    };
    let near = [
        variant(&[&[1.0, 2.0, 4.5, 8.5], &[0.5, 1.0, 2.0, 4.5], &[0.0; 4]]),
        variant(&[&[2.0, 3.0, 5.0, 10.0], &[1.0, 1.5, 2.0, 3.5], &[0.0; 4]]),
    ];
    let at = |far: f64| {
        let far = near.clone().map(|c| move_up(&c, far));
        cuped(&far, METRIC, &[Term::mean(1)], Slope::Total)
    };
    let (near, far) = (at(0.0).unwrap(), at(2f64.powi(40)).unwrap());
    assert!((near.theta[0] - far.theta[0]).abs() < 1e-12);
    let difference = |c: &Cuped| c.variants[1].mean() - c.variants[0].mean();
    assert!((difference(&near) - difference(&far)).abs() < 1e-3);
    assert!((near.variants[0].m2() - far.variants[0].m2()).abs() < 1e-12);
    // Where the means themselves are rounded, nothing careful is left to do.
    let lost = at(2f64.powi(50));
    assert!(matches!(lost, Err(StatsError::Unusable { .. })), "{lost:?}");
}

#[test]
fn what_cannot_be_adjusted_is_said() {
    let one = [two()[0].clone(), variant(&[&[1.0], &[1.0], &[1.0]])];
    let empty = [two()[0].clone(), Comoments::empty(3)];
    let narrow = [two()[0].clone(), variant(&[&[1.0, 2.0]])];
    let zero = [
        two()[0].clone(),
        variant(&[&[1.0, 2.0], &[-1.0, 1.0], &[0.0, 0.0]]),
    ];
    let by = |v: &[Comoments], metric| cuped(v, metric, &[Term::mean(1)], Slope::Total);
    assert!(matches!(
        by(&one, METRIC),
        Err(StatsError::TooFew { n: 1, .. })
    ));
    assert!(matches!(by(&empty, METRIC), Err(StatsError::Empty { .. })));
    assert!(matches!(
        by(&narrow, METRIC),
        Err(StatsError::Mismatch { .. })
    ));
    assert!(matches!(
        by(&zero, Term::ratio(0, 1)),
        Err(StatsError::Unusable { .. })
    ));
    assert!(matches!(
        by(&two(), Term::mean(3)),
        Err(StatsError::Mismatch { .. })
    ));
    assert!(by(&[], METRIC).is_err());
}

fn cell(values: &[f64]) -> Moments {
    Moments::from_values(values).unwrap()
}

fn strata() -> [Stratum; 2] {
    [
        Stratum {
            control: cell(&[1.0, 2.0, 3.0]),
            treatment: cell(&[2.0, 4.0]),
        },
        Stratum {
            control: cell(&[10.0, 12.0]),
            treatment: cell(&[11.0, 14.0, 17.0, 14.0]),
        },
    ]
}

fn weigh(strata: &[Stratum], weights: Weights<'_>) -> crate::Result<Stratified> {
    stratified(strata, weights, true, Level::P95, Alternative::TwoSided)
}

#[test]
fn strata_count_by_their_share() {
    let found = weigh(&strata(), Weights::Observed).unwrap();
    let effect = 5.0 / 11.0 * 1.0 + 6.0 / 11.0 * 3.0;
    assert!((found.absolute.value - effect).abs() < 1e-14);
    assert!((found.treatment - found.control - effect).abs() < 1e-14);
    let relative = found.relative.unwrap();
    assert!((relative.value - (found.treatment / found.control - 1.0)).abs() < 1e-14);
    let doubled = weigh(&strata(), Weights::Known(&[2.0, 2.0])).unwrap();
    assert!((doubled.absolute.value - 2.0).abs() < 1e-14);
}

#[test]
fn one_stratum_is_welch() {
    let one = [strata()[1]];
    let found = weigh(&one, Weights::Observed).unwrap().absolute;
    let (a, b) = (2.0 / 2.0, 6.0 / 4.0);
    assert!((found.standard_error - f64::sqrt(a + b)).abs() < 1e-14);
    let df = (a + b) * (a + b) / (a * a + b * b / 3.0);
    assert!((found.reference.df().unwrap() - df).abs() < 1e-12);
}

#[test]
fn strata_that_cannot_be_weighed_are_said() {
    let mut lacking = strata();
    lacking[0].treatment = Moments::EMPTY;
    assert!(matches!(
        weigh(&lacking, Weights::Observed),
        Err(StatsError::Empty { .. })
    ));
    assert!(weigh(&lacking, Weights::Known(&[0.0, 1.0])).is_ok());
    lacking[0].treatment = cell(&[1.0]);
    assert!(matches!(
        weigh(&lacking, Weights::Observed),
        Err(StatsError::TooFew { .. })
    ));
    assert!(matches!(
        weigh(&[], Weights::Observed),
        Err(StatsError::Empty { .. })
    ));
    for wrong in [
        &[1.0][..],
        &[1.0, -1.0],
        &[0.0, 0.0],
        &[f64::NAN, 1.0],
        &[f64::MAX, f64::MAX],
    ] {
        assert!(
            weigh(&strata(), Weights::Known(wrong)).is_err(),
            "{wrong:?}"
        );
    }
    let flat = [Stratum {
        control: cell(&[1.0, 1.0]),
        treatment: cell(&[2.0, 2.0]),
    }];
    assert!(matches!(
        weigh(&flat, Weights::Observed),
        Err(StatsError::NoVariance { .. })
    ));
}
