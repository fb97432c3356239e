//! Proposals whose parts make questions asked.

/// What stands under the headings of a proposal, with the ids of questions that it makes asked.
const PARTS: &[(&str, &[&str])] = &[
    ("## Alternatives\n\n- Use the old ferry.", &["part-other"]),
    (
        "## Drawbacks\n\n- A harder way to the school for children",
        &["part-drawback"],
    ),
    (
        "## Risks\n\n- Ice may break the ramp in winter",
        &["part-risk"],
    ),
    (
        "## Graduation criteria\n\n- The ramp has acceptable light.",
        &["part-criterion-vague"],
    ),
    (
        "## Success criteria\n\n- 5 schools use the ferry and give positive feedback.",
        &["part-criterion-both"],
    ),
    (
        "## Success criteria\n\n- 40 children take the ferry to school.",
        &["part-criterion-number"],
    ),
    (
        "## Graduation criteria\n\n- Gather feedback from schools.",
        &["part-criterion-done"],
    ),
    (
        "## Non-goals\n\n- Migration of the old tickets",
        &["part-non-goal"],
    ),
    (
        "## Success criteria\n\n- _TODO: which trips should schools be able to make?_",
        &["part-todo-success"],
    ),
    (
        "## Are there any tests for the late ferry?\n\nNo.",
        &["part-bare-answer"],
    ),
    (
        "## Were upgrade and rollback tested?\n\nN/A",
        &["part-not-applicable"],
    ),
    (
        "## Problem\n\nThe harbour has no shelter for bicycles.\n\n## Plan\n\nThe shelter for bicycles is left for spring.",
        &["pair-put-off"],
    ),
];

/// The same in proposals of the length that they have.
pub(crate) fn asked() -> Vec<(String, &'static [&'static str])> {
    let rest = "The river rose in May. ".repeat(100);
    PARTS
        .iter()
        .map(|(part, ids)| {
            let text = format!("# A ferry for the mill\n\n{part}\n\n## Weather\n\n{rest}");
            (text, *ids)
        })
        .collect()
}
