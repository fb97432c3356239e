//! A plan for people: what it takes in a sentence, the power curve, and what that rests on.

use whyproof_case::capital;
use whyproof_case::planning::Planned;
use whyproof_render::chart;

use super::curve;
use crate::terminal::style;
use crate::text::{typed, wrap};

/// Widest chart, in columns.
const WIDEST: usize = 76;

pub(super) fn write(planned: &[Planned], path: &str, columns: usize) -> String {
    let mut text = String::new();
    for one in planned {
        text.push_str(&screen(one, columns));
        text.push('\n');
    }
    if !planned.is_empty() {
        let (name, file) = (style::TYPED, typed(path));
        text.push_str(&format!(
            "{name}whyproof lock {file}{name:#} seals what is declared, before there are data.\n"
        ));
    }
    text
}

fn screen(planned: &Planned, columns: usize) -> String {
    let strong = style::STRONG;
    let name = if planned.name.is_empty() {
        "experiment"
    } else {
        &planned.name
    };
    let mut text = format!(
        "{strong}{}{strong:#}\n\n",
        capital(&name.replace(['_', '-'], " "))
    );
    let mut paragraph = |says: &str| {
        for line in wrap(says, columns) {
            text.push_str(&format!("{line}\n"));
        }
    };
    paragraph(&planned.sentence());
    paragraph(&planned.right_thing());
    for more in [planned.could_see(), planned.made_up()]
        .into_iter()
        .flatten()
    {
        paragraph(&more);
    }
    text.push('\n');
    let (table, options) = curve(planned);
    if let Ok(lines) = chart::text(&table, &options, columns.min(WIDEST)) {
        for line in lines {
            text.push_str(&format!("{line}\n"));
        }
    }
    text.push_str(&format!("\n{strong}What this rests on{strong:#}\n"));
    let method = format!("The test: {}.", planned.method);
    for says in std::iter::once(&method).chain(&planned.rests_on) {
        for (at, line) in wrap(says, columns.saturating_sub(4)).iter().enumerate() {
            let lead = if at == 0 { "  · " } else { "    " };
            text.push_str(&format!("{lead}{line}\n"));
        }
    }
    text
}
