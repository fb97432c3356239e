//! Proposals whose parts make questions asked.

/// What stands under the headings of a proposal, with the ids of questions that it makes asked.
const PARTS: &[(&str, &[&str])] = &[
    ("## Alternatives\n\n- Use the old ferry.", &["part-other"]),
    (
        "## Drawbacks\n\n- Longer way to the school for children",
        &["part-drawback"],
    ),
    ("## Risks\n\n- Ice on the ramp in winter", &["part-risk"]),
    (
        "## Graduation criteria\n\n- The ramp has sufficient light.",
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
    ("## Goals\n\n- Reduce the noise at night.", &["part-goal"]),
    (
        "## Non-goals\n\n- Migration of the old tickets",
        &["part-non-goal"],
    ),
    (
        "## Success criteria\n\n- _TODO: which trips should schools be able to make?_",
        &["part-todo-success"],
    ),
    ("## Drawbacks\n\nNone.", &["part-empty-drawbacks"]),
    ("## Risks\n\nTBD", &["part-empty-risks"]),
    ("## Alternatives", &["part-empty-others"]),
    ("## Prior art\n\nTODO", &["part-empty-before"]),
    ("## Privacy", &["part-empty-security"]),
    (
        "## Test plan\n\n<!-- to be written -->",
        &["part-empty-tests"],
    ),
    ("## Rollout\n\nTBD.", &["part-empty-rollout"]),
    ("## Metrics\n\nTBA", &["part-empty-success"]),
    ("## Backwards compatibility", &["part-empty-compat"]),
    ("## Cost\n\nTBD", &["part-empty-cost"]),
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
