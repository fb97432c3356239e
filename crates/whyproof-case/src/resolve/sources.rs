//! Which evidence and figures stand in which block.

use std::collections::BTreeMap;

use whyproof_syntax::{NodeKind, Payload, TextId};

use super::meaning::Meaning;
use crate::repair::DataNode;

/// Evidence and figures of every block.
pub(super) struct Sources {
    evidence: BTreeMap<TextId, Vec<u32>>,
    figures: BTreeMap<TextId, Vec<u32>>,
}

impl Sources {
    pub(super) fn read(meaning: &Meaning<'_>) -> Self {
        let labels: BTreeMap<String, u32> = meaning
            .evidence
            .iter()
            .enumerate()
            .rev()
            .map(|(at, e)| (e.id.to_lowercase(), at as u32))
            .collect();
        let mut evidence: BTreeMap<TextId, Vec<u32>> = BTreeMap::new();
        for (index, text) in meaning.parse.document.texts.iter().enumerate() {
            for mark in text.words.marks_of(NodeKind::FootnoteReference) {
                let Some(Payload::Label(label)) = meaning.parse.tree.payload(mark.node) else {
                    continue;
                };
                if let Some(at) = labels.get(&label.to_lowercase()) {
                    let found = evidence.entry(TextId(index as u32)).or_default();
                    if !found.contains(at) {
                        found.push(*at);
                    }
                }
            }
        }
        let mut figures: BTreeMap<TextId, Vec<u32>> = BTreeMap::new();
        for (at, figure) in meaning.figures.iter().enumerate() {
            figures.entry(figure.block).or_default().push(at as u32);
        }
        Self { evidence, figures }
    }

    fn in_block(map: &BTreeMap<TextId, Vec<u32>>, text: TextId) -> impl Iterator<Item = u32> + '_ {
        map.get(&text).into_iter().flatten().copied()
    }

    /// Whether evidence or a figure of the block counts.
    pub(super) fn counts(&self, meaning: &Meaning<'_>, text: TextId) -> bool {
        Self::in_block(&self.evidence, text).any(|at| meaning.evidence[at as usize].counts())
            || Self::in_block(&self.figures, text).any(|at| meaning.figures[at as usize].counts)
    }

    /// What the data contradict in the block.
    pub(super) fn contradictions(&self, meaning: &Meaning<'_>, text: TextId) -> Vec<DataNode> {
        let broken = Self::in_block(&self.figures, text)
            .filter(|at| meaning.figures[*at as usize].is_broken());
        let contradicted = Self::in_block(&self.evidence, text);
        let contradicted =
            contradicted.filter(|at| meaning.evidence[*at as usize].contradicted.is_some());
        broken
            .map(DataNode::Figure)
            .chain(contradicted.map(DataNode::Evidence))
            .collect()
    }

    /// Evidence and figures of several blocks, each once, in order.
    pub(super) fn of(&self, own: &[TextId]) -> (Vec<u32>, Vec<u32>) {
        let collect = |map: &BTreeMap<TextId, Vec<u32>>| {
            let mut found: Vec<u32> = Vec::new();
            for at in own.iter().flat_map(|text| Self::in_block(map, *text)) {
                if !found.contains(&at) {
                    found.push(at);
                }
            }
            found
        };
        (collect(&self.evidence), collect(&self.figures))
    }
}
