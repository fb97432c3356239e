//! What a rule must leave.

use super::super::{
    Rule, authorities, causes, comparisons, conditions, futures, gains, generals, likes, numbers,
    oughts, ways,
};

/// What a rule must leave.
pub(super) const LEFT: &[(Rule, &str)] = &[
    (causes::because, "The ferry was late because of the storm."),
    (causes::because, "Nobody knows why, just because."),
    (causes::because_of, "The rent is due to the landlord."),
    (causes::leads_to, "The road leads the traveller home."),
    (
        causes::therefore,
        "The bus was so full that nobody could sit.",
    ),
    (conditions::when_if, "Nobody knows if the roof will hold."),
    (
        conditions::when_if,
        "The shop opens even if the wind is strong.",
    ),
    (
        conditions::in_order_to,
        "The city needs to reduce accidents.",
    ),
    (conditions::in_order_to, "The path to the river is steep."),
    (comparisons::than, "The clerk would rather walk than drive."),
    (comparisons::than, "The bridge carries more than 400 cars."),
    (generals::quantified, "The baker closed the shop at noon."),
    (
        generals::quantified,
        "The bridge is the most famous in town.",
    ),
    (generals::many_think, "The engine needs oil every month."),
    (likes::like, "The children like the old park."),
    (likes::told, "I believed the story for years."),
    (likes::told, "My car needs new brakes."),
    (likes::always_been, "The market is on the square."),
    (authorities::says, "We say that the bridge is safe."),
    (authorities::says, "The clock says noon."),
    (
        authorities::according_to,
        "The work went according to plan.",
    ),
    (authorities::shows, "The museum shows old maps to visitors."),
    (futures::assumed, "The clerk is likely at lunch."),
    (futures::will, "The will of the people is clear."),
    (futures::open, "The unknown artist left no name."),
    (numbers::counted, "The bridge was built in 1931."),
    (numbers::counted, "The rule is in section 12 of the law."),
    (oughts::should, "The clerk has to."),
    (oughts::should, "The city has a new mayor."),
    (oughts::proposes, "The singer adds a second voice."),
    (oughts::valued, "The door is green."),
    (oughts::restricted, "The city should not ban wood stoves."),
    (oughts::restricted, "The ban on stoves was lifted."),
    (ways::instead, "The school bought tablets instead."),
    (
        ways::drawback,
        "The ferry leaves at noon from the old harbour.",
    ),
    (
        ways::quoted,
        "The mayor said “the old bridge is safe and will be safe” on Monday.",
    ),
    (ways::attacked, "The lake lies behind the hill."),
    (ways::claimed, "There is a mill on the hill."),
    (ways::claimed, "We propose a mill on the hill."),
    (gains::gained, "The old mill stands on public land."),
    (gains::unbroken, "The new format breaks old files."),
    (gains::lacking, "The new form is not confusing for members."),
    (
        gains::lacking,
        "The new form will be confusing for members.",
    ),
    (gains::risky, "The change could not confuse anybody."),
    (gains::risky, "The change may please older readers."),
];
