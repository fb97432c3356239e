//! The forms of a paper: what stands in each, in its order. What a form does not name here it leaves out, and
//! `docs/papers.md` says so too.

use whyproof_syntax::Role;

/// What a form makes of a case.
pub(crate) struct Form {
    /// Its name on the command line.
    pub(crate) name: &'static str,
    /// What stands in it, in this order.
    pub(crate) shows: &'static [Piece],
    /// Which notes stand in it.
    pub(crate) notes: Notes,
}

/// A piece of a case.
pub(crate) enum Piece {
    Title,
    /// What stands before the first section.
    Lead,
    /// The sections with these roles, in file order.
    Sections(&'static [Role]),
    /// All other sections, in file order.
    AllBut(&'static [Role]),
    /// The claims, in file order.
    Claims,
    /// The claims and whatever is asked, in an order of the form's own.
    ClaimsAndWhysAnywhere,
}

/// Which notes stand in a form.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Notes {
    All,
    /// Those that what it shows refers to.
    Cited,
    None,
}

/// What stands in a story's sheet.
const STORY: &[Role] = &[
    Role::HardestPart,
    Role::Did,
    Role::DidNotDo,
    Role::WhyItMattered,
    Role::WhatHappened,
    Role::WhatILearned,
    Role::Learned,
    Role::Proud,
];

/// Every form. Each is rendered of every case, the story's sheet of stories only: a form that a case has nothing for
/// shows its title.
pub(crate) const FORMS: [Form; 5] = [
    Form {
        name: "narrative",
        shows: &[
            Piece::Title,
            Piece::Lead,
            Piece::AllBut(&[Role::Questions, Role::Data]),
            Piece::Sections(&[Role::Questions]),
            Piece::Sections(&[Role::Data]),
        ],
        notes: Notes::All,
    },
    Form {
        name: "prfaq",
        shows: &[
            Piece::Title,
            Piece::Sections(&[Role::PressRelease]),
            Piece::Sections(&[Role::Questions]),
        ],
        notes: Notes::Cited,
    },
    Form {
        name: "one-pager",
        shows: &[
            Piece::Title,
            Piece::Sections(&[Role::Problem]),
            Piece::Claims,
            Piece::Sections(&[Role::Decision]),
        ],
        notes: Notes::Cited,
    },
    Form {
        name: "brief",
        shows: &[Piece::Title, Piece::ClaimsAndWhysAnywhere],
        notes: Notes::None,
    },
    Form {
        name: "story",
        shows: &[Piece::Title, Piece::Lead, Piece::Sections(STORY)],
        notes: Notes::Cited,
    },
];
