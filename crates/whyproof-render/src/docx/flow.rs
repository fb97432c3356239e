//! Blocks: from events to paragraphs.

use whyproof_case::Target;
use whyproof_syntax::TextId;

use super::place::{self, DEEPEST, Level, Place, STEP};
use super::setter::Setter;
use crate::manuscript::{Element, Event};

/// Most characters of the words that a why is put to.
const QUOTED: usize = 100;

impl<'m, 'a> Setter<'_, 'm, 'a> {
    /// Sets a flow.
    pub(super) fn flow(&mut self, events: &[Event<'a>], place: Place) {
        self.place = place;
        self.levels.clear();
        for event in events {
            self.event(event);
        }
        self.end();
        self.apart();
    }

    /// Sets one event.
    pub(super) fn event(&mut self, event: &Event<'a>) {
        match event {
            Event::Open(element) if !element.is_inline() => self.open(*element),
            Event::Close(element) if !element.is_inline() => self.close(*element),
            Event::Fence(fence) => self.fence(*fence),
            Event::Literal(code) => self.code(code),
            Event::Html(html) if self.paragraph.is_none() => self.code(html),
            Event::Rule => {
                self.begin("Rule", "", None);
                self.end();
            }
            other => self.event_inline(other),
        }
    }

    fn open(&mut self, element: Element<'a>) {
        match element {
            Element::Heading(level, text) => {
                let style = if level <= 3 { "Heading2" } else { "Heading3" };
                self.begin(style, "", Some(text));
            }
            Element::Paragraph(text) => self.open_paragraph(text),
            Element::List(first) => {
                let depth = self.lists();
                let number = match self.place {
                    Place::Argued => 0,
                    _ => self.shared.numbering.list(first, depth),
                };
                self.levels.push(Level::List { number });
                // Counted up by each item.
                let at = first.unwrap_or(1).saturating_sub(1);
                self.levels.push(Level::Item {
                    at,
                    is_new: false,
                    ticked: None,
                });
            }
            Element::Item(ticked) => {
                if let Some(Level::Item {
                    at,
                    is_new,
                    ticked: now,
                }) = self.levels.last_mut()
                {
                    *at = at.saturating_add(1);
                    *is_new = true;
                    *now = ticked;
                }
            }
            Element::Quote => self.levels.push(Level::Quote),
            Element::Table(columns) => self.open_table(columns),
            Element::Row { head } => self.open_row(head),
            Element::Cell(text, column) => self.open_cell(text, column),
            _ => {}
        }
    }

    fn close(&mut self, element: Element<'a>) {
        match element {
            Element::Heading(_, text) => {
                self.end();
                self.asked_by(text);
            }
            Element::Paragraph(_) => self.end(),
            Element::List(_) => {
                self.levels.pop();
                self.levels.pop();
            }
            Element::Quote => {
                self.levels.pop();
            }
            Element::Table(_) => self.close_table(),
            Element::Row { .. } => self.close_row(),
            Element::Cell(..) => self.close_cell(),
            _ => {}
        }
    }

    /// How many lists are open.
    fn lists(&self) -> usize {
        let lists = self.levels.iter();
        lists
            .filter(|level| matches!(level, Level::List { .. }))
            .count()
    }

    fn open_paragraph(&mut self, text: TextId) {
        let lists = self.lists();
        let quotes = self.levels.iter().filter(|l| **l == Level::Quote).count();
        let path = place::path(&self.levels);
        let item = match self.levels.last_mut() {
            Some(Level::Item { is_new, ticked, .. }) => {
                Some((std::mem::take(is_new), ticked.take()))
            }
            _ => None,
        };
        let is_new = item.is_some_and(|(is_new, _)| is_new);
        let set_in = |levels: usize| {
            let left = levels.min(DEEPEST) * STEP;
            format!("<w:ind w:left=\"{left}\"/>")
        };
        let is_deep = lists > DEEPEST && is_new;
        let number = self.levels.iter().rev().find_map(|level| match level {
            Level::List { number } => Some(*number).filter(|number| *number > 0),
            _ => None,
        });
        match self.place {
            Place::Note => self.begin("FootnoteText", "", Some(text)),
            Place::Argued if quotes == 0 => {
                let style = place::argued(self.manuscript, text, lists > 0);
                let properties = if lists > 0 {
                    set_in(lists)
                } else {
                    String::new()
                };
                self.begin(style, &properties, Some(text));
                self.capital = is_new;
            }
            _ if is_new && lists <= DEEPEST && number.is_some() => {
                let style = if quotes > 0 { "Quote" } else { "ListParagraph" };
                let properties = format!(
                    "<w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"{}\"/></w:numPr>",
                    lists - 1,
                    number.unwrap_or(1)
                );
                self.begin(style, &properties, Some(text));
            }
            _ if quotes > 0 => self.begin("Quote", &set_in(quotes + lists), Some(text)),
            _ if lists > 0 => self.begin("ListContinue", &set_in(lists), Some(text)),
            _ => self.begin("BodyText", "", Some(text)),
        }
        if is_deep {
            let capital = std::mem::take(&mut self.capital);
            self.words(&format!("{path} "));
            self.capital = capital;
        }
        if let Some((_, Some(ticked))) = item {
            let capital = std::mem::take(&mut self.capital);
            self.words(if ticked { "☒ " } else { "☐ " });
            self.capital = capital;
        }
    }

    /// Who asks the why of this heading, and of what.
    fn asked_by(&mut self, text: TextId) {
        let Some(why) = self.manuscript.block(text).asks else {
            return;
        };
        let case = self.manuscript.case;
        let Some(why) = case.whys.get(why as usize).filter(|why| !why.in_case) else {
            return;
        };
        let of = match &why.target {
            Target::Statement(id) => Some(case.statement(*id).text.clone()),
            Target::Passage(span) => case.source().get(span.range()).map(str::to_owned),
            Target::Answer(of) => case.whys.get(*of as usize).map(|why| why.text.clone()),
            Target::Case | Target::Dangling(_) => None,
        };
        let by = why.by.as_deref().map(|by| format!("Asked by {by}"));
        let of = of.map(|of| format!("of “{}”", whyproof_case::shorten(&of, QUOTED)));
        let settled = why
            .settled
            .as_ref()
            .map(|by| format!("settled by {} on {}", by.name, by.date));
        let said: Vec<String> = match (by, of, settled) {
            (Some(by), Some(of), settled) => std::iter::once(format!("{by}, {of}"))
                .chain(settled)
                .collect(),
            (None, Some(of), settled) => std::iter::once(format!("Asked {of}"))
                .chain(settled)
                .collect(),
            (by, None, settled) => by.into_iter().chain(settled).collect(),
        };
        if !said.is_empty() {
            // What is said to this line is said to the question.
            self.begin("Asked", "", Some(text));
            self.words(&said.join("; "));
            self.end();
        }
    }
}
