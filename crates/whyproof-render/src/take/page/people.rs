//! What people said: apart from what was read, under their names.

use whyproof_experience::{Judgement, Take};

use super::super::says;
use crate::web::Web;

/// What people said of a criterion.
pub(super) fn said(web: &mut Web, people: &[Judgement]) {
    if people.is_empty() {
        return;
    }
    web.lit("<div class=\"people\">\n<p class=\"label\">What people said</p>\n");
    judgements(web, people);
}

fn judgements(web: &mut Web, people: &[Judgement]) {
    for one in people {
        judgement(web, one);
    }
    web.lit("</div>\n");
}

/// What people said of the whole.
pub(super) fn whole(web: &mut Web, take: &Take) {
    if take.people.is_empty() {
        return;
    }
    web.section("part", "people", "What people said of the whole");
    web.lit("<div class=\"people\">\n");
    judgements(web, &take.people);
    web.end_section();
}

fn judgement(web: &mut Web, one: &Judgement) {
    web.lit("<div class=\"person\">\n<p class=\"by\"><b>");
    let by = one.by.trim();
    web.apart(if by.is_empty() { "Somebody" } else { by })
        .lit("</b>");
    if let Some(judged) = one.judged {
        web.lit(": <b class=\"judged\">")
            .said(judged.word())
            .lit("</b>");
    }
    if let Some(day) = &one.day {
        let day = says::day(day, &web.locale);
        web.lit(" <span class=\"day\">").apart(&day).lit("</span>");
    }
    web.lit("</p>\n").paragraphs("", &one.note);
    web.lit("</div>\n");
}
