//! The points of view from which a room asks.

use serde::Deserialize;

/// A point of view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum View {
    /// Who has the problem, and whether it is solved for them.
    Customer,
    /// What it costs and brings.
    Finance,
    /// How it is built, and what breaks.
    Engineering,
    /// How it is used.
    Design,
    /// How it is run from day to day.
    Operations,
    /// What is allowed, and what is owed to people whose data it is.
    #[serde(alias = "legal", alias = "privacy", alias = "legal and privacy")]
    LegalAndPrivacy,
    /// How it is known.
    Science,
    /// Why this, why now, why us, and what not instead.
    Executive,
    /// What the person did.
    Interviewer,
}

impl View {
    /// All points of view.
    pub const ALL: [View; 9] = [
        View::Customer,
        View::Finance,
        View::Engineering,
        View::Design,
        View::Operations,
        View::LegalAndPrivacy,
        View::Science,
        View::Executive,
        View::Interviewer,
    ];

    /// The words used in files and output.
    pub fn word(self) -> &'static str {
        match self {
            View::Customer => "customer",
            View::Finance => "finance",
            View::Engineering => "engineering",
            View::Design => "design",
            View::Operations => "operations",
            View::LegalAndPrivacy => "legal and privacy",
            View::Science => "science",
            View::Executive => "executive",
            View::Interviewer => "interviewer",
        }
    }

    /// The point of view that `name` names, hyphens and capitals apart; `legal` and `privacy` are one.
    pub fn named(name: &str) -> Option<View> {
        let name = name.trim().to_lowercase().replace(['-', '_'], " ");
        match name.as_str() {
            "legal" | "privacy" => Some(View::LegalAndPrivacy),
            other => View::ALL.into_iter().find(|view| view.word() == other),
        }
    }
}
