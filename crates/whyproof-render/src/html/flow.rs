//! From events to elements. What is open stands on a stack; nothing here calls itself.

use whyproof_case::capital;
use whyproof_syntax::{Role, TextId};

use super::deep::Deep;
use super::fold::Folds;
use super::options::{PageOptions, is_english};
use super::safe::Html;
use crate::letters;
use crate::manuscript::{Element, Event, Manuscript};
use crate::map::Node;

/// How many quotations stand in each other; deeper ones are shown as the last of them.
const QUOTES: usize = 6;

/// A page that is being written.
pub(super) struct Flow<'m, 'a> {
    pub(super) manuscript: &'m Manuscript<'a>,
    pub(super) options: &'m PageOptions,
    pub(super) out: Html,
    /// What the section is for.
    pub(super) role: Option<Role>,
    /// Which notes stand on the page.
    pub(super) placed: Vec<bool>,
    /// Notes that were referred to in a note, and wait for their place.
    pub(super) waiting: Vec<u32>,
    /// The notes that stand beside the block being written, in order: what refers to one is marked as its place.
    pub(super) beside: Vec<u32>,
    /// Whether words are set as on paper: with curved marks, a sentence with a capital. Else they are the file's own,
    /// letter for letter.
    pub(super) typeset: bool,
    /// Whether it is said what statements and notes are worth.
    pub(super) weighed: bool,
    /// How many levels its headings are deeper than those of the case.
    pub(super) deeper: u8,
    english: bool,
    /// The letter before, in the words of a block: what a quotation mark after it does.
    pub(super) before: char,
    /// Whether the next word begins a sentence.
    pub(super) begins: bool,
    /// Whether it writes a note.
    pub(super) in_note: bool,
    pub(super) folds: Folds,
    /// Whether some figures were computed, so that those which were not are told one by one.
    pub(super) some_computed: bool,
    /// The level of the heading before.
    pub(super) level: u8,
    pub(super) deep: Deep,
    /// The argument, where the page has a map of it.
    pub(super) tree: Vec<Node<'a>>,
    /// The quotations that are open: whether each has an element.
    quotes: Vec<bool>,
}

impl<'m, 'a> Flow<'m, 'a> {
    pub(super) fn new(
        manuscript: &'m Manuscript<'a>,
        options: &'m PageOptions,
        out: Html,
    ) -> Flow<'m, 'a> {
        let case = manuscript.case;
        Flow {
            manuscript,
            options,
            out,
            role: None,
            placed: vec![false; manuscript.notes.len()],
            waiting: Vec::new(),
            beside: Vec::new(),
            typeset: false,
            weighed: true,
            deeper: 0,
            english: is_english(case),
            before: ' ',
            begins: false,
            in_note: false,
            folds: Folds::of(manuscript),
            some_computed: case.not_computed() < case.figures.len(),
            level: 1,
            deep: Deep::default(),
            tree: Vec::new(),
            quotes: Vec::new(),
        }
    }

    /// Words of a block, after those before.
    pub(super) fn words_on(&mut self, words: &str) {
        if !self.typeset {
            self.out.text(words);
            return;
        }
        let mut set = letters::set(words, self.before, self.english);
        // A name with capitals of its own keeps its small letter: iPhone.
        let named = || {
            set.split(' ')
                .next()
                .unwrap_or("")
                .chars()
                .any(char::is_uppercase)
        };
        if std::mem::take(&mut self.begins) && !named() {
            set = capital(&set);
        }
        self.before = words.chars().next_back().unwrap_or(self.before);
        self.out.text(&set);
    }

    /// Words that stand by themselves.
    pub(super) fn said(&mut self, words: &str) -> &mut Html {
        self.before = ' ';
        self.words_on(words);
        &mut self.out
    }

    /// Blocks, one after the other.
    pub(super) fn blocks(&mut self, events: &'m [Event<'a>]) {
        let mut at = 0;
        while let Some(event) = events.get(at) {
            at = match event {
                Event::Open(
                    element @ (Element::Heading(..) | Element::Paragraph(_) | Element::Table(_)),
                ) => {
                    let rest = &events[at + 1..];
                    let length = rest.iter().position(|e| *e == Event::Close(*element));
                    let inside = &rest[..length.unwrap_or(rest.len())];
                    self.block(*element, inside);
                    at + inside.len() + 2
                }
                Event::Open(element) => {
                    self.begin(*element);
                    at + 1
                }
                Event::Close(element) => {
                    self.end(*element);
                    at + 1
                }
                _ => self.loose(events, at),
            };
        }
    }

    /// A heading of this level, of a section or the case.
    pub(super) fn heading(&mut self, level: u8, text: TextId, words: &'m [Event<'a>]) {
        self.level = level;
        self.leaf(self.heading_name(level), text, words);
    }

    /// The element of a heading of this level in the case.
    pub(super) fn heading_name(&self, level: u8) -> &'static str {
        match level + self.deeper {
            0 | 1 => "h1",
            2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        }
    }

    fn block(&mut self, element: Element<'a>, inside: &'m [Event<'a>]) {
        self.out_of_depth();
        match element {
            Element::Heading(level, text) => {
                // A level that the author has left out is no level.
                self.level = level.clamp(3, 6).min(self.level.max(2) + 1);
                let name = self.heading_name(self.level);
                // A note is no place for headings of the case.
                self.leaf(if self.in_note { "p" } else { name }, text, inside);
            }
            Element::Table(table) => self.table(table, inside),
            Element::Paragraph(text) => self.leaf("p", text, inside),
            _ => {}
        }
    }

    fn begin(&mut self, element: Element<'a>) {
        match element {
            Element::List(first) => self.begin_list(first),
            Element::Item(ticked) => self.begin_item(ticked),
            Element::Quote => {
                let shown = self.quotes.len() < QUOTES && !self.deep.is_flat();
                self.quotes.push(shown);
                if shown {
                    self.out.lit("<blockquote>\n");
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, element: Element<'a>) {
        match element {
            Element::List(first) => self.end_list(first),
            Element::Item(_) => self.end_item(),
            Element::Quote => self.end_quote(),
            _ => {}
        }
    }

    fn end_quote(&mut self) {
        if self.quotes.pop() == Some(true) {
            self.out.lit("</blockquote>\n");
        }
    }

    /// What stands between blocks; where the next begins.
    fn loose(&mut self, events: &'m [Event<'a>], at: usize) -> usize {
        self.out_of_depth();
        match &events[at] {
            Event::Fence(fence) => self.fence(*fence),
            Event::Literal(code) => self.code(code),
            Event::Html(html) => self.code(html.trim_end()),
            Event::Rule => {
                self.out.lit("<hr>\n");
            }
            _ => {
                // Words without a block of their own.
                let rest = &events[at..];
                let is_inline = |event: &&Event<'_>| match event {
                    Event::Open(element) | Event::Close(element) => element.is_inline(),
                    Event::Fence(_) | Event::Literal(_) | Event::Rule => false,
                    _ => true,
                };
                let length = rest.iter().take_while(is_inline).count().max(1);
                self.out.lit("<p>");
                self.inline(&rest[..length]);
                self.out.lit("</p>\n");
                return at + length;
            }
        }
        at + 1
    }

    /// Code, or what is shown as it was written.
    pub(super) fn code(&mut self, code: &str) {
        self.out.lit("<pre tabindex=\"0\"><code>").text(code);
        self.out.lit("</code></pre>\n");
    }
}
