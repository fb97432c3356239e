//! The roles that level-2 headings give to sections.

/// What a section is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// *Customer problem* or *Opportunity*.
    Problem,
    /// *Case*: the argument.
    Case,
    /// *Questions*.
    Questions,
    /// *Impact*.
    Impact,
    /// *Data*.
    Data,
    /// *Press release*.
    PressRelease,
    /// *Alternatives*.
    Alternatives,
    /// *Decision*.
    Decision,
    /// *Plan*.
    Plan,
    /// *Learned*.
    Learned,
    /// A story's *The hardest part*.
    HardestPart,
    /// A story's *What I did*.
    Did,
    /// A story's *What I did not do*.
    DidNotDo,
    /// A story's *What others did*.
    OthersDid,
    /// A story's *Why it mattered*.
    WhyItMattered,
    /// A story's *What happened*.
    WhatHappened,
    /// A story's *What I learned*.
    WhatILearned,
    /// A story's *Why I am proud of it*.
    Proud,
}

const NAMES: &[(Role, &[&str])] = &[
    (
        Role::Problem,
        &[
            "customer problem",
            "the customer problem",
            "problem",
            "the problem",
            "problem statement",
            "opportunity",
            "the opportunity",
            "customer opportunity",
            "user problem",
            "customer need",
            "the need",
        ],
    ),
    (
        Role::Case,
        &[
            "case",
            "the case",
            "our case",
            "my case",
            "argument",
            "the argument",
            "the case for it",
        ],
    ),
    (
        Role::Questions,
        &[
            "questions",
            "open questions",
            "whys",
            "faq",
            "faqs",
            "frequently asked questions",
            "questions and answers",
            "q&a",
            "customer faq",
            "internal faq",
        ],
    ),
    (
        Role::Impact,
        &[
            "impact",
            "measured impact",
            "expected impact",
            "measurement",
            "how we will measure it",
            "how we will know",
            "success metrics",
        ],
    ),
    (
        Role::Data,
        &["data", "the data", "queries", "data and queries"],
    ),
    (Role::PressRelease, &["press release", "the press release"]),
    (
        Role::Alternatives,
        &[
            "alternatives",
            "alternatives considered",
            "the alternatives",
            "other options",
            "options considered",
            "options",
            "what else we could do",
        ],
    ),
    (
        Role::Decision,
        &[
            "decision",
            "the decision",
            "decision needed",
            "the ask",
            "our ask",
            "ask",
            "what we ask",
            "what we ask for",
            "recommendation",
            "what we need from you",
        ],
    ),
    (
        Role::Plan,
        &["plan", "the plan", "next steps", "roadmap", "timeline"],
    ),
    (
        Role::Learned,
        &[
            "learned",
            "learnt",
            "lessons",
            "lessons learned",
            "what we learned",
            "what we have learned",
        ],
    ),
    (
        Role::HardestPart,
        &[
            "the hardest part",
            "hardest part",
            "the hardest thing",
            "what was hardest",
            "the hard part",
            "what was hardest about it",
        ],
    ),
    (Role::Did, &["what i did", "what i have done"]),
    (
        Role::DidNotDo,
        &[
            "what i did not do",
            "what i didn't do",
            "what i left undone",
            "what i did not",
            "what i have not done",
        ],
    ),
    (
        Role::OthersDid,
        &[
            "what others did",
            "what the others did",
            "what other people did",
            "what my team did",
        ],
    ),
    (
        Role::WhyItMattered,
        &[
            "why it mattered",
            "why it was important",
            "why this mattered",
            "why this was important",
            "why it matters",
        ],
    ),
    (
        Role::WhatHappened,
        &[
            "what happened",
            "what ended up happening",
            "what happened in the end",
            "how it ended",
            "the outcome",
            "outcome",
        ],
    ),
    (
        Role::WhatILearned,
        &[
            "what i learned",
            "what i learnt",
            "what i have learned",
            "what i would do differently",
        ],
    ),
    (
        Role::Proud,
        &[
            "why i am proud of it",
            "why i'm proud of it",
            "why i am proud",
            "why i'm proud",
            "what i am proud of",
            "what i'm proud of",
            "why i am proud of this",
            "why i'm proud of this",
        ],
    ),
];

impl Role {
    /// All roles, in the order of this file's documentation.
    pub fn all() -> impl Iterator<Item = Role> {
        NAMES.iter().map(|(role, _)| *role)
    }

    /// The role that a heading's words name, by their first form or a synonym. Case, numbering before and
    /// punctuation after don't count.
    pub fn of(title: &str) -> Option<Role> {
        let title =
            title.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' '));
        let title = title.trim_end_matches(['.', ':', '?', '!', ' ']);
        let title = title.to_lowercase().replace('’', "'");
        NAMES
            .iter()
            .find(|(_, names)| names.contains(&title.as_str()))
            .map(|(role, _)| *role)
    }

    /// Every heading that names this role, in small letters; the first is the usual one.
    pub fn names(self) -> &'static [&'static str] {
        NAMES
            .iter()
            .find(|(role, _)| *role == self)
            .map_or(&[], |(_, names)| names)
    }

    /// The usual heading.
    pub fn title(self) -> &'static str {
        match self {
            Role::Problem => "Customer problem",
            Role::Case => "Case",
            Role::Questions => "Questions",
            Role::Impact => "Impact",
            Role::Data => "Data",
            Role::PressRelease => "Press release",
            Role::Alternatives => "Alternatives",
            Role::Decision => "Decision",
            Role::Plan => "Plan",
            Role::Learned => "Learned",
            Role::HardestPart => "The hardest part",
            Role::Did => "What I did",
            Role::DidNotDo => "What I did not do",
            Role::OthersDid => "What others did",
            Role::WhyItMattered => "Why it mattered",
            Role::WhatHappened => "What happened",
            Role::WhatILearned => "What I learned",
            Role::Proud => "Why I am proud of it",
        }
    }

    /// Whether only a story has this section.
    pub fn only_story(self) -> bool {
        use Role::{
            Did, DidNotDo, HardestPart, OthersDid, Proud, WhatHappened, WhatILearned, WhyItMattered,
        };
        matches!(
            self,
            HardestPart
                | Did
                | DidNotDo
                | OthersDid
                | WhyItMattered
                | WhatHappened
                | WhatILearned
                | Proud
        )
    }

    /// Whether only an idea has this section.
    pub fn only_idea(self) -> bool {
        use Role::{Alternatives, Decision, Plan, PressRelease, Problem};
        matches!(
            self,
            Problem | PressRelease | Alternatives | Decision | Plan
        )
    }
}
