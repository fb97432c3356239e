//! What a tailored résumé has, what was left out, and why.

use whyproof_case::{capital, counted};
use whyproof_experience::resume::{Line, Section};
use whyproof_experience::view::Tailored;

use crate::terminal::style;
use crate::text::{typed, wrap};

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
    let unanswered = tailored.answers.iter().filter(|one| one.lines.is_empty());
    let unanswered = unanswered.map(|one| (one.requirement.clone(), String::new()));
    section(&mut text, "Nothing in it answers", unanswered, columns);
    let notes = tailored
        .notes
        .iter()
        .map(|note| (note.clone(), String::new()));
    section(&mut text, "Note", notes, columns);
    text
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
