//! What every form is written with: events of a manuscript to Typst source.

use std::collections::BTreeMap;

use whyproof_case::Grounds;
use whyproof_syntax::TextId;
use whyproof_typeset::string;

use crate::letters;
use crate::manuscript::{Align, Argued, Element, Event, Manuscript, Sentence, is_picture};

use super::words::{self, Shapeless};
use super::{PaperOptions, picture};

/// How deep lists, quotations and emphasis nest on paper: what lies deeper is set at this depth.
const DEEPEST: usize = 12;

/// A way of setting a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Attempt {
    /// Whether a one-pager has its chart.
    pub(super) chart: bool,
    /// Millimetres that are added to the margin at the foot.
    pub(super) foot: i8,
}

impl Attempt {
    pub(super) const FIRST: Attempt = Attempt {
        chart: true,
        foot: 0,
    };
}

/// A form being written.
pub(super) struct Writer<'p, 'a> {
    pub(super) manuscript: &'p Manuscript<'a>,
    pub(super) options: &'p PaperOptions,
    /// Which way of setting it is tried.
    pub(super) attempt: Attempt,
    pub(super) out: String,
    /// Pictures, by the name that the source reads them by.
    pub(super) files: BTreeMap<String, Vec<u8>>,
    pub(super) shapeless: Shapeless,
    /// Whether notes are set as footnotes; else they are left out.
    pub(super) footnotes: bool,
    /// Notes that were set.
    pub(super) noted: Vec<bool>,
    /// How many charts were set.
    pub(super) charts: usize,
    /// Where the paragraph before ends: what stands there may lead to a chart that follows it.
    ended: Option<usize>,
    /// Whether a note is being written.
    in_note: bool,
    /// The level of the last heading: none is skipped.
    level: u8,
    /// How much deeper headings are than in the file's order.
    pub(super) deeper: u8,
    /// The letter before: what a quotation mark after it does.
    before: char,
    /// Whether the language is English.
    english: bool,
    /// What the form lacks.
    pub(super) lacks: Vec<String>,
}

impl<'p, 'a> Writer<'p, 'a> {
    pub(super) fn new(
        manuscript: &'p Manuscript<'a>,
        options: &'p PaperOptions,
        attempt: Attempt,
    ) -> Self {
        Writer {
            manuscript,
            options,
            attempt,
            out: String::new(),
            files: BTreeMap::new(),
            shapeless: Shapeless::new(),
            footnotes: true,
            noted: vec![false; manuscript.notes.len()],
            charts: 0,
            ended: None,
            in_note: false,
            level: 0,
            deeper: 0,
            before: ' ',
            english: options.locale().language == "en",
            lacks: Vec::new(),
        }
    }

    /// Source of ours.
    pub(super) fn raw(&mut self, source: &str) {
        self.out.push_str(source);
        if source.ends_with('\n') {
            self.before = ' ';
        }
    }

    /// Words, ours or the author's.
    pub(super) fn words(&mut self, text: &str) {
        let set = letters::set(text, self.before, self.english);
        self.before = text.chars().next_back().unwrap_or(self.before);
        words::words(&set, &mut self.shapeless, &mut self.out);
    }

    /// Words as a content block.
    pub(super) fn block(&mut self, text: &str) {
        self.raw("[");
        self.before = ' ';
        self.words(text);
        self.before = ' ';
        self.raw("]");
    }

    /// A paragraph of plain words.
    pub(super) fn plain(&mut self, text: &str) {
        self.words(text);
        self.raw("\n\n");
    }

    /// Opens a heading: 1 for a section. `]` closes it, then an empty line.
    pub(super) fn open_heading(&mut self, level: u8) {
        let level = (level + self.deeper).clamp(1, 6).min(self.level + 1);
        self.level = level;
        self.ended = None;
        self.raw(&format!("\n\n#heading(level: {level})["));
    }

    /// Leads from the paragraph before to a chart that follows it.
    pub(super) fn see(&mut self, number: usize) {
        let Some(at) = self.ended.filter(|_| !self.in_note) else {
            return;
        };
        let see = format!("#see(<figure-{number}>, {number});");
        self.ended = Some(at + see.len());
        self.out.insert_str(at, &see);
    }

    /// A heading of plain words.
    pub(super) fn heading(&mut self, level: u8, text: &str) {
        self.open_heading(level);
        self.words(if text.trim().is_empty() { "–" } else { text });
        self.raw("]\n\n");
    }

    /// A heading with its emphasis and notes.
    pub(super) fn heading_of(&mut self, level: u8, events: &[Event<'a>], name: &str) {
        let has_words = events.iter().any(|event| match event {
            Event::Text(words, _) | Event::Code(words) => !words.trim().is_empty(),
            _ => false,
        });
        if !has_words {
            return self.heading(level, name);
        }
        self.open_heading(level);
        self.flow(events);
        self.raw("]\n\n");
    }

    /// The sentences of an argument, a paragraph.
    pub(super) fn argued(&mut self, piece: &Argued<'_, 'a>) {
        match piece {
            Argued::Heading { level, words, .. } => self.heading_of(level - 1, words, ""),
            Argued::Paragraph { claim, sentences } => {
                for (index, sentence) in sentences.iter().enumerate() {
                    let claims = *claim && index == 0;
                    if index > 0 {
                        self.raw("#\" \";");
                    }
                    self.raw(if claims { "#strong[" } else { "" });
                    self.sentence(sentence);
                    self.raw(if claims { "]" } else { "" });
                }
                self.ended = Some(self.out.len());
                self.raw("\n\n");
            }
            Argued::Block(events) => self.flow(events),
        }
    }

    pub(super) fn sentence(&mut self, sentence: &Sentence<'_, 'a>) {
        if let Some((word, id)) = sentence.refers {
            let text = &self.manuscript.case.statement(id).text;
            let said = format!("{} “{text}”.", whyproof_case::capital(word));
            return self.words(&said);
        }
        let mut nest = Nest::default();
        for (index, event) in sentence.words.iter().enumerate() {
            if sentence.stop == Some(index) {
                self.words(".");
            }
            match event {
                Event::Text(text, _) if sentence.capital == Some(index) => {
                    self.words(&whyproof_case::capital(text));
                }
                event => self.event(event, &mut nest),
            }
        }
        if sentence.stop == Some(sentence.words.len()) {
            self.words(".");
        }
    }

    /// Events as they are.
    pub(super) fn flow(&mut self, events: &[Event<'a>]) {
        let mut nest = Nest::default();
        for (index, event) in events.iter().enumerate() {
            if let Event::Open(Element::Paragraph(_)) = event {
                nest.picture = is_picture(paragraph(&events[index + 1..]));
            }
            self.event(event, &mut nest);
        }
        // What is left open is closed, for a slice may end anywhere.
        while let Some(close) = nest.open.pop() {
            self.raw(close);
        }
    }

    fn event(&mut self, event: &Event<'a>, nest: &mut Nest) {
        match event {
            Event::Open(element) => self.open(*element, nest),
            Event::Close(element) => self.close(*element, nest),
            Event::Text(text, _) if nest.picture && text.trim().is_empty() => {}
            Event::Text(text, _) => self.words(text),
            Event::Code(code) => words::code(code, &mut self.shapeless, &mut self.out),
            Event::Html(html) if html.contains('\n') => {
                words::listing(html, &mut self.shapeless, &mut self.out);
            }
            Event::Html(html) => words::code(html, &mut self.shapeless, &mut self.out),
            Event::Note(note, _) => self.note(*note),
            Event::NoNote(label) => self.words(&format!("[^{label}]")),
            Event::Break => self.raw("#linebreak();"),
            Event::Chart(figure) => picture::chart(self, *figure),
            Event::Picture {
                target,
                alternative,
                ..
            } => picture::absent(self, target, alternative),
            Event::Fence(fence) => self.fence(*fence),
            Event::Literal(code) => words::listing(code, &mut self.shapeless, &mut self.out),
            Event::Rule => self.raw("#rule()\n"),
        }
    }

    fn open(&mut self, element: Element<'a>, nest: &mut Nest) {
        if nest.open.len() >= DEEPEST && !matches!(element, Element::Row { .. } | Element::Cell(..))
        {
            self.deep(element, nest);
            return;
        }
        let close = match element {
            Element::Heading(level, _) => {
                self.open_heading(level.saturating_sub(1));
                "]\n\n"
            }
            Element::Paragraph(_) => "\n\n",
            Element::List(Some(first)) => {
                self.raw(&format!("#enum(start: {}, ", first.min(1_000_000_000)));
                ");\n"
            }
            Element::List(None) => {
                self.raw("#list(");
                ");\n"
            }
            Element::Item(ticked) => {
                self.raw("[");
                self.words(match ticked {
                    Some(true) => "☑ ",
                    Some(false) => "☐ ",
                    None => "",
                });
                "],"
            }
            Element::Quote => {
                self.raw("#quote(block: true)[");
                "]\n"
            }
            Element::Table(at) => {
                self.table(at);
                "));\n"
            }
            // The head is an array of cells, and the rows after it are another.
            Element::Row { head: true } => {
                self.raw("(");
                "), ("
            }
            Element::Row { head: false } => "",
            Element::Cell(..) => {
                self.raw("[");
                "],"
            }
            inline => self.open_inline(inline),
        };
        nest.open.push(close);
    }

    /// Opens what stands between words, and says what closes it.
    fn open_inline(&mut self, element: Element<'a>) -> &'static str {
        match element {
            Element::Emphasis => {
                self.raw("#emph[");
                "]"
            }
            Element::Strong => {
                self.raw("#strong[");
                "]"
            }
            Element::Strikethrough => {
                self.raw("#strike[");
                "]"
            }
            Element::Link { target, .. } if words::is_safe(target) => {
                self.raw(&format!("#link({})[", string(target)));
                "]"
            }
            _ => "",
        }
    }

    /// What lies too deep to nest: its words are set, items and headings as paragraphs.
    fn deep(&mut self, element: Element<'a>, nest: &mut Nest) {
        let close = match element {
            Element::Heading(..) | Element::Paragraph(_) => "\n\n",
            Element::Item(_) => {
                nest.path += 1;
                let label = format!("({}) ", nest.path);
                self.raw("\n\n");
                self.words(&label);
                ""
            }
            Element::Table(at) => {
                self.table(at);
                "));\n"
            }
            _ => "",
        };
        nest.open.push(close);
    }

    fn close(&mut self, element: Element<'a>, nest: &mut Nest) {
        if matches!(element, Element::Paragraph(_)) {
            if !nest.picture && !self.in_note {
                self.ended = Some(self.out.len());
            }
            nest.picture = false;
        }
        let close = nest.open.pop().unwrap_or("");
        self.raw(close);
    }

    fn table(&mut self, at: u32) {
        let columns = self.manuscript.columns.get(at as usize);
        let columns = columns.map_or(&[][..], Vec::as_slice);
        let aligned: String = columns
            .iter()
            .map(|column| match column {
                Align::Start => "start,",
                Align::Middle => "center,",
                Align::End => "end,",
            })
            .collect();
        self.raw(&format!("#ruled({}, ({aligned}), ", columns.len().max(1)));
    }

    /// A block of code stands in the appendix, where there is one.
    fn fence(&mut self, fence: u32) {
        let Some(fence) = self
            .manuscript
            .case
            .parse
            .document
            .fences
            .get(fence as usize)
        else {
            return;
        };
        if let ("experiment", Some(name)) = (fence.language.as_str(), &fence.name) {
            self.measured(name);
        }
        if self.options.form.has_appendix() && !self.in_note {
            let (what, name) = match (fence.language.as_str(), &fence.name) {
                ("sql", Some(name)) => ("The query ", name.as_str()),
                ("experiment", Some(name)) => ("The experiment ", name.as_str()),
                _ => ("The block of code that stands here", ""),
            };
            self.raw("#aside[");
            self.words(what);
            words::code(name, &mut self.shapeless, &mut self.out);
            self.words(" is in the appendix.");
            self.raw("]\n");
        } else {
            words::listing(&fence.code, &mut self.shapeless, &mut self.out);
        }
    }

    /// What an experiment came to, in a sentence for each treatment.
    pub(super) fn measured(&mut self, name: &str) {
        let case = self.manuscript.case;
        let Some(measured) = case.computed.measured.get(name) else {
            return;
        };
        for sentence in measured.sentences() {
            self.plain(&sentence);
        }
        if measured.effects.is_empty() {
            self.plain(&measured.sentence());
        } else {
            self.raw("#aside[");
            self.words(&measured.trust_line());
            self.raw("]\n\n");
        }
    }

    /// A reference to a note: where it is met first, the note itself.
    pub(super) fn note(&mut self, note: u32) {
        let Some(set) = self.noted.get(note as usize).copied() else {
            return;
        };
        if !self.footnotes {
        } else if self.in_note {
            let label = self.manuscript.notes[note as usize].label;
            self.raw(&format!("#also(<note-{note}>, "));
            self.block(label);
            self.raw(");");
        } else if set {
            self.raw(&format!("#footnote(<note-{note}>);"));
        } else {
            self.noted[note as usize] = true;
            self.raw(&format!("#footnote[#metadata(0)<entry-{note}>#h(.3em);"));
            self.note_words(note);
            self.raw(&format!("]<note-{note}>"));
        }
    }

    /// What a note says, and on whose word.
    pub(super) fn note_words(&mut self, note: u32) {
        let manuscript = self.manuscript;
        let said = &manuscript.notes[note as usize];
        let before = std::mem::replace(&mut self.in_note, true);
        let level = self.level;
        // Its kind begins it: a small letter is how the file writes it.
        if let [open @ Event::Open(_), Event::Text(words, _), rest @ ..] = &said.flow[..]
            && said.evidence.is_some()
        {
            let mut nest = Nest::default();
            self.event(open, &mut nest);
            self.words(&whyproof_case::capital(words));
            for event in rest {
                self.event(event, &mut nest);
            }
        } else {
            self.flow(&said.flow);
        }
        while self.out.ends_with('\n') {
            self.out.pop();
        }
        let evidence = said
            .evidence
            .map(|at| &manuscript.case.evidence[at as usize]);
        if let Some(evidence) = evidence.filter(|evidence| !evidence.counts()) {
            let word = match evidence.grounds {
                Grounds::NoSource => "On the author’s word.".to_owned(),
                _ => on_their_word(&evidence.grounds.sentence()),
            };
            let ended = evidence.text.trim_end().ends_with(['.', '!', '?', '…']);
            self.raw(if ended {
                "#\" \";#emph"
            } else {
                "#\". \";#emph"
            });
            self.block(&word);
        }
        self.level = level;
        self.in_note = before;
    }
}

/// The events of the paragraph that begins before `events`.
fn paragraph<'m, 'a>(events: &'m [Event<'a>]) -> &'m [Event<'a>] {
    let end = events
        .iter()
        .position(|event| matches!(event, Event::Close(Element::Paragraph(_))));
    &events[..end.unwrap_or(events.len())]
}

/// Grounds as a sentence for readers who are not the author.
pub(super) fn on_their_word(grounds: &str) -> String {
    let said = match grounds.strip_prefix("on your word") {
        Some(rest) => format!("On the author’s word{rest}"),
        None if ["doi:", "http"]
            .iter()
            .any(|address| grounds.starts_with(address)) =>
        {
            grounds.to_owned()
        }
        None => whyproof_case::capital(grounds),
    };
    format!("{said}.")
}

/// What is open.
#[derive(Default)]
struct Nest {
    open: Vec<&'static str>,
    /// Whether the paragraph is a picture and nothing else.
    picture: bool,
    /// Items that lie too deep, counted.
    path: u32,
}

/// The words of a block without their markup.
pub(super) fn plain(manuscript: &Manuscript<'_>, text: TextId) -> String {
    manuscript
        .case
        .parse
        .document
        .text(text)
        .words
        .text
        .trim()
        .to_owned()
}
