//! What stands, or does not stand, under the usual headings of proposals: other ways, drawbacks, criteria,
//! non-goals, what is still to be written.

mod answers;
mod criteria;
mod drawbacks;
mod non_goals;
mod others;
mod outline;
mod quote;
mod written;

use whyproof_case::Case;
use whyproof_syntax::Span;

use crate::material::{Attach, Material, On, Slot, Slots};

use super::sentence::Sentences;
use outline::Outline;

/// What the parts of a proposal can be asked about, in file order by kind of part.
pub(crate) fn parts(case: &Case, sentences: &Sentences, into: &mut Vec<Material>) {
    if sentences.short {
        return;
    }
    let outline = Outline::read(case);
    others::dismissed(case, &outline, into);
    drawbacks::bare(&outline, into);
    criteria::criteria(&outline, into);
    non_goals::non_goals(&outline, into);
    written::to_be_written(&outline, into);
    answers::bare(&outline, into);
}

fn slot(text: &str, span: Span) -> Slot {
    Slot {
        text: text.to_owned(),
        span,
        plural: false,
    }
}

/// Material named `name` that was found under `heading`.
fn material(name: &'static str, slots: Slots, span: Span, heading: &str, weight: u8) -> Material {
    Material {
        attach: Attach::Part,
        name,
        on: On::Passage,
        span,
        marker: format!("the heading “{heading}”"),
        slots,
        facts: Vec::new(),
        load: 0,
        weight,
    }
}
