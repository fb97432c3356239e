//! Bars: each criterion with its level, the sentences that were read, what is missing, and what people said.

use whyproof_experience::debrief::{Coverage, Covered};
use whyproof_experience::{BarTake, CriterionTake, Level, ON_YOUR_WORD, Quote, Take};

use super::super::says;
use super::{asked, people};
use crate::web::{Entry, Web};

/// The shape of a level: a full square, one that is half full, an empty one. The word says it, too.
pub(super) fn mark(level: Level) -> &'static str {
    match level {
        Level::Shown => "<span class=\"mark m-stands\" aria-hidden=\"true\"></span>",
        Level::Claimed => "<span class=\"mark m-assumed\" aria-hidden=\"true\"></span>",
        Level::NotShown => "<span class=\"mark m-open\" aria-hidden=\"true\"></span>",
    }
}

/// The shape and the word.
pub(crate) fn level(web: &mut Web, level: Level) {
    web.lit(match level {
        Level::Shown => "<span class=\"word stands\">",
        Level::Claimed => "<span class=\"word assumed\">",
        Level::NotShown => "<span class=\"word open\">",
    });
    web.lit(mark(level))
        .lit(" ")
        .said(level.words())
        .lit("</span>");
}

fn id(bar: usize, criterion: usize) -> String {
    format!("c-{}-{}", bar + 1, criterion + 1)
}

/// Where a criterion of a bar stands, by their names.
pub(super) fn id_of(take: &Take, bar: &str, criterion: &str) -> Option<String> {
    let at = take.bars.iter().position(|one| one.name == bar)?;
    let mut criteria = take.bars[at].criteria.iter();
    let of = criteria.position(|one| one.id == criterion)?;
    Some(id(at, of))
}

/// Bars beside each other, where there are several: a row for each level.
pub(super) fn side_by_side(web: &mut Web, take: &Take) {
    if take.bars.len() < 2 {
        return;
    }
    web.section("part", "side-by-side", "Side by side");
    web.lit(
        "<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"Bars side by side\">\n",
    );
    web.lit("<table class=\"stack\">\n<thead>\n<tr><td></td>");
    for bar in &take.bars {
        web.lit("<th scope=\"col\">")
            .said(says::bar(bar))
            .lit("</th>");
    }
    web.lit("</tr>\n</thead>\n<tbody>\n");
    for of in says::LEVELS {
        web.lit("<tr><th scope=\"row\">");
        level(web, of);
        web.lit("</th>");
        for (at, bar) in take.bars.iter().enumerate() {
            cell(web, bar, at, of);
        }
        web.lit("</tr>\n");
    }
    web.lit("</tbody>\n</table>\n</div>\n").end_section();
}

fn cell(web: &mut Web, bar: &BarTake, at: usize, of: Level) {
    let title = says::bar(bar);
    let there = bar.criteria.iter().enumerate();
    let there: Vec<_> = there.filter(|(_, one)| one.level == of).collect();
    web.out.open("td").set("data-of", title);
    if there.is_empty() {
        web.lit("–</td>");
        return;
    }
    web.lit("<ul>\n");
    for (place, criterion) in there {
        web.lit("<li>");
        web.out.open("a").to(&id(at, place));
        web.said(says::heading(criterion)).lit("</a></li>\n");
    }
    web.lit("</ul></td>");
}

/// A bar.
pub(super) fn bar(web: &mut Web, take: &Take, at: usize, asked: Option<&Coverage>) {
    let Some(bar) = take.bars.get(at) else { return };
    web.section("part", &format!("bar-{}", at + 1), says::bar(bar));
    web.element("p", "more", &says::tally(bar));
    // Said once: of the next bars it is the same.
    let first = take.bars.iter().position(BarTake::is_on_your_word);
    if first == Some(at) {
        web.lit("<p class=\"bar-says\">")
            .ours(ON_YOUR_WORD)
            .lit("</p>\n");
    }
    for (place, one) in bar.criteria.iter().enumerate() {
        let id = id(at, place);
        if let Some(entry) = web.entries.last_mut() {
            let title = says::heading(one);
            let mark = mark(one.level);
            entry.below.push(Entry {
                mark,
                ..Entry::new(&id, title)
            });
        }
        let asked = asked.and_then(|asked| asked.of(place));
        criterion(web, take, (bar, one), &id, asked);
    }
    web.end_section();
}

fn criterion(
    web: &mut Web,
    take: &Take,
    (bar, one): (&BarTake, &CriterionTake),
    id: &str,
    asked: Option<&Covered>,
) {
    web.lit("<div class=\"criterion\">\n<div>\n");
    let name = web.open_heading(3, "crit", id);
    web.lit("<span class=\"called\">").said(says::heading(one));
    web.lit("</span> ");
    level(web, one.level);
    web.out.close(name).lit("\n");
    web.element("p", "bar-says", says::meets(one).unwrap_or_default());
    if let Some(from) = says::from(one) {
        web.lit("<p class=\"bar-says\">The job says: “")
            .apart(from)
            .lit("”</p>\n");
    }
    web.element("p", "bar-says", says::welcome(one).unwrap_or_default());
    quotes(web, take, &one.found);
    if one.found.is_empty() {
        web.element("p", "none", &says::nothing(one));
    }
    if let Some(more) = says::more(&one.more) {
        web.lit("<details class=\"ask\">\n<summary>")
            .said(&more)
            .lit("</summary>\n");
        quotes(web, take, &one.more);
        web.lit("</details>\n");
    }
    more_of_bar(web, one);
    web.lit("</div>\n");
    let missing = says::missing(bar, one);
    if !missing.is_empty() || !one.people.is_empty() || asked.is_some() {
        web.lit("<div class=\"beside\">\n");
        if !missing.is_empty() {
            web.lit("<p class=\"label\">What is missing</p>\n")
                .list_of_ours(&missing);
        }
        people::said(web, &one.people);
        if let Some(asked) = asked {
            asked::about(web, asked);
        }
        web.lit("</div>\n");
    }
    web.lit("</div>\n");
}

/// What the bar says besides, and what a room asks: folded away.
fn more_of_bar(web: &mut Web, one: &CriterionTake) {
    let said = [("Below the bar", &one.below), ("Raises it", &one.raises)];
    let is_told = |words: &str| !words.trim().is_empty();
    if one.questions.is_empty() && !said.iter().any(|(_, words)| is_told(words)) {
        return;
    }
    web.lit("<details class=\"ask\">\n<summary>What a room asks here</summary>\n");
    web.list(&one.questions);
    for (name, words) in said {
        if is_told(words) {
            web.lit("<p><b>")
                .lit(name)
                .lit(".</b> ")
                .apart(words)
                .lit("</p>\n");
        }
    }
    web.lit("</details>\n");
}

/// Sentences, each with where it stands and why it was read so.
pub(super) fn quotes(web: &mut Web, take: &Take, quotes: &[Quote]) {
    for quote in quotes {
        web.lit("<figure class=\"said\">\n<blockquote><p>“")
            .apart(&quote.words);
        web.lit("”</p></blockquote>\n<figcaption>");
        web.apart(&says::place(take, quote)).lit(".<br>");
        web.apart(&says::readings(quote));
        if let Some(evidence) = says::evidence(quote) {
            web.lit(" <span class=\"shown\">")
                .apart(&evidence)
                .lit("</span>");
        }
        address(web, quote);
        web.lit("</figcaption>\n</figure>\n");
    }
}

/// The file and the line of a sentence, last and small: for whoever wants to look it up.
fn address(web: &mut Web, quote: &Quote) {
    if quote.path.trim().is_empty() || quote.part.trim().is_empty() {
        return;
    }
    web.lit(" <span class=\"address\">")
        .apart(&says::at(quote.path.trim(), quote.line))
        .lit("</span>");
}
