//! Tables: they scroll within themselves where a page is narrow.

use whyproof_syntax::TextId;

use super::block::charts;
use super::flow::Flow;
use super::standing::anchor;
use crate::manuscript::{Align, Element, Event};

impl<'m, 'a> Flow<'m, 'a> {
    /// A table, and after it its notes and charts.
    pub(super) fn table(&mut self, table: u32, events: &'m [Event<'a>]) {
        let cells = events.iter().filter_map(|event| match event {
            Event::Open(Element::Cell(text, _)) => Some(*text),
            _ => None,
        });
        let texts: Vec<TextId> = cells.collect();
        let sides = self.sides(&texts, events);
        let manuscript = self.manuscript;
        let aligned = manuscript.columns.get(table as usize);
        self.begin_row(&sides);
        self.out.lit(
            "<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">\n<table>\n",
        );
        let mut body = false;
        let mut head = false;
        let mut at = 0;
        while let Some(event) = events.get(at) {
            at += 1;
            match event {
                Event::Open(Element::Row { head: is_head }) => {
                    head = *is_head && !body;
                    if head {
                        self.out.lit("<thead>\n");
                    } else if !std::mem::replace(&mut body, true) {
                        self.out.lit("<tbody>\n");
                    }
                    self.out.lit("<tr>");
                }
                Event::Close(Element::Row { .. }) => {
                    self.out
                        .lit(if head { "</tr>\n</thead>\n" } else { "</tr>\n" });
                }
                Event::Open(element @ Element::Cell(text, column)) => {
                    let rest = &events[at..];
                    let length = rest.iter().position(|e| *e == Event::Close(*element));
                    let words = &rest[..length.unwrap_or(rest.len())];
                    let align = aligned.and_then(|columns| columns.get(*column as usize));
                    self.cell(head, *text, align.copied().unwrap_or_default(), words);
                    at += words.len() + 1;
                }
                _ => {}
            }
        }
        self.out.lit(if body { "</tbody>\n" } else { "" });
        self.out.lit("</table>\n</div>\n");
        self.end_row(sides);
        for chart in charts(events) {
            self.chart(chart);
        }
    }

    fn cell(&mut self, head: bool, text: TextId, align: Align, words: &'m [Event<'a>]) {
        // A heading that says nothing is none.
        let name = if head && !words.is_empty() {
            "th"
        } else {
            "td"
        };
        let mut tag = self.out.open(name);
        if name == "th" {
            tag = tag.set("scope", "col");
        }
        if !self.in_note {
            tag = tag
                .set("id", &anchor(self.manuscript, text))
                .set_number("data-block", u64::from(text.0));
        }
        match align {
            Align::Start => drop(tag),
            Align::Middle => drop(tag.set("class", "middle")),
            Align::End => drop(tag.set("class", "end")),
        }
        self.inline(words);
        self.out.close(name);
    }
}
