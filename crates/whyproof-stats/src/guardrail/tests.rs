use super::*;
use crate::{Level, Reference};

fn effect(value: f64, alternative: Alternative) -> Estimate {
    Estimate::wald(
        value,
        1.0,
        0.0,
        Reference::StudentT(50.0),
        Level::P95,
        alternative,
    )
    .unwrap()
}

#[test]
fn the_interval_is_held_against_the_margin() {
    let state = |value, direction, margin| {
        guardrail(&effect(value, Alternative::TwoSided), direction, margin)
            .unwrap()
            .state
    };
    assert_eq!(state(0.0, Direction::Up, 3.0), GuardrailState::Holds);
    assert_eq!(state(0.0, Direction::Up, 1.0), GuardrailState::NotKnownYet);
    assert_eq!(state(-5.0, Direction::Up, 1.0), GuardrailState::Broken);
    assert_eq!(state(-5.0, Direction::Down, 1.0), GuardrailState::Holds);
    assert_eq!(state(5.0, Direction::Down, 1.0), GuardrailState::Broken);
    // Better than before, but with no margin at all and zero in the interval.
    assert_eq!(state(1.0, Direction::Up, 0.0), GuardrailState::NotKnownYet);
}

/// The margin is at the interval's end exactly where the one-sided p-value is α.
#[test]
fn the_p_value_and_the_one_sided_interval_agree() {
    let seen = effect(0.4, Alternative::Greater);
    let judged = guardrail(&seen, Direction::Up, -seen.interval.low).unwrap();
    assert!((judged.p - 0.05).abs() < 1e-12);
    assert_eq!(judged.gain.high, f64::INFINITY);
}

#[test]
fn odd_margins_are_refused() {
    for margin in [-1.0, f64::NAN, f64::INFINITY] {
        assert!(guardrail(&effect(0.0, Alternative::TwoSided), Direction::Up, margin).is_err());
    }
}
