//! `packet --take`: a mentor is asked for their take, in one file.

use std::process::ExitCode;

use whyproof_case::{Bar, list};
use whyproof_experience::people::FILE;
use whyproof_experience::resume::Own;
use whyproof_host::System;
use whyproof_render::packet::{TakePacket, TakeStory, take};

use super::PacketArgs;
use super::leaving::{Leaves, leaves, story_says, without};
use crate::error::{Error, ErrorKind};
use crate::input::{self, STANDARD_INPUT, Source};
use crate::terminal::{Terminal, style};
use crate::text::{counted, typed, wrap};
use crate::workspace::Workspace;
use crate::workspace::people;
use crate::workspace::produced::{self, Produced};
use crate::workspace::sharing;
use crate::workspace::taking::Held;

/// Longest question, in characters: a letter, not a book.
const LONGEST: usize = 20_000;

/// The letter: what is asked, and how it is signed.
struct Letter {
    question: String,
    signed: Option<String>,
}

/// What is told of the packet.
#[derive(Default)]
struct Told {
    /// What is in it, in words.
    holds: Vec<String>,
    /// What was left out, a sentence each.
    left_out: Vec<String>,
    /// What the person should look at before they send it, a sentence each.
    look: Vec<String>,
}

pub(super) fn run(
    arguments: &PacketArgs,
    folder: Option<&str>,
    mail: Option<&str>,
    terminal: &mut Terminal,
) -> Result<ExitCode, Error> {
    let workspace = Workspace::read(&[folder.unwrap_or(".").to_owned()])?;
    let (workspace, kept) = sharing::as_shared(workspace);
    let letter = letter(arguments, &workspace)?;
    let bars = Held::to(&arguments.bar, None, &workspace)?.bars;
    let path = match &arguments.output {
        Some(path) => path.clone(),
        None => workspace.beside("take-packet.html"),
    };
    Produced::named(&path, &[Produced::Packet])?;
    produced::is_free(&path, Produced::Packet, &workspace.files())?;
    let mut told = Told::default();
    told.holds.push("your question".to_owned());
    told.left_out.extend(kept);
    let life = workspace.background.life.as_ref();
    let own = life.map_or_else(Own::default, |life| life.own.clone());
    let resume = life.map(|life| {
        let (resume, gone) = without(&life.resume, &own);
        told.resume(&life.path, resume.lines().len(), gone);
        resume
    });
    let mut stories = Vec::new();
    for story in &workspace.background.stories {
        let still = story_says(story, &own);
        if told.story(&story.path, &leaves(&story.case), still) {
            stories.push(TakeStory {
                path: within(&workspace.folder, &story.path),
                case: &story.case,
            });
        }
    }
    told.rest(stories.len(), &bars);
    let page = take(&TakePacket {
        question: &letter.question,
        signed: letter.signed.as_deref(),
        resume: resume.as_ref(),
        stories: &stories,
        bars: &bars,
        mail,
    });
    let page = page.as_str().as_bytes();
    produced::write(&path, page, Produced::Packet, &workspace.files())?;
    terminal.print(&told.text(&path, &workspace.folder, terminal.width()))?;
    Ok(ExitCode::SUCCESS)
}

/// A story's path in its workspace.
fn within<'p>(folder: &str, path: &'p str) -> &'p str {
    let below = path.strip_prefix(folder.trim_end_matches('/'));
    let below = below.and_then(|below| below.strip_prefix('/'));
    below.unwrap_or(path)
}

fn letter(arguments: &PacketArgs, workspace: &Workspace) -> Result<Letter, Error> {
    let path = workspace.beside(FILE);
    let (_, people) = people::read(&path)?;
    let question = match (&arguments.question, &arguments.question_file) {
        (Some(question), _) => Some(question.clone()),
        (None, Some(file)) if file == STANDARD_INPUT => {
            let bytes = input::any_bytes(&System, file)?;
            Some(input::decode(file, bytes)?)
        }
        (None, Some(file)) => Some(Source::read(&System, file)?.text),
        (None, None) => people.question,
    };
    let question = question.unwrap_or_default().trim().to_owned();
    if !question.contains(char::is_alphanumeric) {
        let message = "there is no question to send, and nobody else can write it for you";
        return Err(Error::new(ErrorKind::Usage, message)
            .hint(format!(
                "Write it into {}, in your own words: `question: I would appreciate your take on …`",
                typed(&path)
            ))
            .hint("Or give it here: --question \"…\", or --question-file letter.txt."));
    }
    if question.chars().count() > LONGEST {
        let message = format!("the question is longer than {LONGEST} characters");
        return Err(
            Error::new(ErrorKind::Usage, message).hint("A mentor reads it first: a page is a lot.")
        );
    }
    let signed = arguments.signed.clone().or(people.signed);
    let signed = signed.map(|signed| whyproof_case::clean_words(&signed));
    Ok(Letter {
        question,
        signed: signed.filter(|signed| !signed.is_empty()),
    })
}

impl Told {
    fn resume(&mut self, path: &str, lines: usize, gone: usize) {
        let lines = counted(lines, "line", "lines");
        self.holds.push(format!("{lines} of your résumé"));
        if gone > 0 {
            let gone = counted(gone, "line", "lines");
            let of = typed(path);
            self.left_out
                .push(format!("{gone} of {of}, with what you withdrew"));
        }
    }

    /// Whether the story goes in.
    fn story(&mut self, path: &str, leaves: &Leaves, still: Option<&str>) -> bool {
        let name = typed(path);
        if let Some(still) = still {
            self.left_out.push(format!(
                "{name}, which still says what you withdrew: “{still}”"
            ));
            return false;
        }
        match leaves {
            Leaves::Whole => true,
            Leaves::InWords(share) => {
                self.look.push(format!(
                    "{name} is to be shared as: “{share}”. Whether it is told so, only you can see."
                ));
                true
            }
            Leaves::Not => {
                self.left_out
                    .push(format!("{name}, of which nothing is shared"));
                false
            }
        }
    }

    fn rest(&mut self, stories: usize, bars: &[Bar]) {
        if stories > 0 {
            self.holds.push(counted(stories, "story", "stories"));
        }
        for bar in bars {
            let criteria = counted(bar.criteria.len(), "criterion", "criteria");
            self.holds.push(format!("the {criteria} of {}", bar.name));
        }
    }

    fn text(&self, path: &str, folder: &str, columns: usize) -> String {
        let (strong, blue) = (style::STRONG, style::TYPED);
        let holds: Vec<&str> = self.holds.iter().map(String::as_str).collect();
        let mut text = format!("Wrote {}.\n\n", typed(path));
        let holds = format!(
            "It holds {}. Your name, your addresses and your private notes are not in it.",
            list(&holds)
        );
        paragraph(&mut text, &holds, 0, columns);
        for (head, lines) in [
            ("Left out", &self.left_out),
            ("Look at this before you send it", &self.look),
        ] {
            if lines.is_empty() {
                continue;
            }
            text.push_str(&format!("\n{strong}{head}{strong:#}\n"));
            for line in lines {
                paragraph(&mut text, line, 2, columns);
            }
        }
        text.push('\n');
        let send = "Send it to whoever should give you their take: it opens in any browser, works without a network, \
                    and sends nothing. What comes back are small files.";
        paragraph(&mut text, send, 0, columns);
        text.push_str(&format!(
            "\n{strong}Next{strong:#}\n  {blue}whyproof import *-reply.json --into {}{blue:#}\n",
            typed(folder)
        ));
        text
    }
}

fn paragraph(text: &mut String, words: &str, indent: usize, columns: usize) {
    for line in wrap(words, columns.saturating_sub(indent)) {
        text.push_str(&format!("{:indent$}{line}\n", ""));
    }
}
