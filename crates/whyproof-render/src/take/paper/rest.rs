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
    for (quote, criteria) in lines {
        let titles = criteria.into_iter().map(|(_, one)| says::heading(one));
        let titles: Vec<&str> = titles.take(MANY).collect();
        begin_gap(pen, quote.words.len());
        pen.raw("[")
            .words(&format!("“{}”", quote.words.trim()))
            .raw("\n\n");
        pen.call("small", &[&says::place(take, quote)]);
        pen.raw("][#small").block(strong::TELLS).list(&titles).end();
    }
}

pub(super) fn gaps(pen: &mut Pen, take: &Take) {
    if take.gaps.is_empty() {
        return;
    }
    pen.heading(1, "Gaps, and how to close them");
    let gaps = gaps::gaps(take);
    if !gaps.untold.is_empty() {
        group(pen, gaps::LINES, gaps::UNTOLD);
    }
    for (words, of) in &gaps.untold {
        let titles = titles(take, of);
        begin_gap(pen, words.len() + titles.concat().len());
        pen.block(&format!("“{words}”"))
            .raw("[#small")
            .block(gaps::WOULD_TELL)
            .list(&titles)
            .end();
    }
    for (title, lead, rows) in &gaps.groups {
        group(pen, title, lead);
        for (of, steps) in rows {
            let titles = titles(take, of);
            begin_gap(pen, titles.concat().len() + steps.concat().len());
            pen.raw("[").list(&titles).raw("][").list_of_ours(steps);
            pen.end();
        }
    }
}

fn titles<'t>(take: &'t Take, gaps: &[&'t Gap]) -> Vec<&'t str> {
    gaps.iter().map(|gap| says::gap(take, gap)).collect()
}

/// What stands over some gaps.
fn group(pen: &mut Pen, title: &str, lead: &str) {
    pen.heading(2, title);
    if !lead.is_empty() {
        pen.raw("#small(sticky: true)[").ours(lead).raw("]\n\n");
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
        if says::is_of_all(take, kind) {
            pen.call("lead", &[&says::of_all(remarks.len())]);
            continue;
        }
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
    quotes(pen, take, &one.found, &[]);
    if !one.questions.is_empty() {
        let letters = one.questions.iter().map(String::len).sum();
        pen.row_of("Ask them", letters).list(&one.questions).end();
    }
}
