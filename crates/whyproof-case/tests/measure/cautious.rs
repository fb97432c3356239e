//! Where an interval is not to be relied on there is no verdict, and what speaks against the numbers is told.

use jiff::civil::date;
use whyproof_case::measure::Guard;
use whyproof_case::{Cell, ColumnKind, Lock, Measurement, Verdict};

use super::rows::Rows;
use super::{measured, trouble};

/// Rows of two variants: the value, a share and two columns of text by the variant (0 or 1) and the place.
fn rows(many: usize, value: impl Fn(usize, usize) -> f64) -> Rows {
    let places = (0..2).flat_map(|variant| (0..many).map(move |at| (variant, at)));
    let each = places.map(|(variant, at)| {
        vec![
            Cell::Text(["a", "b"][variant].to_owned()),
            Cell::Float(value(variant, at)),
        ]
    });
    let columns = [("arm", ColumnKind::Text), ("x", ColumnKind::Float)];
    Rows::of(&columns, each.collect())
}

fn scatter(at: usize) -> f64 {
    (at as f64 * 0.618_033_988_749_895).fract() - 0.5
}

fn of(more: &str, data: &Rows) -> Measurement {
    let experiment = format!(
        "metric = \"x\"\nvariant = \"arm\"\ncontrol = \"a\"\ntreatment = \"b\"\ndirection = \"up\"\n{more}"
    );
    measured(&experiment, data)
}

/// That there is no verdict, and why.
#[track_caller]
fn open(found: &Measurement, why: &str) {
    assert_eq!(found.verdict(), Some(Verdict::NotKnownYet), "{found:?}");
    let sentence = found.sentence();
    assert!(sentence.contains(why), "{sentence}");
    let answers = found.answers().unwrap();
    assert!(!answers.next.starts_with("Do it"), "{answers:?}");
}

#[track_caller]
fn warned(found: &Measurement, says: &str) {
    let mut warnings = found.trust.iter().filter(|note| note.warns);
    assert!(
        warnings.any(|note| note.says.contains(says)),
        "{:?}",
        found.trust
    );
}

#[test]
fn four_clusters_give_no_verdict() {
    for (clusters, wanted) in [(4, None), (6, Some(Verdict::RightThing))] {
        let mut data = rows(120, |variant, at| 10.0 + 5.0 * variant as f64 + scatter(at));
        data.add("town", |at, row| {
            Some(format!("{}{}", row[0], at % clusters))
        });
        let found = of("worthwhile = \"1 minute\"\ncluster = \"town\"", &data);
        match wanted {
            Some(_) => assert_eq!(found.verdict(), wanted),
            None => open(
                &found,
                "but with fewer than five values of `town` in a variant",
            ),
        }
    }
}

#[test]
fn an_interval_for_any_day_needs_more_than_a_few_rows() {
    let data = |many| {
        rows(many, |variant, at| {
            10.0 + 5.0 * variant as f64 + scatter(at)
        })
    };
    let declared = "worthwhile = \"1 minute\"\nmethod = \"sequential\"";
    open(
        &of(declared, &data(20)),
        "but an interval that may be looked at on any day",
    );
    assert_eq!(of(declared, &data(60)).verdict(), Some(Verdict::RightThing));
}

#[test]
fn of_a_few_people_an_exact_test_speaks_too() {
    // 1 of 12 against 6 of 12: the score interval leaves nothing out, Barnard's test does not.
    let data = rows(12, |variant, at| f64::from(u8::from(at < [1, 6][variant])));
    let found = of("worthwhile = \"1 point\"", &data);
    let (interval, p) = (
        found.effects[0].absolute.interval,
        found.effects[0].absolute.p.unwrap(),
    );
    match interval.contains(0.0) == (p >= 0.05) {
        true => assert!(p < 0.05 || found.verdict() == Some(Verdict::NotKnownYet)),
        false => open(
            &found,
            "but of so few an exact test does not rule out chance",
        ),
    }
    let none = rows(10, |variant, at| {
        f64::from(u8::from(variant == 1 && at < 3))
    });
    let found = of("worthwhile = \"0.01 points\"\nmethod = \"normal\"", &none);
    open(
        &found,
        "but so few are not spread like a normal distribution",
    );
}

#[test]
fn one_huge_row_is_no_effect() {
    let data = rows(200, |variant, at| match (variant, at) {
        (1, 7) => 250_000.0,
        _ => 10.0 + scatter(at),
    });
    let found = of("worthwhile = \"10%\"", &data);
    assert_eq!(found.verdict(), Some(Verdict::NotKnownYet));
    warned(
        &found,
        "One row has much to say: without the one farthest out in each variant (250,000 in b)",
    );
    let even = rows(200, |variant, at| 10.0 + variant as f64 + scatter(at));
    let found = of("worthwhile = \"1%\"", &even);
    assert!(
        found
            .trust
            .iter()
            .all(|note| !note.says.contains("One row")),
        "{:?}",
        found.trust
    );
}

#[test]
fn who_lacks_a_covariate_is_not_left_out() {
    let mut data = rows(300, |variant, at| {
        20.0 * scatter(at) + 2.0 * variant as f64 + scatter(at * 7)
    });
    // Those in the middle lack it, more often with b.
    let known = |row: &[Cell], at: usize| {
        let x = row[1].number().unwrap();
        (at % 5 > 1 || x > 4.0).then_some(x)
    };
    for (at, row) in data.rows.iter_mut().enumerate() {
        let before = known(row, at).map_or(Cell::Null, |x| Cell::Float(x + 3.0 * scatter(at * 13)));
        row.push(before);
    }
    data.columns.push(whyproof_case::Column {
        name: "before".to_owned(),
        kind: ColumnKind::Float,
    });
    let plain = of("worthwhile = \"1 minute\"", &data);
    let found = of("worthwhile = \"1 minute\"\ncovariates = \"before\"", &data);
    for (one, other) in plain.variants.iter().zip(&found.variants) {
        assert_eq!((one.n, one.missing), (other.n, other.missing));
    }
    assert!(
        found.method.contains("CUPED by `before`"),
        "{}",
        found.method
    );
    assert!(
        found.trust.iter().any(|note| note
            .says
            .starts_with("`before` lacks values: nobody is left out")),
        "{:?}",
        found.trust
    );
    let narrower = found.effects[0].absolute.interval.width();
    assert!(narrower < plain.effects[0].absolute.interval.width());
}

#[test]
fn what_was_not_said_of_the_experiment_is_told() {
    let mut data = rows(200, |variant, at| 10.0 - 2.0 * variant as f64 + scatter(at));
    data.rows.iter_mut().for_each(|row| {
        let refunded = row[1].clone();
        row.push(refunded);
    });
    data.columns.push(whyproof_case::Column {
        name: "refunded".to_owned(),
        kind: ColumnKind::Float,
    });
    let experiment = "metric = \"x\"\nvariant = \"arm\"\ncontrol = \"a\"\nworthwhile = \"1 minute\"\nworthwile = \"2\"\nguardrails = [{ metric = \"refunded\", margin = \"1\" }, \"no complaints\"]";
    let found = measured(experiment, &data);
    assert_eq!(found.verdict(), Some(Verdict::WrongThing));
    warned(
        &found,
        "No `direction` was declared, so more was taken as better.",
    );
    warned(
        &found,
        "`worthwile` is no key of an experiment, and was not read. Did you mean `worthwhile`?",
    );
    warned(
        &found,
        "A guardrail was not measured. `refunded` has no direction",
    );
    warned(
        &found,
        "A guardrail was not measured. “no complaints” is in words only",
    );
    assert!(
        found
            .guardrails
            .iter()
            .all(|guarded| guarded.state == Guard::NotMeasured)
    );
}

#[test]
fn a_cluster_in_both_variants_is_told() {
    let mut data = rows(120, |variant, at| 10.0 + 5.0 * variant as f64 + scatter(at));
    data.add("team", |at, row| {
        let both = at % 12 == 0;
        Some(if both {
            "both".to_owned()
        } else {
            format!("{}{}", row[0], at % 12)
        })
    });
    let found = of("worthwhile = \"1 minute\"\ncluster = \"team\"", &data);
    warned(
        &found,
        "1 of the 23 values of `team` are in more than one variant",
    );
}

#[test]
fn a_variant_written_in_two_ways_is_told() {
    let mut data = rows(20, |variant, at| variant as f64 + scatter(at));
    data.rows[25][0] = Cell::Text("B ".to_owned());
    let told = trouble("metric = \"x\"\nvariant = \"arm\"\ncontrol = \"a\"", &data);
    assert_eq!(
        told,
        "`arm` has `B ` (1 row) and `b` (19 rows), which may be one variant."
    );
}

#[test]
fn a_plan_may_say_where_its_data_are_after_it_was_sealed() {
    let plan = "metric = \"x\"\nvariant = \"arm\"\ncontrol = \"a\"\nworthwhile = \"1 minute\"";
    let text = format!("## Impact\n\n```experiment idea\n{plan}\n```\n");
    let sealed = whyproof_case::experiments(&whyproof_syntax::parse(&text), &mut Vec::new());
    let seal = whyproof_case::seal(&sealed[0], date(2026, 5, 4)).unwrap();
    let data = rows(60, |variant, at| 10.0 + 5.0 * variant as f64 + scatter(at));
    let found = measured(&format!("{plan}\nlocked = \"{seal}\""), &data);
    assert_eq!(found.lock, Lock::Sealed(seal.clone()));
    let says = "What is measured is what was locked on 2026-05-04; where the data are (`from`) was written since.";
    assert!(
        found.lock_notes.iter().any(|note| note.says == says),
        "{:?}",
        found.lock_notes
    );
    let changed = plan.replace("1 minute", "2 minutes");
    let found = measured(&format!("{changed}\nlocked = \"{seal}\""), &data);
    assert_eq!(found.lock, Lock::Broken(seal));
}

#[test]
fn a_forecast_of_a_fall_is_read_with_its_signs() {
    let data = rows(60, |variant, at| 20.0 - 5.0 * variant as f64 + scatter(at));
    let of = |forecast: &str| {
        let experiment = format!(
            "metric = \"x\"\nvariant = \"arm\"\ncontrol = \"a\"\ndirection = \"down\"\nworthwhile = \"3 minutes\"\nforecast = \"{forecast}\""
        );
        measured(&experiment, &data).forecast.unwrap()
    };
    for (forecast, low, high) in [
        ("-10 to 2 minutes", -2.0, 10.0),
        ("-10 to -2 minutes", 2.0, 10.0),
        ("2 to 10 minutes", 2.0, 10.0),
    ] {
        let told = of(forecast);
        assert_eq!((told.low, told.high), (low, high));
        assert!(told.says.ends_with("within it."), "{}", told.says);
    }
    let later = "metric = \"x\"\nvariant = \"arm\"\ncontrol = \"a\"\nworthwhile = \"3 minutes\"\nforecast = \"5 minutes\"\nend = \"2027-01-01\"";
    assert_eq!(measured(later, &data).forecast, None);
}

#[test]
fn guardrails_are_measured_without_a_split_too() {
    let day = |at: i64| {
        date(2026, 1, 1)
            .checked_add(jiff::Span::new().days(at))
            .unwrap()
    };
    let each = (0..80_i64).map(|at| {
        let after = if at >= 40 { 1.0 } else { 0.0 };
        let noise = scatter(at as usize);
        vec![
            Cell::Date(day(at)),
            Cell::Float(50.0 + 8.0 * after + noise),
            Cell::Float(10.0 + 5.0 * after + scatter(at as usize * 3)),
        ]
    });
    let columns = [
        ("day", ColumnKind::Date),
        ("x", ColumnKind::Float),
        ("faults", ColumnKind::Float),
    ];
    let data = Rows::of(&columns, each.collect());
    let found = measured(
        "metric = \"x\"\ntime = \"day\"\nstart = \"2026-02-10\"\ndirection = \"up\"\nmethod = \"before-after\"\nworthwhile = \"2 orders\"\nguardrail = { metric = \"faults\", margin = \"1 fault\", direction = \"down\" }",
        &data,
    );
    assert_eq!(found.verdict(), Some(Verdict::WrongThing), "{found:?}");
    assert_eq!(found.guardrails[0].state, Guard::Broken);
    let worked = found.answers().unwrap().worked;
    assert!(worked.contains(" before, and would have been "), "{worked}");
}
