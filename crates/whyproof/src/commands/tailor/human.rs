//! What a tailored résumé has, what was left out, and why.

use whyproof_case::{capital, counted, list};
use whyproof_experience::resume::{Line, Section};
use whyproof_experience::view::Tailored;

use crate::terminal::style;
use crate::text::{typed, wrap};

/// How many stories are named that answer a requirement.
const STORIES: usize = 2;

/// What is told once the résumé is written.
pub(super) fn told(tailored: &Tailored, out: &str, view: Option<&str>, columns: usize) -> String {
    // Skills and courses are named, not told.
    let is_told =
        |line: &&Line<'_>| !matches!(line.id.section, Section::Skills | Section::Education);
    let lines = tailored.resume.lines().iter().filter(is_told).count();
    let fits = format!("on {}", counted(tailored.pages, "page", "pages"));
    let mut text = format!(
        "Wrote {}: {}, {fits}.\n",
        typed(out),
        counted(lines, "line", "lines")
    );
    if let Some(view) = view {
        text.push_str(&format!(
            "Wrote {}, where you pin and drop lines.\n",
            typed(view)
        ));
    }
    let left = tailored.left_out.iter().map(|one| match &one.cut {
        Some(cut) => (
            format!("“{}”", one.words),
            format!("Cut to “{cut}”: {}.", one.why),
        ),
        None => (
            format!("“{}”", one.words),
            format!("{}.", capital(&one.why)),
        ),
    });
    section(&mut text, "Left out", left, columns);
    if tailored.left_out.is_empty() {
        text.push_str("\nAll that you wrote is in it: only the order is the job's.\n");
    }
    let refused = tailored.refused.iter().filter_map(|one| {
        let nearest = one.nearest.as_ref()?;
        Some((
            format!("“{}”", one.words),
            format!("Its source supports: “{nearest}”"),
        ))
    });
    section(&mut text, "What could stand instead", refused, columns);
    let said = tailored.substituted.iter().map(|one| {
        (
            format!("“{}” for your “{}”", one.theirs, one.mine),
            format!("“{}”", one.after),
        )
    });
    section(&mut text, "In the job's words", said, columns);
    unanswered(&mut text, tailored, columns);
    let notes = tailored
        .notes
        .iter()
        .map(|note| (note.clone(), String::new()));
    section(&mut text, "Note", notes, columns);
    text
}

/// What the job asks for and no line of the résumé answers: what a line that is left out does, what only a story does, and
/// what nothing does.
fn unanswered(text: &mut String, tailored: &Tailored, columns: usize) {
    let open = || {
        let answers = tailored.answers.iter();
        answers.filter(|one| one.lines.is_empty())
    };
    let missed = open().filter_map(|one| {
        let line = one.missed.first()?;
        Some((
            one.requirement.clone(),
            format!("“{line}” does, and is left out."),
        ))
    });
    section(text, "No line in it answers", missed, columns);
    let told = open().filter(|one| one.is_only_told()).map(|one| {
        let stories = one.stories.iter().take(STORIES);
        let stories: Vec<String> = stories
            .map(|(title, path)| format!("“{title}” ({path})"))
            .collect();
        let stories: Vec<&str> = stories.iter().map(String::as_str).collect();
        let verb = if stories.len() == 1 { "tells" } else { "tell" };
        let said = format!("{} {verb} it.", list(&stories));
        (one.requirement.clone(), said)
    });
    let title = "Your stories answer, and no line of your résumé says so yet";
    section(text, title, told, columns);
    let nothing = open().filter(|one| one.is_nothing());
    let nothing = nothing.map(|one| (one.requirement.clone(), String::new()));
    section(text, "Nothing was found that answers", nothing, columns);
}

fn section(
    text: &mut String,
    title: &str,
    rows: impl Iterator<Item = (String, String)>,
    columns: usize,
) {
    let (strong, faint) = (style::STRONG, style::FAINT);
    for (at, (first, second)) in rows.enumerate() {
        if at == 0 {
            text.push_str(&format!("\n{strong}{title}{strong:#}\n"));
        }
        for line in wrap(&first, columns.saturating_sub(2)) {
            text.push_str(&format!("  {line}\n"));
        }
        for line in wrap(&second, columns.saturating_sub(4))
            .iter()
            .filter(|line| !line.is_empty())
        {
            text.push_str(&format!("    {faint}{line}{faint:#}\n"));
        }
    }
}
