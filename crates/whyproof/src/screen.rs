//! The first screen: whether a case stands, what it rests on, where it is weakest, and what to do next.
//!
//! [`first`] says what is on it, as data; [`draw`] makes lines of it, at most [`LINES`].

mod draw;
pub(crate) mod gap;
mod letter;
mod measured;
mod places;
mod plain;
mod whys;

use whyproof_case::{Case, Kind, Standing, Step};
use whyproof_check::Findings;
use whyproof_render::verdict::{self, Reader};
use whyproof_whys::Bank;

use crate::text::typed;

pub(crate) use draw::draw;
pub(crate) use places::cause;
pub(crate) use verdict::objections_and_questions;

/// Most lines of the screen.
pub(crate) const LINES: usize = 24;

/// On how many places a case may rest for one screen to tell them; where there are more, the next is the whole of it.
const MANY: usize = 3;

/// What a verdict's first character says without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// It stands.
    Stands,
    /// It is open.
    Open,
    /// It falls.
    Falls,
}

impl Mark {
    fn of(standing: Standing) -> Mark {
        match standing {
            Standing::Stands => Mark::Stands,
            Standing::Assumed => Mark::Open,
            Standing::Falls => Mark::Falls,
        }
    }
}

/// One thing to say, where it is about a line of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// The line, from 1; none where it is about no place.
    pub(crate) line: Option<u32>,
    /// What is said.
    pub(crate) text: String,
    /// What is said of it in a second sentence, in a line of its own.
    pub(crate) more: Option<String>,
}

/// Places under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Group {
    /// The heading.
    pub(crate) heading: String,
    /// What stands under it.
    pub(crate) places: Vec<Place>,
    /// Whether its places are questions.
    pub(crate) asks: bool,
}

/// What the first screen says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Screen {
    /// The case's title, else its file's name.
    pub(crate) title: String,
    /// The verdict's mark.
    pub(crate) mark: Mark,
    /// The verdict in plain words.
    pub(crate) verdict: String,
    /// What else there is to say of the whole, a sentence each.
    pub(crate) notes: Vec<String>,
    /// What carries most, and the weakest places.
    pub(crate) groups: Vec<Group>,
    /// The next command to type.
    pub(crate) command: String,
    /// What it does.
    pub(crate) does: String,
}

/// What the first screen says of the case at `path`.
pub(crate) fn first(case: &Case, findings: &Findings, bank: &Bank, path: &str) -> Screen {
    if case.kind == Kind::Letter {
        return letter::first(case, findings, path);
    }
    let whys = whys::hardest(case, bank);
    if plain::is_plain(case) {
        let mut screen = plain::first(case, path);
        // The questions say more than the sentences that they are about.
        if whys.is_some() {
            screen.groups.clear();
        }
        screen.groups.extend(whys);
        return screen;
    }
    let (verdict, mut notes) = verdict::verdict(case, Reader::Author);
    let measured = measured::notes(case);
    let has_measured = !measured.is_empty();
    notes.splice(0..0, measured);
    let carrying = places::carrying(case);
    let mut weakest = places::weakest(
        case,
        findings,
        carrying.as_ref().map(|carrying| carrying.step),
    );
    if has_measured {
        // What was measured takes a line of one.
        weakest.truncate(places::WEAKEST - 1);
    }
    let mut groups = Vec::new();
    if let Some(carrying) = carrying {
        groups.push(Group {
            heading: carrying.heading.to_owned(),
            places: vec![carrying.place],
            asks: false,
        });
    }
    if !weakest.is_empty() {
        let heading = match weakest.len() {
            1 => "The weakest place",
            2 => "The two weakest places",
            _ => "The three weakest places",
        };
        groups.push(Group {
            heading: heading.to_owned(),
            places: weakest,
            asks: false,
        });
    }
    groups.extend(whys);
    let (command, does) = next(case, findings, path);
    Screen {
        title: title(case, path),
        mark: Mark::of(case.verdict.standing),
        verdict,
        notes,
        groups,
        command,
        does,
    }
}

fn title(case: &Case, path: &str) -> String {
    let title = case.title.as_deref().map(str::trim);
    let name = path.rsplit('/').next().unwrap_or(path);
    let name = if name == crate::input::STANDARD_INPUT {
        "Standard input"
    } else {
        name
    };
    title.filter(|t| !t.is_empty()).unwrap_or(name).to_owned()
}

/// The command that helps most now, and what it does.
fn next(case: &Case, findings: &Findings, path: &str) -> (String, String) {
    let file = typed(path);
    let fallen = match case.verdict.weakest {
        Some(Step::Show(id) | Step::Answer(id)) => Some(id),
        _ => None,
    };
    match (case.verdict.standing, fallen) {
        (Standing::Falls, Some(id)) => (
            format!("whyproof why {file} '#{}'", case.statement(id).id),
            "why that is so, and what would change it".to_owned(),
        ),
        _ if verdict::any_stale(case) => (
            format!("whyproof refresh {file}"),
            "write what the data say; `--dry-run` only tells".to_owned(),
        ),
        (Standing::Stands, _) if findings.shown.is_empty() => (
            format!("whyproof show {file}"),
            "the whole argument; give it to somebody who will say no".to_owned(),
        ),
        (Standing::Assumed, _) if verdict::places(case) > MANY => (
            format!("whyproof show {file}"),
            "the whole argument, and the steps that would make it stand".to_owned(),
        ),
        _ => (
            format!("whyproof check {file}"),
            "every weak place, and what to do about it".to_owned(),
        ),
    }
}

#[cfg(test)]
mod tests;
