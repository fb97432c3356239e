//! Leading: people, other teams, dates, what waits for what.

use super::{BASE, Kind};

pub(super) const KINDS: &[Kind] = &[
    Kind {
        says: "people were led, hired or taught, and counted",
        lacks: "It is not said whom they led, hired or taught, and what became of them.",
        mend: "Say whom you hired or taught, how many they were, and what one of them can do now.",
        sure: &["hired", "coached", "mentored", "promoted", "recruited", "lead a team", "managing people", "people management", "taught", "helps them grow", "team leadership", "early person"],
        apt: &["trained", "delegated", "junior", "intern", "candidate", "one-on-one", "gave feedback", "onboarding", "let go", "first employee", "career"],
        full: &[
            "led|hired|recruited|coached|mentored|trained|taught|supervised|managed|onboarded ..4 # ..4 :people",
            "led|hired|recruited|coached|mentored|trained|taught|supervised #",
            "ran a|the ..6 with # ..2 :people",
            "taught two|# of them",
            "of whom #",
            "promoted ..3 #|one",
        ],
        bare: &["led|hired|coached|mentored|trained|supervised|managed ..4 :people"],
        unless: &["trained users", "led the way"],
        ..BASE
    },
    Kind {
        says: "people were moved who did not report to them",
        lacks: "No other team is named, with what it wanted and why it gave its time.",
        mend: "Name each team that had to do something, what it wanted, and why it agreed.",
        sure: &["other teams", "did not report to me", "no authority", "other departments", "cross-functional", "teams that do not report", "none of whom reported", "matrix", "which teams there were"],
        apt: &["persuaded", "negotiated", "brought together", "agreed to help", "their priorities", "two managers", "stakeholder", "reported to", "consensus", "partners"],
        full: &[
            "none of ..4 reported|reporting to me",
            "did|do not report to me",
            "# ..2 teams|departments|wards ..10 had to|agreed|changed|gave|together",
            "brought ..12 together",
            "persuaded|convinced ..6 team|teams|department|managers|manager|director",
            "but they said no",
            "offered ..12 in exchange",
        ],
        bare: &["# ..2 other teams|departments", "across # ..2 teams|departments|countries"],
        ..BASE
    },
    Kind {
        says: "a date, and what became of it",
        lacks: "No date is told: what was promised, what came of it, and why.",
        mend: "Say the first date, the real one, and what lay between them.",
        sure: &["deadline", "milestone", "schedule", "launch date", "slipped", "ahead of schedule", "project planning", "dates"],
        apt: &["on time", "estimate", "delayed", "forecast", "buffer", "replanned", "weeks late", "due date"],
        full: &[
            "# ..2 :time late|early|ahead|behind",
            "miss|missed|met|keep|kept the date|deadline",
            "slipped|delayed ..6 #",
            "deadline of|was|in ..6 #",
            "in|by week # ..6 instead|not",
            "sale|launch|opening was # ..2 :time off|away",
            "was given # days|weeks",
        ],
        bare: &["on time and", "before the deadline"],
        unless: &["on time and on budget"],
        ..BASE
    },
    Kind {
        says: "who waited for what, and from whom",
        lacks: "It is not said which team needed what from which, and by when.",
        mend: "Draw the longest chain of things that waited for each other, and who had promised each.",
        sure: &["dependency", "critical path", "waiting on", "depended on", "which team needed what", "what waits for what", "upstream"],
        apt: &["blocked", "unblocked", "integration", "handover", "sequence", "in parallel", "vendor", "interface"],
        full: &[
            "waiting for|on",
            "needed ..6 from",
            "depended|depends on",
            "that needed a ..6 from",
            "blocked by",
            "critical path",
            "because our|the ..3 were|was not free|ready",
        ],
        bare: &["unblocked"],
        ..BASE
    },
    Kind {
        says: "work was made better for those who do it",
        lacks: "It is not said what was hard or unsafe for people at work, and what was changed.",
        mend: "Say what made the work hard for people, what you changed, and how you know that it helped.",
        sure: &["burnout", "overtime", "morale", "injuries", "workload", "unsafe for people", "flexible hours"],
        apt: &["safety", "shift", "resigned", "fair", "parental leave", "exit interviews", "stayed"],
        full: &[
            "injury|injuries|accidents|overtime|sick|absence ..8 from|fell|by ..4 #",
            "# ..3 stayed",
            "all|both|# ..2 stayed",
            "had the warnings taken off",
            "# ..4 are still on|with|in",
        ],
        bare: &["overtime|burnout|morale"],
        ..BASE
    },
    Kind {
        says: "something large was proposed",
        lacks: "Nothing is told that would be large if it worked.",
        mend: "Say what it could be ten times as large, who would gain, and what the first step was.",
        sure: &["ten times", "whole company", "every country", "far bigger", "too big", "what it could be if it worked", "across all"],
        apt: &["proposed", "pitched", "expanded", "new market", "years ahead", "larger than"],
        full: &[
            "proposed|pitched ..12 whole|every|all|national|country|company",
            "expanded ..6 to #",
            "every hospital|school|shop|country|team in",
            "ten times",
        ],
        bare: &["vision for"],
        ..BASE
    },
    Kind {
        says: "good was defined, and what was not was put right",
        lacks: "It is not said what good meant, what fell short, and how it was put right for good.",
        mend: "Say what did not reach the standard, what you refused to pass on, and why it cannot come back.",
        sure: &["not good enough", "sent back", "redid", "refused to ship", "quality assurance", "fixed for good", "what good meant"],
        apt: &["quality", "defects", "inspected", "checklist", "error rate", "rework", "standard", "root cause", "tested again"],
        full: &[
            "sent ..4 back ..4 because|not",
            "refused to ship|release|sign",
            "cannot|could not? happen|come again|back",
            "wrong ..4 went from|fell ..4 #",
            "defects|errors|falls|mistakes ..8 went|fell|from ..3 #",
        ],
        bare: &["checklist|inspection"],
        ..BASE
    },
];
