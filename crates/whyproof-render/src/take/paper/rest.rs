//! The strongest stories, the gaps, the remarks and the place, on paper.

use whyproof_experience::{Gap, PlaceTake, Take};

use super::super::{gaps, says, strong};
use super::criteria::quotes;
use crate::print::Pen;

/// Gaps of fewer letters stay on a page.
const GAP: usize = 600;
/// How many criteria are named that a line tells.
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

/// The lines that speak for somebody most, where no story does.
pub(super) fn strong_lines(pen: &mut Pen, take: &Take) {
    let lines = strong::lines(take);
    if lines.is_empty() {
        return;
    }
    pen.heading(1, strong::TITLE);
    for (quote, titles) in lines {
        let titles: Vec<&str> = titles.into_iter().take(MANY).collect();
        begin_gap(pen, quote.words.len());
        pen.raw("[")
            .words(&format!("“{}”", quote.words.trim()))
            .raw("\n\n");
        pen.call("small", &[&says::place(take, quote)]);
        pen.raw("][").list(&titles).end();
    }
}

pub(super) fn gaps(pen: &mut Pen, take: &Take) {
    if take.gaps.is_empty() {
        return;
    }
    pen.heading(1, "Gaps, and how to close them");
    for of in gaps::gaps(take) {
        if take.bars.len() > 1 {
            pen.heading(2, of.bar);
        }
        if !of.untold.is_empty() {
            label(pen, gaps::LINES, gaps::UNTOLD);
        }
        for (words, gaps) in &of.untold {
            let titles = titles(take, gaps);
            begin_gap(pen, words.len() + titles.concat().len());
            pen.block(&format!("“{words}”"))
                .raw("[")
                .list(&titles)
                .end();
        }
        if !of.claimed.is_empty() {
            label(pen, gaps::STRONGER, "");
        }
        rows(pen, take, &of.claimed);
        if !of.open.is_empty() {
            label(pen, gaps::NOT_SHOWN, gaps::OPEN);
        }
        rows(pen, take, &of.open);
    }
}

fn titles<'t>(take: &'t Take, gaps: &[&'t Gap]) -> Vec<&'t str> {
    gaps.iter().map(|gap| says::gap(take, gap)).collect()
}

fn label(pen: &mut Pen, label: &str, lead: &str) {
    pen.raw("#small(sticky: true)[#strong").block(label);
    if !lead.is_empty() {
        pen.raw(" #h(.4em) ").ours(lead);
    }
    pen.raw("]\n\n");
}

/// Gaps, each with what would close it beside it.
fn rows(pen: &mut Pen, take: &Take, rows: &[gaps::Row<'_>]) {
    for (of, steps) in rows {
        let titles = titles(take, of);
        let letters = titles.concat().len() + steps.concat().len();
        begin_gap(pen, letters);
        pen.raw("[").list(&titles).raw("][");
        match steps {
            [] => pen.list_of_ours(&[gaps::BEGIN]),
            steps => pen.list_of_ours(steps),
        };
        pen.end();
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
