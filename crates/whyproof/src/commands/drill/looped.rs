//! `drill --loop`: the interviewers of a ladder, one after the other, over the story bank.

mod paint;
mod report;

use std::process::ExitCode;
use std::sync::Arc;

use whyproof_case::{Bar, BarError, Host, Ladder, Scope, built_in_ladders, join, ladder};
use whyproof_experience::rehearsal::{Plan, Rehearsal};
use whyproof_host::System;
use whyproof_whys::drill::{Entry, SCHEMA};

use super::DrillArgs;
use crate::commands::ask::bank;
use crate::commands::bar;
use crate::commands::debrief::Book;
use crate::commands::sitting::{self, Answers, Store};
use crate::error::{Error, ErrorKind};
use crate::names::{any_of, near};
use crate::terminal::Terminal;
use crate::text::typed;
use crate::workspace::Workspace;
use crate::workspace::taking::USUAL;

/// The loop that is played where none is named.
pub(crate) const LOOP: &str = "interview-loop";

/// Which loop, and over which folder.
struct Named {
    ladder: String,
    folder: String,
}

/// `--loop` may have a name, and what follows it may be the folder: a name that is no ladder's and that a folder has is
/// the folder's.
fn named(arguments: &DrillArgs, first: &str) -> Named {
    let is_folder = |path: &str| System.stat(path).is_ok_and(|stat| stat.folder);
    let given = arguments.case.clone();
    let scope = Scope::of_folder(&System, given.as_deref().unwrap_or("."));
    let is_ladder = first.is_empty() || ladder(&System, &scope, first).is_ok();
    let named = |ladder: &str, folder: Option<String>| Named {
        ladder: if ladder.is_empty() {
            LOOP.to_owned()
        } else {
            ladder.to_owned()
        },
        folder: folder.unwrap_or_else(|| ".".to_owned()),
    };
    match given {
        None if !is_ladder && is_folder(first) => named("", Some(first.to_owned())),
        given => named(first, given),
    }
}

pub(super) fn run(
    arguments: &DrillArgs,
    first: &str,
    terminal: &mut Terminal,
) -> Result<ExitCode, Error> {
    let Named { ladder, folder } = named(arguments, first);
    let workspace = Workspace::read(std::slice::from_ref(&folder))?;
    let stories = &workspace.background.stories;
    let Some(story) = stories.first() else {
        return Err(Error::new(
            ErrorKind::Environment,
            format!("there is no story in {}", typed(&folder)),
        )
        .hint("`whyproof story` asks about the hardest thing you did, and writes the story."));
    };
    let scope = Scope::of_folder(&System, &workspace.folder);
    let ladder = find(&scope, &ladder)?;
    let bar = held_to(arguments, &scope, &ladder)?;
    let chosen = rung(arguments, &ladder)?;
    let debriefs = Book::of(&workspace.folder).read()?;
    let bank = bank(&story.case)?;
    let plan = Plan {
        ladder: &ladder,
        bar: &bar,
        stories,
        debriefs: &debriefs,
        bank: &bank,
        count: usize::from(arguments.count),
        budget: (arguments.minutes * 60.0).round() as u32,
    };
    let store = Store::open(
        &System,
        "drill",
        &join(&workspace.folder, &format!("loop-{}", ladder.name)),
    );
    if arguments.again && store.journal()?.is_begun() {
        store.append(&Entry::Ended)?;
    }
    play(arguments, plan, chosen, &folder, &store, terminal)
}

/// Plays the loop, or the interviewer that was chosen, and reports.
fn play(
    arguments: &DrillArgs,
    plan: Plan<'_>,
    chosen: Option<usize>,
    folder: &str,
    store: &Store<'_>,
    terminal: &mut Terminal,
) -> Result<ExitCode, Error> {
    let columns = terminal.width();
    let mut answers = Answers::open(arguments.script.as_deref(), store)?;
    let is_begun = store.journal()?.is_begun();
    let mut rehearsal = Rehearsal::begin(plan, store.journal()?.open());
    let rooms: Vec<usize> = match chosen {
        Some(room) => vec![room],
        None => (0..plan.ladder.rungs.len()).collect(),
    };
    let waits = |rehearsal: &Rehearsal<'_>, room: usize| {
        rehearsal
            .session(room)
            .is_some_and(|one| one.put().is_some())
    };
    let next = rooms.iter().copied().find(|room| waits(&rehearsal, *room));
    if let Some(session) = next.and_then(|room| rehearsal.session_mut(room))
        && sitting::take_up(session, store, &mut answers)?.is_some()
    {
        rehearsal = Rehearsal::begin(plan, store.journal()?.open());
    }
    store.append(&Entry::Began {
        schema: SCHEMA.to_owned(),
        revision: String::new(),
        day: System.today().to_string(),
    })?;
    terminal.print(&paint::begin(
        &plan, &rehearsal, folder, chosen, is_begun, store, columns,
    ))?;
    let again = typed_again(arguments, plan.ladder, folder, chosen);
    for room in rooms {
        match interviewer(&plan, &mut rehearsal, room, store, &mut answers, terminal) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                return Err(error.hint(format!(
                    "What you answered is kept: `{again}` goes on from there."
                )));
            }
        }
    }
    terminal.print(&report::draw(&plan, &rehearsal, chosen, columns))?;
    if rehearsal.is_over() {
        store.append(&Entry::Ended)?;
    } else {
        // Whoever was chosen and is through goes on with the others.
        let session = |room: usize| rehearsal.session(room);
        let chosen = chosen.filter(|room| session(*room).is_some_and(|one| !one.is_over()));
        let again = typed_again(arguments, plan.ladder, folder, chosen);
        terminal.print(&paint::resume(&rehearsal, &again))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// One interviewer; says whether to go on to the next.
fn interviewer(
    plan: &Plan<'_>,
    rehearsal: &mut Rehearsal<'_>,
    room: usize,
    store: &Store<'_>,
    answers: &mut Answers<'_>,
    terminal: &mut Terminal,
) -> Result<bool, Error> {
    let columns = terminal.width();
    let mut is_met = false;
    loop {
        let shown = rehearsal
            .session(room)
            .and_then(|session| session.put())
            .map(|put| {
                let intro = if is_met {
                    String::new()
                } else {
                    paint::enter(plan, room, columns)
                };
                intro + &paint::question(plan, rehearsal, room, &put, columns)
            });
        let Some(shown) = shown else {
            return Ok(true);
        };
        is_met = true;
        let Some(session) = rehearsal.session_mut(room) else {
            return Ok(true);
        };
        let budget = session.settings().budget;
        let Some((entry, turn)) = sitting::step(session, store, answers, terminal, &shown)? else {
            return Ok(true);
        };
        let ended = entry == Entry::Quit;
        if let Some(turn) = turn {
            terminal.print(&answers.measured(&turn, budget, columns))?;
        }
        if let Some(told) = rehearsal.noted(room, entry) {
            terminal.print(&paint::told(plan, &told, columns))?;
        }
        if ended {
            return Ok(false);
        }
    }
}

/// The ladder of that name, or which there are.
pub(crate) fn find(scope: &Scope, name: &str) -> Result<Arc<Ladder>, Error> {
    ladder(&System, scope, name).map_err(|error| {
        let said = Error::new(ErrorKind::Environment, error.to_string());
        let BarError::Unknown { .. } = error else {
            return said;
        };
        let names: Vec<&str> = built_in_ladders().collect();
        let near = near(name, names.iter().copied());
        match near.is_empty() {
            true => said.hint(format!(
                "Built in are {}.",
                any_of(&names).replace(" or ", " and ")
            )),
            false => said.hint(format!("Did you mean {}?", any_of(&near))),
        }
    })
}

fn held_to(arguments: &DrillArgs, scope: &Scope, ladder: &Ladder) -> Result<Arc<Bar>, Error> {
    let name = arguments.bar.as_deref().or(ladder.bar.as_deref());
    bar::find(scope, name.unwrap_or(USUAL))
}

/// The interviewer that `--rung` names.
fn rung(arguments: &DrillArgs, ladder: &Ladder) -> Result<Option<usize>, Error> {
    let Some(name) = &arguments.rung else {
        return Ok(None);
    };
    let wanted = name.trim().to_lowercase();
    let mut rungs = ladder.rungs.iter();
    let found = rungs
        .position(|rung| rung.name.to_lowercase() == wanted || rung.title.to_lowercase() == wanted);
    match found {
        Some(at) => Ok(Some(at)),
        None => {
            let names: Vec<&str> = ladder.rungs.iter().map(|rung| rung.name.as_str()).collect();
            let message = format!(
                "the loop `{}` has no interviewer `{}`",
                ladder.name,
                name.trim()
            );
            Err(Error::new(ErrorKind::Usage, message).hint(format!(
                "It has {}.",
                any_of(&names).replace(" or ", " and ")
            )))
        }
    }
}

/// The command, as it goes on.
fn typed_again(
    arguments: &DrillArgs,
    ladder: &Ladder,
    folder: &str,
    chosen: Option<usize>,
) -> String {
    let mut command = String::from("whyproof drill");
    if folder != "." {
        command.push_str(&format!(" {}", typed(folder)));
    }
    command.push_str(" --loop");
    if ladder.name != LOOP {
        command.push_str(&format!(" {}", typed(&ladder.name)));
    }
    let rung = chosen.and(arguments.rung.as_ref());
    for (flag, value) in [("--bar", arguments.bar.as_ref()), ("--rung", rung)] {
        if let Some(value) = value {
            command.push_str(&format!(" {flag} {}", typed(value)));
        }
    }
    if arguments.count != 5 {
        command.push_str(&format!(" --count {}", arguments.count));
    }
    command
}
