//! Against mpmath's values, and quantiles against the tails they invert.

use super::*;

/// `(function, arguments, value)` of each line of the table.
fn table() -> Vec<(&'static str, Vec<f64>, f64)> {
    let lines = include_str!("mpmath.txt")
        .lines()
        .filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let mut words = line.split(' ');
            let name = words.next().unwrap();
            let mut numbers: Vec<f64> = words.map(|word| word.parse().unwrap()).collect();
            let value = numbers.pop().unwrap();
            (name, numbers, value)
        })
        .collect()
}

fn ours(name: &str, a: &[f64]) -> f64 {
    let whole = |i: usize| a[i] as u64;
    match name {
        "normal" => Normal.sf(a[0]),
        "student" => StudentT::new(a[0]).unwrap().sf(a[1]),
        "chi" => ChiSquare::new(a[0]).unwrap().sf(a[1]),
        "beta" => Beta::new(a[0], a[1]).unwrap().cdf(a[2]),
        "f" => FisherF::new(a[0], a[1]).unwrap().sf(a[2]),
        "binom" => Binomial::new(whole(0), a[1]).unwrap().sf(whole(2)),
        "binom_pmf" => Binomial::new(whole(0), a[1]).unwrap().pmf(whole(2)),
        "poisson" => Poisson::new(a[0]).unwrap().sf(whole(1)),
        "poisson_pmf" => Poisson::new(a[0]).unwrap().pmf(whole(1)),
        "hyper" => Hypergeometric::new(whole(0), whole(1), whole(2))
            .unwrap()
            .pmf(whole(3)),
        "nct" => NoncentralT::new(a[1], a[2]).unwrap().cdf(a[0]),
        _ => panic!("no function {name}"),
    }
}

#[test]
fn agrees_with_mpmath_in_both_tails() {
    let mut worst = Vec::new();
    for (name, arguments, value) in table() {
        let got = ours(name, &arguments);
        let error = ((got - value) / value).abs();
        if error > 5e-13 {
            worst.push(format!(
                "{name} {arguments:?}: {got:e}, not {value:e}, {error:e} off"
            ));
        }
    }
    assert!(worst.is_empty(), "{}", worst.join("\n"));
}

fn round_trip(name: &str, d: &impl Distribution) {
    for p in [
        1e-280, 1e-20, 1e-8, 0.001, 0.025, 0.3, 0.5, 0.7, 0.975, 0.999_999,
    ] {
        let upper = d.sf(d.upper_quantile(p));
        assert!(
            (upper / p - 1.0).abs() < 2e-12,
            "{name}, upper tail {p}: {upper}"
        );
        let x = d.quantile(p);
        if x.abs() > 1e-280 {
            let lower = d.cdf(x);
            assert!(
                (lower / p - 1.0).abs() < 2e-12,
                "{name}, lower tail {p}: {lower}, {x}"
            );
        }
    }
}

#[test]
fn quantiles_invert_the_tails() {
    round_trip("normal", &Normal);
    for df in [1.0, 2.5, 8.0, 3949.27, 1e7] {
        round_trip(&format!("t {df}"), &StudentT::new(df).unwrap());
    }
    for df in [1.0, 2.0, 7.5, 1000.0] {
        round_trip(&format!("chi-square {df}"), &ChiSquare::new(df).unwrap());
    }
    round_trip("gamma", &Gamma::new(3.5).unwrap());
    round_trip("F", &FisherF::new(3.0, 40.0).unwrap());
}

#[test]
fn beta_quantiles_invert_the_tails() {
    for (a, b) in [(2.0, 3.0), (30.0, 71.0), (1.0, 500.0), (2000.0, 3000.0)] {
        let d = Beta::new(a, b).unwrap();
        for p in [1e-12, 0.025, 0.5, 0.975] {
            let (lower, upper) = (d.cdf(d.quantile(p)), d.sf(d.upper_quantile(p)));
            assert!(
                (lower / p - 1.0).abs() < 1e-11,
                "beta {a} {b}, {p}: {lower:e}"
            );
            // Near 1 the quantile itself has no more digits.
            assert!(
                (upper / p - 1.0).abs() < 1e-10,
                "beta {a} {b}, {p}: {upper:e}"
            );
        }
    }
}

/// The density against a difference of the tail.
fn slope(d: &impl Distribution, x: f64) {
    let h = 1e-5 * x.abs().max(1e-3);
    let difference = (d.sf(x - h) - d.sf(x + h)) / (2.0 * h);
    assert!(
        (difference / d.pdf(x) - 1.0).abs() < 1e-6,
        "{x}: {difference} {}",
        d.pdf(x)
    );
}

#[test]
fn densities_are_the_slopes_of_the_tails() {
    for x in [0.2, 1.3, 2.4] {
        slope(&Normal, x);
        slope(&StudentT::new(3.5).unwrap(), x);
        slope(&StudentT::new(5000.0).unwrap(), x);
        slope(&ChiSquare::new(3.0).unwrap(), x);
        slope(&Gamma::new(2.5).unwrap(), x);
        slope(&FisherF::new(4.0, 9.0).unwrap(), x);
        slope(&Beta::new(2.0, 5.0).unwrap(), x / 4.0);
    }
}

#[test]
fn what_cannot_be_is_refused() {
    for bad in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert!(StudentT::new(bad).is_err());
        assert!(ChiSquare::new(bad).is_err());
        assert!(Beta::new(1.0, bad).is_err());
        assert!(FisherF::new(bad, 1.0).is_err());
        assert!(NoncentralT::new(bad, 1.0).is_err());
    }
    assert!(Binomial::new(3, 1.5).is_err());
    assert!(Poisson::new(-1.0).is_err());
    assert!(Hypergeometric::new(3, 4, 1).is_err());
}

#[test]
fn ends_are_infinite_or_at_the_edge() {
    assert_eq!(Normal.quantile(0.0), f64::NEG_INFINITY);
    assert_eq!(
        StudentT::new(4.0).unwrap().upper_quantile(0.0),
        f64::INFINITY
    );
    assert_eq!(StudentT::new(4.0).unwrap().sf(f64::INFINITY), 0.0);
    assert_eq!(ChiSquare::new(4.0).unwrap().quantile(0.0), 0.0);
    assert_eq!(Beta::new(4.0, 2.0).unwrap().quantile(1.0), 1.0);
    assert_eq!(Binomial::new(5, 0.2).unwrap().cdf(5), 1.0);
}

#[test]
fn probabilities_of_counts_sum_to_one() {
    let h = Hypergeometric::new(50, 20, 12).unwrap();
    let (low, high) = h.support();
    let total: f64 = (low..=high).map(|k| h.pmf(k)).sum();
    assert!((total - 1.0).abs() < 1e-13);
    let b = Binomial::new(40, 0.13).unwrap();
    assert!(((0..=40).map(|k| b.pmf(k)).sum::<f64>() - 1.0).abs() < 1e-13);
}

/// Millions of units, where textbook forms fail; SciPy 1.18.1.
#[test]
fn large_parameters_keep_their_digits() {
    let poisson = Poisson::new(1e6).unwrap();
    let binomial = Binomial::new(10_000_000, 0.5).unwrap();
    let urn = Hypergeometric::new(1_000_000, 3000, 500_000).unwrap();
    let power = |df, shift| NoncentralT::new(df, shift).unwrap();
    for (got, wanted) in [
        (
            StudentT::new(1e7).unwrap().sf(2.1),
            0.017_864_433_055_258_318,
        ),
        (poisson.sf(1_002_000), 0.022_750_122_959_674_234),
        (binomial.sf(5_004_000), 0.005_700_875_976_810_56),
        (urn.pmf(1400), 1.814_703_383_276_235_4e-5),
        (power(1e6, 5.0).sf(1.96), 0.998_817_099_714_420_3),
        (power(1.0, 2.0).sf(12.7), 0.125_283_805_643_866_73),
        (
            Beta::new(2e5, 3e5).unwrap().cdf(0.399),
            0.074_427_855_755_666_18,
        ),
        (
            ChiSquare::new(1e4).unwrap().sf(1e4),
            0.498_119_365_966_182_67,
        ),
    ] {
        assert!((got / wanted - 1.0).abs() < 1e-9, "{got}, not {wanted}");
    }
}
