//! Actions and what comes of them.

use super::super::{gains, oughts, ways};
use super::Row;
use crate::material::Attach;

/// What is taken.
pub(super) const ACTIONS: &[Row] = &[
    (
        oughts::should,
        "The city should ban loud scooters.",
        Attach::Proposal,
        &[
            "action: ban loud scooters",
            "clause: the city should ban loud scooters",
            "doing: banning loud scooters",
            "inverted: should the city ban loud scooters",
            "subject: the city",
        ],
    ),
    (
        oughts::should,
        "The teachers need to mark every test.",
        Attach::Proposal,
        &[
            "action: mark every test",
            "clause: the teachers need to mark every test",
            "doing: marking every test",
            "inverted: do the teachers need to mark every test",
            "subject: the teachers",
        ],
    ),
    (
        oughts::should,
        "We've got to save the library.",
        Attach::Proposal,
        &[
            "action: save the library",
            "clause: we've got to save the library",
            "doing: saving the library",
        ],
    ),
    (
        oughts::proposes,
        "This proposal adds a second ferry.",
        Attach::Proposal,
        &["thing: a second ferry"],
    ),
    (
        oughts::proposes,
        "We propose to close the car park.",
        Attach::Proposal,
        &["action: close the car park", "doing: closing the car park"],
    ),
    (
        oughts::valued,
        "The new rule is unfair.",
        Attach::Value,
        &[
            "clause: the new rule is unfair",
            "subject: the new rule",
            "value: unfair",
        ],
    ),
    (
        oughts::restricted,
        "The council voted to ban wood stoves.",
        Attach::Restriction,
        &["action: ban wood stoves", "doing: banning wood stoves"],
    ),
    (
        ways::instead,
        "The school will buy tablets instead of new books.",
        Attach::Alternative,
        &[
            "alternative: new books",
            "clause: the school will buy tablets",
        ],
    ),
    (
        ways::drawback,
        "The downside is that the ferry is slow.",
        Attach::Drawback,
        &["clause: the ferry is slow"],
    ),
    (
        ways::quoted,
        "The owner calls the flat “cozy” every time.",
        Attach::Term,
        &[
            "clause: the owner calls the flat “cozy” every time",
            "term: cozy",
        ],
    ),
    (
        ways::attacked,
        "The opponents are lying about the price.",
        Attach::Person,
        &[
            "clause: the opponents are lying about the price",
            "group: the opponents",
        ],
    ),
    (
        ways::claimed,
        "The old mill is on public land by the river.",
        Attach::Claim,
        &[
            "clause: the old mill is on public land by the river",
            "subject: the old mill",
        ],
    ),
    (
        gains::gained,
        "The new index makes every search faster.",
        Attach::Benefit,
        &["clause: the new index makes every search faster"],
    ),
    (
        gains::unbroken,
        "The new format does not break old files.",
        Attach::Guarantee,
        &["clause: the new format does not break old files"],
    ),
    (
        gains::unbroken,
        "The public interface is unchanged for every caller.",
        Attach::Guarantee,
        &["clause: the public interface is unchanged for every caller"],
    ),
    (
        gains::lacking,
        "The old form is confusing for new members.",
        Attach::Lack,
        &["clause: the old form is confusing for new members"],
    ),
    (
        gains::lacking,
        "There is no way to cancel an order.",
        Attach::Lack,
        &["clause: there is no way to cancel an order"],
    ),
    (
        gains::risky,
        "The change could confuse older readers.",
        Attach::Risk,
        &["clause: the change could confuse older readers"],
    ),
];
