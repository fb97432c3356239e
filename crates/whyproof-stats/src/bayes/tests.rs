use super::*;

fn close(ours: f64, theirs: f64, rtol: f64) {
    assert!(
        (ours - theirs).abs() <= rtol * theirs.abs(),
        "{ours:e} is not {theirs:e}"
    );
}

#[test]
fn a_flat_prior_repeats_the_data() {
    let seen = posterior(2.0, 0.5, Prior::Flat).unwrap();
    assert_eq!((seen.mean, seen.sd), (2.0, 0.5));
}

/// A prior as strong as the data: the mean is halfway, the variance half.
#[test]
fn the_prior_pulls() {
    let seen = posterior(
        2.0,
        0.5,
        Prior::Normal {
            mean: 0.0,
            variance: 0.25,
        },
    )
    .unwrap();
    close(seen.mean, 1.0, 1e-15);
    close(seen.sd, 0.5f64.sqrt() * 0.5, 1e-15);
    assert!(seen.chance_to_win(Direction::Up) > 0.99);
    close(
        seen.chance_to_win(Direction::Down) + seen.chance_to_win(Direction::Up),
        1.0,
        1e-15,
    );
    close(seen.chance_beyond(Direction::Up, 1.0).unwrap(), 0.5, 1e-15);
    let below = 1.0 - seen.chance_above(-1.0).unwrap();
    close(
        seen.chance_beyond(Direction::Down, 1.0).unwrap(),
        below,
        1e-9,
    );
    assert!(seen.chance_above(f64::NAN).is_err());
    assert!(seen.chance_beyond(Direction::Up, -1.0).is_err());
}

/// φ(z) − z Φ(−z) to 40 digits by mpmath 1.3.
#[test]
fn losses_keep_their_digits_far_out() {
    for (z, expected) in [
        (0.0, 0.398_942_280_401_432_7),
        (4.0, 7.145258432405667e-6),
        (7.9, 1.712707557436171e-16),
        (8.1, 3.296229531174374e-17),
        (12.0, 1.4605201169845548e-34),
        (30.0, 1.6319567340914012e-199),
    ] {
        close(loss(z), expected, 1e-11);
    }
    // Both ways of computing meet where one takes over.
    close(loss(8.0), Normal.pdf(8.0) - 8.0 * Normal.sf(8.0), 1e-11);
    let extreme = posterior(1e300, 1e-300, Prior::Flat).unwrap();
    assert_eq!(extreme.loss_of_treatment(Direction::Up), 0.0);
    close(extreme.loss_of_control(Direction::Up), 1e300, 1e-12);
    let seen = posterior(3.0, 1.0, Prior::Flat).unwrap();
    // Mean gain and mean loss differ by the mean effect.
    close(
        seen.loss_of_control(Direction::Up) - seen.loss_of_treatment(Direction::Up),
        3.0,
        1e-14,
    );
}

#[test]
fn priors_move_between_units() {
    let relative = Prior::Normal {
        mean: 0.1,
        variance: 0.04,
    };
    let absolute = relative.in_units(-20.0);
    assert_eq!(
        absolute,
        Prior::Normal {
            mean: 2.0,
            variance: 16.0
        }
    );
    let Prior::Normal { mean, variance } = absolute.as_relative(20.0).unwrap() else {
        panic!()
    };
    close(mean, 0.1, 1e-14);
    close(variance, 0.04, 1e-14);
    assert!(absolute.as_relative(0.0).is_err());
}

#[test]
fn odd_numbers_are_refused() {
    for (value, error) in [
        (f64::NAN, 1.0),
        (1.0, 0.0),
        (1.0, -1.0),
        (f64::INFINITY, 1.0),
    ] {
        assert!(posterior(value, error, Prior::Flat).is_err());
    }
    assert!(
        posterior(
            1.0,
            1.0,
            Prior::Normal {
                mean: 0.0,
                variance: 0.0
            }
        )
        .is_err()
    );
    assert!(truncated_normal_mean(0.0, 1.0, 1.0, 1.0).is_err());
    assert!(
        truncated_normal_mean(0.0, 1.0, 60.0, 61.0)
            .unwrap_err()
            .to_string()
            .contains("widen")
    );
}

#[test]
fn the_mean_between_bounds_lies_between_them() {
    close(
        truncated_normal_mean(0.0, 1.0, 0.0, f64::INFINITY).unwrap(),
        0.7978845608028654,
        1e-14,
    );
    let (left, right) = (
        truncated_normal_mean(0.0, 1.0, -7.0, -6.0).unwrap(),
        truncated_normal_mean(0.0, 1.0, 6.0, 7.0).unwrap(),
    );
    close(-left, right, 1e-14);
    assert!(right > 6.0 && right < 6.3);
}
