use super::*;
use crate::{Alternative, Level};

const FIVE: [f64; 5] = [0.2, 0.4, 0.6, 0.8, 1.0];
const UNEVEN: [f64; 4] = [0.3, 0.5, 0.9, 1.0];

fn close(ours: f64, theirs: f64, rtol: f64) {
    assert!(
        (ours - theirs).abs() <= rtol * theirs.abs() + 1e-12,
        "{ours} is not {theirs}"
    );
}

fn criticals(boundaries: &Boundaries) -> Vec<f64> {
    boundaries
        .looks()
        .iter()
        .map(|look| look.critical)
        .collect()
}

/// By `gridpts`, `h1` and `hupdate` of gsdesign 0.1.5 (PyPI) with r = 200 and SciPy's `brentq`: critical values, and
/// the power at a drift of 3. Simpson's rule there: 1e-7.
fn held(
    spending: Spending,
    shares: &[f64],
    alternative: Alternative,
    expected: &[f64],
    power: f64,
) {
    let ours = Boundaries::spending(spending, shares, Level::P95, alternative).unwrap();
    for (ours, theirs) in criticals(&ours).into_iter().zip(expected) {
        close(ours, *theirs, 1e-7);
    }
    close(ours.power(3.0).unwrap(), power, 1e-7);
    close(ours.power(0.0).unwrap(), 0.05, 1e-9);
}

#[test]
fn spending_as_obrien_and_fleming_agrees_with_gsdesign() {
    let (of, both, greater) = (
        Spending::OBrienFleming,
        Alternative::TwoSided,
        Alternative::Greater,
    );
    let expected = [
        4.876884995577247,
        3.3570119249467427,
        2.6802800654443257,
        2.2898167682556405,
        2.031032043713002,
    ];
    held(of, &FIVE, both, &expected, 0.8424428813408289);
    let expected = [
        4.229195075413375,
        2.8881365495476263,
        2.2980902843816517,
        1.9618214658633908,
        1.7397044996485267,
    ];
    held(of, &FIVE, greater, &expected, 0.9045141312558412);
    let expected = [
        3.9285725519945727,
        2.9656182279793843,
        2.1050205998850267,
        2.057261901396203,
    ];
    held(of, &UNEVEN, both, &expected, 0.8421759045121808);
    let expected = [
        3.392951358272824,
        2.545346009310017,
        1.78586527026449,
        1.7635481144871972,
    ];
    held(of, &UNEVEN, greater, &expected, 0.904846507829078);
}

#[test]
fn spending_as_pocock_agrees_with_gsdesign() {
    let (pocock, both, less) = (Spending::Pocock, Alternative::TwoSided, Alternative::Less);
    let expected = [
        2.4379766884202505,
        2.426813858635547,
        2.410193840873997,
        2.3966454013657543,
        2.3859845724457878,
    ];
    held(pocock, &FIVE, both, &expected, 0.7763374402533506);
    let expected = [
        2.176211453290936,
        2.143747712327442,
        2.113285263517179,
        2.08959918494701,
        2.0709983755980352,
    ];
    held(pocock, &FIVE, less, &expected, 0.8607329696400023);
    let expected = [
        2.3118353040802977,
        2.3976453003162708,
        2.27233273091742,
        2.3959084155897092,
    ];
    held(pocock, &UNEVEN, both, &expected, 0.7846422100292019);
    let expected = [
        2.037764180621878,
        2.105059535003875,
        1.9621703357744846,
        2.078420178903278,
    ];
    held(pocock, &UNEVEN, less, &expected, 0.8667628773505385);
}

/// The constants of Jennison and Turnbull (2000), tables 2.1 and 2.3, to more digits by gsdesign as above.
#[test]
fn classical_boundaries_agree_with_the_tables() {
    for (shape, looks, constant, power) in [
        (
            Shape::OBrienFleming,
            2,
            1.9774309595407187,
            0.8482282706108897,
        ),
        (
            Shape::OBrienFleming,
            5,
            2.040073175273224,
            0.8411864305429226,
        ),
        (Shape::Pocock, 2, 2.1782720889662555, 0.8128761253652796),
        (Shape::Pocock, 5, 2.4131762206505845, 0.7705399777129209),
        (
            Shape::WangTsiatis(0.25),
            5,
            2.1360120034674623,
            0.8262888779233428,
        ),
    ] {
        let shares: Vec<f64> = (1..=looks)
            .map(|k| f64::from(k) / f64::from(looks))
            .collect();
        let ours = Boundaries::shaped(shape, &shares, Level::P95, Alternative::TwoSided).unwrap();
        close(*criticals(&ours).last().unwrap(), constant, 1e-7);
        close(ours.power(3.0).unwrap(), power, 1e-7);
        close(ours.looks().last().unwrap().spent, 0.05, 1e-10);
    }
}

#[test]
fn one_look_is_the_plain_test() {
    let once = Boundaries::spending(
        Spending::OBrienFleming,
        &[1.0],
        Level::P95,
        Alternative::TwoSided,
    )
    .unwrap();
    close(criticals(&once)[0], 1.959963984540054, 1e-12);
    close(once.inflation(0.8).unwrap(), 1.0, 1e-12);
    close(once.expected_share(1.0).unwrap(), 1.0, 1e-15);
}

/// By gsdesign as above, with r = 40.
#[test]
fn inflation_agrees_with_gsdesign() {
    for (shape, expected) in [
        (Shape::Pocock, 1.22836940409065),
        (Shape::OBrienFleming, 1.0284086559642658),
    ] {
        let ours = Boundaries::shaped(shape, &FIVE, Level::P95, Alternative::TwoSided).unwrap();
        let inflation = ours.inflation(0.8).unwrap();
        close(inflation, expected, 1e-6);
        let drift = ours.drift_for(0.8).unwrap();
        close(ours.power(drift).unwrap(), 0.8, 1e-12);
        assert!(ours.expected_share(drift).unwrap() < 0.85);
    }
}

#[test]
fn stopping_earlier_is_more_extreme() {
    let ours = Boundaries::shaped(Shape::Pocock, &FIVE, Level::P95, Alternative::TwoSided).unwrap();
    let at = |k: usize| ours.stagewise_p(k, ours.looks()[k].critical).unwrap();
    for k in 0..5 {
        close(at(k), ours.looks()[k].spent, 1e-9);
    }
    let seen = ours.at(2, 3.0, 1.0, 0.0).unwrap();
    close(seen.interval.low, 3.0 - ours.looks()[2].critical, 1e-15);
    assert!(ours.stops(2, -3.0).unwrap() && !ours.stops(2, 2.0).unwrap());
    assert!(ours.stops(5, 1.0).is_err());
}

#[test]
fn shares_that_do_not_rise_are_refused() {
    for shares in [
        &[][..],
        &[0.0, 1.0],
        &[0.5, 0.5, 1.0],
        &[0.5, 1.2],
        &[f64::NAN],
    ] {
        let refused =
            Boundaries::spending(Spending::Pocock, shares, Level::P95, Alternative::TwoSided);
        assert!(refused.is_err(), "{shares:?}");
    }
    let early = Boundaries::shaped(
        Shape::Pocock,
        &[0.5, 0.9],
        Level::P95,
        Alternative::TwoSided,
    );
    assert!(early.unwrap_err().to_string().contains("must be 1"));
}

fn sequence(value: f64, n: f64, mixture: Mixture, alternative: Alternative) -> crate::Estimate {
    confidence_sequence(
        value,
        (4.0 / n).sqrt(),
        n,
        0.0,
        mixture,
        Level::P95,
        alternative,
    )
    .unwrap()
}

/// The interval's ends are where the p-value is α: the two formulas are each other's inverse.
#[test]
fn a_sequence_and_its_p_value_agree() {
    for alternative in [
        Alternative::TwoSided,
        Alternative::Greater,
        Alternative::Less,
    ] {
        for mixture in [
            Mixture::TightAt(300.0),
            Mixture::Rho(0.05),
            Mixture::EffectVariance(0.02),
        ] {
            let there = sequence(0.0, 400.0, mixture, alternative).interval;
            let edge = if alternative == Alternative::Less {
                -there.high
            } else {
                -there.low
            };
            let sign = if alternative == Alternative::Less {
                -1.0
            } else {
                1.0
            };
            let ours = sequence(sign * edge.abs(), 400.0, mixture, alternative);
            close(ours.p, 0.05, 1e-10);
        }
    }
}

/// Johari, Pekelis and Walsh (2015), equation 5, written out.
#[test]
fn the_variance_of_effects_gives_the_mixture_sprt() {
    let (tau2, n, value): (f64, f64, f64) = (0.02, 400.0, 0.3);
    let variance = 4.0 / n;
    let ratio = (variance / (variance + tau2)).sqrt()
        * (tau2 * value * value / (2.0 * variance * (variance + tau2))).exp();
    close(
        sequence(
            value,
            n,
            Mixture::EffectVariance(tau2),
            Alternative::TwoSided,
        )
        .p,
        1.0 / ratio,
        1e-13,
    );
}

#[test]
fn looks_together_are_never_wider_than_one() {
    let looks = [
        sequence(0.5, 100.0, Mixture::default(), Alternative::TwoSided),
        sequence(0.3, 400.0, Mixture::default(), Alternative::TwoSided),
    ];
    let all = running(&looks).unwrap();
    assert!(
        looks
            .iter()
            .all(|look| all.interval.width() <= look.interval.width() && all.p <= look.p)
    );
    let apart = [
        sequence(9.0, 1e4, Mixture::default(), Alternative::TwoSided),
        sequence(0.3, 1e4, Mixture::default(), Alternative::TwoSided),
    ];
    assert!(
        running(&apart)
            .unwrap_err()
            .to_string()
            .contains("changed over time")
    );
    assert!(running(&[]).is_err());
}

#[test]
fn odd_numbers_are_refused() {
    let plain = |value, error, n| {
        confidence_sequence(
            value,
            error,
            n,
            0.0,
            Mixture::default(),
            Level::P95,
            Alternative::TwoSided,
        )
    };
    assert!(plain(1.0, 1.0, 100.0).is_ok());
    for (value, error, n) in [
        (f64::NAN, 1.0, 10.0),
        (1.0, 0.0, 10.0),
        (1.0, f64::INFINITY, 10.0),
        (1.0, 1.0, 1.0),
        (1.0, 1.0, f64::NAN),
    ] {
        assert!(plain(value, error, n).is_err(), "{value} {error} {n}");
    }
    let mixture = Mixture::Rho(0.0);
    assert!(
        confidence_sequence(
            1.0,
            1.0,
            9.0,
            0.0,
            mixture,
            Level::P95,
            Alternative::TwoSided
        )
        .is_err()
    );
}

/// Armitage, McPherson and Rowe (1969): twenty looks at 1.96 find something where nothing is in 24.8 % of all
/// experiments, not 5 %.
#[test]
fn twenty_looks_at_the_plain_boundary_cost_what_is_known() {
    let twenty: Vec<f64> = (1..=20).map(|k| f64::from(k) / 20.0).collect();
    let level = Level::from_alpha(0.248).unwrap();
    let ours = Boundaries::shaped(Shape::Pocock, &twenty, level, Alternative::TwoSided).unwrap();
    assert!(
        (criticals(&ours)[0] - 1.96).abs() < 0.003,
        "{:?}",
        criticals(&ours)[0]
    );
}

/// GrowthBook's one-sided half-width, written out: s √(2 (nρ² + 1) / (nρ)² · ln(1 + √(nρ² + 1) / (2α))), ρ by 2α.
#[test]
fn the_one_sided_sequence_is_growthbooks() {
    let (n, tuned, alpha): (f64, f64, f64) = (400.0, 500.0, 0.05);
    let spread = -2.0 * (2.0 * alpha).ln();
    let rho = ((spread + (spread + 1.0).ln()) / tuned).sqrt();
    let grown = n * rho * rho + 1.0;
    let half =
        (4.0 * 2.0 * grown / (n * rho).powi(2) * (1.0 + grown.sqrt() / (2.0 * alpha)).ln()).sqrt();
    let ours = sequence(1.0, n, Mixture::TightAt(tuned), Alternative::Greater);
    close(1.0 - ours.interval.low, half, 1e-12);
}
