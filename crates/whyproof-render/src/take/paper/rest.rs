//! The strongest stories, the gaps, the remarks and the place, on paper.

use whyproof_experience::{PlaceTake, Take};

use super::super::says;
use super::criteria::quotes;
use crate::print::Pen;

pub(super) fn strongest(pen: &mut Pen, take: &Take) {
    if take.strongest.is_empty() {
        return;
    }
    pen.heading(1, "The strongest stories");
    for story in &take.strongest {
        pen.heading(2, says::titled(&story.title, &story.path));
        pen.call("small", &[&story.path]);
        if !story.reasons.is_empty() {
            pen.row("Why").list_of_ours(&story.reasons).end();
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
    for gap in &take.gaps {
        pen.heading(2, says::titled(&gap.title, &gap.criterion));
        let bar = take.bars.iter().find(|bar| bar.name == gap.bar);
        let bar = bar.filter(|_| take.bars.len() > 1);
        pen.row(bar.map_or("How", says::bar))
            .list_of_ours(&gap.steps)
            .end();
    }
}

pub(super) fn remarks(pen: &mut Pen, take: &Take) {
    if take.remarks.is_empty() {
        return;
    }
    pen.heading(1, "Remarks on what is written");
    for (kind, remarks) in says::remarks(take) {
        let (title, means) = says::remark(kind);
        pen.heading(2, title).call("lead", &[means]);
        for remark in remarks {
            let words = remark.words.trim();
            let words = if words.is_empty() {
                String::new()
            } else {
                format!("“{words}”")
            };
            let place = says::at(&remark.path, remark.line);
            pen.raw("#said").block(&words).block(&format!("{place}."));
            pen.raw("[").ours(&remark.says).end();
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
        pen.row("The job says")
            .words(&format!("“{}”", one.said.trim()))
            .end();
    }
    if !one.found.is_empty() {
        pen.row("What was read");
        quotes(pen, take, &one.found);
        pen.end();
    }
    if !one.questions.is_empty() {
        pen.row("Ask them").list(&one.questions).end();
    }
}
