//! A bar, criterion by criterion: what below, meets and raises look like, and a place to say which it is.

use whyproof_case::Bar;

use super::judge::{self, Places};
use crate::html::Html;
use crate::letters;
use crate::take::says;

/// The id of a bar's section.
pub(super) fn id(at: usize) -> String {
    format!("take-bar-{}", at + 1)
}

/// The id of a criterion.
pub(super) fn criterion_id(bar: usize, at: usize) -> String {
    format!("take-bar-{}-{}", bar + 1, at + 1)
}

pub(super) fn write<'p>(bar: &'p Bar, at: usize, places: &mut Places<'p>, out: &mut Html) {
    drop(out.open("section").set("class", "part").set("id", &id(at)));
    out.lit("\n<h2>What is expected: ")
        .text(&bar.title)
        .lit("</h2>\n");
    if !bar.summary.is_empty() {
        out.element("p", "take-summary", &bar.summary).lit("\n");
    }
    for (of, criterion) in bar.criteria.iter().enumerate() {
        let place = places.criterion(bar, criterion);
        let id = criterion_id(at, of);
        let title = says::whole(
            &criterion.title,
            [criterion.from.as_deref(), Some(&criterion.meets)],
        );
        drop(
            out.open("section")
                .set("class", "take-place")
                .set("id", &id),
        );
        out.lit("\n<div class=\"take-words\">\n<h3>")
            .text(&letters::set(title, ' ', true));
        out.lit("</h3>\n<dl class=\"take-levels\">\n");
        let levels = [
            ("Below", &criterion.below),
            ("Meets", &criterion.meets),
            ("Raises", &criterion.raises),
        ];
        let is_told =
            |(_, looks): &(&str, &String)| !looks.is_empty() && !says::is_same(looks, title);
        for (name, looks) in levels.into_iter().filter(is_told) {
            out.lit("<div><dt>").lit(name).lit("</dt><dd>");
            out.text(&letters::set(looks, ' ', true))
                .lit("</dd></div>\n");
        }
        out.lit("</dl>\n</div>\n");
        judge::write(place, "this", out);
        out.lit("</section>\n");
    }
    out.lit("</section>\n");
}
