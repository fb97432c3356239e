//! Elements to the graph.

use rustc_hash::{FxHashMap, FxHashSet};

use super::inline::{self, Name};
use super::model::{Model, Node, Prose, Under};
use super::scan::{Element, Kind, Scan, Sign};
use crate::draft::Note;

/// A relation, or a whole reason with its premises.
enum Link {
    Support { from: usize, to: usize },
    Attack { from: usize, to: usize },
    Inference { premises: Vec<usize>, to: usize },
}

/// An argument's numbered statements, as far as they are read.
#[derive(Default)]
struct Steps {
    argument: Option<usize>,
    premises: Vec<usize>,
    /// Whether an inference stands before the next one.
    inferred: bool,
    /// The last inference's place among the links.
    last: Option<usize>,
}

#[derive(Default)]
struct Builder {
    model: Model,
    statements: FxHashMap<String, usize>,
    arguments: FxHashMap<String, usize>,
    links: Vec<Link>,
    /// An argument whose conclusion stands for it in its relations to others.
    concluded: FxHashMap<usize, usize>,
    steps: Option<Steps>,
    /// The argument that numbered statements below would reconstruct.
    before: Option<usize>,
    /// Indentation and node of what the next relation may stand under.
    stack: Vec<(usize, usize)>,
}

pub(super) fn build(scan: Scan, notes: &mut Vec<Note>) -> Model {
    let mut builder = Builder::default();
    builder.model.title = scan.title;
    builder.model.author = scan.author;
    for element in &scan.elements {
        builder.element(element, notes);
    }
    builder.finish_steps(notes);
    builder.link();
    builder.model
}

impl Builder {
    fn element(&mut self, element: &Element, notes: &mut Vec<Note>) {
        match element.kind {
            Kind::Numbered => self.numbered(element, notes),
            Kind::Inference => self.inference(element, notes),
            Kind::Related(sign) => self.related(sign, element, notes),
            Kind::Heading(level) => {
                self.finish_steps(notes);
                (self.before, self.stack) = (None, Vec::new());
                let (words, data) = inline::data(&element.source);
                note_data(data, element.line, notes);
                self.model
                    .prose
                    .push(Prose::Heading(level, inline::markdown(words)));
            }
            Kind::Top | Kind::Item => {
                self.finish_steps(notes);
                self.stack.clear();
                self.before = None;
                let Some((node, argument)) = self.node(element, notes) else {
                    return;
                };
                self.stack.push((element.indent, node));
                self.before = argument.then_some(node);
                let item = element.kind == Kind::Item;
                self.model.prose.push(if item {
                    Prose::Item(node)
                } else {
                    Prose::Paragraph(node)
                });
            }
        }
    }

    /// The node that an element names or says, and whether it is an argument.
    fn node(&mut self, element: &Element, notes: &mut Vec<Note>) -> Option<(usize, bool)> {
        let (name, words) = inline::name(&element.source);
        let (mut words, data) = inline::data(words);
        note_data(data, element.line, notes);
        if name.is_some()
            && !words.is_empty()
            && words.split_whitespace().all(|word| word.starts_with('#'))
        {
            notes.push(Note::new(
                Some(element.line),
                format!("The tags {words} have no place in a case."),
            ));
            words = "";
        }
        let argument = matches!(name, Some(Name::Argument(_)));
        let text = inline::markdown(words);
        let (index, title) = match name {
            None if text.is_empty() => return None,
            None => (None, None),
            Some(Name::Statement(title)) => (self.statements.get(&title).copied(), Some(title)),
            Some(Name::Argument(title)) => (self.arguments.get(&title).copied(), Some(title)),
        };
        let index = index.unwrap_or_else(|| {
            let index = self.model.nodes.len();
            if let Some(title) = &title {
                let names = if argument {
                    &mut self.arguments
                } else {
                    &mut self.statements
                };
                names.insert(title.clone(), index);
            }
            self.model.nodes.push(Node {
                title,
                argument,
                line: element.line,
                ..Node::default()
            });
            index
        });
        if let Some(node) = self.model.nodes.get_mut(index) {
            if !text.is_empty() && !node.texts.contains(&text) {
                node.texts.push(text);
            }
            node.numbered |= element.kind == Kind::Numbered;
        }
        Some((index, argument))
    }

    fn numbered(&mut self, element: &Element, notes: &mut Vec<Note>) {
        let restarts = element.after_empty
            && self
                .steps
                .as_ref()
                .is_some_and(|steps| steps.last.is_some() && !steps.inferred);
        if restarts {
            self.finish_steps(notes);
        }
        let Some((node, _)) = self.node(element, notes) else {
            return;
        };
        self.stack = vec![(element.indent, node)];
        let before = self.before.take();
        let steps = self.steps.get_or_insert_with(|| Steps {
            argument: before,
            ..Steps::default()
        });
        if steps.inferred {
            let premises = std::mem::replace(&mut steps.premises, vec![node]);
            steps.inferred = false;
            steps.last = Some(self.links.len());
            self.links.push(Link::Inference { premises, to: node });
        } else {
            steps.premises.push(node);
        }
    }

    fn inference(&mut self, element: &Element, notes: &mut Vec<Note>) {
        let Some(steps) = self
            .steps
            .as_mut()
            .filter(|steps| !steps.premises.is_empty())
        else {
            notes.push(Note::new(
                Some(element.line),
                "An inference has no numbered premise before it and was left out.",
            ));
            return;
        };
        steps.inferred = true;
        // What undercuts the inference is said of the argument, or else of its last premise.
        let target = steps.argument.or(steps.premises.last().copied());
        self.stack = target.map(|node| (0, node)).into_iter().collect();
    }

    fn finish_steps(&mut self, notes: &mut Vec<Note>) {
        let Some(steps) = self.steps.take() else {
            return;
        };
        if steps.inferred || steps.last.is_none() {
            let line = steps
                .premises
                .last()
                .and_then(|&node| self.model.nodes.get(node));
            notes.push(Note::new(
                line.map(|node| node.line),
                "Numbered statements lead to no conclusion; each stands as a claim.",
            ));
        }
        let last = steps.last.and_then(|at| self.links.get_mut(at));
        if let (Some(argument), Some(Link::Inference { premises, to })) = (steps.argument, last) {
            premises.insert(0, argument);
            self.concluded.insert(argument, *to);
        }
    }

    fn related(&mut self, sign: Sign, element: &Element, notes: &mut Vec<Note>) {
        while self
            .stack
            .last()
            .is_some_and(|&(indent, _)| indent >= element.indent)
            && self.stack.len() > 1
        {
            self.stack.pop();
        }
        let under = self.stack.last().copied();
        let Some((node, _)) = self.node(element, notes) else {
            return;
        };
        self.stack.push((element.indent, node));
        let Some((_, above)) = under else {
            notes.push(Note::new(
                Some(element.line),
                "A relation has nothing above it to stand under; it was read as a statement.",
            ));
            self.model.prose.push(Prose::Paragraph(node));
            return;
        };
        note_mapping(sign, element.line, notes);
        self.relate(sign, node, above);
    }

    /// Links a node to the one it stands under.
    fn relate(&mut self, sign: Sign, node: usize, above: usize) {
        match sign {
            Sign::Support => self.links.push(Link::Support {
                from: node,
                to: above,
            }),
            Sign::Supported => self.links.push(Link::Support {
                from: above,
                to: node,
            }),
            Sign::Attack | Sign::Undercut => self.links.push(Link::Attack {
                from: node,
                to: above,
            }),
            Sign::Attacked | Sign::Undercutted => self.links.push(Link::Attack {
                from: above,
                to: node,
            }),
            Sign::Contradiction => {
                self.links.push(Link::Attack {
                    from: node,
                    to: above,
                });
                self.links.push(Link::Attack {
                    from: above,
                    to: node,
                });
            }
        }
    }

    /// Writes the links into the nodes, each relation once.
    fn link(&mut self) {
        let mut seen = FxHashSet::default();
        for link in std::mem::take(&mut self.links) {
            match link {
                Link::Support { from, to } => {
                    let from = self.concluded.get(&from).copied().unwrap_or(from);
                    if from != to && seen.insert((from, to, true)) {
                        self.put(to, Under::Reason(vec![from]));
                    }
                }
                Link::Attack { from, to } => {
                    let from = self.concluded.get(&from).copied().unwrap_or(from);
                    if seen.insert((from, to, false)) {
                        self.put(to, Under::Objection(from));
                    }
                }
                Link::Inference { premises, to } => self.put(to, Under::Reason(premises)),
            }
        }
    }

    fn put(&mut self, to: usize, under: Under) {
        let from: &[usize] = match &under {
            Under::Reason(premises) => premises,
            Under::Objection(node) => std::slice::from_ref(node),
        };
        for &node in from {
            if let Some(node) = self.model.nodes.get_mut(node) {
                node.used += 1;
            }
        }
        if let Some(node) = self.model.nodes.get_mut(to) {
            node.under.push(under);
        }
    }
}

fn note_mapping(sign: Sign, line: usize, notes: &mut Vec<Note>) {
    let mapped = match sign {
        Sign::Undercut | Sign::Undercutted => {
            "an undercut stands as an objection to the argument itself"
        }
        Sign::Contradiction => "a contradiction stands as two objections, one each way",
        _ => return,
    };
    notes.push(Note::new(Some(line), format!("In a case, {mapped}.")));
}

fn note_data(data: Option<&str>, line: usize, notes: &mut Vec<Note>) {
    if let Some(data) = data {
        let data = data.split_whitespace().collect::<Vec<_>>().join(" ");
        notes.push(Note::new(
            Some(line),
            format!("The data {data} have no place in a case."),
        ));
    }
}
