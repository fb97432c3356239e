//! Conventions, edges and units.

use super::*;
use crate::moments::{Comoments, Moments};
use crate::{means, ratios};

fn moments(values: &[f64]) -> Moments {
    Moments::from_values(values).unwrap()
}

const CONTROL: [f64; 6] = [10.0, 12.0, 9.0, 11.0, 14.0, 8.0];
const TREATMENT: [f64; 5] = [15.0, 13.0, 16.0, 12.0, 18.0];

fn of(options: &Options) -> Effect {
    means::compare(&moments(&CONTROL), &moments(&TREATMENT), options).unwrap()
}

#[test]
fn welch_is_that_of_scipy() {
    let got = of(&Options::default()).absolute;
    for (got, wanted) in [
        (got.statistic, 2.984_704_150_234_395_4),
        (got.p, 0.016_883_358_737_774_676),
        (got.reference.df().unwrap(), 8.248_426_636_837_602),
        (got.interval.low, 0.956_554_209_388_046_6),
        (got.interval.high, 7.310_112_457_278_622),
    ] {
        assert!((got / wanted - 1.0).abs() < 1e-11, "{got}, not {wanted}");
    }
}

/// Metres or millimetres, the relative effect and the p-value are the same.
#[test]
fn units_do_not_matter() {
    for unit in [1e-150, 1e-3, 1e3, 1e150] {
        let scaled = |values: &[f64]| -> Moments {
            moments(&values.iter().map(|x| x * unit).collect::<Vec<_>>())
        };
        for relative in [
            RelativeScale::Log,
            RelativeScale::Plain,
            RelativeScale::Fieller,
        ] {
            let options = Options {
                relative,
                ..Options::default()
            };
            let got = means::compare(&scaled(&CONTROL), &scaled(&TREATMENT), &options).unwrap();
            let plain = of(&options);
            assert!((got.absolute.p / plain.absolute.p - 1.0).abs() < 1e-9);
            let (a, b) = (
                got.relative.unwrap().interval,
                plain.relative.unwrap().interval,
            );
            assert!((a.low - b.low).abs() < 1e-12 && (a.high - b.high).abs() < 1e-12);
        }
    }
}

/// That the ratio is 1 is that the difference is 0: Fieller's interval excludes 0 just when the
/// absolute one does.
#[test]
fn fieller_agrees_with_the_difference() {
    for percent in 50..100 {
        let level = Level::new(f64::from(percent) / 100.0).unwrap();
        for spread in [Spread::Welch, Spread::Student, Spread::Normal] {
            let options = Options {
                level,
                spread,
                relative: RelativeScale::Fieller,
                ..Options::default()
            };
            let got = of(&options);
            let relative = got.relative.unwrap();
            assert_eq!(
                relative.interval.contains(0.0),
                got.absolute.interval.contains(0.0)
            );
            if spread != Spread::Student {
                assert!((relative.p / got.absolute.p - 1.0).abs() < 1e-12);
            }
        }
    }
}

#[test]
fn a_control_near_zero_has_no_fieller_interval() {
    let control = moments(&[-1.0, 1.0, 0.1]);
    let options = Options {
        relative: RelativeScale::Fieller,
        ..Options::default()
    };
    let got = means::compare(&control, &moments(&TREATMENT), &options).unwrap();
    assert!(
        matches!(got.relative, Err(StatsError::Unusable { .. })),
        "{got:?}"
    );
}

#[test]
fn swapping_the_variants_turns_the_sign() {
    let (a, b) = (moments(&CONTROL), moments(&TREATMENT));
    let there = means::compare(&a, &b, &Options::default())
        .unwrap()
        .absolute;
    let back = means::compare(&b, &a, &Options::default())
        .unwrap()
        .absolute;
    assert_eq!(there.interval, back.interval.negated());
    assert_eq!(there.p, back.p);
    let side = |alternative| Options {
        alternative,
        ..Options::default()
    };
    let greater = means::compare(&a, &b, &side(Alternative::Greater))
        .unwrap()
        .absolute;
    let less = means::compare(&b, &a, &side(Alternative::Less))
        .unwrap()
        .absolute;
    assert_eq!(greater.p, less.p);
    assert_eq!(greater.interval, less.interval.negated());
}

#[test]
fn against_the_interval_s_end_p_is_alpha() {
    let got = of(&Options::default()).absolute;
    let p = got.against(got.interval.low).unwrap().p;
    assert!((p - 0.05).abs() < 1e-12, "{p}");
}

#[test]
fn hostile_arms_are_errors() {
    let good = Arm {
        n: 10,
        value: 2.0,
        variance: 1.0,
    };
    let try_arm = |arm: Arm| compare(&good, &arm, &Options::default()).unwrap_err();
    assert!(matches!(
        try_arm(Arm { n: 0, ..good }),
        StatsError::Empty { .. }
    ));
    assert!(matches!(
        try_arm(Arm { n: 1, ..good }),
        StatsError::TooFew { .. }
    ));
    for bad in [f64::NAN, f64::INFINITY] {
        assert!(matches!(
            try_arm(Arm { value: bad, ..good }),
            StatsError::NotFinite { .. }
        ));
        assert!(matches!(
            try_arm(Arm {
                variance: bad,
                ..good
            }),
            StatsError::NotFinite { .. }
        ));
    }
    assert!(matches!(
        try_arm(Arm {
            variance: -1.0,
            ..good
        }),
        StatsError::OutOfRange { .. }
    ));
    let constant = Arm {
        variance: 0.0,
        ..good
    };
    let none = compare(&constant, &constant, &Options::default());
    assert!(
        matches!(none, Err(StatsError::NoVariance { .. })),
        "{none:?}"
    );
    // One that varies is enough for Welch.
    assert!(compare(&constant, &good, &Options::default()).is_ok());
    let huge = Arm {
        n: 10,
        value: f64::MAX,
        variance: 1.0,
    };
    let low = Arm {
        n: 10,
        value: -f64::MAX,
        variance: 1.0,
    };
    let none = compare(&low, &huge, &Options::default());
    assert!(
        matches!(none, Err(StatsError::NotFinite { .. })),
        "{none:?}"
    );
}

#[test]
fn no_relative_effect_without_a_positive_control() {
    let good = Arm {
        n: 10,
        value: 2.0,
        variance: 1.0,
    };
    for value in [0.0, -2.0] {
        let got = compare(&Arm { value, ..good }, &good, &Options::default()).unwrap();
        let said = got.relative.unwrap_err().to_string();
        assert!(said.contains("above zero"), "{said}");
    }
}

#[test]
fn values_of_a_quadrillion_keep_their_difference() {
    let far = |values: &[f64]| moments(&values.iter().map(|x| x + 1e15).collect::<Vec<_>>());
    let got = means::compare(&far(&CONTROL), &far(&TREATMENT), &Options::default()).unwrap();
    let near = of(&Options::default());
    // The means themselves are rounded to an eighth.
    assert!((got.absolute.value - near.absolute.value).abs() <= 0.25);
    let error = got.absolute.standard_error / near.absolute.standard_error;
    assert!((error - 1.0).abs() < 1e-12, "{error}");
}

#[test]
fn a_ratio_of_proportional_columns_has_no_variance() {
    let columns = |times: f64| {
        let denominator = [1.0, 2.5, 3.0, 7.1];
        let numerator: Vec<f64> = denominator.iter().map(|x| x * times).collect();
        Comoments::from_columns(&[&numerator, &denominator]).unwrap()
    };
    let none = ratios::compare(&columns(0.3), &columns(0.7), &Options::default());
    assert!(
        matches!(none, Err(StatsError::NoVariance { .. })),
        "{none:?}"
    );
    let zero = Comoments::from_columns(&[&[1.0, 2.0], &[0.0, 0.0]]).unwrap();
    assert!(matches!(
        ratios::arm(&zero, 0, 1),
        Err(StatsError::NotPositive { .. })
    ));
    assert!(matches!(
        ratios::arm(&zero, 0, 2),
        Err(StatsError::Mismatch { .. })
    ));
}
