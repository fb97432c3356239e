//! Requirements against stories, and the fewest stories that cover them.

use whyproof_experience::{Cell, Take};

use super::super::says;
use super::criteria::level;
use crate::web::Web;

/// The coverage matrix: a row for each requirement, a column for each story.
pub(crate) fn matrix(web: &mut Web, take: &Take) {
    let matrix = &take.matrix;
    if matrix.requirements.is_empty() || !matrix.has_stories() {
        return;
    }
    web.section("part", "matrix", "Requirements and stories");
    web.lit("<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"Requirements and stories\">\n");
    web.lit("<table class=\"stack matrix\">\n<thead>\n<tr><th scope=\"col\">Requirement</th>");
    for (path, title) in &matrix.columns {
        web.lit("<th scope=\"col\">")
            .said(says::titled(title, path))
            .lit("</th>");
    }
    web.lit("</tr>\n</thead>\n<tbody>\n");
    for (at, (id, _)) in matrix.requirements.iter().enumerate() {
        let cells = matrix.cells.get(at).map_or(&[][..], Vec::as_slice);
        let has_told = cells.iter().any(|cell| !cell.found.is_empty());
        web.lit(if has_told {
            "<tr class=\"above\">"
        } else {
            "<tr>"
        });
        web.lit("<th scope=\"row\">")
            .said(says::requirement(take, id))
            .lit("</th>");
        for (column, (path, title)) in matrix.columns.iter().enumerate() {
            let of = cells.get(column).and_then(|cell| cell.level);
            let tag = web.out.open("td").set("data-of", says::titled(title, path));
            match of {
                Some(of) => {
                    drop(tag);
                    level(web, of);
                }
                None => {
                    drop(tag.set("class", "empty"));
                    web.lit("–");
                }
            }
            web.lit("</td>");
        }
        web.lit("</tr>\n");
        if has_told {
            sentences(web, take, cells);
        }
    }
    web.lit("</tbody>\n</table>\n</div>\n").end_section();
}

/// The sentences of a row, below it and folded away.
fn sentences(web: &mut Web, take: &Take, cells: &[Cell]) {
    let columns = take.matrix.columns.len() as u64 + 1;
    web.lit("<tr class=\"below\">");
    web.out.open("td").set_number("colspan", columns);
    web.lit("\n<details>\n<summary>Sentences</summary>\n");
    for ((path, title), cell) in take.matrix.columns.iter().zip(cells) {
        if cell.found.is_empty() {
            continue;
        }
        web.element("p", "of", says::titled(title, path));
        for quote in &cell.found {
            web.lit("<p>“")
                .apart(&quote.words)
                .lit("” <span class=\"path\">");
            web.apart(quote.part.trim()).lit("</span></p>\n");
        }
    }
    web.lit("</details>\n</td></tr>\n");
}

/// The smallest set of stories that covers the bar, with second choices.
pub(crate) fn choice(web: &mut Web, take: &Take) {
    let choice = &take.choice;
    // Without a story there is nothing to choose, and what is missing was told before.
    if choice.stories.is_empty() {
        return;
    }
    web.section("part", "choice", "The fewest stories that cover it");
    web.lit("<ol class=\"choice\">\n");
    for one in &choice.stories {
        web.lit("<li>\n<p><b>").apart(&one.title).lit("</b></p>\n");
        web.list(&says::requirements(take, &one.covers));
        if let Some((_, title, covers)) = &one.second {
            web.lit("<p class=\"why-read\">Second choice: <b>")
                .apart(title)
                .lit("</b>, ")
                .said(&says::second(covers.len(), one.covers.len()))
                .lit(".</p>\n");
        }
        web.lit("</li>\n");
    }
    web.lit("</ol>\n");
    if !choice.uncovered.is_empty() {
        web.lit("<p class=\"label\">No story covers</p>\n");
        web.list(&says::requirements(take, &choice.uncovered));
    }
    web.end_section();
}
