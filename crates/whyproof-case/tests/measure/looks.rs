//! Looks that are planned beforehand: which of them a day is, its boundary, and what is refused.

use jiff::civil::{Date, date};
use whyproof_case::{Cell, ColumnKind, Measurement, Verdict};
use whyproof_testing::MemoryHost;

use super::rows::Rows;
use super::{case, computed_of, near};

const LOOKS: &str = "looks = [\"2026-11-01\", \"2026-11-08\", \"2026-11-15\", \"2026-11-22\"]";

/// Two variants of 400, whose means are `apart`.
fn rows(apart: f64) -> Rows {
    let place = (0..2).flat_map(|variant| (0..400).map(move |at| (variant, at)));
    let each = place.map(|(variant, at)| {
        let scatter = (f64::from(at) * 0.618_033_988_749_895).fract() - 0.5;
        vec![
            Cell::Text(["a", "b"][variant].to_owned()),
            Cell::Float(10.0 + apart * variant as f64 + scatter),
        ]
    });
    let columns = [("arm", ColumnKind::Text), ("x", ColumnKind::Float)];
    Rows::of(&columns, each.collect())
}

fn on(day: Date, more: &str, apart: f64) -> Measurement {
    let experiment = format!(
        "metric = \"x\"\nvariant = \"arm\"\ncontrol = \"a\"\ntreatment = \"b\"\ndirection = \"up\"\nworthwhile = \"0.05\"\n{more}"
    );
    let host = MemoryHost::new().on(day);
    let mut found = computed_of(&case(&experiment), &rows(apart), host);
    found.measured.remove("idea").unwrap()
}

/// Half the interval in standard errors; those are the same by every method.
fn boundary(found: &Measurement, apart: f64) -> f64 {
    let normal = on(date(2026, 11, 8), "method = \"normal\"", apart);
    let half = |found: &Measurement| found.effects[0].absolute.interval.width() / 2.0;
    half(found) / half(&normal) * 1.959_963_984_540_054
}

/// Jennison and Turnbull 2000, tables 2.1 and 2.3: four looks, two sides, 5 %.
#[test]
fn each_look_has_its_boundary() {
    for (day, flemings) in [(1, 4.048), (8, 2.863), (15, 2.337), (22, 2.024)] {
        let day = date(2026, 11, day);
        let found = on(day, &format!("method = \"obrien-fleming\"\n{LOOKS}"), 0.1);
        assert!((boundary(&found, 0.1) - flemings).abs() < 2e-3, "{found:?}");
        let found = on(day, &format!("method = \"Pocock\"\n{LOOKS}"), 0.1);
        assert!((boundary(&found, 0.1) - 2.361).abs() < 1e-3, "{found:?}");
    }
}

#[test]
fn a_look_may_end_it_and_says_which_it_is() {
    let method = format!("method = \"o'brien-fleming\"\n{LOOKS}");
    let found = on(date(2026, 11, 10), &method, 0.2);
    assert_eq!(found.verdict(), Some(Verdict::RightThing));
    let look = found.look.unwrap();
    assert_eq!((look.now, look.planned), (2, 4));
    assert_eq!(look.next, Some(date(2026, 11, 15)));
    let says =
        "look 2 of 4 by the boundary of O’Brien and Fleming, 2.86 standard errors to each side";
    assert!(found.method.contains(says), "{}", found.method);
    let told = found.trust.iter().any(|note| {
        note.says
            .starts_with("This is look 2 of 4, planned for 2026-11-08")
    });
    assert!(told, "{:?}", found.trust);
    // Between nothing and what would be worth it: one goes on, until the looks are over.
    let open = on(date(2026, 11, 10), &method, 0.04);
    assert_eq!(open.verdict(), Some(Verdict::NotKnownYet));
    let next = open.answers().unwrap().next;
    assert_eq!(next, "Go on, and look again on 2026-11-15, as planned.");
    let over = on(date(2026, 12, 10), &method, 0.04);
    assert!(
        over.answers()
            .unwrap()
            .next
            .starts_with("The looks that were planned are over")
    );
}

#[test]
fn before_the_first_look_nothing_is_known() {
    let found = on(
        date(2026, 10, 31),
        &format!("method = \"pocock\"\n{LOOKS}"),
        5.0,
    );
    assert_eq!(found.verdict(), Some(Verdict::NotKnownYet));
    let sentence = found.sentence();
    assert!(
        sentence.ends_with("but the first look at it is planned for 2026-11-01."),
        "{sentence}"
    );
}

/// Where the start is known, a look has as much of the information as of the days: from the 11th to the 21st the first
/// look, on the 13th, has a fifth.
#[test]
fn looks_that_are_not_alike_have_boundaries_of_their_own() {
    let method = "method = \"obrien-fleming\"\nstart = \"2026-11-11\"\nlooks = [\"2026-11-13\", \"2026-11-21\"]";
    let first = boundary(&on(date(2026, 11, 13), method, 0.1), 0.1);
    let last = boundary(&on(date(2026, 11, 21), method, 0.1), 0.1);
    near(first / last, 5f64.sqrt());
}
