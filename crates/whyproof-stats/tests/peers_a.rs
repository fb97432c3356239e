//! Rates, ranks and quantiles against statsmodels 0.15.0 and SciPy 1.18.1.
#![allow(clippy::unwrap_used, reason = "a test")]

use whyproof_stats::counts::{self, Rate};
use whyproof_stats::quantiles;
use whyproof_stats::ranks::{RankMethod, mann_whitney};
use whyproof_stats::{Alternative, Level, StatsError};

use Alternative::{Greater, Less, TwoSided};

#[track_caller]
fn close(got: f64, wanted: f64) {
    assert!(
        (got - wanted).abs() <= (1e-9 * wanted.abs()).max(1e-12),
        "{got}, not {wanted}"
    );
}

fn rate(events: u64, exposure: f64) -> Rate {
    Rate::new(events, exposure).unwrap()
}

#[test]
fn interval_of_one_rate() {
    for (events, exposure, low, high) in [
        (0, 10.0, 0.0, 0.368_887_945_411_393_64),
        (17, 10.5, 0.943_154_901_867_361_3, 2.592_252_077_705_391_2),
        (100_000, 10.5, 9_464.871_682_261_402, 9_583.023_308_547_035),
    ] {
        let got = counts::exact_interval(&rate(events, exposure), Level::P95).unwrap();
        close(got.low, low);
        close(got.high, high);
    }
}

/// Heart disease and smoking, the example of Gu et al. 2008: treatment first in statsmodels.
#[test]
fn two_rates() {
    let (control, treatment) = (rate(30, 54_308.7), rate(60, 51_477.5));
    let score = counts::score_test(&control, &treatment, TwoSided).unwrap();
    close(score.0, 3.417_401_839_000_214_5);
    close(score.1, 0.000_632_218_882_047_097_2);
    let got = counts::compare(&control, &treatment, Level::P95, TwoSided).unwrap();
    let relative = got.relative.unwrap();
    close(got.absolute.p, 0.000_712_009_328_506_112_9);
    close(got.absolute.interval.low, 0.000_258_122_351_463_948_6);
    close(got.absolute.interval.high, 0.000_968_197_820_171_148_5);
    close(relative.p, 0.000_839_943_809_339_037_9);
    close(relative.interval.low + 1.0, 1.361_280_126_302_506_5);
    close(relative.interval.high + 1.0, 3.270_516_969_129_076_3);
    for (side, p) in [
        (TwoSided, 0.000_675_182_658_686_321_9),
        (Greater, 0.000_428_052_694_050_124_4),
        (Less, 0.999_807_787_810_084_4),
    ] {
        close(counts::exact_test(&control, &treatment, side).unwrap(), p);
    }
}

#[test]
fn rates_without_events() {
    let (none, some) = (rate(0, 10.0), rate(4, 12.0));
    let got = counts::compare(&none, &some, Level::P95, TwoSided).unwrap();
    assert!(
        matches!(got.relative, Err(StatsError::NotPositive { .. })),
        "{got:?}"
    );
    let got = counts::compare(&none, &none, Level::P95, TwoSided);
    assert!(matches!(got, Err(StatsError::NoVariance { .. })), "{got:?}");
    assert!(counts::exact_test(&none, &none, TwoSided).is_err());
    for bad in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert!(Rate::new(1, bad).is_err());
    }
    assert!(Rate::new(u64::MAX, 1.0).is_err());
}

#[test]
fn binomial_test_is_that_of_scipy() {
    for (k, n, p, wanted) in [
        (3, 15, 0.1, 0.184_061_069_106_391_06),
        (0, 20, 0.1, 0.254_529_978_024_904_35),
        (20, 20, 0.1, 1e-20),
        (56, 180, 0.3, 0.745_273_222_618_856_4),
        (5, 10, 0.5, 1.0),
        (7, 10, 0.5, 0.343_75),
        (5_004_000, 10_000_000, 0.5, 0.011_422_321_641_171_199),
    ] {
        close(counts::binomial_test(k, n, p, TwoSided).unwrap(), wanted);
    }
    assert!(counts::binomial_test(3, 2, 0.5, TwoSided).is_err());
    assert!(counts::binomial_test(1, 2, f64::NAN, TwoSided).is_err());
}

#[test]
fn ranks_exact_and_normal() {
    let a = [3.1, 4.7, 1.2, 9.5, 6.6];
    let b = [5.5, 8.1, 7.7, 10.2, 6.9, 12.4, 2.2];
    let plain = RankMethod::Normal { continuity: false };
    for (side, exact, normal) in [
        (TwoSided, 0.202_020_202_020_202_04, 0.167_464_596_312_089_88),
        (Greater, 0.101_010_101_010_101_02, 0.083_732_298_156_044_94),
        (Less, 0.925_505_050_505_050_5, 0.916_267_701_843_955_1),
    ] {
        let got = mann_whitney(&a, &b, side, RankMethod::Auto).unwrap();
        assert_eq!(got.statistic, 26.0);
        close(got.p, exact);
        close(mann_whitney(&a, &b, side, plain).unwrap().p, normal);
    }
    let a: Vec<f64> = (0..30).map(f64::from).collect();
    let b: Vec<f64> = (0..32).map(|i| f64::from(i) * 1.07 + 2.01).collect();
    let got = mann_whitney(&a, &b, TwoSided, RankMethod::Exact).unwrap();
    close(got.p, 0.110_271_163_973_013_18);
}

#[test]
fn ranks_with_ties() {
    let (a, b) = ([1.0, 2.0, 2.0, 3.0, 5.0], [2.0, 3.0, 3.0, 5.0, 6.0, 6.0]);
    for (side, p) in [
        (TwoSided, 0.134_923_551_986_923_85),
        (Greater, 0.067_461_775_993_461_93),
        (Less, 0.953_699_651_089_662_1),
    ] {
        close(mann_whitney(&a, &b, side, RankMethod::Auto).unwrap().p, p);
    }
    let exact = mann_whitney(&a, &b, TwoSided, RankMethod::Exact);
    assert!(
        matches!(exact, Err(StatsError::Unusable { .. })),
        "{exact:?}"
    );
}

#[test]
fn hostile_values_have_no_ranks() {
    let of = |a: &[f64], b: &[f64]| mann_whitney(a, b, TwoSided, RankMethod::Auto).unwrap_err();
    assert!(matches!(of(&[], &[1.0]), StatsError::Empty { .. }));
    assert!(matches!(
        of(&[1.0], &[f64::NAN]),
        StatsError::NotFinite { .. }
    ));
    assert!(matches!(
        of(&[2.0, 2.0], &[2.0, 2.0]),
        StatsError::NoVariance { .. }
    ));
    let many: Vec<f64> = (0..1500).map(f64::from).collect();
    let exact = mann_whitney(&many, &many[1..], TwoSided, RankMethod::Exact);
    assert!(exact.is_err());
}

#[test]
fn ranks_around_a_quantile() {
    for (n, quantile, ends) in [
        (100, 0.5, (Some(40), Some(61))),
        (100, 0.9, (Some(84), Some(96))),
        (20, 0.05, (None, Some(4))),
    ] {
        assert_eq!(
            quantiles::exact_ranks(n, quantile, Level::P95).unwrap(),
            ends
        );
    }
}

#[test]
fn quantiles_that_cannot_be() {
    let few = quantiles::ranks(10, 0.9);
    assert!(
        matches!(few, Err(StatsError::TooFew { needed: 35, .. })),
        "{few:?}"
    );
    for bad in [0.0, 1.0, f64::NAN] {
        assert!(quantiles::ranks(1000, bad).is_err());
        assert!(quantiles::exact_ranks(1000, bad, Level::P95).is_err());
    }
    let same = quantiles::order_statistics(&[3.0; 100], 0.5).unwrap();
    let none = quantiles::arm(&same);
    assert!(
        matches!(none, Err(StatsError::NoVariance { .. })),
        "{none:?}"
    );
    let unsorted: Vec<f64> = (0..100).rev().map(f64::from).collect();
    assert!(quantiles::order_statistics(&unsorted, 0.5).is_err());
}
