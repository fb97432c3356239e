//! The loop's report on the screen: by interviewer, by story, by criterion.

use whyproof_experience::rehearsal::{About, Open, Plan, Rehearsal};
use whyproof_whys::drill::State;

use super::super::report;
use crate::commands::sitting::paint::lines;
use crate::terminal::style;

/// What held, wavered and is to prepare with each interviewer; which stories were told; what nobody got an answer on:
/// of the interviewer who was chosen, only theirs.
pub(super) fn draw(
    plan: &Plan<'_>,
    rehearsal: &Rehearsal<'_>,
    chosen: Option<usize>,
    columns: usize,
) -> String {
    let mut report = rehearsal.report();
    if let Some(room) = chosen {
        only_of(room, rehearsal, &mut report.open);
    }
    let strong = style::STRONG;
    let mut text = format!("\n{strong}How it went{strong:#}\n");
    if report.rooms.is_empty() {
        text.push_str("Nothing was answered yet.\n");
    }
    let title = |room: usize| {
        plan.ladder
            .rungs
            .get(room)
            .map_or("", |rung| rung.title.as_str())
    };
    let story = |at: usize| plan.stories.get(at).map_or("", |story| story.title());
    for (room, one) in &report.rooms {
        text.push_str(&format!("\n{strong}{}{strong:#}\n", title(*room)));
        report::parts(&mut text, one, columns);
    }
    text.push_str(&format!("\n{strong}Stories{strong:#}\n"));
    for told in &report.told {
        let mut to: Vec<&str> = Vec::new();
        for (room, _, _) in &told.to {
            if !to.contains(&title(*room)) {
                to.push(title(*room));
            }
        }
        let words = format!("Told: {} (to {})", story(told.story), to.join(", "));
        text.push_str(&lines(&words, "  ", columns));
    }
    for at in &report.untold {
        text.push_str(&lines(&format!("Not told: {}", story(*at)), "  ", columns));
    }
    for (room, question) in &report.unwritten {
        let words = format!("None of these by its words: {}, “{question}”", title(*room));
        text.push_str(&lines(&words, "  ", columns));
    }
    if !report.open.is_empty() {
        text.push_str(&format!("\n{strong}Nobody got an answer on{strong:#}\n"));
        for open in &report.open {
            let criterion = plan
                .bar
                .criteria
                .get(open.criterion)
                .map_or("", |one| one.title.as_str());
            let of: Vec<&str> = open.of.iter().map(|room| title(*room)).collect();
            let words = format!("{criterion}: {}", why(open, &of));
            text.push_str(&lines(&words, "  ", columns));
        }
    }
    text
}

/// What nobody got an answer on, as one interviewer sees it.
fn only_of(room: usize, rehearsal: &Rehearsal<'_>, all: &mut Vec<Open>) {
    all.retain(|open| open.of.contains(&room));
    for open in all {
        open.of = vec![room];
        open.is_skipped = is_skipped(rehearsal, room, open.criterion);
    }
}

/// Whether an interviewer asked about a criterion, and was passed by each time.
fn is_skipped(rehearsal: &Rehearsal<'_>, room: usize, criterion: usize) -> bool {
    let Some(session) = rehearsal.session(room) else {
        return false;
    };
    let about = |id: &str| match rehearsal.about(room, id)? {
        About::Asked { criterion, .. } => *criterion,
        About::Criterion(at) => Some(*at),
        About::Story { .. } => None,
    };
    let mut asked = session
        .threads()
        .filter(|thread| about(&thread.question.id) == Some(criterion))
        .peekable();
    asked.peek().is_some() && asked.all(|thread| thread.state == State::Skipped)
}

fn why(open: &Open, of: &[&str]) -> String {
    match (of.is_empty(), open.is_skipped) {
        (true, _) => "no interviewer asks about it here.".to_owned(),
        (false, true) => format!("you skipped it ({}).", of.join(", ")),
        (false, false) => format!("not reached ({}).", of.join(", ")),
    }
}
