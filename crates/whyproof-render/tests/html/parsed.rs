//! A page as a browser reads it: its elements, what they say, and what the parser finds wrong.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeSet;

use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, ExpandedName, QualName, parse_document};

/// The elements of a page, those of charts among them.
const ELEMENTS: &[&str] = &[
    "a",
    "article",
    "b",
    "bdi",
    "blockquote",
    "body",
    "br",
    "code",
    "dd",
    "desc",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "i",
    "li",
    "main",
    "mark",
    "meta",
    "nav",
    "ol",
    "p",
    "path",
    "pre",
    "q",
    "rect",
    "circle",
    "g",
    "line",
    "s",
    "section",
    "span",
    "strong",
    "style",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "text",
    "th",
    "thead",
    "title",
    "tr",
    "tspan",
    "ul",
];

/// The attributes of its elements, those of charts apart.
const ATTRIBUTES: &[&str] = &[
    "aria-hidden",
    "aria-label",
    "aria-labelledby",
    "charset",
    "class",
    "colspan",
    "content",
    "data-block",
    "data-of",
    "dir",
    "href",
    "http-equiv",
    "id",
    "lang",
    "name",
    "rel",
    "role",
    "scope",
    "start",
    "tabindex",
    "title",
];

/// A page, read.
#[derive(Debug, Default)]
pub(crate) struct Parsed {
    /// Each element's name and attributes.
    pub(crate) elements: Vec<(QualName, Vec<(String, String)>)>,
    /// All words.
    pub(crate) text: String,
    /// What is wrong with it.
    pub(crate) errors: Vec<String>,
}

impl Parsed {
    /// The values of an attribute.
    pub(crate) fn values<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'s str> {
        let attributes = self.elements.iter().flat_map(|(_, attributes)| attributes);
        attributes
            .filter(move |(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// How many elements have this name.
    pub(crate) fn count(&self, name: &str) -> usize {
        let names = self.elements.iter();
        names.filter(|(known, _)| &*known.local == name).count()
    }
}

/// Reads a page.
pub(crate) fn read(html: &str) -> Parsed {
    let sink = parse_document(Sink::default(), Default::default()).one(html);
    sink.parsed.into_inner()
}

/// What a page of any case must be: valid, of allowed elements only, leading nowhere that runs.
pub(crate) fn check(html: &str) -> Parsed {
    let parsed = read(html);
    assert_eq!(parsed.errors, Vec::<String>::new(), "{html}");
    for (name, attributes) in &parsed.elements {
        let local = &*name.local;
        assert!(ELEMENTS.contains(&local), "<{local}> in {html}");
        let in_svg = &*name.ns != "http://www.w3.org/1999/xhtml";
        for (attribute, value) in attributes {
            if in_svg {
                assert!(
                    !attribute.starts_with("on") && attribute != "href",
                    "{html}"
                );
            } else {
                let known = ATTRIBUTES.contains(&attribute.as_str());
                assert!(known, "{attribute}={value:?} of <{local}> in {html}");
            }
        }
    }
    let mut ids = BTreeSet::new();
    for id in parsed.values("id") {
        assert!(ids.insert(id), "the id {id} twice in {html}");
        assert!(!id.contains(char::is_whitespace), "{id:?}");
    }
    for target in parsed.values("href") {
        let inside = target.strip_prefix('#');
        match inside {
            Some(id) => assert!(ids.contains(id), "{target} leads nowhere in {html}"),
            None => assert!(leads_well(target), "{target:?}"),
        }
    }
    for letter in html.chars() {
        let turns = matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        assert!(
            !turns && (!letter.is_control() || "\n\t".contains(letter)),
            "{letter:?}"
        );
    }
    parsed
}

fn leads_well(target: &str) -> bool {
    let lower = target.to_ascii_lowercase();
    let starts = ["https://", "http://", "mailto:", "./", "../"];
    starts.iter().any(|start| lower.starts_with(start)) && !target.contains(char::is_whitespace)
}

#[derive(Debug, Default)]
struct Sink {
    parsed: RefCell<Parsed>,
    /// The names of elements and of what is none, by handle.
    names: RefCell<Vec<&'static QualName>>,
}

impl Sink {
    fn handle(&self, name: QualName) -> usize {
        let mut names = self.names.borrow_mut();
        // The parser asks for names by reference, for as long as it lives.
        names.push(Box::leak(Box::new(name)));
        names.len()
    }

    fn say(&self, node: NodeOrText<usize>) {
        if let NodeOrText::AppendText(words) = node {
            self.parsed.borrow_mut().text.push_str(&words);
        }
    }
}

impl TreeSink for Sink {
    type Handle = usize;
    type Output = Self;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Self {
        self
    }

    fn get_document(&self) -> usize {
        0
    }

    fn get_template_contents(&self, target: &usize) -> usize {
        *target
    }

    fn same_node(&self, x: &usize, y: &usize) -> bool {
        x == y
    }

    fn elem_name(&self, target: &usize) -> ExpandedName<'_> {
        self.names.borrow()[*target - 1].expanded()
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> usize {
        let attributes = attributes
            .iter()
            .map(|a| (a.name.local.to_string(), a.value.to_string()));
        let element = (name.clone(), attributes.collect());
        self.parsed.borrow_mut().elements.push(element);
        self.handle(name)
    }

    fn create_comment(&self, text: StrTendril) -> usize {
        let error = format!("a comment: {text}");
        self.parsed.borrow_mut().errors.push(error);
        self.handle(QualName::new(None, "".into(), "".into()))
    }

    fn create_pi(&self, target: StrTendril, _: StrTendril) -> usize {
        let error = format!("an instruction: {target}");
        self.parsed.borrow_mut().errors.push(error);
        self.handle(QualName::new(None, "".into(), "".into()))
    }

    fn parse_error(&self, message: Cow<'static, str>) {
        self.parsed.borrow_mut().errors.push(message.into_owned());
    }

    fn append(&self, _: &usize, child: NodeOrText<usize>) {
        self.say(child);
    }

    fn append_before_sibling(&self, _: &usize, node: NodeOrText<usize>) {
        self.say(node);
    }

    fn append_based_on_parent_node(&self, _: &usize, _: &usize, node: NodeOrText<usize>) {
        self.parsed
            .borrow_mut()
            .errors
            .push("it was moved".to_owned());
        self.say(node);
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}
    fn set_quirks_mode(&self, mode: QuirksMode) {
        assert_eq!(mode, QuirksMode::NoQuirks);
    }
    fn add_attrs_if_missing(&self, _: &usize, _: Vec<Attribute>) {
        let error = "attributes of a second root".to_owned();
        self.parsed.borrow_mut().errors.push(error);
    }
    fn remove_from_parent(&self, _: &usize) {}
    fn reparent_children(&self, _: &usize, _: &usize) {}
    fn mark_script_already_started(&self, _: &usize) {}
}
