use super::*;
use crate::{Alternative, Level};

fn close(ours: f64, theirs: f64, rtol: f64) {
    assert!(
        (ours - theirs).abs() <= rtol * theirs.abs() + 1e-12,
        "{ours} is not {theirs}"
    );
}

const P: [f64; 7] = [0.03, 0.0004, 0.2, 0.021, 0.71, 0.048, 0.011];

/// statsmodels 0.15.0, `multipletests(P, 0.05, method)`: p-values that come unsorted go back to their places.
#[test]
fn adjusted_p_values_agree_with_statsmodels() {
    let rows = [
        (
            Correction::Bonferroni,
            [0.21, 0.0028, 1.0, 0.14700000000000002, 1.0, 0.336, 0.077],
        ),
        (
            Correction::HolmSidak,
            [
                0.11470719,
                0.0027966422391042154,
                0.36,
                0.100681641679101,
                0.71,
                0.137198592,
                0.06421140134953444,
            ],
        ),
        (
            Correction::BenjaminiYekutieli,
            [
                0.136125,
                0.00726,
                0.605,
                0.12705,
                1.0,
                0.17423999999999995,
                0.099825,
            ],
        ),
        (
            Correction::Hochberg,
            [
                0.12,
                0.0028,
                0.4,
                0.10500000000000001,
                0.71,
                0.14400000000000002,
                0.066,
            ],
        ),
    ];
    for (correction, expected) in rows {
        for (ours, theirs) in adjust(&P, correction).unwrap().iter().zip(expected) {
            close(*ours, theirs, 1e-12);
        }
    }
}

#[test]
fn odd_p_values_are_refused_and_none_give_none() {
    assert_eq!(adjust(&[], Correction::Holm), Ok(vec![]));
    assert!(adjust(&[0.1, f64::NAN], Correction::Holm).is_err());
    assert!(adjust(&[-0.1], Correction::Holm).is_err());
}

#[test]
fn levels_of_intervals() {
    close(
        simultaneous_level(5, Level::P95, Correction::Holm)
            .unwrap()
            .alpha(),
        0.01,
        1e-12,
    );
    close(
        simultaneous_level(2, Level::P95, Correction::Sidak)
            .unwrap()
            .get(),
        0.95f64.sqrt(),
        1e-15,
    );
    close(
        selective_level(2, 10, Level::P95).unwrap().alpha(),
        0.01,
        1e-12,
    );
    assert!(simultaneous_level(5, Level::P95, Correction::BenjaminiHochberg).is_err());
    assert!(selective_level(0, 10, Level::P95).is_err());
}

/// Means and variances of three normal samples drawn with NumPy's `default_rng(3)`.
const CONTROL: Arm = Arm {
    n: 30.0,
    mean: 10.116285978702244,
    variance: 5.328485500682252,
};
const ARMS: [Arm; 2] = [
    Arm {
        n: 25.0,
        mean: 10.945536387897112,
        variance: 3.755523463325305,
    },
    Arm {
        n: 40.0,
        mean: 9.115379653414918,
        variance: 4.742136673278505,
    },
];

/// SciPy 1.17.1, `stats.dunnett(a, b, control=c, random_state=1)`. It integrates by random numbers: p-values to
/// 0.0002, intervals to 0.005.
#[test]
fn dunnett_agrees_with_scipy_to_its_digits() {
    let two = dunnett(
        CONTROL,
        &ARMS,
        Family::Pooled,
        Level::P95,
        Alternative::TwoSided,
    )
    .unwrap();
    let expected = [
        (1.41708454, 0.27032085, -0.48456487, 2.14306568),
        (-1.91776689, 0.10435678, -2.17267529, 0.17086264),
    ];
    for (ours, (statistic, p, low, high)) in two.iter().zip(expected) {
        close(ours.statistic, statistic, 1e-8);
        assert!((ours.p - p).abs() < 2e-4, "{} {p}", ours.p);
        assert!((ours.interval.low - low).abs() < 5e-3 && (ours.interval.high - high).abs() < 5e-3);
    }
    let greater = dunnett(
        CONTROL,
        &ARMS,
        Family::Pooled,
        Level::P95,
        Alternative::Greater,
    )
    .unwrap();
    for (ours, (p, low)) in greater
        .iter()
        .zip([(0.13551377, -0.30568346), (0.99395068, -2.01313408)])
    {
        assert!((ours.p - p).abs() < 2e-4 && (ours.interval.low - low).abs() < 5e-3);
        assert_eq!(ours.interval.high, f64::INFINITY);
    }
}

/// SciPy's `integrate.quad` over both variables, 1e-11.
#[test]
fn the_tail_of_the_largest_agrees_with_quadrature() {
    use super::many_to_one::tail_of;
    let half = 0.5f64.sqrt();
    for (c, shares, df, two_sided, expected) in [
        (2.5, vec![half; 3], Some(20.0), true, 0.05430780589584494),
        (2.1, vec![half; 3], Some(20.0), false, 0.0595660106036341),
        (
            2.2,
            vec![0.6, 0.7, 0.3],
            Some(60.0),
            true,
            0.08768716016547398,
        ),
        (2.349, vec![half; 3], None, true, 0.049996236379015305),
        (6.0, vec![half; 3], None, true, 5.917199348518515e-09),
    ] {
        close(tail_of(shares, df, c, two_sided), expected, 1e-10);
    }
}

/// With one treatment there is nothing to adjust: Student's t, and its p-value.
#[test]
fn one_treatment_is_the_plain_test() {
    for (family, alternative) in [
        (Family::Pooled, Alternative::TwoSided),
        (Family::Welch, Alternative::Greater),
        (Family::Normal, Alternative::Less),
    ] {
        let one = dunnett(CONTROL, &ARMS[..1], family, Level::P95, alternative).unwrap()[0];
        let plain = one.reference.p_value(one.statistic, alternative).unwrap();
        close(one.p, plain, 1e-10);
        let critical = one
            .reference
            .upper_quantile(one.level.tail(alternative))
            .unwrap();
        let half = critical * one.standard_error;
        let end = if alternative == Alternative::Less {
            one.interval.high - one.value
        } else {
            one.value - one.interval.low
        };
        close(end, half, 1e-9);
    }
}

#[test]
fn odd_arms_are_refused() {
    let bad = |control, arms: &[Arm]| {
        dunnett(
            control,
            arms,
            Family::Welch,
            Level::P95,
            Alternative::TwoSided,
        )
    };
    assert!(bad(CONTROL, &[]).is_err());
    assert!(bad(Arm { n: 1.0, ..CONTROL }, &ARMS).is_err());
    assert!(
        bad(
            CONTROL,
            &[Arm {
                mean: f64::NAN,
                ..CONTROL
            }]
        )
        .is_err()
    );
    let still = Arm {
        variance: 0.0,
        ..CONTROL
    };
    assert!(
        bad(still, &[still])
            .unwrap_err()
            .to_string()
            .contains("no variance")
    );
}
