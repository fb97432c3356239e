//! The head of a take: whose it is, what they ask, and what was read.

use whyproof_case::counted;
use whyproof_experience::Take;

use super::super::{TakeOptions, says};
use super::criteria::{level, mark};
use crate::web::Web;

/// How many files are named.
const FILES: usize = 12;

pub(super) fn write(web: &mut Web, take: &Take, options: &TakeOptions) {
    web.lit("<header class=\"head\">\n")
        .element("p", "kind", says::KIND);
    web.lit("<h1>").said(says::person(take)).lit("</h1>\n");
    question(web, take);
    facts(web, take, options);
    worth(web, take);
    super::legend(web, !take.bars.is_empty());
    web.lit("</header>\n");
}

/// The question as they put it, and signed as they choose.
fn question(web: &mut Web, take: &Take) {
    let Some(question) = take.question.as_deref().filter(|q| !q.trim().is_empty()) else {
        return;
    };
    web.lit("<div class=\"question\">\n<blockquote>\n");
    web.paragraphs("", question);
    web.lit("</blockquote>\n");
    if let Some(signed) = take.signed.as_deref().filter(|s| !s.trim().is_empty()) {
        web.lit("<p class=\"signed\">").apart(signed).lit("</p>\n");
    }
    web.lit("</div>\n");
}

fn facts(web: &mut Web, take: &Take, options: &TakeOptions) {
    let day = options.day.map(|day| web.locale.date(day));
    if day.is_none() && take.files.is_empty() {
        return;
    }
    web.lit("<dl class=\"facts\">\n");
    if let Some(day) = day {
        web.lit("<div><dt>Made on</dt><dd>")
            .said(&day)
            .lit("</dd></div>\n");
    }
    if !take.files.is_empty() {
        web.lit("<div><dt>Read</dt><dd>");
        for (at, file) in take.files.iter().take(FILES).enumerate() {
            web.lit(if at > 0 { ", " } else { "" }).apart(file);
        }
        let more = take.files.len().saturating_sub(FILES);
        if more > 0 {
            let more = counted(more, "more file", "more files");
            web.lit(" and ").said(&more);
        }
        web.lit("</dd></div>\n");
    }
    web.lit("</dl>\n");
}

/// A line for each bar: how many criteria are at which level.
pub(crate) fn worth(web: &mut Web, take: &Take) {
    if take.bars.is_empty() {
        return;
    }
    web.lit("<div class=\"worth\">\n");
    for bar in &take.bars {
        web.lit("<p class=\"verdict\"><bdi>")
            .said(says::bar(bar))
            .lit("</bdi></p>\n");
        web.lit("<p class=\"more\">");
        for criterion in &bar.criteria {
            web.lit(mark(criterion.level));
        }
        web.lit(" ").said(&says::tally(bar)).lit("</p>\n");
    }
    web.lit("</div>\n");
}

/// What the marks mean.
pub(crate) fn key(web: &mut Web) {
    web.lit("<dl class=\"key\">\n");
    for (of, means) in says::KEY {
        web.lit("<div><dt>");
        level(web, of);
        web.lit("</dt><dd>").lit(means).lit("</dd></div>\n");
    }
    web.lit("</dl>\n").element("p", "why-read", says::BAR);
}
