//! Words, and what stands between them.

use super::place::Place;
use super::setter::Setter;
use crate::manuscript::{Element, Event};
use crate::resume::may_be_followed;

/// How the next words look.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Look {
    emphasis: u32,
    strong: u32,
    struck: u32,
    /// The open links: where each leads that Word may not follow, with its words so far; none for one that it may.
    links: Vec<Option<(String, String)>>,
}

impl<'m, 'a> Setter<'_, 'm, 'a> {
    /// Events that are all inside of a block.
    pub(super) fn inline(&mut self, events: &[Event<'a>]) {
        for event in events {
            self.event_inline(event);
        }
    }

    /// One event inside of a block.
    pub(super) fn event_inline(&mut self, event: &Event<'a>) {
        match event {
            Event::Open(element) => self.inline_open(*element),
            Event::Close(element) => self.inline_close(*element),
            Event::Text(words, _) => self.words(words),
            Event::Code(words) | Event::Html(words) => self.run(words, "Code"),
            Event::Note(note, _) => self.note(*note),
            Event::NoNote(label) => self.words(&format!("[^{label}]")),
            Event::Break => self.pen.raw("<w:r><w:br/></w:r>"),
            Event::Chart(figure) => self.chart(*figure),
            Event::Picture {
                target,
                title,
                alternative,
            } => self.no_picture(target, title, alternative),
            Event::Fence(_) | Event::Literal(_) | Event::Rule => {}
        }
    }

    fn inline_open(&mut self, element: Element<'a>) {
        match element {
            Element::Emphasis => self.look.emphasis += 1,
            Element::Strong => self.look.strong += 1,
            Element::Strikethrough => self.look.struck += 1,
            Element::Link { target, .. } => {
                if may_be_followed(target) && !self.is_linked() {
                    let id = self.links.to(target);
                    let attributes = [("r:id", id.as_str()), ("w:history", "1")];
                    self.pen.open("w:hyperlink", &attributes);
                    self.look.links.push(None);
                } else {
                    let link = (target.to_owned(), String::new());
                    self.look.links.push(Some(link));
                }
            }
            _ => {}
        }
    }

    fn inline_close(&mut self, element: Element<'a>) {
        let look = &mut self.look;
        match element {
            Element::Emphasis => look.emphasis = look.emphasis.saturating_sub(1),
            Element::Strong => look.strong = look.strong.saturating_sub(1),
            Element::Strikethrough => look.struck = look.struck.saturating_sub(1),
            Element::Link { .. } => match look.links.pop() {
                Some(None) => self.pen.close("w:hyperlink"),
                Some(Some((target, words))) => {
                    let is_said = words.trim() == target || target.is_empty();
                    if !is_said && !target.starts_with('#') {
                        self.words(&format!(" ({target})"));
                    }
                }
                None => {}
            },
            _ => {}
        }
    }

    fn is_linked(&self) -> bool {
        self.look.links.iter().any(Option::is_none)
    }

    /// Ends links that are open at the end of a paragraph.
    pub(super) fn close_links(&mut self) {
        while let Some(link) = self.look.links.pop() {
            if link.is_none() {
                self.pen.close("w:hyperlink");
            }
        }
    }

    /// Words in the look that is on.
    pub(super) fn words(&mut self, words: &str) {
        if std::mem::take(&mut self.capital) {
            self.run(&whyproof_case::capital(words), "");
        } else {
            self.run(words, "");
        }
    }

    /// Words in a style of characters.
    pub(super) fn run(&mut self, words: &str, style: &str) {
        if words.is_empty() {
            return;
        }
        self.capital = false;
        if self.paragraph.is_none() {
            self.begin("BodyText", "", None);
        }
        if let Some(Some((_, said))) = self.look.links.last_mut() {
            said.push_str(words);
        }
        let style = if style.is_empty() && self.is_linked() {
            "Hyperlink"
        } else {
            style
        };
        self.pen.open("w:r", &[]);
        let look = &self.look;
        let switches = [
            (look.strong > 0, "<w:b/><w:bCs/>"),
            (look.emphasis > 0, "<w:i/><w:iCs/>"),
            (look.struck > 0, "<w:strike/>"),
        ];
        let on = switches.into_iter().filter(|(on, _)| *on);
        let on: String = on.map(|(_, xml)| xml).collect();
        if !style.is_empty() || !on.is_empty() {
            self.pen.open("w:rPr", &[]);
            if !style.is_empty() {
                self.pen.value("w:rStyle", style);
            }
            self.pen.raw(&on);
            self.pen.close("w:rPr");
        }
        self.text(words);
        self.pen.close("w:r");
    }

    /// The text of a run, its line breaks and tabs as Word has them.
    fn text(&mut self, words: &str) {
        for (at, line) in words.split('\n').enumerate() {
            if at > 0 {
                self.pen.raw("<w:br/>");
            }
            for (at, piece) in line.trim_end_matches('\r').split('\t').enumerate() {
                if at > 0 {
                    self.pen.raw("<w:tab/>");
                }
                if !piece.is_empty() {
                    self.pen.open("w:t", &[("xml:space", "preserve")]);
                    self.pen.words(piece);
                    self.pen.close("w:t");
                }
            }
        }
    }

    /// A reference to a note: the first is Word's footnote, others name its number.
    fn note(&mut self, note: u32) {
        if self.paragraph.is_none() {
            self.begin("BodyText", "", None);
        }
        let known = self.shared.numbered.get(&note).copied();
        let in_body = self.place != Place::Note;
        match known {
            Some(number) if in_body => {
                let name = self.shared.marked.get(&note).cloned().unwrap_or_default();
                let field = format!(" NOTEREF {name} \\h ");
                self.pen.open("w:fldSimple", &[("w:instr", &field)]);
                self.run(&number.to_string(), "FootnoteReference");
                self.pen.close("w:fldSimple");
            }
            Some(number) => self.run(&number.to_string(), "FootnoteReference"),
            None if in_body => self.first_reference(note),
            None => {
                let label = self.manuscript.notes.get(note as usize).map(|n| n.label);
                self.words(&format!("[{}]", label.unwrap_or_default()));
            }
        }
    }

    fn first_reference(&mut self, note: u32) {
        self.shared.order.push(note);
        let number = self.shared.order.len() as u32;
        self.shared.numbered.insert(note, number);
        let again = self.manuscript.notes.get(note as usize);
        let bookmark = again.is_some_and(|note| note.references > 1).then(|| {
            let id = self.shared.holds.next().to_string();
            let name = format!("note_{number}");
            self.pen
                .empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &name)]);
            self.shared.marked.insert(note, name);
            id
        });
        self.pen.raw(&format!(
            "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"{number}\"/></w:r>"
        ));
        if let Some(id) = bookmark {
            self.pen.empty("w:bookmarkEnd", &[("w:id", &id)]);
        }
    }
}
