//! The hardest whys that the case should expect.

use whyproof_case::Case;
use whyproof_whys::{Bank, On, Options, ask};

use super::{Group, Place};

/// How many are shown.
const SHOWN: usize = 3;

/// The three hardest whys, as a group; none where nothing is worth asking.
pub(super) fn hardest(case: &Case, bank: &Bank) -> Option<Group> {
    let options = Options {
        count: Some(SHOWN),
        views: Vec::new(),
    };
    let barrage = ask(case, bank, &options);
    let heading = match barrage.asked.len() {
        0 => return None,
        1 => "The hardest why",
        2 => "The two hardest whys",
        _ => "The three hardest whys",
    };
    let place = |asked: &whyproof_whys::Asked| Place {
        line: (asked.on != On::Case).then(|| case.line(asked.span)),
        text: asked.text.clone(),
        more: None,
    };
    Some(Group {
        heading: heading.to_owned(),
        places: barrage.asked.iter().map(place).collect(),
        asks: true,
    })
}
