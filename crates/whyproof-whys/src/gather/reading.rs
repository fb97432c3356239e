//! A case as gathering reads it.

use std::collections::BTreeMap;

use whyproof_case::{Case, Kind, Standing, Statement, StatementKind, shorten};
use whyproof_syntax::{NodeKind, Place, Role, Span, Text};

use super::words;
use crate::material::{Attach, Material, On, Slot, Slots};

/// Longest quotation inside a question, in characters.
const QUOTE: usize = 90;
/// Most words in which people are named inside a question.
const PEOPLE: usize = 14;
/// Most words of two clauses in one question.
const BREATH: usize = 24;

/// A case, with what all gatherers need to know of it.
pub(super) struct Reading<'c> {
    pub(super) case: &'c Case,
    /// Whether the text was written as a case: what is missing can be asked for only then.
    pub(super) is_case: bool,
    /// Whether the text is about code: who counts people or money there is another room.
    pub(super) technical: bool,
    /// Each word in small letters, and how much oftener it stands so than with a capital within a sentence, as names do.
    small: BTreeMap<String, i64>,
}

impl<'c> Reading<'c> {
    pub(super) fn new(case: &'c Case) -> Self {
        let small = smallness(case);
        let is_case = case.front.get("kind").is_some()
            || (case.kind == Kind::Idea && !case.claims.is_empty() && case.problem.section);
        Self {
            case,
            is_case,
            technical: is_technical(case),
            small,
        }
    }

    /// `text` as it stands inside a question: persons turned round, a small first letter unless that is a name.
    pub(super) fn inside(&self, text: &str) -> String {
        let text = text.trim();
        let first = text.split_whitespace().next().unwrap_or("");
        let word = first.trim_matches(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
        let turned = words::turn(text);
        let small = match self.small.get(&word.to_lowercase()) {
            Some(oftener) => *oftener > 0,
            None => words::is_common(word),
        };
        let plain = word.chars().filter(|c| c.is_uppercase()).count() == 1;
        let ours = turned.starts_with("you");
        if first.starts_with(char::is_uppercase) && !ours && plain && word != "I" && small {
            let mut chars = turned.chars();
            return chars
                .next()
                .map(char::to_lowercase)
                .into_iter()
                .flatten()
                .chain(chars)
                .collect();
        }
        turned
    }

    /// A slot with `text` as it stands inside a question.
    pub(super) fn slot(&self, text: &str, span: Span) -> Slot {
        Slot {
            text: self.inside(text),
            span,
            plural: is_plural(text),
        }
    }

    /// A slot with the author's exact words, cut to the length of a quotation, to stand between quotation marks.
    pub(super) fn quote(text: &str, span: Span) -> Slot {
        let text = text.trim().trim_end_matches(['.', ',', ';', ':', ' ']);
        let text = without_marks(text);
        Slot {
            text: shorten(&text, QUOTE),
            span,
            plural: false,
        }
    }

    /// A slot with the author's exact words, whole, to stand between quotation marks.
    pub(super) fn exact(text: &str, span: Span) -> Slot {
        let text = without_marks(text.trim());
        Slot {
            text,
            span,
            plural: false,
        }
    }

    /// A clause to stand after *that*; none where its shape is not certain.
    pub(super) fn clause(&self, text: &str, span: Span) -> Option<Slot> {
        words::clause(text).map(|clause| self.slot(clause, span))
    }

    /// A clause that can be understood by itself.
    pub(super) fn whole(&self, text: &str, span: Span) -> Option<Slot> {
        self.clause(text, span)
            .filter(|slot| !words::dangles(&slot.text))
    }

    /// The first paragraphs of the author's in the sections of a role, with their sentences.
    pub(super) fn texts_of(&self, role: Role) -> Vec<&'c Text> {
        let document = &self.case.parse.document;
        let sections = document.sections_of(role);
        sections
            .flat_map(|section| document.texts_in(section.texts))
            .map(|(_, text)| text)
            .filter(|text| text.place == Place::Body)
            .collect()
    }

    /// Whether a number stands in the sections of a role, their tables among it.
    pub(super) fn has_number(&self, role: Role) -> bool {
        let document = &self.case.parse.document;
        let sections = document.sections_of(role);
        let mut texts = sections.flat_map(|section| document.texts_in(section.texts));
        texts.any(|(_, text)| !words::numbers(&text.words.text).is_empty())
    }

    /// Whether the text has a section of that role.
    pub(super) fn has(&self, role: Role) -> bool {
        self.case.parse.document.sections_of(role).next().is_some()
    }

    /// Where what is missing is looked for first: an empty span at the title, else at the start.
    pub(super) fn start(&self) -> Span {
        let document = &self.case.parse.document;
        let at = document
            .title
            .map_or(0, |title| document.text(title).words.span().start);
        Span::new(at, at)
    }

    /// What the whole is about, for questions on what is not said: its title, its first claim, who has the problem.
    pub(super) fn about(&self) -> Slots {
        let mut slots = Slots::new();
        let document = &self.case.parse.document;
        if let Some(title) = document.title.map(|title| &document.text(title).words) {
            slots.insert("title", Self::quote(&title.text, title.span()));
        }
        let claims = || {
            self.case
                .claims
                .iter()
                .filter_map(|id| self.case.statements.get(id.0 as usize))
        };
        let open = claims().find(|claim| claim.standing != Standing::Stands);
        if let Some(claim) = open.or_else(|| claims().next())
            && claim.kind == StatementKind::Claim
            && self.case.kind == Kind::Idea
        {
            put(&mut slots, "claim", self.whole(&claim.text, claim.span));
        }
        if let Some(who) = self.case.problem.part(whyproof_case::Part::Who) {
            let text = words::first_sentence(&who.text).unwrap_or(&who.text);
            let text = text.trim_end_matches(['.', ',', ';', ':', ' ']);
            if text.split_whitespace().count() <= PEOPLE {
                slots.insert("who", self.slot(text, who.span));
            }
        }
        slots
    }

    /// Two clauses of one question: the first is left out where both are more than a person says in a breath.
    pub(super) fn pair(
        &self,
        slots: &mut Slots,
        first: (&'static str, Option<Slot>),
        second: (&'static str, Option<Slot>),
    ) {
        let length = |slot: &Option<Slot>| {
            slot.as_ref()
                .map_or(0, |slot| slot.text.split_whitespace().count())
        };
        if length(&first.1) + length(&second.1) <= BREATH {
            put(slots, first.0, first.1);
        }
        put(slots, second.0, second.1);
    }

    /// A clause that leaves room for another beside it.
    pub(super) fn brief(&self, text: &str, span: Span) -> Option<Slot> {
        self.whole(text, span)
            .filter(|slot| slot.text.split_whitespace().count() <= BREATH / 2 + 2)
    }

    /// Whether a statement is one of the two that a story's parts make.
    pub(super) fn is_told(&self, statement: &Statement) -> bool {
        if self.case.kind == Kind::Story && !self.has(Role::Case) {
            return true;
        }
        let section = statement
            .section
            .and_then(|at| self.case.parse.document.sections.get(at as usize));
        matches!(
            section.and_then(|section| section.role),
            Some(Role::WhatHappened | Role::WhyItMattered)
        )
    }
}

/// Whether a text is about code or a standard, and not about a product: it has many names of code, or is long and
/// names neither money nor a share of anything.
pub(crate) fn is_technical(case: &Case) -> bool {
    const MANY: usize = 8;
    const LONG: usize = 500;
    let texts = || case.parse.document.texts.iter();
    let code = texts().flat_map(|text| text.words.marks_of(NodeKind::Code));
    let counted = texts().any(|text| text.words.text.contains(['£', '$', '€', '%']));
    let length: usize = texts()
        .map(|text| text.words.text.split_whitespace().count())
        .sum();
    code.count() >= MANY || (!counted && length >= LONG)
}

/// How much oftener each word stands with a small letter than with a capital in the middle of a sentence.
fn smallness(case: &Case) -> BTreeMap<String, i64> {
    let mut found: BTreeMap<String, i64> = BTreeMap::new();
    for text in &case.parse.document.texts {
        // Headings may have capitals throughout.
        let heading = matches!(text.kind, NodeKind::Heading(_));
        let mut begins = true;
        for word in text.words.text.split_whitespace() {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            if bare.starts_with(char::is_lowercase) {
                *found.entry(bare.to_owned()).or_default() += 1;
            } else if !heading && !begins && bare.starts_with(char::is_uppercase) {
                *found.entry(bare.to_lowercase()).or_default() -= 1;
            }
            begins = word.ends_with(['.', '!', '?', ':', '"', '”', ')']);
        }
    }
    found
}

/// Whether a verb after `text` is plural.
fn is_plural(text: &str) -> bool {
    let first = words::first(text);
    if matches!(
        first.as_str(),
        "a" | "an"
            | "every"
            | "each"
            | "somebody"
            | "someone"
            | "anybody"
            | "everyone"
            | "nobody"
            | "whoever"
            | "it"
            | "he"
            | "she"
    ) {
        return false;
    }
    let head = text
        .split_whitespace()
        .map(words::bare)
        .take_while(|word| {
            !matches!(
                word.as_str(),
                "of" | "by"
                    | "in"
                    | "at"
                    | "on"
                    | "for"
                    | "with"
                    | "who"
                    | "that"
                    | "which"
                    | "to"
                    | "from"
                    | "under"
            )
        })
        .last()
        .unwrap_or_default();
    matches!(
        head.as_str(),
        "people" | "children" | "men" | "women" | "they" | "we" | "you"
    ) || (head.ends_with('s')
        && !head.ends_with("ss")
        && !head.ends_with("us")
        && !head.ends_with("is")
        && !head.ends_with("'s"))
}

/// Material on the whole.
pub(super) fn material(attach: Attach, name: &'static str, marker: &str, span: Span) -> Material {
    Material {
        attach,
        name,
        on: On::Case,
        span,
        marker: marker.to_owned(),
        slots: Slots::new(),
        facts: Vec::new(),
        load: 0,
        weight: 50,
    }
}

/// Puts a slot where there is one.
pub(super) fn put(slots: &mut Slots, name: &'static str, slot: Option<Slot>) {
    if let Some(slot) = slot {
        slots.insert(name, slot);
    }
}

/// Without quotation marks of its own; what one divides stays two words.
fn without_marks(text: &str) -> String {
    let mut kept = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if !matches!(c, '“' | '”' | '"') {
            kept.push(c);
        } else if kept.ends_with(char::is_alphanumeric)
            && chars.peek().is_some_and(|next| next.is_alphanumeric())
        {
            kept.push(' ');
        }
    }
    kept
}
