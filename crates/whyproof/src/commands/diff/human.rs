//! What changed, for people: a part for each group, what was and what is.

use anstyle::Style;
use whyproof_case::{ChangeGroup, ChangeKind, Changed, Changes, Standing, capital};

use crate::outline::mark;
use crate::terminal::style;
use crate::text::{counted, wrap};

/// Most columns of what was and what is that stand on one line with an arrow between them.
const SHORT: usize = 28;
/// Most lines of a query that are shown of either side.
const LINES: usize = 12;

/// What is compared.
pub(super) struct Sides {
    /// The old one.
    pub(super) old: String,
    /// The new one.
    pub(super) new: String,
    /// Whether they are the same, byte for byte.
    pub(super) equal: bool,
}

/// The whole list, with styles, for `columns`.
pub(super) fn write(changes: &Changes, sides: &Sides, columns: usize) -> String {
    let strong = style::STRONG;
    let title = format!("{} since {}", sides.new, sides.old);
    let mut lines: Vec<String> = wrap(&title, columns)
        .iter()
        .map(|line| format!("{strong}{line}{strong:#}"))
        .collect();
    lines.push(String::new());
    if changes.is_empty() {
        let text = if sides.equal {
            "Nothing changed: they are the same, byte for byte."
        } else {
            "Nothing changed in the case; only how it is set did."
        };
        lines.extend(wrap(text, columns));
    } else {
        lines.push(format!(
            "{}.",
            capital(&counted(changes.list.len(), "change", "changes"))
        ));
    }
    let mut group: Option<ChangeGroup> = None;
    for changed in &changes.list {
        let its = changed.kind.group();
        if group != Some(its) {
            lines.push(String::new());
            lines.push(format!("{strong}{}{strong:#}", its.title()));
            lines.push(String::new());
            group = Some(its);
        }
        lines.extend(one(changed, columns));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// One change: what came, went or changed, then what was and what is where both need room, then why.
fn one(changed: &Changed, columns: usize) -> Vec<String> {
    let (sign, look) = sign(changed);
    let two = two_sides(changed);
    // A sentence says why by itself.
    let because = changed.because.as_ref().filter(|_| two.is_some());
    let text = match two {
        Some(_) => title(changed),
        None => changed.sentence(),
    };
    let place = place(changed);
    let room = columns.saturating_sub(4);
    let mut lines = Vec::new();
    for (at, line) in wrap(&format!("{text}{place}"), room).iter().enumerate() {
        let faint = style::FAINT;
        let line = match line.strip_suffix(&place).filter(|_| !place.is_empty()) {
            Some(words) => format!("{words}{faint}{place}{faint:#}"),
            None => line.clone(),
        };
        lines.push(if at == 0 {
            format!("  {look}{sign}{look:#} {line}")
        } else {
            format!("    {line}")
        });
    }
    for (sign, look, side) in two.into_iter().flatten() {
        for (at, line) in side
            .iter()
            .flat_map(|line| wrap(line, columns.saturating_sub(6)))
            .enumerate()
        {
            let lead = if at == 0 { sign } else { " " };
            lines.push(format!("    {look}{lead} {line}{look:#}"));
        }
    }
    if let Some(because) = because {
        lines.extend(wrap(because, room).iter().map(|line| format!("    {line}")));
    }
    lines
}

/// What stands before a change, and how it looks: the standing that something has now, else whether it came or went.
fn sign(changed: &Changed) -> (&'static str, Style) {
    use ChangeKind as Kind;
    match changed.kind {
        Kind::Verdict | Kind::Standing => match changed.new.as_deref() {
            Some("stands") => mark(Standing::Stands),
            Some("falls") => mark(Standing::Falls),
            _ => mark(Standing::Assumed),
        },
        Kind::Added
        | Kind::FigureAdded
        | Kind::WhyAsked
        | Kind::EvidenceAdded
        | Kind::PartFound
        | Kind::StoryAdded
        | Kind::QueryAdded
        | Kind::ExperimentAdded
        | Kind::SectionAdded => ("+", style::GOOD),
        Kind::Dropped
        | Kind::FigureDropped
        | Kind::WhyDropped
        | Kind::EvidenceDropped
        | Kind::PartLost
        | Kind::StoryDropped
        | Kind::QueryDropped
        | Kind::ExperimentDropped
        | Kind::SectionDropped => ("-", style::BAD),
        _ => ("→", style::TYPED),
    }
}

/// Where it stands now, else where it stood.
fn place(changed: &Changed) -> String {
    match (changed.line, changed.old_line) {
        (Some(line), _) => format!(" (line {line})"),
        (None, Some(line)) => format!(" (was line {line})"),
        (None, None) => String::new(),
    }
}

type Side = (&'static str, Style, Vec<String>);

/// What was and what is, where both are words that need a line of their own.
fn two_sides(changed: &Changed) -> Option<[Side; 2]> {
    use ChangeKind as Kind;
    let both = changed.old.as_deref().zip(changed.new.as_deref());
    let (old, new) = both?;
    let (old, new) = match changed.kind {
        Kind::QueryChanged => differing(old, new),
        Kind::Reworded
        | Kind::WhyReworded
        | Kind::WhyAnsweredAnew
        | Kind::EvidenceReworded
        | Kind::PartReworded
        | Kind::Title
        | Kind::ExperimentChanged
        | Kind::RestsOn => (vec![old.to_owned()], vec![new.to_owned()]),
        Kind::FigureMoved | Kind::Front if old.chars().count().max(new.chars().count()) > SHORT => {
            (vec![old.to_owned()], vec![new.to_owned()])
        }
        _ => return None,
    };
    Some([("-", style::BAD, old), ("+", style::GOOD, new)])
}

/// The lines that differ: those that both begin and end with are left out.
fn differing(old: &str, new: &str) -> (Vec<String>, Vec<String>) {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let least = old.len().min(new.len());
    let same = |(one, other): &(&&str, &&str)| one.trim_end() == other.trim_end();
    let before = old.iter().zip(&new).take_while(same).count();
    let after = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take_while(same)
        .count();
    let after = after.min(least - before);
    let cut = |lines: &[&str]| {
        let middle = &lines[before..lines.len() - after];
        let mut shown: Vec<String> = middle
            .iter()
            .take(LINES)
            .map(|line| (*line).to_owned())
            .collect();
        if middle.len() > LINES {
            shown.push(format!("… {} more lines", middle.len() - LINES));
        }
        shown
    };
    (cut(&old), cut(&new))
}

/// What changed, where what was and what is stand below it.
fn title(changed: &Changed) -> String {
    use ChangeKind as Kind;
    let name = &changed.what;
    let id = changed.id.as_deref().unwrap_or_default();
    match changed.kind {
        Kind::Reworded => {
            let role = changed.role.map_or("statement", |role| role.word());
            format!("The {role} #{id} in other words")
        }
        Kind::WhyReworded => format!("The question #{id} in other words"),
        Kind::WhyAnsweredAnew => {
            format!("Another answer to “{}”", whyproof_case::shorten(name, 100))
        }
        Kind::EvidenceReworded => format!("The evidence [{name}]"),
        Kind::PartReworded => format!("The problem says {name} otherwise"),
        Kind::Title => "Another title".to_owned(),
        Kind::ExperimentChanged => format!("The experiment {name} is declared otherwise"),
        Kind::QueryChanged => format!("The query {name} asks something else"),
        Kind::FigureMoved => format!("The figure {name}"),
        Kind::RestsOn => "What it waits for".to_owned(),
        _ => capital(name),
    }
}
