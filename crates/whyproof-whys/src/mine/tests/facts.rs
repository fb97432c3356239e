//! What is known of what is taken.

use super::super::{
    Rule, causes, comparisons, conditions, futures, gains, generals, likes, numbers, oughts, ways,
};

/// Rule; text; fact.
pub(super) const FACTS: &[(Rule, &str, &str)] = &[
    (
        conditions::when_if,
        "If the council sells the park, the children will lose their playground.",
        "slope",
    ),
    (
        conditions::when_if,
        "The ferry leaves at noon unless the wind is strong.",
        "unless",
    ),
    (
        comparisons::than,
        "Trains are safer than cars.",
        "measurable",
    ),
    (
        generals::quantified,
        "The trains are never on time.",
        "universal",
    ),
    (generals::quantified, "Most trains are on time.", "vague"),
    (
        numbers::counted,
        "The tax takes 30% of the profit.",
        "share",
    ),
    (
        futures::assumed,
        "It is unlikely that the price will fall.",
        "unlikely",
    ),
    (
        futures::assumed,
        "It is obvious that the price will fall.",
        "obvious",
    ),
    (
        oughts::should,
        "The city should ban loud scooters.",
        "modal",
    ),
    (
        oughts::proposes,
        "This proposal adds a second ferry.",
        "central",
    ),
    (
        ways::drawback,
        "## Drawbacks\n\nThe ferry is slow in the winter.",
        "admitted",
    ),
    (
        gains::unbroken,
        "The new format does not break old files.",
        "negative",
    ),
    (numbers::counted, "The repair took 45 days.", "number"),
    (
        likes::told,
        "I spent three hours at the counter.",
        "first-person",
    ),
    (
        causes::leads_to,
        "Heavy traffic leads to [dirty air](https://example.org).",
        "sourced",
    ),
];
