//! What was really asked in interviews, on a page.

use whyproof_experience::debrief::{self, Coverage, Covered, Heard};

use super::super::says;
use crate::web::Web;

/// What was asked about a criterion.
pub(super) fn about(web: &mut Web, covered: &Covered) {
    let Some(words) = covered.words() else { return };
    web.lit("<p class=\"label\">")
        .said(&whyproof_case::capital(&words))
        .lit("</p>\n");
    list(web, &covered.worst_first());
}

/// What was asked and is about none of the criteria.
pub(super) fn about_none(web: &mut Web, coverages: &[Coverage]) {
    let heard = debrief::about_none(coverages);
    if heard.is_empty() {
        return;
    }
    web.section("part", "asked", says::ASKED_ELSE);
    list(web, &heard);
    web.end_section();
}

fn list(web: &mut Web, heard: &[&Heard]) {
    web.lit("<ul class=\"remarks\">\n");
    for one in heard {
        web.lit("<li>\n<p>“").apart(&one.question).lit("”</p>\n");
        let who = says::heard(one, &web.locale);
        web.element("p", "why-read", &who);
        web.lit("</li>\n");
    }
    web.lit("</ul>\n");
}
