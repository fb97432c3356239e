//! Data that cannot be measured give a sentence, never a number.

use whyproof_case::{Cell, ColumnKind};

use super::rows::Rows;
use super::{case, computed, measured, trouble};

/// Two variants of so many rows; the value of each row by its variant and place.
fn rows(many: usize, value: impl Fn(&str, usize) -> Cell) -> Rows {
    let each = ["a", "b"]
        .into_iter()
        .flat_map(|variant| (0..many).map(move |at| (variant, at)));
    let rows = each.map(|(variant, at)| vec![Cell::Text(variant.to_owned()), value(variant, at)]);
    Rows::of(
        &[("arm", ColumnKind::Text), ("x", ColumnKind::Float)],
        rows.collect(),
    )
}

const PLAIN: &str = "metric = \"x\"\nvariant = \"arm\"\ncontrol = \"a\"\ntreatment = \"b\"\nworthwhile = \"1 minute\"";

fn varied(at: usize) -> f64 {
    (at % 7) as f64 + 0.5
}

#[test]
fn text_is_no_number() {
    let mut words = rows(9, |_, at| Cell::Text(format!("w{at}")));
    words.columns[1].kind = ColumnKind::Text;
    assert_eq!(
        trouble(PLAIN, &words),
        "`x` is text, as in “w0”, and what is measured has to be numbers, or true and false."
    );
}

#[test]
fn infinities_and_no_numbers_are_told() {
    for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let data = rows(9, |variant, at| {
            Cell::Float(if variant == "b" && at == 3 {
                bad
            } else {
                varied(at)
            })
        });
        assert_eq!(
            trouble(PLAIN, &data),
            "`x` has a value that is infinite or no number."
        );
    }
}

#[test]
fn an_empty_variant_and_a_single_row_are_told() {
    let missing = rows(9, |variant, at| {
        if variant == "b" {
            Cell::Null
        } else {
            Cell::Float(varied(at))
        }
    });
    assert_eq!(
        trouble(PLAIN, &missing),
        "The variant `b` has no row with a value of `x`."
    );
    let one = rows(9, |variant, at| {
        if variant == "b" && at > 0 {
            Cell::Null
        } else {
            Cell::Float(varied(at))
        }
    });
    assert_eq!(
        trouble(PLAIN, &one),
        "The variant `b` has one row only with a value of `x`."
    );
}

#[test]
fn what_does_not_vary_is_told() {
    for value in [0.0, 1.0, 7.25] {
        let data = rows(9, |_, _| Cell::Float(value));
        assert_eq!(
            trouble(PLAIN, &data),
            "`x` does not vary, so nothing can be told from chance."
        );
    }
}

/// The engine hands on 12 digits: a difference of 1 between values of 10¹⁵ is not in them.
#[test]
fn values_too_far_from_zero_are_refused() {
    let data = rows(9, |variant, at| {
        Cell::Float(1e15 + varied(at) + if variant == "b" { 1.0 } else { 0.0 })
    });
    let told = trouble(PLAIN, &data);
    assert!(
        told.contains("so far from zero that their 12 digits do not hold it"),
        "{told}"
    );
    // Far, but not too far.
    let data = rows(9, |variant, at| {
        Cell::Float(1e6 + varied(at) + if variant == "b" { 1.0 } else { 0.0 })
    });
    let effect = &measured(PLAIN, &data).effects[0];
    assert!((effect.absolute.value - 1.0).abs() < 1e-5, "{effect:?}");
}

#[test]
fn more_variants_than_declared_are_told() {
    let mut data = rows(9, |_, at| Cell::Float(varied(at)));
    data.rows
        .push(vec![Cell::Text("c".to_owned()), Cell::Float(1.0)]);
    assert_eq!(
        trouble(PLAIN, &data),
        "`arm` has more variants than are declared: `c` (1 row)."
    );
}

#[test]
fn an_unknown_variant_and_a_missing_column_are_told() {
    let data = rows(9, |_, at| Cell::Float(varied(at)));
    let unknown = PLAIN.replace("\"b\"", "\"z\"");
    assert_eq!(
        trouble(&unknown, &data),
        "No row has `z` as its `arm`; there is `b`."
    );
    let column = PLAIN.replace("metric = \"x\"", "metric = \"y\"");
    assert_eq!(
        trouble(&column, &data),
        "`data.csv` has no column `y`; it has `arm` and `x`."
    );
}

#[test]
fn points_are_points_of_a_share() {
    let data = rows(9, |_, at| Cell::Float(varied(at)));
    let points = PLAIN.replace("1 minute", "10 points");
    assert_eq!(
        trouble(&points, &data),
        "`x` is no share, and points are points of a share."
    );
}

#[test]
fn percent_needs_a_control_above_zero() {
    let data = rows(9, |variant, at| {
        Cell::Float(varied(at) - if variant == "a" { 20.0 } else { 0.0 })
    });
    let percent = PLAIN.replace("1 minute", "3%");
    let told = trouble(&percent, &data);
    assert!(
        told.starts_with("`x` cannot be compared in percent: the control's value is"),
        "{told}"
    );
}

#[test]
fn a_split_of_three_is_none_of_two() {
    let data = rows(9, |_, at| Cell::Float(varied(at)));
    let split = format!("{PLAIN}\nsplit = [1, 1, 1]");
    assert_eq!(
        trouble(&split, &data),
        "`split` has 3 shares, and there are 2 variants: a and b."
    );
}

#[test]
fn an_experiment_without_a_metric_has_no_number() {
    let data = rows(9, |_, at| Cell::Float(varied(at)));
    let none = PLAIN.replace("metric = \"x\"", "metric = \"x / \"");
    assert_eq!(
        trouble(&none, &data),
        "The experiment has no metric that can be read."
    );
}

#[test]
fn what_cannot_be_measured_has_no_verdict() {
    let data = rows(9, |_, _| Cell::Float(1.0));
    let computed = computed(PLAIN, &data);
    assert!(computed.experiments.is_empty());
    assert!(case(PLAIN).contains("experiment idea"));
}
