//! What a debrief says at its end.

use whyproof_experience::debrief::{Debrief, Went};

use crate::commands::sitting::paint::lines;
use crate::terminal::style;
use crate::text::{counted, typed};

pub(super) fn end(conversation: &Debrief, path: &str, folder: &str, columns: usize) -> String {
    if conversation.asked.is_empty() {
        return "\nNothing was said of a question, so nothing was written.\n".to_owned();
    }
    let questions = counted(conversation.asked.len(), "question", "questions");
    let badly = conversation
        .asked
        .iter()
        .filter(|one| one.went == Went::Badly)
        .count();
    let mut words = format!(
        "{} added to {}.",
        whyproof_case::capital(&questions),
        typed(path)
    );
    if badly > 0 {
        words.push_str(" What went badly is asked first in the next loop.");
    }
    let (strong, blue) = (style::STRONG, style::TYPED);
    let folder = match folder {
        "." => String::new(),
        folder => format!(" {}", typed(folder)),
    };
    format!(
        "\n{}\n{strong}Next{strong:#}\n  {blue}whyproof drill --loop{folder}{blue:#}   the loop, with these questions in it\n",
        lines(&words, "", columns)
    )
}
