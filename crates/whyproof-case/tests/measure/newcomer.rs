//! What somebody who knows no statistics needs to be told on the first screen, found by trying it as one would.

use whyproof_case::{Cell, ColumnKind, Measurement, Verdict};

use super::rows::Rows;
use super::{measured, trouble};

/// Shares of ones by variant and how many: `converted`, and `refunded` with the other share.
fn rows(variants: &[(&str, usize, f64, f64)]) -> Rows {
    let mut rows = Vec::new();
    for (name, many, converted, refunded) in variants {
        for at in 0..*many {
            let is = |share: f64| Cell::Int(i64::from(((at as f64 + 0.5) * share).fract() < share));
            rows.push(vec![
                Cell::Text((*name).to_owned()),
                is(*converted),
                is(*refunded),
            ]);
        }
    }
    let columns = [
        ("arm", ColumnKind::Text),
        ("converted", ColumnKind::Int),
        ("refunded", ColumnKind::Int),
    ];
    Rows::of(&columns, rows)
}

fn of(more: &str, rows: &Rows) -> Measurement {
    let experiment = format!(
        "metric = \"converted\"\nvariant = \"arm\"\ncontrol = \"old\"\ndirection = \"up\"\n{more}"
    );
    measured(&experiment, rows)
}

const WORTH: &str = "worthwhile = \"3 points\"";

#[test]
fn a_guardrail_that_is_open_is_in_the_sentence_and_under_trust() {
    let data = rows(&[("old", 2000, 0.2, 0.05), ("new", 2000, 0.3, 0.06)]);
    let words = of(
        &format!("{WORTH}\nguardrail = \"refunded must not rise\""),
        &data,
    );
    assert_eq!(words.verdict(), Some(Verdict::RightThing));
    let sentence = words.sentence();
    assert!(
        sentence.ends_with("; but nobody has measured “refunded must not rise”."),
        "{sentence}"
    );
    let lines = words.trust_lines();
    assert!(
        lines[0].contains("`refunded` is a column: write `{ metric = \"refunded\","),
        "{lines:?}"
    );
    let guardrail =
        "guardrail = { metric = \"refunded\", margin = \"2 points\", direction = \"down\" }";
    let open = of(&format!("{WORTH}\n{guardrail}"), &data);
    assert!(
        open.sentence()
            .ends_with("; but whether “refunded” got worse by more than was allowed is not known.")
    );
    let lines = open.trust_lines();
    assert!(
        lines[0].starts_with("`refunded` may have got worse by up to"),
        "{lines:?}"
    );
}

#[test]
fn what_nobody_could_look_at_is_said() {
    let data = rows(&[("old", 2000, 0.2, 0.05), ("new", 1500, 0.3, 0.06)]);
    let found = of(WORTH, &data);
    let lines = found.trust_lines();
    assert!(
        lines[0].contains("somebody is missing, or counted twice: 2000 in old and 1500 in new"),
        "{lines:?}"
    );
    assert_eq!(
        lines.last().unwrap(),
        "Not looked at: whether somebody is counted twice (write `unit`) and whether the day of looking was chosen (`end`)."
    );
    let sentence = found.sentence();
    assert!(
        sentence.ends_with("; but somebody may be missing from a variant."),
        "{sentence}"
    );
    let next = found.answers().unwrap().next;
    assert!(next.starts_with("Find out first who is missing"), "{next}");
    let alike = rows(&[("old", 2000, 0.2, 0.05), ("new", 2000, 0.3, 0.06)]);
    let next = of(WORTH, &alike).answers().unwrap().next;
    assert!(
        next.starts_with("Check first what nobody has looked at"),
        "{next}"
    );
}

#[test]
fn of_several_that_are_open_the_one_that_gains_most_is_answered() {
    let data = rows(&[
        ("old", 2000, 0.2, 0.05),
        ("b", 2000, 0.21, 0.05),
        ("c", 2000, 0.24, 0.05),
    ]);
    let answers = of(WORTH, &data).answers().unwrap();
    assert_eq!(answers.of.as_deref(), Some("c"));
    assert!(
        answers
            .chance
            .contains("one of the two differences would be so large"),
        "{}",
        answers.chance
    );
}

#[test]
fn next_to_nothing_is_told_as_such() {
    let same = rows(&[("old", 20_000, 0.2, 0.05), ("new", 20_000, 0.2, 0.05)]);
    let found = of(WORTH, &same);
    assert_eq!(found.verdict(), Some(Verdict::WrongThing));
    let answers = found.answers().unwrap();
    assert!(
        answers
            .chance
            .ends_with("That it falls short of 3 points is hardly chance."),
        "{answers:?}"
    );
    assert!(
        answers.worked.starts_with("Hardly: it gains "),
        "{answers:?}"
    );
    assert!(
        answers
            .sure
            .starts_with("From 20,000 rows with old and 20,000 with new: the difference"),
        "{answers:?}"
    );
}

#[test]
fn percent_are_told_in_points_too() {
    let data = rows(&[("old", 20_000, 0.2, 0.05), ("new", 20_000, 0.24, 0.05)]);
    let worth = of("worthwhile = \"10%\"", &data).answers().unwrap().worth;
    assert!(worth.ends_with("10% of 20% is 2 points."), "{worth}");
    let bare = of("worthwhile = \"0.02\"", &data);
    assert!(
        bare.sentence().contains("beyond the 2 points"),
        "{}",
        bare.sentence()
    );
}

#[test]
fn a_column_that_is_not_there_is_told_with_those_that_are() {
    let data = rows(&[("old", 20, 0.2, 0.05), ("new", 20, 0.24, 0.05)]);
    let experiment = "metric = \"convertd\"\nvariant = \"arm\"";
    assert_eq!(
        trouble(experiment, &data),
        "`data.csv` has no column `convertd`; it has `arm`, `converted` and `refunded`."
    );
    let found = measured(experiment, &data);
    assert_eq!(found.trouble.unwrap().help, "Did you mean `converted`?");
}
