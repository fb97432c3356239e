//! The strongest stories, the gaps, the remarks and the place, on paper.

use whyproof_experience::{PlaceTake, Take};

use super::super::says;
use super::criteria::quotes;
use crate::print::Pen;

/// Gaps of fewer letters stay on a page.
const GAP: usize = 600;
/// More gaps than these are counted, where one thing closes them all.
const MANY: usize = 5;

pub(super) fn strongest(pen: &mut Pen, take: &Take) {
    if take.strongest.is_empty() {
        return;
    }
    pen.heading(1, "The strongest stories");
    for story in &take.strongest {
        pen.heading(2, says::titled(&story.title, &story.path));
        if !story.reasons.is_empty() {
            let letters = story.reasons.iter().map(String::len).sum();
            pen.row_of("Why", letters)
                .list_of_ours(&story.reasons)
                .end();
        }
        if !story.questions.is_empty() {
            pen.row("Tell it when they ask")
                .list(&story.questions)
                .end();
        }
    }
}

pub(super) fn gaps(pen: &mut Pen, take: &Take) {
    if take.gaps.is_empty() {
        return;
    }
    pen.heading(1, "Gaps, and how to close them");
    for of in says::gaps(take) {
        if take.bars.len() > 1 {
            pen.heading(2, of.bar);
        }
        for (gap, steps) in &of.own {
            let letters = steps.iter().map(|step| step.len()).sum::<usize>();
            begin_gap(pen, letters + says::gap(take, gap).len());
            pen.title(says::gap(take, gap)).raw("[");
            pen.list_of_ours(steps).end();
        }
        for (step, gaps) in &of.shared {
            let gaps: Vec<&str> = gaps.iter().map(|gap| says::gap(take, gap)).collect();
            let letters = gaps.iter().map(|gap| gap.len()).sum::<usize>();
            begin_gap(pen, letters + step.len());
            if gaps.len() > MANY {
                // They are named at a glance; beside one sentence so many would leave half a page empty.
                pen.block(&says::so_many(gaps.len())).raw("[");
                pen.list_of_ours(&[step]).end();
            } else {
                pen.raw("[").list(&gaps).raw("][");
                pen.list_of_ours(&[step]).end();
            }
        }
    }
}

/// Begins a gap; a long one may go on over the page.
fn begin_gap(pen: &mut Pen, letters: usize) {
    pen.raw(if letters < GAP {
        "#gap"
    } else {
        "#gap(whole: false)"
    });
}

pub(super) fn remarks(pen: &mut Pen, take: &Take) {
    if take.remarks.is_empty() {
        return;
    }
    pen.heading(1, "Remarks on what is written");
    for (kind, remarks) in says::remarks(take) {
        let (title, means) = says::remark(kind);
        pen.heading(2, title).call("lead", &[means]);
        let same = says::same(&remarks);
        if let Some(same) = same {
            pen.raw("#lead[").ours(same).end();
        }
        for remark in remarks {
            let words = remark.words.trim();
            let words = if words.is_empty() {
                String::new()
            } else {
                format!("“{words}”")
            };
            let place = says::at(&remark.path, remark.line);
            pen.raw("#said").block(&words).raw("[");
            if same.is_none() {
                pen.ours(&remark.says);
            }
            pen.raw("]").block(&format!("({place})")).raw("\n\n");
        }
    }
}

pub(super) fn places(pen: &mut Pen, take: &Take) {
    let (strong, open): (Vec<_>, Vec<_>) =
        take.places.iter().partition(|one| !one.found.is_empty());
    if !strong.is_empty() {
        pen.heading(1, "Where this background would be strong");
        for one in strong {
            place(pen, take, one);
        }
    }
    if !open.is_empty() {
        pen.heading(1, "Where it may not suit, and what to ask");
        pen.call("lead", &[says::OPEN_PLACES]);
        for one in open {
            place(pen, take, one);
        }
    }
}

fn place(pen: &mut Pen, take: &Take, one: &PlaceTake) {
    pen.heading(2, says::titled(&one.title, &one.id));
    if !one.said.trim().is_empty() {
        pen.row_of("The job says", one.said.len())
            .words(&format!("“{}”", one.said.trim()))
            .end();
    }
    quotes(pen, take, &one.found, 0);
    if !one.questions.is_empty() {
        let letters = one.questions.iter().map(String::len).sum();
        pen.row_of("Ask them", letters).list(&one.questions).end();
    }
}
