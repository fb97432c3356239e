//! Ids, targets and standings of what the text argues.

use std::collections::BTreeMap;

use whyproof_argument::{Graph, Loads};
use whyproof_syntax::{Diagnostic, Parse};

use super::argue;
use super::entries::{self, Entry};
use super::whys;
use crate::case::{CaseVerdict, Kind, Named};
use crate::evidence::Evidence;
use crate::figure::Figure;
use crate::ids::Ids;
use crate::problem::Part;
use crate::repair::DataNode;
use crate::statement::{Statement, StatementId};
use crate::story::StoryPart;
use crate::why::Why;

/// What is known before the argument is.
pub(super) struct Meaning<'a> {
    pub(super) parse: &'a Parse,
    pub(super) kind: Kind,
    pub(super) owner: Option<&'a str>,
    pub(super) story: &'a [StoryPart],
    pub(super) evidence: &'a [Evidence],
    pub(super) figures: &'a [Figure],
    pub(super) missing: &'a [Part],
    pub(super) diagnostics: &'a mut Vec<Diagnostic>,
}

/// The argument, resolved.
pub(super) struct Argued {
    pub(super) verdict: CaseVerdict,
    pub(super) statements: Vec<Statement>,
    pub(super) claims: Vec<StatementId>,
    pub(super) objections: Vec<StatementId>,
    pub(super) whys: Vec<Why>,
    pub(super) graph: Graph,
    pub(super) loads: Loads,
    pub(super) data: Vec<DataNode>,
    pub(super) names: BTreeMap<String, Named>,
}

impl Meaning<'_> {
    pub(super) fn resolve(&mut self) -> Argued {
        let (mut whys, asked) = whys::read(self);
        let entries = entries::read(self, &whys);
        let mut ids = Ids::default();
        let mut names = self.explicit_names(&entries, &mut ids);
        let statement_ids = self.make_ids(&entries, &mut ids, &mut names);
        for (index, why) in whys.iter_mut().enumerate() {
            why.statement = entries.why(index as u32);
            why.answered_by = entries.answer(index as u32);
            why.id = match (
                why.statement,
                &self.parse.document.text(why.head).attributes.id,
            ) {
                (Some(statement), _) => statement_ids[statement.0 as usize].0.clone(),
                (None, Some((id, _))) if names.get(id) == Some(&Named::Why(index as u32)) => {
                    id.clone()
                }
                _ => {
                    let id = ids.make(&why.text, "why");
                    names.insert(id.clone(), Named::Why(index as u32));
                    id
                }
            };
        }
        whys::aim(self, &entries, &asked, &names, &mut whys);
        argue::argue(self, &entries, statement_ids, whys, names)
    }

    /// Ids that the author gave, in file order; the first definition wins.
    fn explicit_names(
        &mut self,
        entries: &entries::Entries,
        ids: &mut Ids,
    ) -> BTreeMap<String, Named> {
        let mut names = BTreeMap::new();
        for (index, text) in self.parse.document.texts.iter().enumerate() {
            let Some((id, span)) = &text.attributes.id else {
                continue;
            };
            let text_id = whyproof_syntax::TextId(index as u32);
            if !ids.take(id) {
                self.diagnostics.push(duplicate(id, *span));
                continue;
            }
            let named = match (entries.by_head(text_id), entries.why_by_head(text_id)) {
                (Some(statement), _) => Named::Statement(statement),
                (None, Some(why)) => Named::Why(why),
                (None, None) => Named::Block(text_id),
            };
            names.insert(id.clone(), named);
        }
        names
    }

    /// An id for every entry: the author's where that is its own, else one made from its words.
    fn make_ids(
        &self,
        entries: &entries::Entries,
        ids: &mut Ids,
        names: &mut BTreeMap<String, Named>,
    ) -> Vec<(String, bool)> {
        let mut made: Vec<(String, bool)> = Vec::with_capacity(entries.all.len());
        for (index, entry) in entries.all.iter().enumerate() {
            let this = Named::Statement(StatementId(index as u32));
            let own = self
                .own_id(entry)
                .filter(|id| names.get(*id) == Some(&this));
            if let Some(id) = own {
                made.push((id.to_owned(), true));
                continue;
            }
            let parent = entry
                .parent
                .and_then(|parent| made.get(parent.0 as usize))
                .map_or("", |(id, _)| id.as_str());
            let id = ids.make(&entry.text, parent);
            names.insert(id.clone(), this);
            made.push((id, false));
        }
        made
    }

    fn own_id(&self, entry: &Entry) -> Option<&str> {
        let (id, _) = self
            .parse
            .document
            .text(entry.head)
            .attributes
            .id
            .as_ref()?;
        entry.owns_head.then_some(id.as_str())
    }
}

fn duplicate(id: &str, span: whyproof_syntax::Span) -> Diagnostic {
    let message = format!("`#{id}` is the id of something above already; this one is not used");
    Diagnostic::new(
        "duplicate-id",
        whyproof_syntax::Severity::Error,
        span,
        message,
    )
    .help("Give one of them another id. References lead to the first.")
}
