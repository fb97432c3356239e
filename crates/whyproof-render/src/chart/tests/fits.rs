//! Statistics against numpy 2 and statsmodels 0.14.

use crate::chart::stats::bins::{bins, freedman_diaconis};
use crate::chart::stats::fit::{fit, t_quantile};
use crate::chart::stats::quantile;

fn near(one: f64, other: f64) {
    assert!(
        (one - other).abs() <= 1e-8 * other.abs().max(1.0),
        "{one} is not {other}"
    );
}

#[test]
fn quantiles_of_students_t() {
    // scipy.stats.t.ppf(.975, df)
    for (freedom, expected) in [
        (1.0, 12.706_204_736_174_694),
        (2.0, 4.302_652_729_749_462),
        (3.0, 3.182_446_305_283_707_8),
        (10.0, 2.228_138_851_986_274),
        (160.0, 1.974_901_560_000_798_6),
        (2832.0, 1.960_802_002_970_151_4),
    ] {
        near(t_quantile(freedom).expect("freedom"), expected);
    }
    assert_eq!(t_quantile(0.0), None);
}

#[test]
fn a_line_and_its_band() {
    let x = [0.4, 1.1, 1.9, 2.4, 3.3, 3.9, 4.8, 5.5];
    let y = [0.91, 0.84, 0.71, 0.74, 0.55, 0.52, 0.33, 0.29];
    let points: Vec<(f64, f64)> = x.into_iter().zip(y).collect();
    let fit = fit(&points).expect("a line");
    // m = sm.OLS(y, sm.add_constant(x)).fit(); m.params, m.conf_int()
    near(fit.at(0.0), 0.978_390_12);
    near(fit.slope, -0.126_056_69);
    near(fit.slope_between.0, -0.145_493_46);
    near(fit.slope_between.1, -0.106_619_92);
    // m.get_prediction([[1, x]]).summary_frame(alpha=.05): mean_ci_lower, mean_ci_upper
    for (x, low, high) in [
        (0.4, 0.869_346_16, 0.986_588_72),
        (3.0, 0.567_746_96, 0.632_693_12),
        (6.0, 0.153_837_55, 0.290_262_36),
    ] {
        near(fit.band(x).0, low);
        near(fit.band(x).1, high);
    }
}

#[test]
fn no_line_through_two_points_or_one_x() {
    assert_eq!(fit(&[(1.0, 2.0), (2.0, 3.0)]), None);
    assert_eq!(fit(&[(1.0, 2.0), (1.0, 3.0), (1.0, 4.0)]), None);
    assert_eq!(fit(&[(1e200, 2.0), (-1e200, 3.0), (1.0, 4.0)]), None);
    let exact = fit(&[(1.0, 1.0), (2.0, 2.0), (3.0, 3.0)]).expect("a line");
    near(exact.slope, 1.0);
}

#[test]
fn quantiles_and_widths_of_bins() {
    // z = [1, 2, 2, 3, 4, 7, 9, 12, 15, 21.5]; np.percentile(z, [25, 50, 75])
    let z = [1.0, 2.0, 2.0, 3.0, 4.0, 7.0, 9.0, 12.0, 15.0, 21.5];
    assert_eq!(
        [0.25, 0.5, 0.75].map(|share| quantile(&z, share)),
        [2.25, 5.5, 11.25]
    );
    // 2 * np.subtract(*np.percentile(z, [75, 25])) / len(z) ** (1 / 3)
    near(
        freedman_diaconis(&z).expect("a width"),
        8.354_859_900_503_001,
    );
    let found = bins(&z);
    assert_eq!(
        (found.width, found.edges),
        (10.0, vec![0.0, 10.0, 20.0, 30.0])
    );
    assert_eq!(found.counts, [7, 2, 1]);
}

#[test]
fn bins_of_odd_data() {
    // One value, many times: one bin about it.
    let same = bins(&[7.25; 40]);
    assert_eq!((same.counts.len(), same.counts[0]), (1, 40));
    assert!(same.edges[0] <= 7.25 && 7.25 < same.edges[1]);
    // Half of them the same: Sturges' width, as Freedman and Diaconis' is nothing.
    assert_eq!(freedman_diaconis(&[1.0, 1.0, 1.0, 1.0, 9.0]), None);
    // Whole numbers stand in the middle of their bins.
    let dice: Vec<f64> = (0..600).map(|at| f64::from(1 + at / 100)).collect();
    let dice = bins(&dice);
    assert_eq!(dice.edges, [0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5]);
    assert_eq!(dice.counts, [100; 6]);
    // One far away does not make a million bins.
    let mut far: Vec<f64> = (0..1000).map(f64::from).collect();
    far.push(1e9);
    let far = bins(&far);
    assert!(far.counts.len() <= 60, "{}", far.counts.len());
    assert_eq!(far.counts.iter().sum::<usize>(), 1001);
}
