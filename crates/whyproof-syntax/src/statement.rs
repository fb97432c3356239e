//! The argument language: what in *Case* is a claim, a reason, an objection, and what they stand under.

use crate::Span;
use crate::document::{Document, Place, TextId};
use crate::role::Role;
use crate::tree::{NodeId, NodeKind, Tree};

/// What a statement is to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// A top-level claim of the case.
    Claim,
    /// An objection to the whole case.
    CaseObjection,
    /// Supports statement `of`; reasons of the same `group` are joined by *and*.
    Reason {
        /// Index of the statement supported.
        of: u32,
        /// Which of its independent reasons, from 0.
        group: u32,
    },
    /// Attacks statement `to`.
    Objection {
        /// Index of the statement attacked.
        to: u32,
    },
}

/// `because #id`: a statement that stands elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The id, without `#`.
    pub id: String,
    /// Where the reference stands.
    pub span: Span,
}

/// One statement of the argument.
#[derive(Debug, Clone)]
pub struct Statement {
    /// What it is, and to what.
    pub relation: Relation,
    /// The block that states it.
    pub head: TextId,
    /// First byte of its words in the head's words, after because, but or and.
    pub words_from: u32,
    /// Blocks whose evidence and figures are its own: the head first, then what elaborates it.
    pub own: Vec<TextId>,
    /// Where it is no statement of its own but a reference to another.
    pub reference: Option<Reference>,
}

/// What a why is put to by where it stands; attribute `on` may say otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyTarget {
    /// The whole case.
    Case,
    /// The statement of this index.
    Statement(u32),
    /// The answer of the why of this index.
    Answer(u32),
}

/// One why.
#[derive(Debug, Clone)]
pub struct Why {
    /// The block that asks it.
    pub head: TextId,
    /// What it is put to by its place.
    pub target: WhyTarget,
    /// The blocks that answer it.
    pub answer: Vec<TextId>,
    /// Whether it stands in *Case*; else in *Questions*.
    pub in_case: bool,
}

/// The first word of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    None,
    Because,
    But,
    And,
}

/// The first word, and where the words after it begin.
fn first_word(text: &str) -> (Word, usize) {
    for (name, word) in [
        ("because", Word::Because),
        ("but", Word::But),
        ("and", Word::And),
    ] {
        let Some(head) = text.get(..name.len()) else {
            continue;
        };
        if !head.eq_ignore_ascii_case(name) {
            continue;
        }
        let rest = &text[name.len()..];
        if rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '_'))
        {
            continue;
        }
        let skipped = rest.len()
            - rest
                .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':'))
                .len();
        return (word, name.len() + skipped);
    }
    (Word::None, 0)
}

/// Whether words ask: they end in a question mark, quotes and brackets after it apart.
pub(crate) fn asks(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '\'', '’', ')', ']', ' ', '*', '_'])
        .ends_with('?')
}

/// What a block belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Owner {
    Case,
    Statement(u32),
    /// All of it answers a why.
    Answer(u32),
}

/// The sibling just before, under one owner.
#[derive(Debug, Clone, Copy)]
enum Last {
    Other,
    Reason(u32),
}

struct Frame {
    /// Node after the last of this frame.
    end: u32,
    /// What a block here belongs to.
    owner: Owner,
    /// What the last block here is or elaborates: a list after it belongs to that.
    current: Owner,
    /// A paragraph that asked, and is not answered yet.
    asked: Option<u32>,
    /// Whether an item's first block is still to come, and where its list belongs.
    item: Option<Owner>,
}

struct Reader<'d> {
    document: &'d mut Document,
    tree: &'d Tree,
    last: Vec<Last>,
    groups: Vec<u32>,
    frames: Vec<Frame>,
}

pub(crate) fn read(tree: &Tree, document: &mut Document) {
    let sections: Vec<Vec<NodeId>> = document
        .sections_of(Role::Case)
        .map(|section| section.blocks.clone())
        .collect();
    let mut reader = Reader {
        document,
        tree,
        last: Vec::new(),
        groups: Vec::new(),
        frames: Vec::new(),
    };
    for blocks in sections {
        reader.section(&blocks);
    }
}

impl Reader<'_> {
    fn section(&mut self, blocks: &[NodeId]) {
        let frame = |owner| Frame {
            end: u32::MAX,
            owner,
            current: owner,
            asked: None,
            item: None,
        };
        self.frames = vec![frame(Owner::Case)];
        for &block in blocks {
            if self.tree.kind(block) == NodeKind::Heading(3) {
                let owner = self.heading_claim(block);
                self.frames = vec![frame(owner)];
                continue;
            }
            let mut node = block;
            let after = self.tree.after(block);
            while node < after {
                while self.frames.len() > 1 && self.frames.last().is_some_and(|f| f.end <= node.0) {
                    self.frames.pop();
                }
                node = self.block(node);
            }
        }
    }

    /// A level-3 heading: a claim, or with *but* an objection to the whole case.
    fn heading_claim(&mut self, node: NodeId) -> Owner {
        let Some(head) = self.document.text_of(node) else {
            return Owner::Case;
        };
        let words = &self.document.text(head).words.text;
        let (word, from) = first_word(words);
        if words.is_empty() || (word == Word::But && from == words.len()) {
            return Owner::Case;
        }
        let (relation, from) = if word == Word::But {
            (Relation::CaseObjection, from)
        } else {
            (Relation::Claim, 0)
        };
        Owner::Statement(self.push(relation, head, from))
    }

    /// Reads the block at `node`; gives the node to go on with.
    fn block(&mut self, node: NodeId) -> NodeId {
        let after = self.tree.after(node);
        match self.tree.kind(node) {
            NodeKind::List => {
                self.list();
                NodeId(node.0 + 1)
            }
            NodeKind::Item => {
                let list = self.list_owner();
                self.frames.push(Frame {
                    end: after.0,
                    owner: list,
                    current: list,
                    asked: None,
                    item: Some(list),
                });
                NodeId(node.0 + 1)
            }
            NodeKind::Paragraph => {
                if let Some(text) = self.document.text_of(node) {
                    self.paragraph(text);
                }
                after
            }
            // A comment or other HTML says nothing and parts nothing: formatters move it to lines of its own.
            NodeKind::FootnoteDefinition | NodeKind::HtmlBlock | NodeKind::Markup => after,
            _ => {
                self.elaborate(node);
                after
            }
        }
    }

    /// A list after a paragraph that asks answers it, all of it.
    fn list(&mut self) {
        if let Some(frame) = self.frames.last_mut()
            && let Some(why) = frame.asked.take()
        {
            frame.current = Owner::Answer(why);
        }
    }

    /// What the items of a list in the current frame stand under.
    fn list_owner(&self) -> Owner {
        self.frames
            .last()
            .map_or(Owner::Case, |frame| frame.current)
    }

    /// A block that is no paragraph: a quotation, a table, a heading below level 3.
    fn elaborate(&mut self, node: NodeId) {
        let (from, to) = self.document.texts_under(self.tree, node);
        let Some(frame) = self.frames.last_mut() else {
            return;
        };
        frame.item = None;
        let owner = match frame.asked.take() {
            Some(why) => Owner::Answer(why),
            None => frame.owner,
        };
        frame.current = owner;
        for id in from.0..to.0 {
            if !matches!(self.document.text(TextId(id)).place, Place::Footnote(_)) {
                self.own(owner, TextId(id));
            }
        }
        self.set_last(owner, Last::Other);
    }

    fn own(&mut self, owner: Owner, text: TextId) {
        match owner {
            Owner::Case => {}
            Owner::Statement(statement) => {
                self.document.statements[statement as usize].own.push(text)
            }
            Owner::Answer(why) => self.document.whys[why as usize].answer.push(text),
        }
    }

    fn set_last(&mut self, owner: Owner, last: Last) {
        if let Owner::Statement(statement) = owner {
            self.last[statement as usize] = last;
        }
    }

    fn paragraph(&mut self, text: TextId) {
        let Some(frame) = self.frames.last_mut() else {
            return;
        };
        let first_of_item = frame.item.take();
        let asked = frame.asked.take();
        let under = first_of_item.unwrap_or(frame.owner);
        let words = &self.document.text(text).words.text;
        let (word, from) = first_word(words);
        let asks = asks(words) && word == Word::None;
        let owner = if let Owner::Answer(why) = under {
            self.own(under, text);
            Owner::Answer(why)
        } else if asks {
            self.why(under, text, first_of_item.is_some())
        } else if let (Some(why), Word::None) = (asked, word) {
            self.own(Owner::Answer(why), text);
            Owner::Answer(why)
        } else {
            self.statement(under, text, word, from, first_of_item.is_some())
        };
        if let Some(frame) = self.frames.last_mut() {
            frame.current = owner;
            if first_of_item.is_some() {
                frame.owner = owner;
            }
        }
    }

    /// A block that asks. In an item, all that is nested answers it; a paragraph is answered by the next.
    fn why(&mut self, under: Owner, text: TextId, item: bool) -> Owner {
        let target = match under {
            Owner::Statement(statement) => WhyTarget::Statement(statement),
            _ => WhyTarget::Case,
        };
        let index = self.document.whys.len() as u32;
        self.document.whys.push(Why {
            head: text,
            target,
            answer: Vec::new(),
            in_case: true,
        });
        self.set_last(under, Last::Other);
        if item {
            return Owner::Answer(index);
        }
        if let Some(frame) = self.frames.last_mut() {
            frame.asked = Some(index);
        }
        under
    }

    /// A block read by its first word; gives what it is or elaborates.
    fn statement(
        &mut self,
        under: Owner,
        text: TextId,
        word: Word,
        from: usize,
        item: bool,
    ) -> Owner {
        // A word with nothing after it is a slot to fill in, not a statement.
        if from == self.document.text(text).words.text.len() {
            self.own(under, text);
            self.set_last(under, Last::Other);
            return under;
        }
        let Owner::Statement(of) = under else {
            return match word {
                Word::But => Owner::Statement(self.push(Relation::CaseObjection, text, from)),
                _ if item => Owner::Statement(self.push(Relation::Claim, text, 0)),
                _ => Owner::Case,
            };
        };
        match (word, self.last[of as usize]) {
            (Word::Because, _) => {
                let group = self.groups[of as usize];
                self.groups[of as usize] += 1;
                self.last[of as usize] = Last::Reason(group);
                Owner::Statement(self.push(Relation::Reason { of, group }, text, from))
            }
            (Word::And, Last::Reason(group)) => {
                Owner::Statement(self.push(Relation::Reason { of, group }, text, from))
            }
            (Word::But, _) => {
                self.last[of as usize] = Last::Other;
                Owner::Statement(self.push(Relation::Objection { to: of }, text, from))
            }
            _ => {
                self.last[of as usize] = Last::Other;
                self.own(under, text);
                under
            }
        }
    }

    fn push(&mut self, relation: Relation, head: TextId, from: usize) -> u32 {
        let index = self.document.statements.len() as u32;
        let text = self.document.text(head);
        let rest = text.words.text[from..].trim_end_matches('.');
        let reference = rest
            .strip_prefix('#')
            .filter(|id| from > 0 && crate::is_id(id))
            .map(|id| Reference {
                id: id.to_owned(),
                span: text.words.source(from, from + rest.len()),
            });
        let own = vec![head];
        self.document.statements.push(Statement {
            relation,
            head,
            words_from: from as u32,
            own,
            reference,
        });
        self.last.push(Last::Other);
        self.groups.push(0);
        index
    }
}
