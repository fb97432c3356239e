//! Headings of ordinary proposals, by the section of a case they belong to.
//!
//! The language has synonyms of its own ([`Role::of`]), which are left as they stand. These say less
//! exactly what they hold, so the heading is kept, under the section's own.

use whyproof_syntax::Role;

const HEADINGS: &[(Role, &[&str])] = &[
    (
        Role::Problem,
        &[
            "background",
            "background and motivation",
            "motivation",
            "context",
            "problem description",
            "customer pain",
            "pain points",
            "user needs",
            "customer needs",
            "needs",
            "current situation",
            "current state",
            "the current situation",
            "why now",
            "why we need this",
            "the challenge",
            "challenge",
        ],
    ),
    (
        Role::Questions,
        &[
            "risks",
            "risk",
            "key risks",
            "risks and mitigations",
            "risks and open questions",
            "concerns",
            "objections",
            "drawbacks",
            "open issues",
            "unresolved questions",
            "unknowns",
            "q & a",
            "q and a",
        ],
    ),
    (
        Role::Alternatives,
        &[
            "alternative solutions",
            "alternative approaches",
            "rejected alternatives",
            "rationale and alternatives",
            "other approaches",
            "approaches considered",
            "what we considered",
        ],
    ),
    (
        Role::Decision,
        &[
            "approval",
            "approval requested",
            "recommendations",
            "request",
            "what we need",
            "decisions needed",
        ],
    ),
    (
        Role::Impact,
        &[
            "metrics",
            "success criteria",
            "measures of success",
            "measuring success",
            "key results",
            "kpis",
            "goals and metrics",
            "evaluation",
        ],
    ),
    (
        Role::Plan,
        &[
            "rollout",
            "rollout plan",
            "roll-out",
            "milestones",
            "schedule",
            "implementation plan",
            "project plan",
            "work plan",
        ],
    ),
    (Role::PressRelease, &["announcement", "draft press release"]),
    (Role::Learned, &["retrospective", "lessons learnt"]),
];

/// The section that a heading belongs under; none where that isn't clear, or where the language
/// itself knows the heading.
pub(crate) fn section_of(title: &str) -> Option<Role> {
    let title =
        title.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' '));
    let title = title
        .trim_end_matches(['.', ':', '?', '!', ' '])
        .to_lowercase();
    HEADINGS
        .iter()
        .find(|(_, names)| names.contains(&title.as_str()))
        .map(|(role, _)| *role)
}
