//! The strongest stories, the gaps, the remarks, the place.

use whyproof_experience::{Gap, PlaceTake, Take};

use super::super::says;
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

/// What is missing, and how to close it.
pub(super) fn gaps(web: &mut Web, take: &Take) {
    if take.gaps.is_empty() {
        return;
    }
    web.section("part", "gaps", "Gaps, and how to close them");
    for of in says::gaps(take) {
        if take.bars.len() > 1 {
            web.heading(3, "crit", "", of.bar);
        }
        for (gap, steps) in &of.own {
            web.lit("<div class=\"gap\">\n<p>");
            to_criterion(web, take, gap);
            web.lit("</p>\n<div>\n").list_of_ours(steps);
            web.lit("</div>\n</div>\n");
        }
        for (step, gaps) in &of.shared {
            web.lit("<div class=\"gap\">\n<ul>\n");
            for gap in gaps {
                web.lit("<li>");
                to_criterion(web, take, gap);
                web.lit("</li>\n");
            }
            web.lit("</ul>\n<div>\n").list_of_ours(&[step]);
            web.lit("</div>\n</div>\n");
        }
    }
    web.end_section();
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
