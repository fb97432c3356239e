//! Sources, forecasts and quantities.

use super::super::{authorities, futures, numbers};
use super::Row;
use crate::material::Attach;

/// What is taken.
pub(super) const SOURCES: &[Row] = &[
    (
        authorities::says,
        "The mayor said that the bridge is safe.",
        Attach::Authority,
        &["authority: the mayor", "clause: the bridge is safe"],
    ),
    (
        authorities::says,
        "The report claims that the river is clean.",
        Attach::Study,
        &["authority: the report", "clause: the river is clean"],
    ),
    (
        authorities::according_to,
        "According to the police, the road is dangerous.",
        Attach::Authority,
        &["authority: the police", "clause: the road is dangerous"],
    ),
    (
        authorities::shows,
        "A study shows that short breaks help students.",
        Attach::Study,
        &["authority: a study", "clause: short breaks help students"],
    ),
    (
        authorities::shows,
        "The empty street shows that the town is dying.",
        Attach::Sign,
        &["clause: the town is dying", "sign: the empty street"],
    ),
    (
        futures::assumed,
        "We expect that the price will fall.",
        Attach::Assumption,
        &["clause: the price will fall"],
    ),
    (
        futures::assumed,
        "Presumably the old key is still in the drawer.",
        Attach::Assumption,
        &["clause: the old key is still in the drawer"],
    ),
    (
        futures::will,
        "The tunnel will cost too much.",
        Attach::Prediction,
        &[
            "clause: the tunnel will cost too much",
            "inverted: will the tunnel cost too much",
            "subject: the tunnel",
        ],
    ),
    (
        futures::open,
        "It is unclear whether the roof will hold.",
        Attach::Open,
        &["whether: the roof will hold"],
    ),
    (
        futures::open,
        "The night trains are out of scope.",
        Attach::Open,
        &["left: the night trains"],
    ),
    (
        numbers::counted,
        "The repair took 45 days.",
        Attach::Number,
        &["clause: the repair took 45 days", "number: 45 days"],
    ),
    (
        numbers::counted,
        "The theft has cost the bank $400 million.",
        Attach::Number,
        &[
            "clause: the theft has cost the bank $400 million",
            "number: $400 million",
        ],
    ),
];
