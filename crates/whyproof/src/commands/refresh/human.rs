//! The outcome for people.

use super::file::{Changed, Done};
use crate::terminal::style;
use crate::text::{counted, one_line, typed, wrap};

/// Old and new of every figure that was stale, what could not be mended, and a line that counts.
pub(super) fn write(done: &[Done], writes: bool, columns: usize) -> String {
    let mut lines = Vec::new();
    let told = done
        .iter()
        .filter(|file| !file.changes.is_empty() || !file.troubles.is_empty());
    for file in told {
        let strong = style::STRONG;
        lines.push(format!("{strong}{}{strong:#}", file.path));
        lines.extend(file.changes.iter().map(changed));
        for trouble in &file.troubles {
            let bad = style::BAD;
            let text = format!("{}: {}", trouble.id, trouble.why);
            for (at, line) in wrap(&text, columns.saturating_sub(14)).iter().enumerate() {
                lines.push(if at == 0 {
                    format!("{bad}!{bad:#} line {:>4}  {line}", trouble.line)
                } else {
                    format!("             {line}")
                });
            }
        }
        lines.push(String::new());
    }
    lines.push(summary(done, writes));
    lines.push(String::new());
    lines.join("\n")
}

fn changed(changed: &Changed) -> String {
    let faint = style::FAINT;
    format!(
        "  line {:>4}  {} → {}  {faint}{}{faint:#}",
        changed.line,
        one_line(&changed.old),
        one_line(&changed.new),
        one_line(&changed.id)
    )
}

fn summary(done: &[Done], writes: bool) -> String {
    let all: usize = done.iter().map(|file| file.figures).sum();
    let stale: usize = done.iter().map(|file| file.changes.len()).sum();
    let wrong: usize = done.iter().map(|file| file.troubles.len()).sum();
    let cases = counted(done.len(), "case", "cases");
    let mut text = match (all, stale) {
        (0, _) => format!("No figures in {cases}."),
        (_, 0) => format!(
            "{} in {cases}: none is stale.",
            whyproof_case::capital(&counted(all, "figure", "figures"))
        ),
        (_, stale) if writes => format!(
            "{} of {all} refreshed in {cases}.",
            whyproof_case::capital(&counted(stale, "figure", "figures"))
        ),
        (_, stale) => {
            let stale = counted(stale, "figure is", "figures are");
            format!(
                "{} stale, of {all} in {cases}; {} would rewrite.",
                whyproof_case::capital(&stale),
                command(done)
            )
        }
    };
    if wrong > 0 {
        let wrong = counted(wrong, "figure needs", "figures need");
        text.push_str(&format!(" {} you.", whyproof_case::capital(&wrong)));
    }
    text
}

fn command(done: &[Done]) -> String {
    let mut stale = done.iter().filter(|file| !file.changes.is_empty());
    match (stale.next(), stale.next()) {
        (Some(file), None) => format!("`whyproof refresh {}`", typed(&file.path)),
        _ => "`whyproof refresh`".to_owned(),
    }
}
