//! From what the screen says to its lines.

use super::{Group, LINES, Mark, Place, Screen};
use crate::terminal::style;
use crate::text::{width, wrap, wrap_to};

/// Columns that the screen is drawn in at most, however wide the window is.
const WIDEST: usize = 80;

/// How many lines the parts may take; the first that fits the screen is taken.
const ROOM: [Room; 8] = [
    Room::of(true, [2, 3, 2, 3, 3]),
    Room::of(true, [2, 3, 2, 2, 3]),
    Room::of(true, [1, 2, 1, 2, 3]),
    Room::of(true, [1, 2, 1, 1, 3]),
    Room::of(false, [1, 1, 1, 1, 3]),
    Room::of(false, [1, 1, 1, 1, 2]),
    Room::of(false, [1, 1, 0, 1, 2]),
    Room::of(false, [1, 1, 0, 1, 1]),
];

struct Room {
    /// Whether the next command has lines of its own.
    airy: bool,
    title: usize,
    verdict: usize,
    note: usize,
    place: usize,
    /// Lines of a question, which is asked to its end where there is room.
    why: usize,
}

impl Room {
    const fn of(airy: bool, [title, verdict, note, place, why]: [usize; 5]) -> Room {
        Room {
            airy,
            title,
            verdict,
            note,
            place,
            why,
        }
    }
}

/// The screen's lines, with styles, each at most `columns` and 80 wide.
pub(crate) fn draw(screen: &Screen, columns: usize) -> String {
    let columns = columns.min(WIDEST);
    let mut lines = Vec::new();
    for room in &ROOM {
        lines = lay_out(screen, columns, room);
        if lines.len() <= LINES {
            break;
        }
    }
    let mut text = lines.join("\n");
    text.push('\n');
    text
}

fn lay_out(screen: &Screen, columns: usize, room: &Room) -> Vec<String> {
    let strong = style::STRONG;
    let mut lines: Vec<String> = wrap_to(&screen.title, columns, room.title)
        .iter()
        .map(|line| format!("{strong}{line}{strong:#}"))
        .collect();
    lines.push(String::new());
    let (sign, look) = match screen.mark {
        Mark::Stands => ("✓", style::GOOD),
        Mark::Open => ("!", style::OPEN),
        Mark::Falls => ("✗", style::BAD),
    };
    for (at, line) in wrap_to(&screen.verdict, columns - 2, room.verdict)
        .iter()
        .enumerate()
    {
        let sign = if at == 0 { sign } else { " " };
        lines.push(format!("{look}{sign} {line}{look:#}"));
    }
    for note in &screen.notes {
        let note = wrap_to(note, columns - 2, room.note);
        lines.extend(note.iter().map(|line| format!("  {line}")));
    }
    for group in &screen.groups {
        lines.push(String::new());
        lines.push(format!("{strong}{}{strong:#}", group.heading));
        lines.extend(places(
            screen,
            group,
            columns,
            if group.asks { room.why } else { room.place },
        ));
    }
    lines.push(String::new());
    if room.airy {
        lines.push(format!("{strong}Next{strong:#}"));
        lines.extend(next(screen, columns));
    } else {
        let typed = style::TYPED;
        lines.push(format!(
            "{strong}Next{strong:#}  {typed}{}{typed:#}",
            screen.command
        ));
    }
    lines
}

fn places(screen: &Screen, group: &Group, columns: usize, most: usize) -> Vec<String> {
    // Line numbers stand in one column over all groups.
    let numbers = screen.groups.iter().flat_map(|group| &group.places);
    let digits = numbers
        .filter_map(|place| place.line)
        .map(|line| line.to_string().len())
        .max()
        .unwrap_or(0);
    let mut lines = Vec::new();
    for place in &group.places {
        lines.extend(one_place(place, digits, columns, most));
    }
    lines
}

fn one_place(place: &Place, digits: usize, columns: usize, most: usize) -> Vec<String> {
    let faint = style::FAINT;
    let (lead, plain) = match place.line {
        Some(line) => (
            format!("  {faint}line {line:>digits$}{faint:#}  "),
            format!("  line {line:>digits$}  "),
        ),
        None => ("  ".to_owned(), "  ".to_owned()),
    };
    let indent = width(&plain);
    let text = wrap_to(&place.text, columns.saturating_sub(indent), most);
    let more = place
        .more
        .iter()
        .flat_map(|more| wrap_to(more, columns.saturating_sub(indent), most));
    let mut lead = Some(lead);
    text.into_iter()
        .chain(more)
        .map(|line| {
            format!(
                "{}{line}",
                lead.take().unwrap_or_else(|| " ".repeat(indent))
            )
        })
        .collect()
}

/// The command whole, since it is to be typed, and what it does beside it or below.
fn next(screen: &Screen, columns: usize) -> Vec<String> {
    let typed = style::TYPED;
    let command = format!("  {typed}{}{typed:#}", screen.command);
    let taken = 2 + width(&screen.command);
    if taken + 3 + width(&screen.does) <= columns {
        return vec![format!("{command}   {}", screen.does)];
    }
    let does = wrap(&screen.does, columns - 2);
    std::iter::once(command)
        .chain(does.iter().map(|line| format!("  {line}")))
        .collect()
}
