//! What several checks ask of the argument.

use std::collections::{BTreeMap, BTreeSet};

use whyproof_case::{Case, EvidenceKind, Side, Standing, Statement, StatementId, StatementKind};
use whyproof_syntax::{Footnote, NodeKind, Payload, TextId};

/// What every statement attacks: statements, and `None` for the whole case.
pub(crate) fn attacked(case: &Case) -> Vec<Vec<Option<StatementId>>> {
    let mut attacked = vec![Vec::new(); case.statements.len()];
    let mut add = |by: &StatementId, what| {
        if let Some(list) = attacked.get_mut(by.0 as usize) {
            list.push(what);
        }
    };
    for (id, statement) in case.statements() {
        for by in &statement.objections {
            add(by, Some(id));
        }
    }
    for by in &case.objections {
        add(by, None);
    }
    attacked
}

/// Whether it is an objection that holds and that nobody has answered itself.
pub(crate) fn unanswered(statement: &Statement) -> bool {
    statement.kind == StatementKind::Objection
        && statement.objections.is_empty()
        && statement.standing != Standing::Falls
}

/// Whether an objection that stands fells a statement: `claim-falls` speaks of it.
pub(crate) fn fells(case: &Case, targets: &[Option<StatementId>], by: &Statement) -> bool {
    by.standing == Standing::Stands
        && targets
            .iter()
            .flatten()
            .any(|target| case.statement(*target).side == Side::Author)
}

/// The topmost statement that `id` stands under.
pub(crate) fn root(case: &Case, id: StatementId) -> StatementId {
    let mut at = id;
    // A parent stands before what is under it, but for a why, whose target may stand anywhere.
    while let Some(parent) = case.statement(at).parent.filter(|parent| *parent < at) {
        if case.statement(at).kind != StatementKind::Reason {
            break;
        }
        at = parent;
    }
    at
}

/// The statement's kind and words: the claim “a voucher pays for the trip”.
pub(crate) fn name(case: &Case, id: StatementId) -> String {
    format!(
        "the {} “{}”",
        case.statement(id).kind.word(),
        case.quote(id)
    )
}

/// The statements in whose words each piece of evidence is cited.
pub(crate) fn users(case: &Case) -> Vec<Vec<StatementId>> {
    let mut users = vec![Vec::new(); case.evidence.len()];
    for (id, statement) in case.statements() {
        for at in &statement.evidence {
            if let Some(list) = users.get_mut(*at as usize) {
                list.push(id);
            }
        }
    }
    users
}

/// The statement that each block belongs to.
pub(crate) fn owners(case: &Case) -> BTreeMap<TextId, StatementId> {
    let mut owners = BTreeMap::new();
    for (id, statement) in case.statements() {
        for block in &statement.own {
            owners.entry(*block).or_insert(id);
        }
    }
    owners
}

/// How much rests on evidence with these users: the load of those that nothing else shows.
pub(crate) fn weight(case: &Case, users: &[StatementId]) -> u32 {
    let loads = users
        .iter()
        .map(|user| case.statement(*user))
        .filter(|statement| !statement.shown && statement.side == Side::Author);
    loads
        .map(|statement| statement.load.max(1))
        .max()
        .unwrap_or(0)
}

/// Blocks that cite something, be it only in vain: a footnote without a kind, one that is not defined.
pub(crate) struct Cited {
    blocks: BTreeSet<TextId>,
}

impl Cited {
    pub(crate) fn read(case: &Case) -> Self {
        let mut blocks: BTreeSet<TextId> = case.undefined.iter().map(|u| u.block).collect();
        let kindless: BTreeSet<String> = kindless(case)
            .map(|(footnote, _)| footnote.label.to_lowercase())
            .collect();
        let references = references(case);
        blocks.extend(
            references
                .filter(|(label, _)| kindless.contains(&label.to_lowercase()))
                .map(|(_, block)| block),
        );
        Self { blocks }
    }

    /// Whether the statement is on the author's word with nothing to show: other checks speak of what is cited in
    /// vain and of figures that could not be computed.
    pub(crate) fn nothing(&self, statement: &Statement) -> bool {
        statement.reasons.is_empty()
            && statement.evidence.is_empty()
            && statement.figures.is_empty()
            && !statement
                .own
                .iter()
                .any(|block| self.blocks.contains(block))
    }
}

/// Every reference to a footnote that is defined: its label and its block.
pub(crate) fn references(case: &Case) -> impl Iterator<Item = (&str, TextId)> {
    let texts = case.parse.document.texts.iter().enumerate();
    texts.flat_map(move |(index, text)| {
        let marks = text.words.marks_of(NodeKind::FootnoteReference);
        marks.filter_map(move |mark| match case.parse.tree.payload(mark.node) {
            Some(Payload::Label(label)) => Some((&**label, TextId(index as u32))),
            _ => None,
        })
    })
}

/// How a footnote that looks like evidence begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Start {
    /// With the kind's word, and no colon after it.
    NoColon(EvidenceKind),
    /// With a slip of the kind's word, so many bytes long, and a colon.
    Slip(EvidenceKind, usize),
    /// With another word for a kind, so many bytes long, and a colon: `interview:`.
    Meant(EvidenceKind, usize),
    /// With something else, and it names something to open.
    Other,
    /// With something else, and a statement with nothing else to show cites it.
    Bare,
}

/// What evidence of a kind is called by people who do not know the three words.
const MEANT: [(&str, EvidenceKind); 21] = [
    ("study", EvidenceKind::Research),
    ("studies", EvidenceKind::Research),
    ("paper", EvidenceKind::Research),
    ("article", EvidenceKind::Research),
    ("literature", EvidenceKind::Research),
    ("report", EvidenceKind::Research),
    ("source", EvidenceKind::Research),
    ("interview", EvidenceKind::Observation),
    ("interviews", EvidenceKind::Observation),
    ("observed", EvidenceKind::Observation),
    ("seen", EvidenceKind::Observation),
    ("visit", EvidenceKind::Observation),
    ("conversation", EvidenceKind::Observation),
    ("survey", EvidenceKind::Measurement),
    ("measured", EvidenceKind::Measurement),
    ("measure", EvidenceKind::Measurement),
    ("counted", EvidenceKind::Measurement),
    ("count", EvidenceKind::Measurement),
    ("timed", EvidenceKind::Measurement),
    ("data", EvidenceKind::Measurement),
    ("statistics", EvidenceKind::Measurement),
];

/// The labels that a statement of the author cites with nothing else to show.
fn alone(case: &Case) -> BTreeSet<String> {
    let owners = owners(case);
    let bare = |block: &TextId| {
        owners.get(block).is_some_and(|id| {
            let statement = case.statement(*id);
            statement.reasons.is_empty()
                && statement.evidence.is_empty()
                && statement.figures.is_empty()
        })
    };
    references(case)
        .filter(|(_, block)| bare(block))
        .map(|(label, _)| label.to_lowercase())
        .collect()
}

/// The footnotes that look like evidence and are none, since they do not say of which kind they are.
pub(crate) fn kindless(case: &Case) -> impl Iterator<Item = (&Footnote, Start)> {
    let document = &case.parse.document;
    let known: BTreeSet<String> = case.evidence.iter().map(|e| e.id.to_lowercase()).collect();
    let alone = alone(case);
    document.footnotes.iter().filter_map(move |footnote| {
        if known.contains(&footnote.label.to_lowercase()) {
            return None;
        }
        let (_, first) = document.texts_in(footnote.texts).next()?;
        let bare = alone.contains(&footnote.label.to_lowercase());
        let start = start(case, footnote, &first.words.text);
        start
            .or(bare.then_some(Start::Bare))
            .map(|start| (footnote, start))
    })
}

const KINDS: [EvidenceKind; 3] = [
    EvidenceKind::Research,
    EvidenceKind::Observation,
    EvidenceKind::Measurement,
];

fn start(case: &Case, footnote: &Footnote, text: &str) -> Option<Start> {
    let end = text
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    let named = |kind: &EvidenceKind| kind.word().eq_ignore_ascii_case(word);
    if let Some(kind) = KINDS.into_iter().find(named) {
        return Some(Start::NoColon(kind));
    }
    if rest.trim_start().starts_with(':') {
        let words = KINDS.iter().map(|kind| kind.word());
        if let Some(near) = crate::near::nearest(word, words) {
            let kind = KINDS.into_iter().find(|kind| kind.word() == near)?;
            return Some(Start::Slip(kind, end));
        }
        let meant = MEANT
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(word));
        if let Some((_, kind)) = meant {
            return Some(Start::Meant(*kind, end));
        }
    }
    let document = &case.parse.document;
    let follows = document.texts_in(footnote.texts).any(|(_, block)| {
        let marks = &block.words.marks;
        marks.iter().any(|mark| mark.kind == NodeKind::Link) || follows(&block.words.text)
    });
    follows.then_some(Start::Other)
}

/// Whether words have a link or a DOI in them.
fn follows(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    ["https://", "http://", "doi:10."]
        .iter()
        .any(|form| lower.contains(form))
}
