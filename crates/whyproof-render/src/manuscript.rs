//! A manuscript: a case as whoever sets it on a page wants it, its Markdown as events, its notes numbered, its whys
//! and statements where their words are. Pages, papers, packets and Word files are all made from it.

mod argued;
mod event;
mod notes;
mod walk;

use whyproof_case::{Case, StatementId, Target};
use whyproof_syntax::{NodeId, NodeKind, Role, TextId};

#[cfg(feature = "pdf")]
pub(crate) use argued::is_picture;
pub use argued::{Argued, Sentence};
pub use event::{Align, Element, Event};
pub use notes::Note;

/// A section of a manuscript.
#[derive(Debug, Clone)]
pub struct Part<'a> {
    /// Its place among the document's sections.
    pub section: u32,
    /// The block of its heading.
    pub heading: TextId,
    /// The heading's words, with their emphasis and notes.
    pub title: Vec<Event<'a>>,
    /// The heading's plain words.
    pub name: &'a str,
    /// What its heading makes of it.
    pub role: Option<Role>,
    /// What stands in it.
    pub flow: Vec<Event<'a>>,
}

/// What is known of a block of text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Block {
    /// The statement whose words it states.
    pub states: Option<StatementId>,
    /// The statement that it belongs to: states, or elaborates.
    pub belongs: Option<StatementId>,
    /// The why that it asks, by index.
    pub asks: Option<u32>,
    /// The why that it answers, by index.
    pub answers: Option<u32>,
    /// The whys put to what it states, or to words in it, by index, in file order.
    pub asked: Vec<u32>,
}

/// A case as its pages and papers show it.
#[derive(Debug, Clone)]
pub struct Manuscript<'a> {
    /// The case.
    pub case: &'a Case,
    /// The title's words; empty where the case has none.
    pub title: Vec<Event<'a>>,
    /// What stands before the first section.
    pub lead: Vec<Event<'a>>,
    /// The sections, in file order.
    pub parts: Vec<Part<'a>>,
    /// Footnotes, in the order of their first reference; then those that nothing refers to.
    pub notes: Vec<Note<'a>>,
    /// How the columns of the tables are set, a table each.
    pub columns: Vec<Vec<Align>>,
    /// What the ids of its elements begin with: where several manuscripts stand on one page, each has its own.
    pub ids: String,
    blocks: Vec<Block>,
}

impl<'a> Manuscript<'a> {
    /// Reads a case.
    pub fn new(case: &'a Case) -> Manuscript<'a> {
        let document = &case.parse.document;
        let blocks = blocks(case);
        let mut walk = walk::Walk::new(case);
        let title = document
            .title
            .map_or_else(Vec::new, |title| walk.inside(document.text(title).node));
        let kept = kept(case);
        let heading = |section: usize| {
            let section = document.sections.get(section)?;
            Some(document.text(section.heading).node)
        };
        // A second title ends a section of the document; its words still follow those of the section before.
        let between = |from: Option<NodeId>, to: Option<NodeId>| {
            let start = from.map_or(0, |from| kept.partition_point(|&node| node <= from));
            let end = to.map_or(kept.len(), |to| kept.partition_point(|&node| node < to));
            &kept[start..end]
        };
        let lead = walk.blocks(between(None, heading(0)));
        let sections = document.sections.iter().enumerate();
        let parts = sections
            .map(|(index, section)| Part {
                section: index as u32,
                heading: section.heading,
                title: walk.inside(document.text(section.heading).node),
                name: &section.title,
                role: section.role,
                flow: walk.blocks(between(heading(index), heading(index + 1))),
            })
            .collect();
        let (notes, columns) = walk.finish();
        Manuscript {
            case,
            title,
            lead,
            parts,
            notes,
            columns,
            ids: String::new(),
            blocks,
        }
    }

    /// What is known of a block of text.
    pub fn block(&self, text: TextId) -> &Block {
        static NONE: Block = Block {
            states: None,
            belongs: None,
            asks: None,
            answers: None,
            asked: Vec::new(),
        };
        self.blocks.get(text.0 as usize).unwrap_or(&NONE)
    }

    /// The id of a figure's element.
    pub(crate) fn figure_id(&self, at: u32) -> String {
        format!("{}f-{}", self.ids, at + 1)
    }

    /// The whys put to the whole case, or to what is not there, by index, in file order.
    pub fn whys_of_the_whole(&self) -> impl Iterator<Item = u32> + '_ {
        let whys = self.case.whys.iter().enumerate();
        whys.filter(|(_, why)| matches!(why.target, Target::Case | Target::Dangling(_)))
            .map(|(index, _)| index as u32)
    }

    /// The first part with this role.
    pub fn part(&self, role: Role) -> Option<&Part<'a>> {
        self.parts.iter().find(|part| part.role == Some(role))
    }
}

/// The blocks at the top of the text, in order, without front matter, footnotes and the title.
fn kept(case: &Case) -> Vec<NodeId> {
    let document = &case.parse.document;
    let tree = &case.parse.tree;
    let title = document.title.map(|title| document.text(title).node);
    let is_kept = |&node: &NodeId| {
        !matches!(
            tree.kind(node),
            NodeKind::FrontMatter | NodeKind::FootnoteDefinition | NodeKind::Markup
        ) && title != Some(node)
    };
    tree.children(tree.root()).filter(is_kept).collect()
}

/// What is known of every block of text.
fn blocks(case: &Case) -> Vec<Block> {
    let document = &case.parse.document;
    let mut blocks = vec![Block::default(); document.texts.len()];
    for (id, statement) in case.statements() {
        for own in &statement.own {
            blocks[own.0 as usize].belongs.get_or_insert(id);
        }
        blocks[statement.head.0 as usize].states.get_or_insert(id);
    }
    for (index, why) in case.whys.iter().enumerate() {
        blocks[why.head.0 as usize].asks.get_or_insert(index as u32);
        for answer in &why.answer_blocks {
            blocks[answer.0 as usize]
                .answers
                .get_or_insert(index as u32);
        }
        let asked = match &why.target {
            Target::Statement(id) => Some(case.statement(*id).head),
            Target::Answer(of) => case
                .whys
                .get(*of as usize)
                .and_then(|of| of.answer_blocks.last().copied()),
            Target::Passage(span) => {
                let at = document
                    .texts
                    .partition_point(|text| text.span.end <= span.start);
                (at < document.texts.len()).then_some(TextId(at as u32))
            }
            Target::Case | Target::Dangling(_) => None,
        };
        if let Some(asked) = asked {
            blocks[asked.0 as usize].asked.push(index as u32);
        }
    }
    blocks
}

#[cfg(test)]
mod tests;
