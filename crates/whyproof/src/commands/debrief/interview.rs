//! The questions about an interview, one at a time; each finished one is in the file before the next comes.

use std::collections::BTreeMap;

use whyproof_case::{Host, built_in_ladders, join, ladder};
use whyproof_experience::Story;
use whyproof_experience::debrief::{Asked, Debrief, Went};
use whyproof_host::System;
use whyproof_whys::drill::{Draft, Entry, Reference};

use super::Book;
use crate::commands::sitting::paint::{framed, lines};
use crate::commands::sitting::{Answers, Said, Store};
use crate::error::{Error, ErrorKind};
use crate::names::{any_of, near};
use crate::terminal::Terminal;
use crate::text::counted;

/// Asks, and writes down.
pub(super) struct Interview<'a> {
    pub(super) book: &'a Book,
    pub(super) folder: &'a str,
    pub(super) stories: &'a [Story],
    pub(super) store: &'a Store<'a>,
    /// What was said of a question that was not finished, by what it answers: offered once.
    pub(super) unfinished: BTreeMap<String, String>,
}

/// What somebody said; none where they passed it by.
enum Heard {
    Words(String),
    Nothing,
    Enough,
}

impl Interview<'_> {
    /// Asks until somebody has enough; `conversation` has what was said on the command line.
    pub(super) fn run(
        &mut self,
        mut conversation: Debrief,
        answers: &mut Answers<'_>,
        terminal: &mut Terminal,
    ) -> Result<Debrief, Error> {
        let words =
            "After an interview. Each question is kept as soon as you have said how it went.";
        terminal.print(&lines(words, "", terminal.width()))?;
        if conversation.at.is_none() {
            let help = format!("{}; or in your own words.", self.interviewers());
            match self.ask(
                "at",
                "Whom did you talk to: what were they there?",
                &help,
                answers,
                terminal,
            )? {
                Heard::Words(at) => conversation.at = Some(flat(&at)),
                Heard::Nothing => {}
                Heard::Enough => return Ok(conversation),
            }
        }
        if conversation.by.is_none() {
            match self.ask(
                "by",
                "What is their name?",
                "/skip where you do not know.",
                answers,
                terminal,
            )? {
                Heard::Words(by) => conversation.by = Some(flat(&by)),
                Heard::Nothing => {}
                Heard::Enough => return Ok(conversation),
            }
        }
        let mut done = conversation.clone();
        while let Some(asked) = self.one(done.asked.len(), answers, terminal)? {
            conversation.asked = vec![asked.clone()];
            self.book.add(&conversation)?;
            done.asked.push(asked);
            self.store.append(&Entry::Ended)?;
        }
        Ok(done)
    }

    /// One question that was asked; none where that was all.
    fn one(
        &mut self,
        before: usize,
        answers: &mut Answers<'_>,
        terminal: &mut Terminal,
    ) -> Result<Option<Asked>, Error> {
        let (text, help) = match before {
            0 => (
                "What did they ask?",
                "As near to their words as you remember; one question at a time.",
            ),
            _ => ("What else did they ask?", "/quit where that was all."),
        };
        let Heard::Words(question) = self.ask("asked", text, help, answers, terminal)? else {
            return Ok(None);
        };
        let Some(went) = self.went(answers, terminal)? else {
            return Ok(None);
        };
        let mut asked = Asked {
            question: flat(&question),
            went,
            story: None,
            note: None,
        };
        if !self.stories.is_empty() {
            asked.story = self.told(answers, terminal)?;
        }
        let help = "What you want to remember before the next one. /skip where there is nothing.";
        if let Heard::Words(note) =
            self.ask("note", "Anything to note?", help, answers, terminal)?
        {
            asked.note = Some(note.trim().to_owned());
        }
        Ok(Some(asked))
    }

    fn went(
        &mut self,
        answers: &mut Answers<'_>,
        terminal: &mut Terminal,
    ) -> Result<Option<Went>, Error> {
        loop {
            let text = "How did your answer go: well, mixed or badly?";
            let Heard::Words(word) =
                self.ask("went", text, "One of the three words.", answers, terminal)?
            else {
                return Ok(None);
            };
            if let Some(went) = Went::of(word.trim_end_matches('.')) {
                return Ok(Some(went));
            }
            let message = format!(
                "“{}” is not well, mixed or badly",
                crate::text::harmless(&flat(&word))
            );
            // Nobody is there to say it again.
            if matches!(answers, Answers::Script(_)) {
                return Err(Error::new(ErrorKind::Usage, message)
                    .hint("What was finished before it is kept."));
            }
            terminal.print(&lines(&format!("{message}."), "", terminal.width()))?;
        }
    }

    /// The story that was told, by its path in the workspace.
    fn told(
        &mut self,
        answers: &mut Answers<'_>,
        terminal: &mut Terminal,
    ) -> Result<Option<String>, Error> {
        let titles = self
            .stories
            .iter()
            .zip(1..)
            .map(|(story, at)| format!("{at}. {}", story.title()));
        let mut notes: Vec<String> = titles.collect();
        notes.push("Its number or its file. /skip where you told none of them.".to_owned());
        loop {
            let heard = self.ask_with(
                "story",
                "Which story did you tell?",
                &notes,
                answers,
                terminal,
            )?;
            let Heard::Words(said) = heard else {
                return Ok(None);
            };
            let said = said.trim();
            let numbered = said
                .parse::<usize>()
                .ok()
                .and_then(|at| self.stories.get(at.checked_sub(1)?));
            let found = match numbered {
                Some(story) => Ok(within(self.folder, &story.path)),
                None => story(self.folder, self.stories, said),
            };
            match (found, &*answers) {
                (Ok(path), _) => return Ok(Some(path)),
                (Err(error), Answers::Script(_)) => return Err(error),
                (Err(error), Answers::Editor(_)) => {
                    terminal.print(&lines(
                        &format!("{}.", whyproof_case::capital(&error.message)),
                        "",
                        terminal.width(),
                    ))?;
                }
            }
        }
    }

    fn ask(
        &mut self,
        id: &str,
        text: &str,
        help: &str,
        answers: &mut Answers<'_>,
        terminal: &mut Terminal,
    ) -> Result<Heard, Error> {
        self.ask_with(id, text, &[help.to_owned()], answers, terminal)
    }

    fn ask_with(
        &mut self,
        id: &str,
        text: &str,
        notes: &[String],
        answers: &mut Answers<'_>,
        terminal: &mut Terminal,
    ) -> Result<Heard, Error> {
        terminal.print(&framed("", &[], text, notes, terminal.width()))?;
        let question = Reference {
            id: id.to_owned(),
            text: text.to_owned(),
            follow_up: None,
        };
        if let Some(answer) = self.unfinished.remove(id) {
            let question = question.clone();
            answers.offer(&Draft { question, answer });
        }
        let said = answers.next(&question, terminal)?;
        if let Said::Answer(answer, seconds) = &said {
            self.store.append(&Entry::Answered {
                question,
                answer: answer.clone(),
                seconds: *seconds,
            })?;
            self.store.forget_draft()?;
        }
        Ok(match said {
            Said::Answer(words, _) => Heard::Words(words),
            Said::Skip(words) | Said::Park(words) if !words.is_empty() => Heard::Words(words),
            Said::Skip(_) | Said::Park(_) => Heard::Nothing,
            Said::Quit(_) | Said::Left => Heard::Enough,
        })
    }

    /// What an earlier debrief left: answers of a question that was not finished, and what was being typed.
    pub(super) fn left(store: &Store<'_>) -> Result<BTreeMap<String, String>, Error> {
        let mut left = BTreeMap::new();
        for entry in store.journal()?.open() {
            if let Entry::Answered {
                question, answer, ..
            } = entry
            {
                left.insert(question.id.clone(), answer.clone());
            }
        }
        if let Some(draft) = store.draft()? {
            left.insert(draft.question.id, draft.answer);
        }
        Ok(left)
    }

    /// Who sits in the loop that is built in.
    fn interviewers(&self) -> String {
        let scope = whyproof_case::Scope::of_folder(&System, self.folder);
        let name = built_in_ladders().find(|name| *name == super::super::drill::LOOP);
        let found = name.and_then(|name| ladder(&System, &scope, name).ok());
        let titles: Vec<String> = found
            .iter()
            .flat_map(|ladder| ladder.rungs.iter().map(|rung| rung.title.clone()))
            .collect();
        titles.join(", ")
    }
}

/// The story that `named` names: a file of the bank, by its path from here or in the workspace.
pub(super) fn story(folder: &str, stories: &[Story], named: &str) -> Result<String, Error> {
    let paths: Vec<String> = stories
        .iter()
        .map(|story| within(folder, &story.path))
        .collect();
    let wanted = within(folder, named);
    if let Some(path) = paths.iter().find(|path| **path == wanted) {
        return Ok(path.clone());
    }
    if System
        .stat(&join(folder, &wanted))
        .is_ok_and(|stat| !stat.folder)
    {
        return Ok(wanted);
    }
    let error = Error::new(
        ErrorKind::Environment,
        format!(
            "there is no story `{}` in {}",
            crate::text::harmless(named),
            crate::text::typed(folder)
        ),
    );
    let near = near(&wanted, paths.iter().map(String::as_str));
    Err(match near.is_empty() {
        true => error.hint(format!(
            "It has {}.",
            counted(paths.len(), "story", "stories")
        )),
        false => error.hint(format!("Did you mean {}?", any_of(&near))),
    })
}

/// A path as the workspace has it.
fn within(folder: &str, path: &str) -> String {
    let clean = |path: &str| {
        path.replace('\\', "/")
            .trim_start_matches("./")
            .trim_end_matches('/')
            .to_owned()
    };
    let (folder, path) = (clean(folder), clean(path));
    let inside = path
        .strip_prefix(&folder)
        .and_then(|rest| rest.strip_prefix('/'));
    match inside {
        Some(rest) if folder != "." => rest.to_owned(),
        _ => path,
    }
}

/// In one line.
fn flat(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
