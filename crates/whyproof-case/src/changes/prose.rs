//! All other words, by their section: how many blocks changed.

use std::collections::BTreeMap;

use whyproof_syntax::{NodeId, NodeKind, Place, Span, TextId};

use super::{ChangeKind, Changed, said};
use crate::case::{Case, Kind};
use crate::ids::normalised;

/// What stands before the first section, and footnotes that are no evidence.
const BEGINNING: &str = "the beginning";
const NOTES: &str = "footnotes";

pub(super) fn changes(old: &Case, new: &Case, into: &mut Vec<Changed>) {
    let (mut was, is) = (sections(old), sections(new));
    let mut found: Vec<(usize, Changed)> = Vec::new();
    for (key, section) in is {
        let changed = match was.remove(&key) {
            None => section
                .alone(ChangeKind::SectionAdded)
                .map(|kind| of(kind, &section, section.blocks.len(), true)),
            Some(before) => {
                let many = differing(&before.blocks, &section.blocks);
                let changed = of(ChangeKind::Prose, &section, many, true);
                let old_line = before.line;
                (many > 0).then_some(Changed {
                    old_line,
                    ..changed
                })
            }
        };
        found.extend(changed.map(|changed| (section.order, changed)));
    }
    for section in was.into_values() {
        let kind = section.alone(ChangeKind::SectionDropped);
        let changed = kind.map(|kind| of(kind, &section, section.blocks.len(), false));
        found.extend(changed.map(|changed| (section.order, changed)));
    }
    found.sort_by_key(|(order, _)| *order);
    into.extend(found.into_iter().map(|(_, changed)| changed));
}

fn of(kind: ChangeKind, section: &Section, many: usize, is_new: bool) -> Changed {
    let (line, old_line) = if is_new {
        (section.line, None)
    } else {
        (None, section.line)
    };
    Changed {
        many: many as u32,
        line,
        old_line,
        ..Changed::new(kind, &section.title)
    }
}

/// A block's words, with figures as their names and as they stand.
type Block = (String, String);

#[derive(Default)]
struct Section {
    title: String,
    line: Option<u32>,
    /// Where it stands among the sections; 0 before the first.
    order: usize,
    is_notes: bool,
    /// Whether its heading gives it no role.
    is_prose: bool,
    blocks: Vec<Block>,
}

impl Section {
    /// What to tell where the other side has nothing of the kind; none where what is in it is told as something else.
    fn alone(&self, kind: ChangeKind) -> Option<ChangeKind> {
        if self.order == 0 || self.is_notes {
            (!self.blocks.is_empty()).then_some(ChangeKind::Prose)
        } else {
            (!self.blocks.is_empty() || self.is_prose).then_some(kind)
        }
    }
}

/// How many blocks differ in their words; a number that became a figure, or the other way round, does not.
fn differing(old: &[Block], new: &[Block]) -> usize {
    let mut counts: BTreeMap<&str, i64> = BTreeMap::new();
    for (said, _) in old {
        *counts.entry(said).or_default() += 1;
    }
    for (said, _) in new {
        *counts.entry(said).or_default() -= 1;
    }
    let left = |blocks: &[Block], sign: i64| -> Vec<String> {
        let mut over = counts.clone();
        let kept = blocks.iter().filter(|(said, _)| {
            let count = over.entry(said.as_str()).or_default();
            let is_over = *count * sign > 0;
            *count -= if is_over { sign } else { 0 };
            is_over
        });
        kept.map(|(_, plain)| plain.clone()).collect()
    };
    said::differing(left(old, 1), left(new, -1))
}

/// The sections by what makes them the same: their role, else their title; several of one role are one.
fn sections(case: &Case) -> BTreeMap<String, Section> {
    let document = &case.parse.document;
    let mut sections: BTreeMap<String, Section> = BTreeMap::new();
    for (index, section) in document.sections.iter().enumerate() {
        let heading = document.text(section.heading);
        sections.entry(key(case, index)).or_insert_with(|| Section {
            title: section.title.clone(),
            line: Some(case.line(heading.span)),
            order: index + 1,
            is_prose: section.role.is_none(),
            ..Section::default()
        });
    }
    let told = told(case);
    let mut add = |section: Option<u32>, is_notes: bool, block: Block| {
        let (key, title) = match section {
            _ if is_notes => (format!(" {NOTES}"), NOTES),
            Some(index) => (key(case, index as usize), ""),
            None => (format!(" {BEGINNING}"), BEGINNING),
        };
        let section = sections.entry(key).or_insert_with(|| Section {
            title: title.to_owned(),
            order: if is_notes { usize::MAX } else { 0 },
            is_notes,
            ..Section::default()
        });
        if !block.0.is_empty() {
            section.blocks.push(block);
        }
    };
    let mut tables: Vec<(NodeId, Option<u32>, bool, Block)> = Vec::new();
    for (index, text) in document.texts.iter().enumerate() {
        let is_told = told.get(index).copied().unwrap_or(false);
        if is_told || in_table_of_query(case, text.span) {
            continue;
        }
        let is_notes = matches!(text.place, Place::Footnote(_));
        let said = said::block(case, TextId(index as u32), 0);
        let block = (said, normalised(&text.words.text));
        if text.kind == NodeKind::TableCell {
            row(
                case,
                text.node,
                (text.section, is_notes, block),
                &mut tables,
            );
        } else {
            add(text.section, is_notes, block);
        }
    }
    for (_, section, is_notes, block) in tables {
        add(section, is_notes, block);
    }
    for fence in &document.fences {
        let is_told = matches!(fence.language.as_str(), "sql" | "experiment");
        if !is_told {
            let code = format!("{} {}", fence.language, fence.code.trim_end());
            add(section_at(case, fence.span), false, (code.clone(), code));
        }
    }
    sections
}

fn key(case: &Case, index: usize) -> String {
    let section = &case.parse.document.sections[index];
    match section.role {
        Some(role) => role.title().to_owned(),
        None => format!("={}", normalised(&section.title)),
    }
}

/// Adds a cell to its row: a row is a block.
fn row(
    case: &Case,
    cell: NodeId,
    (section, is_notes, block): (Option<u32>, bool, Block),
    rows: &mut Vec<(NodeId, Option<u32>, bool, Block)>,
) {
    let row = case.parse.tree.parent(cell).unwrap_or(cell);
    match rows.last_mut().filter(|last| last.0 == row) {
        Some((.., words)) => {
            words.0.push_str(" | ");
            words.0.push_str(&block.0);
            words.1.push_str(" | ");
            words.1.push_str(&block.1);
        }
        None => rows.push((row, section, is_notes, block)),
    }
}

fn section_at(case: &Case, span: Span) -> Option<u32> {
    let sections = &case.parse.document.sections;
    let after = sections.partition_point(|section| section.span.start <= span.start);
    let at = after.checked_sub(1)?;
    (span.start < sections[at].span.end).then_some(at as u32)
}

fn in_table_of_query(case: &Case, span: Span) -> bool {
    let after = case
        .tabled
        .partition_point(|table| table.span.start <= span.start);
    let table = after.checked_sub(1).and_then(|at| case.tabled.get(at));
    table.is_some_and(|table| span.start < table.span.end)
}

/// Which blocks are told as something else: statements, questions and answers, evidence, parts of a story, headings
/// of sections, the title.
fn told(case: &Case) -> Vec<bool> {
    let document = &case.parse.document;
    let mut told = vec![false; document.texts.len()];
    let mut tell = |id: TextId| {
        if let Some(told) = told.get_mut(id.0 as usize) {
            *told = true;
        }
    };
    document.title.into_iter().for_each(&mut tell);
    for section in &document.sections {
        tell(section.heading);
    }
    for statement in &document.statements {
        tell(statement.head);
    }
    for why in &case.whys {
        tell(why.head);
        why.answer_blocks.iter().copied().for_each(&mut tell);
    }
    for evidence in &case.evidence {
        (evidence.texts.0.0..evidence.texts.1.0)
            .map(TextId)
            .for_each(&mut tell);
    }
    if case.kind == Kind::Story {
        for part in &case.story {
            part.blocks.iter().copied().for_each(&mut tell);
        }
    }
    told
}
