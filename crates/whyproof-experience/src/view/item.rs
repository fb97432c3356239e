//! The lines that a résumé may have, and why others may not be in it.

use std::collections::BTreeMap;

use super::{LeftOut, Substituted, TailorInput, say};
use crate::background::{Life, same};
use crate::cut;
use crate::resume::{Confirmed, LineId, Part, Section};
use crate::share::Share;
use crate::truth::{self, Refusal};

/// A line that may be in the résumé.
#[derive(Debug, Clone)]
pub(super) struct Item {
    /// Where it stands in the experience.
    pub(super) line: LineId,
    /// Where it stands in the résumé that is made.
    pub(super) id: LineId,
    /// As the person wrote it, marks left out.
    pub(super) mine: String,
    /// At every length that it may have, whole first, in the job's terms.
    pub(super) lengths: Vec<String>,
    /// Whether the person pinned it.
    pub(super) is_pinned: bool,
    /// Whether it stays however full the page is: skills and courses stand in running lists.
    pub(super) stays: bool,
    /// How much it is worth; see [`super::value`].
    pub(super) value: u64,
    /// How early it stands in its entry: more before less, and else as the person has it.
    pub(super) rank: u8,
    /// Whether it is among the best of a late job, which has none without them.
    pub(super) is_kept: bool,
    /// The story that it is tied to, by its place in the bank.
    pub(super) tied: Option<usize>,
}

/// The lines that may be in the résumé, and those that may not.
#[derive(Debug, Default)]
pub(super) struct Items {
    /// Those that may, in the file's order.
    pub(super) all: Vec<Item>,
    pub(super) left_out: Vec<(LineId, LeftOut)>,
    pub(super) refused: Vec<Refusal>,
    pub(super) substituted: Vec<Substituted>,
    pub(super) notes: Vec<String>,
}

/// Sorts the lines of a life.
pub(super) fn items(input: &TailorInput<'_>, life: &Life) -> Items {
    let refused = truth::check(input.background);
    let by_line: BTreeMap<LineId, usize> = refused
        .iter()
        .enumerate()
        .map(|(at, one)| (one.line, at))
        .collect();
    let (says, notes) = say::confirmed(input, &life.own);
    let mut items = Items {
        notes,
        ..Items::default()
    };
    let tied = ties(input);
    let mut pins = Words::new(&input.view.pin);
    let mut drops = Words::new(&input.view.drop);
    for line in life.resume.lines() {
        let mine = cut::whole(line.text);
        let is_pinned = pins.has(&mine);
        let is_dropped = drops.has(&mine);
        let tied = tied.get(&line.id).copied();
        let why = by_line
            .get(&line.id)
            .map(|at| refused[*at].says.trim_end_matches('.').to_owned())
            .or_else(|| {
                let statement = truth::withdrawn(&life.own, &mine)?;
                Some(format!("you withdrew “{statement}”"))
            })
            .or_else(|| is_dropped.then(|| "the view drops it".to_owned()))
            .or_else(|| withheld(input, &mine, tied));
        if let Some(why) = why {
            if is_pinned {
                items.notes.push(format!(
                    "“{mine}” is pinned, and is left out all the same: {why}."
                ));
            }
            let left_out = LeftOut {
                words: mine,
                cut: None,
                why,
            };
            items.left_out.push((line.id, left_out));
            continue;
        }
        let lengths = said(line.text, &mine, &says, &mut items.substituted);
        items.all.push(Item {
            line: line.id,
            id: line.id,
            lengths,
            is_pinned,
            stays: matches!(line.id.section, Section::Skills | Section::Education),
            value: 0,
            rank: 0,
            is_kept: false,
            tied,
            mine,
        });
    }
    items.refused = refused;
    items.notes.extend(pins.gone("pinned"));
    items.notes.extend(drops.gone("dropped"));
    items
}

/// The story that each line is tied to.
fn ties(input: &TailorInput<'_>) -> BTreeMap<LineId, usize> {
    let passages = input.background.passages();
    let tied = passages.iter().filter_map(|passage| match passage.spot {
        crate::Spot::Line(id) => Some((id, passage.tied?)),
        crate::Spot::Story { .. } | crate::Spot::Named(_) => None,
    });
    tied.collect()
}

/// The lengths of a line, longest first, in the words that were confirmed; what that changes of the whole is noted.
fn said(
    line: &str,
    mine: &str,
    says: &[Confirmed],
    substituted: &mut Vec<Substituted>,
) -> Vec<String> {
    let mut lengths = Vec::new();
    for (at, text) in cut::lengths(line).into_iter().enumerate() {
        let (after, found) = say::said(&text, says);
        if at == 0 {
            substituted.extend(found.into_iter().map(|one| Substituted {
                mine: one.mine,
                theirs: one.theirs,
                before: mine.to_owned(),
                after: after.clone(),
            }));
        }
        lengths.push(after);
    }
    lengths
}

/// Why a line may not leave: what the story that it is tied to says of sharing.
fn withheld(input: &TailorInput<'_>, line: &str, tied: Option<usize>) -> Option<String> {
    let story = &input.background.stories[tied?];
    let share = Share::of(&story.case);
    if let Some(leak) = share.leaks(line).first() {
        let words = &leak.forbidden.words;
        return Some(match &leak.forbidden.instead {
            Some(instead) => format!(
                "the story that it is tied to, {}, says “{instead}” instead of “{words}”",
                story.path
            ),
            None => format!(
                "the story that it is tied to, {}, does not let “{words}” leave",
                story.path
            ),
        });
    }
    let clause = share.withheld?;
    Some(format!(
        "the story that it is tied to, {}, is not to be shared (“{clause}”)",
        story.path
    ))
}

/// Lines that a view names by their words.
struct Words<'v> {
    wanted: Vec<(&'v String, bool)>,
}

impl<'v> Words<'v> {
    fn new(wanted: &'v [String]) -> Words<'v> {
        Words {
            wanted: wanted.iter().map(|words| (words, false)).collect(),
        }
    }

    /// Whether a line is named.
    fn has(&mut self, line: &str) -> bool {
        let mut has = false;
        for (words, found) in &mut self.wanted {
            if same(&cut::whole(words), line) {
                *found = true;
                has = true;
            }
        }
        has
    }

    /// Those that no line has any more.
    fn gone(&self, what: &str) -> Vec<String> {
        let gone = self.wanted.iter().filter(|(_, found)| !found);
        gone.map(|(words, _)| {
            format!("“{words}” is {what} in the view, and no line has these words any more.")
        })
        .collect()
    }
}

/// Whether an entry's lines need its head: an entry of these sections may be left out whole.
pub(super) fn is_optional(id: LineId) -> bool {
    matches!(id.section, Section::Projects | Section::Volunteer)
}

/// Whether a line is a summary, which stands first.
pub(super) fn is_summary(id: LineId) -> bool {
    id.part == Part::Summary
}
