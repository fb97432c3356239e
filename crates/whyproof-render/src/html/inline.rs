//! Words of a block.

use super::figure;
use super::flow::Flow;
use super::link::href;
use crate::manuscript::{Element, Event};

/// How many elements stand in each other within words; deeper ones change nothing.
const LEVELS: usize = 12;

/// What stands for code before a quotation mark: a letter.
const CODE: char = 'c';

/// What words have open, and what waits.
#[derive(Default)]
struct Open {
    /// What closes each element; empty for one that is not shown.
    closers: Vec<Closer>,
    /// Whether a link is open: none may stand in it.
    link: bool,
    /// References in a link, which follow it.
    late: Vec<(u32, u32)>,
}

enum Closer {
    Tag(&'static str),
    Link,
    /// A link that leads nowhere we would go: its target is shown behind it.
    Told(String),
    Figure(u32, &'static str),
    Nothing,
}

impl<'m, 'a> Flow<'m, 'a> {
    /// Words, as they stand in a block.
    pub(super) fn inline(&mut self, words: &'m [Event<'a>]) {
        let mut open = Open::default();
        self.before = ' ';
        for (at, event) in words.iter().enumerate() {
            match event {
                Event::Open(Element::Link { target, title }) => {
                    // What is written out needs no second telling on paper.
                    let bare =
                        matches!(words.get(at + 1), Some(Event::Text(words, _)) if words == target);
                    let closer = self.begin_link(target, title, bare, &mut open);
                    open.closers.push(closer);
                }
                Event::Open(element) => {
                    let closer = self.begin_inline(*element, &mut open);
                    open.closers.push(closer);
                }
                Event::Close(_) => self.end_inline(&mut open),
                Event::Text(words, _) => self.words_on(words),
                Event::Code(code) => {
                    self.before = CODE;
                    self.out.lit("<code>").text(code).lit("</code>");
                }
                Event::Html(html) => {
                    self.before = CODE;
                    self.out
                        .lit("<code class=\"written\">")
                        .text(html)
                        .lit("</code>");
                }
                Event::Note(note, reference) if open.link => open.late.push((*note, *reference)),
                Event::Note(note, reference) => self.reference(*note, *reference),
                Event::NoNote(label) => {
                    self.out.lit("<span class=\"missing\">[no note “");
                    self.out.text(label).lit("”]</span>");
                }
                Event::Break => {
                    self.out.lit("<br>\n");
                }
                Event::Chart(chart) => self.chart_reference(*chart, open.link),
                Event::Picture {
                    target,
                    title,
                    alternative,
                } => self.picture(target, title, alternative),
                Event::Fence(_) | Event::Literal(_) | Event::Rule => {}
            }
        }
        while !open.closers.is_empty() {
            self.end_inline(&mut open);
        }
    }

    fn begin_inline(&mut self, element: Element<'a>, open: &mut Open) -> Closer {
        if open.closers.len() >= LEVELS
            && !matches!(element, Element::Figure(_) | Element::Link { .. })
        {
            return Closer::Nothing;
        }
        match element {
            Element::Emphasis => self.begin_tag("em", ""),
            Element::Strong => self.begin_tag("strong", ""),
            Element::Strikethrough => self.begin_tag("s", ""),
            Element::Passage(_) => self.begin_tag("mark", "passage"),
            Element::Figure(figure) => {
                let name = figure::begin(self, figure, open.link);
                open.link = true;
                Closer::Figure(figure, name)
            }
            _ => Closer::Nothing,
        }
    }

    fn begin_tag(&mut self, name: &'static str, class: &'static str) -> Closer {
        let tag = self.out.open(name);
        if !class.is_empty() {
            tag.set("class", class);
        }
        Closer::Tag(name)
    }

    fn begin_link(&mut self, target: &str, title: &str, bare: bool, open: &mut Open) -> Closer {
        let href = href(self.manuscript, self.options, target).filter(|_| !open.link);
        let Some(href) = href else {
            self.out.lit("<span class=\"told\">");
            return Closer::Told(target.to_owned());
        };
        let mut tag = self.out.open("a").href(&href);
        if href.is_outside() {
            tag = tag.set("rel", "noopener noreferrer nofollow");
        }
        if bare {
            tag = tag.set("class", "bare");
        }
        if !title.trim().is_empty() {
            tag = tag.set("title", title);
        }
        drop(tag);
        open.link = true;
        Closer::Link
    }

    fn end_inline(&mut self, open: &mut Open) {
        match open.closers.pop() {
            Some(Closer::Tag(name)) => {
                self.out.close(name);
            }
            Some(Closer::Link) => {
                self.out.lit("</a>");
                self.after_link(open);
            }
            Some(Closer::Figure(figure, name)) => {
                figure::end(self, figure, name);
                self.after_link(open);
            }
            Some(Closer::Told(target)) => {
                self.out.lit("</span>");
                if !target.is_empty() {
                    self.out.lit(" <span class=\"target\">(<code>");
                    self.out.text(&target).lit("</code>)</span>");
                }
            }
            Some(Closer::Nothing) | None => {}
        }
    }

    fn after_link(&mut self, open: &mut Open) {
        open.link = false;
        for (note, reference) in std::mem::take(&mut open.late) {
            self.reference(note, reference);
        }
    }

    /// A picture that is no chart: nothing is loaded, what it shows and where it is are told.
    fn picture(&mut self, target: &str, title: &str, alternative: &str) {
        self.out.lit("<span class=\"picture\">Picture: ");
        let words = [alternative, title].map(str::trim);
        let words = words.into_iter().find(|words| !words.is_empty());
        self.out.text(words.unwrap_or("without words"));
        self.out.lit(" <span class=\"target\">(<code>");
        self.out.text(target).lit("</code>)</span></span>");
    }
}
