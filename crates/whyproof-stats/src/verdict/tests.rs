use super::*;

fn measured(low: f64, high: f64) -> Measured<'static> {
    Measured {
        interval: Interval { low, high },
        direction: Direction::Up,
        worthwhile: Some(0.1),
        guardrails: &[GuardrailState::Holds],
        split_p: Some(0.4),
        horizon: Horizon::Fixed { reached: true },
    }
}

fn ruled(measured: Measured<'_>) -> (Verdict, Vec<Reason>) {
    let ruling = judge(&measured).unwrap().unwrap();
    (ruling.verdict, ruling.reasons)
}

#[test]
fn the_interval_is_held_against_what_is_worthwhile() {
    assert_eq!(
        ruled(measured(0.2, 0.5)),
        (Verdict::RightThing, vec![Reason::Beyond])
    );
    // Surely better than nothing, and surely not worth it.
    assert_eq!(
        ruled(measured(0.01, 0.09)),
        (Verdict::WrongThing, vec![Reason::FallsShort])
    );
    assert_eq!(
        ruled(measured(0.05, 0.5)),
        (Verdict::NotKnownYet, vec![Reason::Straddles])
    );
    // Reaching it is enough; its upper end reaching it is not yet short of it.
    assert_eq!(ruled(measured(0.1, 0.5)).0, Verdict::RightThing);
    assert_eq!(ruled(measured(-0.1, 0.1)).0, Verdict::NotKnownYet);
}

#[test]
fn less_may_be_better() {
    let down = |low, high| Measured {
        direction: Direction::Down,
        ..measured(low, high)
    };
    assert_eq!(ruled(down(-0.5, -0.2)).0, Verdict::RightThing);
    assert_eq!(ruled(down(0.2, 0.5)).0, Verdict::WrongThing);
    assert_eq!(ruled(down(-0.5, 0.2)).0, Verdict::NotKnownYet);
}

#[test]
fn without_a_smallest_worthwhile_effect_there_is_no_verdict() {
    assert_eq!(
        judge(&Measured {
            worthwhile: None,
            ..measured(0.2, 0.5)
        }),
        Ok(None)
    );
}

#[test]
fn a_broken_guardrail_is_the_wrong_thing_whatever_the_effect() {
    let guardrails = &[GuardrailState::Holds, GuardrailState::Broken];
    for (low, high, read) in [
        (0.2, 0.5, Reason::Beyond),
        (0.0, 0.5, Reason::Straddles),
        (-1.0, 0.0, Reason::FallsShort),
    ] {
        let ruling = ruled(Measured {
            guardrails,
            ..measured(low, high)
        });
        assert_eq!(
            ruling,
            (Verdict::WrongThing, vec![Reason::GuardrailBroken, read])
        );
    }
    let open = &[GuardrailState::NotKnownYet];
    let ruling = ruled(Measured {
        guardrails: open,
        ..measured(0.2, 0.5)
    });
    assert_eq!(
        ruling,
        (
            Verdict::RightThing,
            vec![Reason::Beyond, Reason::GuardrailOpen]
        )
    );
}

#[test]
fn a_right_thing_needs_the_split_and_the_end() {
    let off = |interval: (f64, f64)| Measured {
        split_p: Some(0.0009),
        ..measured(interval.0, interval.1)
    };
    assert_eq!(
        ruled(off((0.2, 0.5))),
        (
            Verdict::NotKnownYet,
            vec![Reason::SplitMismatch, Reason::Beyond]
        )
    );
    assert_eq!(
        ruled(off((0.0, 0.05))),
        (
            Verdict::WrongThing,
            vec![Reason::FallsShort, Reason::SplitMismatch]
        )
    );
    let at = |p| {
        ruled(Measured {
            split_p: p,
            ..measured(0.2, 0.5)
        })
    };
    assert_eq!(at(Some(0.001)).0, Verdict::RightThing);
    assert_eq!(
        at(None),
        (
            Verdict::RightThing,
            vec![Reason::Beyond, Reason::SplitUnknown]
        )
    );

    let early = Horizon::Fixed { reached: false };
    let ruling = ruled(Measured {
        horizon: early,
        ..measured(0.2, 0.5)
    });
    assert_eq!(
        ruling,
        (
            Verdict::NotKnownYet,
            vec![Reason::NotOverYet, Reason::Beyond]
        )
    );
    assert_eq!(
        ruled(Measured {
            horizon: Horizon::AnyTime,
            ..measured(0.2, 0.5)
        })
        .0,
        Verdict::RightThing
    );
}

#[test]
fn an_open_end_can_only_speak_for_its_side() {
    assert_eq!(ruled(measured(0.2, f64::INFINITY)).0, Verdict::RightThing);
    assert_eq!(ruled(measured(-0.2, f64::INFINITY)).0, Verdict::NotKnownYet);
}

#[test]
fn odd_numbers_are_refused() {
    for worthwhile in [-0.1, f64::NAN, f64::INFINITY] {
        assert!(
            judge(&Measured {
                worthwhile: Some(worthwhile),
                ..measured(0.2, 0.5)
            })
            .is_err()
        );
    }
    assert!(
        judge(&Measured {
            split_p: Some(f64::NAN),
            ..measured(0.2, 0.5)
        })
        .is_err()
    );
    assert!(judge(&measured(f64::NAN, 0.5)).is_err());
}

/// A half-width of 0.2 must shrink to 0.1: four times the units.
#[test]
fn how_much_more_would_tell() {
    let interval = Interval {
        low: 0.0,
        high: 0.4,
    };
    let times = units_to_tell(0.2, interval, Direction::Up, 0.1).unwrap();
    assert!((times - 4.0).abs() < 1e-12);
    let down = units_to_tell(-0.2, interval.negated(), Direction::Down, 0.1).unwrap();
    assert!((down - 4.0).abs() < 1e-12);
    assert_eq!(units_to_tell(0.2, interval, Direction::Up, 0.9), Ok(1.0));
    assert!(units_to_tell(0.2, interval, Direction::Up, 0.2).is_err());
}
