//! Answers into the case: whys under *Questions*, each with what was answered.

mod about;

use whyproof_case::{Case, Computed, Host, Why, resolve};
use whyproof_syntax::{NodeKind, Role, parse};

use super::escape::{self, Escaping};
use super::session::{Session, State, Thread};
use super::words::is_item;
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
/// are the owner's own; others are suggestions. Every step is read back: what is not the same case with these whys is
/// not written.
pub fn into_case(case: &Case, host: &dyn Host, session: &Session, before: &[&str]) -> Written {
    let mut written = Written::default();
    let done = |thread: &&Thread| {
        thread.state != State::Waiting && !before.contains(&thread.question.text.as_str())
    };
    let mut now = case.clone();
    for thread in session.threads().filter(done) {
        let question = thread.question.text.clone();
        match Entry::of(thread).put(&now, host) {
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
    thread: &'t Thread,
    parts: Vec<Part<'t>>,
}

/// Where whys are added: after the byte `at`, and whether *Questions* has to be made.
struct Place {
    at: usize,
    is_new: bool,
}

impl<'t> Entry<'t> {
    fn of(thread: &'t Thread) -> Self {
        let mut parts = Vec::new();
        let level = |depth: usize| (3 + depth).min(6);
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
        Entry { thread, parts }
    }

    /// The case with this question in it; none where no way of writing it reads back.
    fn put(&self, case: &Case, host: &dyn Host) -> Option<Case> {
        let place = place(case);
        let question = &self.thread.question;
        for about in About::all(case, &question.on, question.span) {
            for escaping in [Escaping::Light, Escaping::Whole] {
                let text = self.write(case, &place, &about, escaping);
                let scope = case.scope.clone();
                let next = resolve(parse(&text), host, scope, &Computed::default());
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
        if !before.trim().is_empty() {
            block.push_str("\n\n");
        }
        if place.is_new {
            block.push_str("## Questions\n\n");
        }
        for (index, part) in self.parts.iter().enumerate() {
            block.push_str(&part.write(about, index == 0, escaping));
        }
        block.truncate(block.trim_end().len());
        let lines = after.chars().filter(|c| !matches!(c, '\r' | ' '));
        let lines = lines.take_while(|c| *c == '\n').count();
        let wanted: usize = if after.trim().is_empty() { 1 } else { 2 };
        block.push_str(&"\n".repeat(wanted.saturating_sub(lines)));
        if source.contains("\r\n") {
            block = block.replace('\n', "\r\n");
        }
        let mut edits = vec![(place.at, block)];
        edits.extend(about.mark(case));
        // From the end, so that places stay.
        edits.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
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
        let (old, new) = (&case.parse.document, &next.parse.document);
        let headings = |case: &Case| {
            let texts = case.parse.document.texts.iter();
            texts
                .filter(|text| matches!(text.kind, NodeKind::Heading(_)))
                .count()
        };
        let more = usize::from(place.is_new);
        let same = new.sections.len() == old.sections.len() + more
            && headings(next) == headings(case) + self.parts.len() + more
            && new.footnotes.len() == old.footnotes.len()
            && new.fences.len() == old.fences.len()
            && new.statements.len() == old.statements.len()
            && next.whys.len() == case.whys.len() + self.parts.len();
        if !same {
            return false;
        }
        let first = case
            .whys
            .iter()
            .filter(|why| (why.span.start as usize) < place.at)
            .count();
        let (earlier, rest) = next.whys.split_at(first.min(next.whys.len()));
        let (mine, later) = rest.split_at(self.parts.len().min(rest.len()));
        let unchanged = earlier
            .iter()
            .chain(later)
            .zip(&case.whys)
            .all(|(new, old)| new.text == old.text && new.answer == old.answer && new.by == old.by);
        unchanged
            && mine
                .iter()
                .zip(&self.parts)
                .all(|(why, part)| part.is(next, why, escaping))
            && mine
                .first()
                .is_some_and(|why| about.is_met(case, next, why, &self.thread.question.on))
    }
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
