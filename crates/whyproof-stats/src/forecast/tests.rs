use super::*;
use crate::{Direction, Interval, Level};

fn close(ours: f64, theirs: f64, rtol: f64) {
    assert!(
        (ours - theirs).abs() <= rtol * theirs.abs() + 1e-15,
        "{ours} is not {theirs}"
    );
}

fn forecast(low: f64, high: f64, level: Level) -> Forecast {
    Forecast::new(Interval::new(low, high).unwrap(), level).unwrap()
}

/// scoringrules 0.10.0: `interval_score(effect, 1, 3, 0.1)`, `crps_normal(1.3, 1, 0.5)`,
/// `crps_ensemble(…, estimator="nrg")`, `brier_score(1, 0.7)`.
#[test]
fn scores_agree_with_scoringrules() {
    let said = forecast(1.0, 3.0, Level::P90);
    for (effect, score) in [(3.2, 6.0), (2.0, 2.0), (0.4, 14.0)] {
        close(interval_score(&said, effect).unwrap(), score, 1e-13);
    }
    close(
        crps_normal(1.0, 0.5, 1.3).unwrap(),
        0.1865779404678774,
        1e-12,
    );
    close(
        crps_sample(&[2.5, 0.2, 3.0, 0.9, 1.1], 1.3).unwrap(),
        0.344,
        1e-13,
    );
    close(brier(0.7, true).unwrap(), 0.09, 1e-13);
}

/// A sample of quantiles is nearly the distribution itself.
#[test]
fn the_two_crps_meet() {
    use crate::dist::{Distribution, Normal};
    let values: Vec<f64> = (0..4_000)
        .map(|i| Normal.quantile((f64::from(i) + 0.5) / 4_000.0))
        .collect();
    close(
        crps_sample(&values, 0.7).unwrap(),
        crps_normal(0.0, 1.0, 0.7).unwrap(),
        1e-4,
    );
}

#[test]
fn an_interval_is_read_as_a_normal() {
    let said = forecast(-1.0, 3.0, Level::P95);
    close(said.mean(), 1.0, 1e-15);
    close(said.sd(), 2.0 / 1.959963984540054, 1e-14);
    close(
        said.chance_beyond(Direction::Up, 3.0).unwrap(),
        0.025,
        1e-12,
    );
    close(
        said.chance_beyond(Direction::Down, 1.0).unwrap(),
        0.025,
        1e-12,
    );
}

#[test]
fn a_forecast_is_scored_and_an_author_calibrated() {
    let said = forecast(0.0, 2.0, Level::P90);
    let outcomes: Vec<Outcome> = (0..20)
        .map(|i| Outcome {
            forecast: said,
            effect: if i < 12 { 1.5 } else { 2.5 },
            cleared: (i % 2 == 0).then_some((0.8, i < 12)),
        })
        .collect();
    let seen = calibration(&outcomes).unwrap();
    assert_eq!((seen.forecasts, seen.hits, seen.above), (20, 12, 20));
    close(seen.expected_hits, 18.0, 1e-14);
    // SciPy's binomtest(12, 20, 0.9): with one level it is the binomial test.
    close(seen.p, crate::trust::exact(12, 20, 0.9), 1e-9);
    assert!(seen.p < 0.001);
    close(seen.brier.unwrap(), (6.0 * 0.04 + 4.0 * 0.64) / 10.0, 1e-13);
    assert!(seen.hit_rate.contains(0.6) && !seen.hit_rate.contains(0.9));
}

#[test]
fn a_mean_brier_score_is_the_sum_of_its_parts() {
    let said = [
        (0.8, true),
        (0.8, true),
        (0.8, false),
        (0.3, false),
        (0.3, true),
        (0.5, false),
    ];
    let parts = brier_parts(&said).unwrap();
    close(
        parts.score,
        parts.reliability - parts.resolution + parts.uncertainty,
        1e-13,
    );
    close(parts.uncertainty, 0.25, 1e-14);
}

#[test]
fn odd_forecasts_are_refused() {
    let open = Interval {
        low: 0.0,
        high: f64::INFINITY,
    };
    assert!(Forecast::new(open, Level::P90).is_err());
    assert!(
        Forecast::new(
            Interval {
                low: 1.0,
                high: 1.0
            },
            Level::P90
        )
        .is_err()
    );
    assert!(interval_score(&forecast(0.0, 1.0, Level::P90), f64::NAN).is_err());
    assert!(crps_normal(0.0, 0.0, 1.0).is_err() && crps_sample(&[], 1.0).is_err());
    assert!(crps_sample(&[f64::NAN], 1.0).is_err());
    assert!(brier(1.2, true).is_err() && brier_parts(&[]).is_err() && calibration(&[]).is_err());
}
