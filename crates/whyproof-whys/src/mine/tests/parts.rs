//! Parts of proposals.

use super::super::parts;
use super::super::sentence::Sentences;
use super::case;
use crate::material::{Attach, Material};

/// `text` in a text too long to be a speech.
pub(super) fn long(text: &str) -> String {
    format!(
        "{text}\n\n## Weather\n\n{}",
        "Rain fell on the hill. ".repeat(120)
    )
}

/// What is taken of the parts of `text`: name, then the slots' words.
fn found(text: &str) -> Vec<String> {
    let case = case(&long(text));
    let mut found = Vec::new();
    parts::parts(&case, &Sentences::read(&case), &mut found);
    assert!(found.iter().all(|m| m.attach == Attach::Part));
    let words = |m: &Material| {
        let slots: Vec<&str> = m.slots.values().map(|slot| slot.text.as_str()).collect();
        format!("{}: {}", m.name, slots.join(" | "))
    };
    found.iter().map(words).collect()
}

/// A text; what is taken of it.
type Row = (&'static str, &'static [&'static str]);

fn find_each(rows: &[Row]) {
    for (text, wanted) in rows {
        assert_eq!(found(text), *wanted, "{text}");
    }
}

#[test]
fn another_way_without_a_reason_is_taken() {
    find_each(&[
        (
            "## Alternatives\n\n- Use my old ferry.\n- A bridge at the mill",
            &[
                "other: use your old ferry | Use my old ferry",
                "other: A bridge at the mill",
            ],
        ),
        (
            "## Alternatives\n\n### Use the old ferry\n\nThe ferry could be rented.",
            &["other: use the old ferry"],
        ),
    ]);
    for text in [
        "## Alternatives\n\n- A bridge at the mill, which would cost too much",
        "## Alternatives\n\n- A bridge at the mill\n  - The banks are too soft there.",
        "## Alternatives\n\n- A bridge at the mill. The banks are soft there.",
        "## Alternatives\n\n- A bridge at the mill\n\nNone of these is cheaper, because the banks are soft.",
        "## Alternatives\n\nThe bridge:\n\n- A pier at the mill\n- A road to the pier",
        "## Alternatives\n\n- Do nothing\n- The existing ferry and its crew\n- Keep it",
        "## Alternatives\n\nThe town could dig a tunnel.\n\nThat floods every spring.",
        "## Alternatives\n\n- A bridge at the mill\n\n## Choice\n\nA bridge at the mill was rejected.",
        "## Alternatives\n\n### Build a tunnel\n\nIt would flood.",
        "## Alternatives\n\n### Light ferries\n\nThe ferries could be light.",
        "## Options\n\n- A bridge at the mill",
        "## Alternatives\n\n- A bridge at the mill\n\nPros:\n\n- Open at night",
        "## Alternatives\n\nThe ferry is better in these ways:\n\n- Open at night for all",
        "## Alternatives\n\n- Do nothing and keep the old ferry",
        "## Alternatives\n\n- Something else entirely",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

#[test]
fn a_drawback_or_risk_that_is_left_there_is_taken() {
    find_each(&[
        (
            "## Drawbacks\n\n- A harder way to the school for children.",
            &["drawback: A harder way to the school for children"],
        ),
        (
            "## Risks and mitigations\n\n- More ice on the ramp in winter",
            &[],
        ),
        (
            "## Risks and mitigations\n\n- Ice may break the ramp in winter",
            &["risk: Ice may break the ramp in winter"],
        ),
        (
            "## Drawbacks\n\nThe toll makes the way to school harder.",
            &["drawback: The toll makes the way to school harder"],
        ),
    ]);
    for text in [
        "## Risks\n\n- Ice on the ramp, which we avoid with salt",
        "## Risks\n\n- Ice on the ramp in winter\n  - Salt is spread at night.",
        "## Risks\n\n- Ice on the ramp in winter\n\n## Winter\n\nIce on the ramp in winter will be salted.",
        "## Disadvantages of the ferry\n\n- Ice on the ramp in winter",
        "## Drawbacks\n\nThe toll is taken at the mill.",
        "## Drawbacks\n\n- The pier makes the maintenance of the ramp harder.",
        "## Drawbacks\n\n- Since the pier is old, the way is harder.",
        "## Drawbacks\n\n- The way is a bit harder.",
        "## Risks\n\n- The ramp is harder to reach.",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

#[test]
fn a_criterion_that_cannot_be_checked_is_taken() {
    find_each(&[
        (
            "## Graduation criteria\n\n- Test coverage of the ramp is Acceptable.",
            &["criterion-vague: Test coverage of the ramp is Acceptable | acceptable"],
        ),
        (
            "## Success criteria\n\n- 5 schools use the ferry and give positive feedback",
            &["criterion-both: 5 schools use the ferry and give positive feedback | 5 | positive"],
        ),
        (
            "## Success metrics\n\n- Trips a day >40 in spring",
            &["criterion-number: Trips a day >40 in spring | 40"],
        ),
        (
            "## Graduation criteria\n\n### Beta\n\n- Gather feedback from schools",
            &["criterion-done: Gather feedback from schools"],
        ),
    ]);
    for text in [
        "## Graduation criteria\n\n- The ramp is promoted to stable.",
        "## Graduation criteria\n\n- No false positive alarms at the ramp",
        "## Graduation criteria\n\n- Gather feedback from schools and ensure the ramp is dry",
        "## Success metrics\n\n- Trips rise from 30 to 40 a day",
        "## Success metrics\n\n- All trips are done in 2027 or before",
        "## Success metrics\n\n- Ferry v0.2:",
        "## Weather\n\n- Test coverage of the ramp is acceptable.",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

#[test]
fn non_goals_that_somebody_needs_are_taken() {
    find_each(&[(
        "## Non-goals\n\n- Migration of the old tickets",
        &["non-goal: Migration of the old tickets"],
    )]);
    for text in [
        "## Goals\n\n- Migration of the old tickets",
        "## Non-goals\n\n- A second pier",
        "## Non-goals\n\n- Breaking compatibility with old tickets",
        "## Non-goals\n\n- Migration of the old tickets, because they end in May",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

#[test]
fn what_is_to_be_written_is_taken() {
    find_each(&[(
        "## Success criteria\n\n- _TODO: which trips should schools be able to make?_",
        &["todo-success: Success criteria | which trips should schools be able to make?"],
    )]);
    for text in [
        "## Tickets\n\nTODO: sell tickets.",
        "## Tickets\n\nTODO: who sells the tickets on the late ferry?",
        "## Success criteria\n\nTODO: who sells them?",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

#[test]
fn a_bare_answer_to_a_question_that_needs_a_reason_is_taken() {
    find_each(&[
        (
            "# Ferries\n\n### Are there any tests for switching the gate off?\n\nNo.",
            &["bare-answer: No | Are there any tests for switching the gate off?"],
        ),
        (
            "# Ferries\n\n- **Were upgrade and rollback tested?**\n\n  N/A\n",
            &["not-applicable: N/A | Were upgrade and rollback tested?"],
        ),
        (
            "# Ferries\n\n### Will it make calls to the network?\n\nNo.",
            &[],
        ),
        (
            "# Ferries\n\n### Are there any tests for switching the gate off?\n\nNo, the gate is new.",
            &[],
        ),
    ]);
}
