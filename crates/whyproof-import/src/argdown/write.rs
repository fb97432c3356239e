//! The graph as a case.

use std::collections::{BTreeSet, VecDeque};

use super::model::{Model, Node, Prose, Under};
use crate::draft::Note;
use crate::front;

/// Most bytes that are spent on indentation, and the deepest list: what nests deeper becomes a
/// claim of its own that is referred to.
const INDENT_BYTES: usize = 32 << 20;
const DEEPEST: usize = 1_000;

pub(super) fn write(model: &Model, notes: &mut Vec<Note>) -> String {
    let mut out = String::from("---\nkind: idea\n");
    if let Some(author) = &model.author {
        out += &format!("owner: {}\n", front::quoted(author));
    }
    out += "---\n";
    let (title, prose) = title(model);
    if let Some(title) = title {
        out += &format!("\n# {title}\n");
    }
    outline(model, prose, &mut out);
    let mut writer = Writer::new(model);
    writer.case(notes);
    if !writer.out.is_empty() {
        out += "\n## Case\n";
        out += &writer.out;
    }
    out
}

/// The title, and the prose after it: the front matter's, or the one heading of level 1 that begins the file.
fn title(model: &Model) -> (Option<String>, &[Prose]) {
    if let Some(title) = &model.title {
        return (Some(crate::escape::escape(title, false)), &model.prose);
    }
    let tops = model
        .prose
        .iter()
        .filter(|prose| matches!(prose, Prose::Heading(1, _)));
    match model.prose.split_first() {
        Some((Prose::Heading(1, title), rest)) if tops.count() == 1 => (Some(title.clone()), rest),
        _ => (None, &model.prose),
    }
}

/// Headings, and statements that argue nothing, in a section of their own: in *Case* they would be claims.
fn outline(model: &Model, prose: &[Prose], out: &mut String) {
    let text = |node: &usize| {
        model
            .nodes
            .get(*node)
            .map(|node| node.texts.join(" "))
            .unwrap_or_default()
    };
    let mut written = String::new();
    let mut in_list = false;
    for part in prose {
        match part {
            Prose::Paragraph(node) | Prose::Item(node) if model.argues(*node) => continue,
            Prose::Heading(level, words) => {
                written += &format!("\n{} {words}\n", "#".repeat((level + 2).min(6)));
            }
            Prose::Paragraph(node) => written += &format!("\n{}\n", text(node)),
            Prose::Item(node) => {
                let gap = if in_list { "" } else { "\n" };
                written += &format!("{gap}- {}\n", text(node));
            }
        }
        in_list = matches!(part, Prose::Item(_));
    }
    if !written.is_empty() {
        *out += "\n## Outline\n";
        *out += &written;
    }
}

/// A line still to write.
enum Line {
    /// A node under another, by this word.
    Node(&'static str, usize, usize),
    /// Another wording of a node.
    Wording(String, usize),
}

struct Writer<'m> {
    model: &'m Model,
    out: String,
    written: Vec<bool>,
    ids: Vec<Option<String>>,
    taken: BTreeSet<String>,
    claims: VecDeque<usize>,
    indent: usize,
    hoisted: usize,
}

impl<'m> Writer<'m> {
    fn new(model: &'m Model) -> Self {
        let count = model.nodes.len();
        let mut writer = Self {
            model,
            out: String::new(),
            written: vec![false; count],
            ids: vec![None; count],
            taken: BTreeSet::new(),
            claims: VecDeque::new(),
            indent: 0,
            hoisted: 0,
        };
        for (index, node) in model.nodes.iter().enumerate() {
            if node.title.is_some()
                || node.used > 1
                || (node.used > 0 && !node.under.is_empty() && node.numbered)
            {
                writer.id(index);
            }
        }
        let argues = (0..count).filter(|&node| model.argues(node));
        writer.claims = argues
            .filter(|&node| model.nodes.get(node).is_some_and(|node| node.used == 0))
            .collect();
        writer
    }

    fn case(&mut self, notes: &mut Vec<Note>) {
        while let Some(claim) = self.claims.pop_front() {
            self.claim(claim, notes);
        }
        // What is left leads only to itself.
        for node in 0..self.model.nodes.len() {
            if self.model.argues(node) {
                self.claim(node, notes);
            }
            while let Some(claim) = self.claims.pop_front() {
                self.claim(claim, notes);
            }
        }
        if self.hoisted > 0 {
            let text = format!(
                "{} statements nest too deep for a list; they stand as claims of their own and are referred to.",
                self.hoisted
            );
            notes.push(Note::new(None, text));
        }
    }

    fn claim(&mut self, index: usize, notes: &mut Vec<Note>) {
        let model = self.model;
        let Some(node) = model.nodes.get(index) else {
            return;
        };
        if self.written.get(index).copied().unwrap_or(true) {
            return;
        }
        let (words, rest) = self.words(index, node, notes);
        self.out += &format!("\n### {words}{}\n", self.attribute(index));
        let mut lines = Vec::new();
        self.below(index, node, rest, 0, &mut lines);
        if !lines.is_empty() {
            self.out.push('\n');
        }
        while let Some(line) = lines.pop() {
            self.line(line, &mut lines, notes);
        }
    }

    fn line(&mut self, line: Line, lines: &mut Vec<Line>, notes: &mut Vec<Note>) {
        let model = self.model;
        let (word, index, depth) = match line {
            Line::Wording(words, depth) => {
                self.indent(depth);
                self.out += &format!("- {words}\n");
                return;
            }
            Line::Node(word, index, depth) => (word, index, depth),
        };
        let Some(node) = model.nodes.get(index) else {
            return;
        };
        self.indent(depth);
        let written = self.written.get(index).copied().unwrap_or(true);
        let deep = !node.under.is_empty()
            && (depth >= DEEPEST || (depth > 8 && self.indent > INDENT_BYTES));
        if written || deep {
            if !written {
                self.hoisted += 1;
                self.claims.push_back(index);
            }
            let id = self.id(index);
            self.out += &format!("- {word} #{id}\n");
            return;
        }
        let (words, rest) = self.words(index, node, notes);
        let word = if first_word(&words) == Some(word) {
            String::new()
        } else {
            format!("{word} ")
        };
        self.out += &format!("- {word}{words}{}\n", self.attribute(index));
        self.below(index, node, rest, depth + 1, lines);
    }

    fn indent(&mut self, depth: usize) {
        self.indent += depth * 2;
        self.out.extend(std::iter::repeat_n("  ", depth));
    }

    /// A node's first wording, and its other ones; with an argument's title, or one that its id does not tell.
    fn words(&self, index: usize, node: &Node, notes: &mut Vec<Note>) -> (String, Vec<String>) {
        let title = node.title.as_deref().unwrap_or_default();
        let escaped = crate::escape::escape(title, false);
        let mut texts = node.texts.iter().cloned();
        let Some(text) = texts.next() else {
            notes.push(Note::new(
                Some(node.line),
                format!("“{title}” is named and never said; its title stands for its words."),
            ));
            return (escaped, Vec::new());
        };
        let id = self
            .ids
            .get(index)
            .and_then(Option::as_deref)
            .unwrap_or_default();
        let told = !node.argument
            && title.split(|c: char| !c.is_alphanumeric()).all(|word| {
                word.is_empty() || id.split('-').any(|part| part.eq_ignore_ascii_case(word))
            });
        let text = if told {
            text
        } else {
            format!("**{}:** {text}", escaped.trim_end_matches([':', ' ']))
        };
        let rest = texts.map(|text| match first_word(&text) {
            Some(_) => format!("In other words: {text}"),
            None => text,
        });
        (text, rest.collect())
    }

    /// Puts what stands under a node on the stack, last first.
    fn below(
        &mut self,
        index: usize,
        node: &Node,
        rest: Vec<String>,
        depth: usize,
        lines: &mut Vec<Line>,
    ) {
        if let Some(written) = self.written.get_mut(index) {
            *written = true;
        }
        for under in node.under.iter().rev() {
            match under {
                Under::Objection(from) => lines.push(Line::Node("but", *from, depth)),
                Under::Reason(premises) => {
                    for (at, &premise) in premises.iter().enumerate().rev() {
                        lines.push(Line::Node(
                            if at == 0 { "because" } else { "and" },
                            premise,
                            depth,
                        ));
                    }
                }
            }
        }
        lines.extend(
            rest.into_iter()
                .rev()
                .map(|words| Line::Wording(words, depth)),
        );
    }

    fn attribute(&self, index: usize) -> String {
        let id = self.ids.get(index).and_then(Option::as_deref);
        id.map_or_else(String::new, |id| format!(" {{#{id}}}"))
    }

    /// A node's id, made where it has none.
    fn id(&mut self, index: usize) -> String {
        if let Some(Some(id)) = self.ids.get(index) {
            return id.clone();
        }
        let title = self
            .model
            .nodes
            .get(index)
            .and_then(|node| node.title.as_deref());
        let slug = slug(title.unwrap_or_default());
        let id = if !slug.is_empty() && self.taken.insert(slug.clone()) {
            slug
        } else {
            let stem = if slug.is_empty() {
                "s".to_owned()
            } else {
                slug
            };
            let stem: String = stem.chars().take(54).collect();
            let mut number = index + 1;
            loop {
                let id = format!("{stem}-{number}");
                if self.taken.insert(id.clone()) {
                    break id;
                }
                number += 1;
            }
        };
        if let Some(slot) = self.ids.get_mut(index) {
            *slot = Some(id.clone());
        }
        id
    }
}

/// The word that would make a statement of a line.
fn first_word(text: &str) -> Option<&'static str> {
    let word: String = text
        .chars()
        .skip_while(|&c| matches!(c, '*' | '_' | ' '))
        .take_while(|c| c.is_alphabetic())
        .collect();
    ["because", "but", "and"]
        .into_iter()
        .find(|known| word.eq_ignore_ascii_case(known))
}

/// A title as an id: small letters, digits and hyphens, beginning with a letter, at most 60 long.
fn slug(title: &str) -> String {
    let mut slug = String::new();
    for c in title.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() >= 60 {
            break;
        }
    }
    let slug = slug.trim_matches('-');
    match slug.as_bytes().first() {
        Some(first) if first.is_ascii_digit() || slug.starts_with("w-") => format!("s-{slug}"),
        _ => slug.to_owned(),
    }
}
