//! Reasons, likenesses and generalisations.

use super::super::{causes, comparisons, conditions, generals, likes};
use super::Row;
use crate::material::Attach;

/// What is taken.
pub(super) const REASONS: &[Row] = &[
    (
        causes::because,
        "The library lost its readers because the heating had failed.",
        Attach::Cause,
        &[
            "cause: the heating had failed",
            "effect: the library lost its readers",
        ],
    ),
    (
        causes::because,
        "Because the road was closed, the ferry was full.",
        Attach::Cause,
        &["cause: the road was closed", "effect: the ferry was full"],
    ),
    (
        causes::because_of,
        "The ferry was late because of the storm.",
        Attach::Cause,
        &["causing: the storm", "effect: the ferry was late"],
    ),
    (
        causes::because_of,
        "The harvest was poor due to the long drought.",
        Attach::Cause,
        &["causing: the long drought", "effect: the harvest was poor"],
    ),
    (
        causes::leads_to,
        "Heavy traffic leads to dirty air.",
        Attach::Cause,
        &[
            "causing: heavy traffic",
            "clause: heavy traffic leads to dirty air",
            "outcome: dirty air",
        ],
    ),
    (
        causes::leads_to,
        "The new rule will reduce the number of accidents.",
        Attach::Cause,
        &[
            "causing: the new rule",
            "clause: the new rule will reduce the number of accidents",
            "outcome: the number of accidents",
        ],
    ),
    (
        causes::therefore,
        "The bridge is old. Therefore the bridge should be rebuilt soon.",
        Attach::Cause,
        &[
            "cause: the bridge is old",
            "effect: the bridge should be rebuilt soon",
        ],
    ),
    (
        causes::therefore,
        "The bus was full, so my brother took a taxi.",
        Attach::Cause,
        &[
            "cause: the bus was full",
            "effect: your brother took a taxi",
        ],
    ),
    (
        conditions::when_if,
        "If the council sells the park, the children will lose their playground.",
        Attach::Conditional,
        &[
            "condition: the council sells the park",
            "consequence: the children will lose their playground",
        ],
    ),
    (
        conditions::when_if,
        "The ferry will stay in port if the wind is strong.",
        Attach::Conditional,
        &[
            "condition: the wind is strong",
            "consequence: the ferry will stay in port",
        ],
    ),
    (
        conditions::in_order_to,
        "The city should widen the road to reduce accidents.",
        Attach::Purpose,
        &[
            "goal: reduce accidents",
            "means: the city should widen the road",
            "reaching: reducing accidents",
        ],
    ),
    (
        conditions::in_order_to,
        "The team keeps a log in order to find mistakes.",
        Attach::Purpose,
        &[
            "goal: find mistakes",
            "means: the team keeps a log",
            "reaching: finding mistakes",
        ],
    ),
    (
        comparisons::than,
        "The trains are safer than cars.",
        Attach::Comparison,
        &[
            "clause: the trains are safer than cars",
            "comparative: safer",
            "subject: the trains",
            "than: cars",
        ],
    ),
    (
        generals::quantified,
        "Every child needs a quiet place.",
        Attach::Generalisation,
        &[
            "clause: every child needs a quiet place",
            "group: every child",
            "quantifier: every",
        ],
    ),
    (
        generals::quantified,
        "The trains are never on time.",
        Attach::Generalisation,
        &["clause: the trains are never on time", "quantifier: never"],
    ),
    (
        generals::many_think,
        "Most people think that the tax is fair.",
        Attach::Popularity,
        &[
            "clause: most people think that the tax is fair",
            "group: most people",
            "said: the tax is fair",
        ],
    ),
    (
        likes::like,
        "A budget is like a diet.",
        Attach::Analogy,
        &["like: a diet", "subject: a budget"],
    ),
    (
        likes::told,
        "My son has waited for a bus every morning.",
        Attach::Example,
        &["clause: your son has waited for a bus every morning"],
    ),
    (
        likes::told,
        "I spent three hours at the counter.",
        Attach::Example,
        &["clause: you spent three hours at the counter"],
    ),
    (
        likes::always_been,
        "The market has always been on the square.",
        Attach::Precedent,
        &["clause: the market has always been on the square"],
    ),
];
