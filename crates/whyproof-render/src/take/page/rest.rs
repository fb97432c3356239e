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
    for (quote, criteria) in lines {
        web.lit("<div class=\"gap\">\n<div>\n<p>“")
            .apart(&quote.words)
            .lit("”</p>\n<p class=\"why-read\">")
            .apart(&says::place(take, quote))
            .lit("</p>\n</div>\n<div >\n<p class=\"why-read\">")
            .lit(strong::TELLS)
            .lit("</p>\n<ul class=\"plain\">\n");
        for (bar, one) in criteria {
            to_criterion(web, take, (bar, &one.id), says::heading(one));
        }
        web.lit("</ul>\n</div>\n</div>\n");
    }
    web.end_section();
}

/// What is missing, and how to close it.
pub(super) fn gaps(web: &mut Web, take: &Take) {
    if take.gaps.is_empty() {
        return;
    }
    web.section("part", "gaps", "Gaps, and how to close them");
    let gaps = gaps::gaps(take);
    if !gaps.untold.is_empty() {
        group(web, gaps::LINES, gaps::UNTOLD);
    }
    for (words, of) in &gaps.untold {
        web.lit("<div class=\"gap\">\n<p>“")
            .apart(words)
            .lit("”</p>\n<div >\n<p class=\"why-read\">")
            .lit(gaps::WOULD_TELL)
            .lit("</p>\n<ul class=\"plain\">\n");
        to_criteria(web, take, of);
        web.lit("</ul>\n</div>\n</div>\n");
    }
    for (title, lead, rows) in &gaps.groups {
        group(web, title, lead);
        for (of, steps) in rows {
            web.lit("<div class=\"gap\">\n<ul>\n");
            to_criteria(web, take, of);
            web.lit("</ul>\n<div>\n")
                .list_of_ours(steps)
                .lit("</div>\n</div>\n");
        }
    }
    web.end_section();
}

/// What stands over some gaps.
fn group(web: &mut Web, title: &str, lead: &str) {
    web.heading(3, "crit", "", title);
    if !lead.is_empty() {
        web.lit("<p class=\"bar-says\">").ours(lead).lit("</p>\n");
    }
}

/// The titles of several gaps' criteria.
fn to_criteria(web: &mut Web, take: &Take, gaps: &[&Gap]) {
    for gap in gaps {
        to_criterion(web, take, (&gap.bar, &gap.criterion), says::gap(take, gap));
    }
}

/// The title of a criterion, by its bar's name and its id, which leads to it.
fn to_criterion(web: &mut Web, take: &Take, (bar, id): (&str, &str), title: &str) {
    web.lit("<li>");
    match id_of(take, bar, id) {
        Some(id) => {
            web.out.open("a").to(&id);
            web.said(title).lit("</a>");
        }
        None => drop(web.said(title)),
    }
    web.lit("</li>\n");
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
        if says::is_of_all(take, kind) {
            web.element("p", "bar-says", &says::of_all(remarks.len()));
            continue;
        }
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
