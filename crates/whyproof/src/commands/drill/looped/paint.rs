//! What a loop shows on its way.

use whyproof_experience::rehearsal::{About, Heard, Plan, Rehearsal};
use whyproof_whys::drill::Put;

use crate::commands::sitting::Store;
use crate::commands::sitting::paint::{self, Asking, asked_because, lines};
use crate::terminal::style;
use crate::text::{counted, typed, wrap};

/// The first words: who asks, about what, and where it is kept.
pub(super) fn begin(
    plan: &Plan<'_>,
    rehearsal: &Rehearsal<'_>,
    folder: &str,
    chosen: Option<usize>,
    is_begun: bool,
    store: &Store<'_>,
    columns: usize,
) -> String {
    let strong = style::STRONG;
    let over = match folder {
        "." => String::new(),
        folder => format!(" over {}", typed(folder)),
    };
    let mut text = format!("{strong}{}{over}{strong:#}\n", plan.ladder.title);
    let count = rehearsal.interviewers().count();
    let who = match chosen.and_then(|at| plan.ladder.rungs.get(at)) {
        Some(rung) => format!("{} holds", rung.title),
        None => whyproof_case::capital(&counted(count, "interviewer holds", "interviewers hold")),
    };
    let rooms = chosen.map_or(0..count, |at| at..at + 1);
    let mut words = format!(
        "{who} you to the bar “{}”, with at most {}{}, over {}.",
        plan.bar.title,
        counted(plan.count, "question", "questions"),
        if rooms.len() > 1 { " each" } else { "" },
        counted(plan.stories.len(), "story", "stories")
    );
    let asked: usize = rooms.map(|room| rehearsal.asked_before(room)).sum();
    if asked > 0 {
        words.push_str(&format!(
            " What you were asked in interviews comes first: {}.",
            counted(asked, "question", "questions")
        ));
    }
    text.push_str(&lines(&words, "", columns));
    let kept = if is_begun {
        "Going on from before. --again begins anew.".to_owned()
    } else {
        format!("All you type is kept, in {}.", store.path())
    };
    text.push_str(&lines(&kept, "", columns));
    text
}

/// Who comes in.
pub(super) fn enter(plan: &Plan<'_>, room: usize, columns: usize) -> String {
    let Some(rung) = plan.ladder.rungs.get(room) else {
        return String::new();
    };
    let (strong, faint) = (style::STRONG, style::FAINT);
    let mut text = format!("\n{strong}{}{strong:#}\n", rung.title);
    let decides = rung.decides.trim_end_matches('.');
    let decides = paint::lower(decides);
    let words = format!("{}. Decides {decides}.", rung.who.trim_end_matches('.'));
    for line in wrap(&words, columns) {
        text.push_str(&format!("{faint}{line}{faint:#}\n"));
    }
    text
}

/// What is put now.
pub(super) fn question(
    plan: &Plan<'_>,
    rehearsal: &Rehearsal<'_>,
    room: usize,
    put: &Put<'_>,
    columns: usize,
) -> String {
    let title = plan
        .ladder
        .rungs
        .get(room)
        .map_or("", |rung| rung.title.as_str());
    let lead = format!("{title}, question");
    let about = rehearsal.about(room, &put.question.id);
    let mut notes = Vec::new();
    let before = about
        .filter(|_| put.depth == 0)
        .map(|about| told_of(plan, about));
    if put.depth == 0 {
        notes.extend(asked_because(put));
    }
    let asking = Asking {
        lead: &lead,
        of: format!("at most {}", rehearsal.most(room)),
        place: None,
        before: before.into_iter().collect(),
        notes,
    };
    paint::question(put, &asking, columns)
}

/// What a question is about, in a sentence.
fn told_of(plan: &Plan<'_>, about: &About) -> String {
    let title = |at: &usize| {
        plan.bar
            .criteria
            .get(*at)
            .map_or("", |one| one.title.as_str())
    };
    match about {
        About::Asked {
            by,
            went,
            criterion,
        } => {
            let by = if by.is_empty() {
                String::new()
            } else {
                format!(": {by}")
            };
            let about = criterion
                .as_ref()
                .map(|at| format!(" It is about: {}.", title(at)));
            let went = whyproof_case::capital(went.words());
            format!(
                "You were really asked this{by}. {went}.{}",
                about.unwrap_or_default()
            )
        }
        About::Criterion(at) => format!("Tell one of your stories that shows: {}.", title(at)),
        About::Story { story, line } => {
            let Some(story) = plan.stories.get(*story) else {
                return String::new();
            };
            let line = line.map(|line| format!(":{line}")).unwrap_or_default();
            format!("About “{}”, {}{line}.", story.title(), story.path)
        }
    }
}

/// Which story an answer was read as telling.
pub(super) fn told(plan: &Plan<'_>, heard: &Heard, columns: usize) -> String {
    let words = match heard {
        Heard::Tells { story, words } => {
            let words: Vec<String> = words.iter().take(4).map(|word| format!("“{word}”")).collect();
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let title = plan.stories.get(*story).map_or("", |story| story.title());
            format!("Read as the story “{title}”, by its words {}.", whyproof_case::list(&words))
        }
        Heard::Unwritten => "None of your stories is told by these words. If it is another one, `whyproof story` writes it down.".to_owned(),
    };
    let faint = style::FAINT;
    let mut text = String::new();
    for line in wrap(&words, columns.saturating_sub(2)) {
        text.push_str(&format!("  {faint}{line}{faint:#}\n"));
    }
    text
}

/// How to go on.
pub(super) fn resume(rehearsal: &Rehearsal<'_>, again: &str) -> String {
    let blue = style::TYPED;
    let rooms = 0..rehearsal.interviewers().count();
    let waiting = rooms.filter(|room| rehearsal.session(*room).is_some_and(|one| !one.is_over()));
    let left = counted(waiting.count(), "interviewer is", "interviewers are");
    format!(
        "\n{} not through.\n{blue}{again}{blue:#}   goes on from here\n",
        whyproof_case::capital(&left)
    )
}
