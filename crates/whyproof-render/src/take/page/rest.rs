//! The strongest stories, the gaps, the remarks, the place.

use whyproof_experience::{Gap, PlaceTake, Take};

use super::super::{gaps, says, strong};
use super::criteria::{id_of, quotes};
use crate::web::Web;

/// The strongest stories, and for which questions.
pub(super) fn strongest(web: &mut Web, take: &Take) {
    if take.strongest.is_empty() {
        return;
    }
    web.section("part", "strongest", "The strongest stories");
    for story in &take.strongest {
        web.lit("<div class=\"beside-row\">\n<div>\n");
        web.heading(3, "crit", "", says::titled(&story.title, &story.path));
        web.list_of_ours(&story.reasons).lit("</div>\n");
        if !story.questions.is_empty() {
            web.lit("<div class=\"beside\">\n<p class=\"label\">Tell it when they ask</p>\n");
            web.list(&story.questions).lit("</div>\n");
        }
        web.lit("</div>\n");
    }
    web.end_section();
}

/// The lines that speak for somebody most, where no story does.
pub(super) fn strong_lines(web: &mut Web, take: &Take) {
    let lines = strong::lines(take);
    if lines.is_empty() {
        return;
    }
    web.section("part", "strong-lines", strong::TITLE);
    for (quote, titles) in lines {
        web.lit("<div class=\"gap\">\n<p>“")
            .apart(&quote.words)
            .lit("”<br><span class=\"why-read\">")
            .apart(&says::place(take, quote))
            .lit("</span></p>\n<div>\n");
        web.list(&titles).lit("</div>\n</div>\n");
    }
    web.end_section();
}

/// What is missing, and how to close it.
pub(super) fn gaps(web: &mut Web, take: &Take) {
    if take.gaps.is_empty() {
        return;
    }
    web.section("part", "gaps", "Gaps, and how to close them");
    for of in gaps::gaps(take) {
        if take.bars.len() > 1 {
            web.heading(3, "crit", "", of.bar);
        }
        if !of.untold.is_empty() {
            label(web, gaps::LINES, gaps::UNTOLD);
        }
        for (words, gaps) in &of.untold {
            web.lit("<div class=\"gap\">\n<p>“")
                .apart(words)
                .lit("”</p>\n<div>\n");
            to_criteria(web, take, gaps);
            web.lit("</div>\n</div>\n");
        }
        if !of.claimed.is_empty() {
            label(web, gaps::STRONGER, "");
        }
        rows(web, take, &of.claimed);
        if !of.open.is_empty() {
            label(web, gaps::NOT_SHOWN, gaps::OPEN);
        }
        rows(web, take, &of.open);
    }
    web.end_section();
}

fn label(web: &mut Web, label: &str, lead: &str) {
    web.element("p", "label", label);
    if !lead.is_empty() {
        web.lit("<p class=\"bar-says\">").ours(lead).lit("</p>\n");
    }
}

/// Gaps, each with what would close it beside it.
fn rows(web: &mut Web, take: &Take, rows: &[gaps::Row<'_>]) {
    for (of, steps) in rows {
        web.lit("<div class=\"gap\">\n");
        to_criteria(web, take, of);
        web.lit("<div>\n");
        match steps {
            [] => web.list_of_ours(&[gaps::BEGIN]),
            steps => web.list_of_ours(steps),
        };
        web.lit("</div>\n</div>\n");
    }
}

/// The titles of several gaps' criteria.
fn to_criteria(web: &mut Web, take: &Take, gaps: &[&Gap]) {
    web.lit("<ul>\n");
    for gap in gaps {
        web.lit("<li>");
        to_criterion(web, take, gap);
        web.lit("</li>\n");
    }
    web.lit("</ul>\n");
}

/// The title of a gap's criterion, which leads to it.
fn to_criterion(web: &mut Web, take: &Take, gap: &Gap) {
    let title = says::gap(take, gap);
    match id_of(take, &gap.bar, &gap.criterion) {
        Some(id) => {
            web.out.open("a").to(&id);
            web.said(title).lit("</a>");
        }
        None => drop(web.said(title)),
    }
}

/// Remarks, those of a kind together.
pub(super) fn remarks(web: &mut Web, take: &Take) {
    if take.remarks.is_empty() {
        return;
    }
    web.section("part", "remarks", "Remarks on what is written");
    for (kind, remarks) in says::remarks(take) {
        let (title, means) = says::remark(kind);
        web.heading(3, "crit", "", title)
            .element("p", "bar-says", means);
        let same = says::same(&remarks);
        if let Some(same) = same {
            web.lit("<p class=\"bar-says\">").ours(same).lit("</p>\n");
        }
        web.lit("<ul class=\"remarks\">\n");
        for remark in remarks {
            web.lit("<li>\n");
            if !remark.words.trim().is_empty() {
                web.lit("<p>“").apart(&remark.words).lit("”</p>\n");
            }
            web.lit("<p class=\"why-read\"><span class=\"path\">");
            web.apart(&says::at(&remark.path, remark.line))
                .lit("</span> ");
            if same.is_none() {
                web.ours(&remark.says);
            }
            web.lit("</p>\n</li>\n");
        }
        web.lit("</ul>\n");
    }
    web.end_section();
}

/// What the job says of its place: where this background would be strong, and what to find out.
pub(super) fn places(web: &mut Web, take: &Take) {
    let (strong, open): (Vec<_>, Vec<_>) =
        take.places.iter().partition(|one| !one.found.is_empty());
    if !strong.is_empty() {
        web.section(
            "part",
            "place-strong",
            "Where this background would be strong",
        );
        for one in strong {
            place(web, take, one);
        }
        web.end_section();
    }
    if !open.is_empty() {
        web.section(
            "part",
            "place-open",
            "Where it may not suit, and what to ask",
        );
        web.element("p", "bar-says", says::OPEN_PLACES);
        for one in open {
            place(web, take, one);
        }
        web.end_section();
    }
}

fn place(web: &mut Web, take: &Take, one: &PlaceTake) {
    web.lit("<div class=\"beside-row\">\n<div>\n");
    web.heading(3, "crit", "", says::titled(&one.title, &one.id));
    if !one.said.trim().is_empty() {
        web.lit("<p class=\"bar-says\">The job says: “")
            .apart(&one.said)
            .lit("”</p>\n");
    }
    quotes(web, take, &one.found);
    web.lit("</div>\n");
    if !one.questions.is_empty() {
        web.lit("<div class=\"beside\">\n<p class=\"label\">Ask them</p>\n");
        web.list(&one.questions).lit("</div>\n");
    }
    web.lit("</div>\n");
}
