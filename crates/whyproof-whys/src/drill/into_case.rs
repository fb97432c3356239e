//! Answers into the case: whys under *Questions*, each with what was answered.

mod about;
mod reply;

use std::cmp::Reverse;

use whyproof_case::{Case, Host, Why, resolve};
use whyproof_syntax::{NodeKind, Role, Span, parse};

use super::escape::{self, Escaping};
use super::session::{Session, State, Thread};
use super::words::is_item;
use crate::material::On;
use about::About;

/// A case with a drill's questions and answers in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// The whole text.
    pub text: String,
    /// The questions that are in it now.
    pub questions: Vec<String>,
    /// The questions for which no place was found where they would be read as whys.
    pub left: Vec<String>,
}

/// The text of `case` with the questions of `session` that are done for now, those in `before` apart. Answered ones
/// are the owner's own; others are suggestions. What answers a why of the case stands under that why. Every step is
/// read back: what is not the same case with these whys and answers is not written.
pub fn into_case(case: &Case, host: &dyn Host, session: &Session, before: &[&str]) -> Written {
    let mut written = Written::default();
    let done = |thread: &&Thread| {
        thread.state != State::Waiting && !before.contains(&thread.question.text.as_str())
    };
    let is_new = |thread: &&Thread| thread.question.open.is_none();
    let added = session.threads().filter(is_new).filter(done);
    let answered = |thread: &&Thread| {
        !is_new(thread) && thread.state != State::Waiting && !thread.turns.is_empty()
    };
    let mut answered: Vec<&Thread> = session.threads().filter(answered).collect();
    // What is added comes last in the case, and of those that stand there the last is first: so no index moves.
    answered.sort_by_key(|thread| Reverse(thread.question.open.as_ref().map(|open| open.why)));
    let mut now = case.clone();
    for thread in added.chain(answered) {
        let question = thread.question.text.clone();
        let next = match &thread.question.open {
            None => Entry::of(thread).put(&now, host),
            Some(open) => reply::put(&now, host, thread, open.why),
        };
        match next {
            Some(next) => {
                written.questions.push(question);
                now = next;
            }
            None => written.left.push(question),
        }
    }
    written.text = now.source().to_owned();
    written
}

/// A heading with its level, and the answer under it, where there is one.
struct Part<'t> {
    level: usize,
    question: &'t str,
    answer: Option<&'t str>,
}

/// One question as it is written, and to be read back.
struct Entry<'t> {
    on: On,
    span: Span,
    parts: Vec<Part<'t>>,
}

/// Where whys are added: after the byte `at`, and whether *Questions* has to be made.
struct Place {
    at: usize,
    is_new: bool,
}

impl<'t> Entry<'t> {
    fn of(thread: &'t Thread) -> Self {
        Entry {
            on: thread.question.on.clone(),
            span: thread.question.span,
            parts: parts(thread, 3),
        }
    }

    /// The case with this question in it; none where no way of writing it reads back.
    fn put(&self, case: &Case, host: &dyn Host) -> Option<Case> {
        let place = place(case);
        for about in About::all(case, &self.on, self.span) {
            for escaping in [Escaping::Light, Escaping::Whole] {
                let text = self.write(case, &place, &about, escaping);
                let next = read(case, &text, host);
                if self.reads_back(case, &next, &place, &about, escaping) {
                    return Some(next);
                }
            }
        }
        None
    }

    fn write(&self, case: &Case, place: &Place, about: &About, escaping: Escaping) -> String {
        let source = case.source();
        let (before, after) = source.split_at_checked(place.at).unwrap_or((source, ""));
        let mut block = String::new();
        if place.is_new {
            block.push_str("## Questions\n\n");
        }
        for (index, part) in self.parts.iter().enumerate() {
            block.push_str(&part.write(about, index == 0, escaping));
        }
        let block = framed(before, &block, after);
        let mut edits = vec![(place.at, block)];
        edits.extend(about.mark(case));
        // From the end, so that places stay.
        edits.sort_by_key(|(at, _)| Reverse(*at));
        let mut text = source.to_owned();
        for (at, insert) in edits {
            text.insert_str(at.min(text.len()), &insert);
        }
        text
    }

    /// Whether `next` is `case` with this question in it, and nothing else is otherwise.
    fn reads_back(
        &self,
        case: &Case,
        next: &Case,
        place: &Place,
        about: &About,
        escaping: Escaping,
    ) -> bool {
        let sections = usize::from(place.is_new);
        is_same(case, next, self.parts.len(), sections)
            // All that was there is before it: the whys of *Case* come first, and it stands at the end of *Questions*.
            && are_added(case, next, case.whys.len(), &self.parts, escaping)
            && next
                .whys
                .get(case.whys.len())
                .is_some_and(|why| about.is_met(case, next, why, &self.on))
    }
}

/// The answers of `thread` with what each answers, then what waits; headings from `first` down.
fn parts(thread: &Thread, first: usize) -> Vec<Part<'_>> {
    let level = |depth: usize| (first + depth).min(6);
    let mut parts = Vec::new();
    for (depth, turn) in thread.turns.iter().enumerate() {
        let follow_up = turn.follow_up.as_ref().map(|one| &one.text);
        parts.push(Part {
            level: level(depth),
            question: follow_up.unwrap_or(&thread.question.text),
            answer: Some(&turn.answer),
        });
    }
    let open = match &thread.pending {
        Some(pending) => Some(&pending.text),
        None if parts.is_empty() => Some(&thread.question.text),
        None => None,
    };
    parts.extend(open.map(|question| Part {
        level: level(thread.turns.len()),
        question,
        answer: None,
    }));
    parts
}

/// The case that `text` is now.
fn read(case: &Case, text: &str, host: &dyn Host) -> Case {
    resolve(parse(text), host, case.scope.clone(), &case.computed)
}

/// `block` with the empty lines that part it from what stands before and after it.
fn framed(before: &str, block: &str, after: &str) -> String {
    let mut framed = String::new();
    if !before.trim().is_empty() {
        framed.push_str("\n\n");
    }
    framed.push_str(block.trim_end());
    let lines = after.chars().filter(|c| !matches!(c, '\r' | ' '));
    let lines = lines.take_while(|c| *c == '\n').count();
    let wanted: usize = if after.trim().is_empty() { 1 } else { 2 };
    framed.push_str(&"\n".repeat(wanted.saturating_sub(lines)));
    if before.contains("\r\n") || after.contains("\r\n") {
        framed = framed.replace('\n', "\r\n");
    }
    framed
}

/// Whether `next` has what `case` has, and so many whys and sections more.
fn is_same(case: &Case, next: &Case, whys: usize, sections: usize) -> bool {
    let (old, new) = (&case.parse.document, &next.parse.document);
    new.sections.len() == old.sections.len() + sections
        && headings(next) == headings(case) + whys + sections
        && new.footnotes.len() == old.footnotes.len()
        && new.fences.len() == old.fences.len()
        && new.statements.len() == old.statements.len()
        && next.whys.len() == case.whys.len() + whys
}

fn headings(case: &Case) -> usize {
    let texts = case.parse.document.texts.iter();
    let headings = texts.filter(|text| matches!(text.kind, NodeKind::Heading(_)));
    headings.count()
}

/// Whether the whys of `next` are those of `case` with `parts` between them, from the index `at` on.
fn are_added(case: &Case, next: &Case, at: usize, parts: &[Part<'_>], escaping: Escaping) -> bool {
    let (earlier, rest) = next.whys.split_at(at.min(next.whys.len()));
    let (mine, later) = rest.split_at(parts.len().min(rest.len()));
    let mut others = earlier.iter().chain(later).zip(&case.whys);
    let kept = |new: &Why, old: &Why| {
        new.text == old.text && new.answer == old.answer && new.by == old.by && new.on == old.on
    };
    others.all(|(new, old)| kept(new, old))
        && mine.len() == parts.len()
        && mine
            .iter()
            .zip(parts)
            .all(|(why, part)| part.is(next, why, escaping))
}

impl Part<'_> {
    fn write(&self, about: &About, is_first: bool, escaping: Escaping) -> String {
        let mut attributes: Vec<String> = Vec::new();
        if is_first {
            attributes.extend(about.attribute());
        }
        if self.answer.is_none() {
            attributes.push("by=\"whyproof\"".to_owned());
        }
        let mut text = format!(
            "{} {}",
            "#".repeat(self.level),
            escape::heading(self.question)
        );
        if !attributes.is_empty() {
            text.push_str(&format!(" {{{}}}", attributes.join(" ")));
        }
        text.push_str("\n\n");
        if let Some(answer) = self.answer {
            text.push_str(&escape::answer(answer, escaping));
            text.push_str("\n\n");
        }
        text
    }

    /// Whether `why` is this part, every letter and digit of its answer in it.
    fn is(&self, case: &Case, why: &Why, escaping: Escaping) -> bool {
        let letters =
            |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
        let bare =
            |text: &whyproof_syntax::TextId| case.parse.document.text(*text).attributes.is_empty();
        let question: Vec<&str> = self.question.split_whitespace().collect();
        if why.text != question.join(" ") || !why.answer_blocks.iter().all(bare) {
            return false;
        }
        match (self.answer, &why.answer) {
            (Some(typed), Some(read)) => {
                let read = letters(read);
                let light = escaping == Escaping::Light;
                // Numbers of a list, targets of links and labels of footnotes are in the text, not among its words.
                let markup = typed.contains("](") || typed.contains("[^");
                letters(typed) == read
                    || (light && letters(&without_numbers(typed)) == read)
                    || (light && markup && is_within(&read, &letters(typed)))
            }
            (None, None) => true,
            // An answer of marks alone is no words.
            (Some(typed), None) => letters(typed).is_empty(),
            (None, Some(_)) => false,
        }
    }
}

/// `text` without the numbers of a list.
fn without_numbers(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let line = line.trim_start();
        if is_item(line) {
            line.trim_start_matches(|c: char| c.is_ascii_digit())
        } else {
            line
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Whether all of `part` stands in `whole` in the same order.
fn is_within(part: &str, whole: &str) -> bool {
    let mut rest = whole.chars();
    part.chars().all(|c| rest.any(|other| other == c))
}

/// The end of *Questions*; else before *Impact* and *Data*, which end a case; else the end.
fn place(case: &Case) -> Place {
    let (document, tree) = (&case.parse.document, &case.parse.tree);
    let source = case.source();
    let trimmed = |at: usize| source.get(..at).map_or(0, |before| before.trim_end().len());
    if let Some(section) = document.sections_of(Role::Questions).last() {
        let heading = document.text(section.heading).span.end;
        let last = section
            .blocks
            .last()
            .map_or(heading, |block| tree.span(*block).end.max(heading));
        return Place {
            at: trimmed(last as usize),
            is_new: false,
        };
    }
    let closing = document
        .sections
        .iter()
        .find(|section| matches!(section.role, Some(Role::Impact | Role::Data)));
    if let Some(section) = closing {
        return Place {
            at: trimmed(section.span.start as usize),
            is_new: true,
        };
    }
    let last = document.sections.last().and_then(|section| {
        let heading = document.text(section.heading).span.end;
        Some(tree.span(*section.blocks.last()?).end.max(heading))
    });
    Place {
        at: trimmed(last.map_or(source.len(), |at| at as usize)),
        is_new: true,
    }
}
