//! What decides: the worthwhile effect, guardrails, the split, the end date, several treatments, the grounds.

use whyproof_case::measure::Guard;
use whyproof_case::{Cell, ColumnKind, Verdict};
use whyproof_testing::MemoryHost;

use super::rows::Rows;
use super::{TODAY, computed, computed_of, measured};

/// Rows of `variants`, 400 of each: `x` is around the number, `y` is 0 or 1 with about that share.
fn rows(variants: &[(&str, f64, f64)]) -> Rows {
    let mut rows = Vec::new();
    for (name, mean, share) in variants {
        for at in 0..400_usize {
            // A fixed scatter without a generator: multiples of the golden ratio.
            let scatter = (at as f64 * 0.618_033_988_749_895).fract();
            rows.push(vec![
                Cell::Text((*name).to_owned()),
                Cell::Float(mean + 4.0 * (scatter - 0.5)),
                Cell::Int(i64::from(scatter < *share)),
                Cell::Text(if at % 2 == 0 { "north" } else { "south" }.to_owned()),
            ]);
        }
    }
    let columns = [
        ("arm", ColumnKind::Text),
        ("x", ColumnKind::Float),
        ("y", ColumnKind::Int),
        ("region", ColumnKind::Text),
    ];
    Rows::of(&columns, rows)
}

fn minutes(more: &str) -> String {
    format!("metric = \"x\"\nvariant = \"arm\"\ncontrol = \"a\"\nworthwhile = \"1 minute\"\n{more}")
}

#[test]
fn less_is_better_where_it_is_said() {
    let data = rows(&[("a", 20.0, 0.5), ("b", 15.0, 0.5)]);
    for worthwhile in ["1 minute", "-1 minute"] {
        let experiment = minutes("direction = \"down\"").replace("1 minute", worthwhile);
        let found = measured(&experiment, &data);
        assert_eq!(found.verdict(), Some(Verdict::RightThing));
        let sentence = found.sentence();
        assert!(
            sentence.contains("“x” is 5 minutes lower (95% interval −5.16 to −4.84)"),
            "{sentence}"
        );
    }
    assert_eq!(
        measured(&minutes(""), &data).verdict(),
        Some(Verdict::WrongThing)
    );
}

#[test]
fn the_verdict_is_by_the_interval_against_what_is_worthwhile() {
    let of = |mean: f64| {
        let data = rows(&[("a", 20.0, 0.5), ("b", mean, 0.5)]);
        measured(&minutes(""), &data)
    };
    assert_eq!(of(22.0).verdict(), Some(Verdict::RightThing));
    assert_eq!(of(20.5).verdict(), Some(Verdict::WrongThing));
    let open = of(21.05);
    assert_eq!(open.verdict(), Some(Verdict::NotKnownYet));
    assert!(open.effects[0].more.is_some_and(|more| more > 1.0));
    assert!(
        open.answers()
            .unwrap()
            .next
            .starts_with("Go on measuring: about ")
    );
}

#[test]
fn without_worthwhile_there_is_no_verdict() {
    let experiment = minutes("").replace("worthwhile = \"1 minute\"", "");
    let data = rows(&[("a", 20.0, 0.5), ("b", 22.0, 0.5)]);
    let found = computed(&experiment, &data);
    assert!(found.experiments.is_empty());
    let measured = &found.measured["idea"];
    assert_eq!(measured.effects.len(), 1);
    assert!(
        measured
            .sentence()
            .contains("no `worthwhile` says what would be worth it")
    );
}

#[test]
fn guardrails_hold_or_break() {
    let of = |share: f64, margin: &str| {
        let guardrail = format!(
            "guardrails = [{{ metric = \"y\", margin = \"{margin}\", direction = \"down\" }}]"
        );
        let data = rows(&[("a", 20.0, 0.3), ("b", 22.0, share)]);
        measured(&minutes(&guardrail), &data)
    };
    let held = of(0.3, "10 points");
    assert_eq!(held.guardrails[0].state, Guard::Holds);
    assert_eq!(held.verdict(), Some(Verdict::RightThing));
    let broken = of(0.6, "10 points");
    assert_eq!(broken.guardrails[0].state, Guard::Broken);
    assert_eq!(broken.verdict(), Some(Verdict::WrongThing));
    assert!(
        broken
            .sentence()
            .contains("the wrong thing to do: `y` got worse by"),
        "{}",
        broken.sentence()
    );
    let open = of(0.4, "10 points");
    assert_eq!(open.guardrails[0].state, Guard::NotKnownYet);
    // In percent of the control: from 0.3 to 0.6 is twice as much.
    assert_eq!(of(0.6, "20%").guardrails[0].state, Guard::Broken);
    assert_eq!(of(0.3, "50%").guardrails[0].state, Guard::Holds);
}

#[test]
fn a_split_that_is_off_is_never_the_right_thing() {
    let mut data = rows(&[("a", 20.0, 0.5), ("b", 25.0, 0.5)]);
    let split = minutes("split = \"50/50\"");
    let even = measured(&split, &data);
    assert_eq!(even.verdict(), Some(Verdict::RightThing));
    data.rows.truncate(600);
    let off = measured(&split, &data);
    assert!(off.split.as_ref().unwrap().off);
    assert_eq!(off.verdict(), Some(Verdict::NotKnownYet));
    assert!(
        off.trust_line()
            .starts_with("The variants do not have the sizes"),
        "{}",
        off.trust_line()
    );
}

#[test]
fn before_the_end_only_a_sequential_method_decides() {
    let data = rows(&[("a", 20.0, 0.5), ("b", 25.0, 0.5)]);
    let early = measured(&minutes("end = \"2027-01-31\""), &data);
    assert_eq!(early.verdict(), Some(Verdict::NotKnownYet));
    assert_eq!(early.answers().unwrap().next, "Wait until 2027-01-31.");
    let on_the_day = measured(&minutes("end = \"2026-11-23\""), &data);
    assert_eq!(on_the_day.verdict(), Some(Verdict::RightThing));
    let sequential = measured(
        &minutes("end = \"2027-01-31\"\nmethod = \"sequential\""),
        &data,
    );
    assert_eq!(sequential.verdict(), Some(Verdict::RightThing));
    let width = |one: &whyproof_case::Measurement| one.effects[0].absolute.interval.width();
    assert!(width(&sequential) > width(&on_the_day));
}

#[test]
fn several_treatments_are_adjusted() {
    let data = rows(&[("a", 20.0, 0.5), ("b", 22.0, 0.5), ("c", 20.2, 0.5)]);
    let both = measured(&minutes(""), &data);
    assert_eq!(both.effects.len(), 2);
    assert!(
        both.method.ends_with("by Dunnett's test"),
        "{}",
        both.method
    );
    let alone = measured(
        &minutes("treatment = \"b\"\npopulation = \"x\""),
        &rows(&[("a", 20.0, 0.5), ("b", 22.0, 0.5)]),
    );
    let width = |one: &whyproof_case::Measurement| one.effects[0].absolute.interval.width();
    assert!(width(&both) > width(&alone));
    let shares = measured(
        &minutes("")
            .replace("\"x\"", "\"y\"")
            .replace("1 minute", "1 point"),
        &data,
    );
    assert!(
        shares.method.ends_with("by Bonferroni"),
        "{}",
        shares.method
    );
    // The first treatment decides.
    let found = computed(&minutes(""), &data);
    assert_eq!(found.experiments["idea"], Verdict::RightThing);
}

#[test]
fn other_metrics_and_segments_are_told_and_decide_nothing() {
    let data = rows(&[("a", 20.0, 0.5), ("b", 22.0, 0.4)]);
    let found = measured(
        &minutes("metrics = [\"y\"]\nsegments = [\"region\"]"),
        &data,
    );
    assert_eq!(found.verdict(), Some(Verdict::RightThing));
    assert_eq!(found.others[0].metric, "y");
    assert!(
        found.others[0]
            .effect
            .as_ref()
            .is_ok_and(|(_, effect)| effect.value < 0.0)
    );
    let segments: Vec<(&str, u64)> = found
        .segments
        .iter()
        .map(|one| (one.value.as_str(), one.n.0))
        .collect();
    assert_eq!(segments, [("north", 200), ("south", 200)]);
    assert!(found.segments.iter().all(|one| one.effect.is_ok()));
}

#[test]
fn a_forecast_is_scored() {
    let data = rows(&[("a", 20.0, 0.5), ("b", 22.0, 0.5)]);
    let forecast = "forecast = { low = \"0.5 minute\", high = \"1.5 minute\", level = \"80%\", clears = \"70%\" }";
    let scored = measured(&minutes(forecast), &data).forecast.unwrap();
    // Width 1, and 2/0.2 for each unit above: 1 + 10 × 0.5.
    super::near(scored.interval_score.unwrap(), 6.0);
    super::near(scored.brier.unwrap(), 0.09);
    assert_eq!(
        scored.says,
        "The forecast was 0.5 to 1.5 minutes, and 2 minutes came of it, above it."
    );
}

#[test]
fn a_plan_without_data_asks_nothing() {
    let text = "## Impact\n\n```experiment idea\nmetric = \"x\"\nworthwhile = \"1 minute\"\n```\n";
    let found = computed_of(text, &Rows::default(), MemoryHost::new().on(TODAY));
    assert!(found.measured.is_empty() && found.experiments.is_empty());
}

/// A table of the case is on the author's word, as for figures.
#[test]
fn data_in_the_case_itself_show_nothing() {
    let data = rows(&[("a", 20.0, 0.5), ("b", 22.0, 0.5)]);
    let experiment = minutes("");
    let text = format!(
        "## Impact\n\n```experiment idea\nfrom = \"counted\"\n{experiment}\n```\n\n## Counted\n\n| arm | x |\n| --- | --- |\n| a | 1 |\n"
    );
    let found = computed_of_table(&text, &data);
    assert!(found.experiments.is_empty());
    let measured = &found.measured["idea"];
    assert_eq!(measured.verdict(), Some(Verdict::RightThing));
    assert!(
        measured.trust[0].says.contains("on your word"),
        "{:?}",
        measured.trust
    );
}

fn computed_of_table(text: &str, data: &Rows) -> whyproof_case::Computed {
    super::computed_reading("counted", text, data, MemoryHost::new().on(TODAY))
}
