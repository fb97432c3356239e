//! What stands in a box, and how large that makes it.

use whyproof_case::{Standing, StatementKind};

use super::evidence::{Shown, Weight};
use super::lines::{line, lines};
use super::number::{number, shortened};
use super::tree::{Link, Node, Part, Seen};
use crate::chart::measure::{bold_width, width};
use crate::letters;

/// How wide a box is, where its page is wide enough.
pub(super) const WIDE: f64 = 208.0;
/// How wide a claim's box is, where what stands under it is at least as wide.
const CLAIM: f64 = 340.0;
/// Space between a box's side and its words, in which the line of a falling statement has room.
pub(super) const PAD: f64 = 10.0;
/// The size of words.
pub(super) const WORDS: f64 = 12.0;
/// The size of what is said about words.
pub(super) const SMALL: f64 = 10.5;
/// From one base line to the next.
pub(super) const LINE: f64 = 15.5;
/// The same of small words.
pub(super) const SMALL_LINE: f64 = 14.0;
/// How wide the mark of a standing is, with the space after it.
pub(super) const MARK: f64 = 14.0;
/// How wide the mark of evidence is, with the space after it.
pub(super) const BULLET: f64 = 12.0;
/// Most lines of evidence.
const NOTES: usize = 4;

/// What stands in a box.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Label {
    pub(super) width: f64,
    pub(super) height: f64,
    /// The standing; none where the box refers to its statement.
    pub(super) standing: Option<Standing>,
    /// The same in a word.
    pub(super) worth: &'static str,
    /// Whether its words are set as a claim's.
    pub(super) strong: bool,
    /// The numbers that lead to it, and what it is.
    pub(super) place: String,
    /// Its words, in lines.
    pub(super) words: Vec<String>,
    /// Who says it, and what it is shown with, a line each.
    pub(super) notes: Vec<(Option<Weight>, String)>,
}

/// What boxes are made from. Places and what is also under are of the whole tree.
pub(super) struct Boxes<'a> {
    pub(super) part: Part<'a>,
    /// Where each statement stands, by statement.
    places: Vec<Option<u32>>,
    /// What refers to each node.
    also: Vec<Vec<u32>>,
    max_lines: usize,
    english: bool,
}

impl<'a> Boxes<'a> {
    pub(super) fn new(part: Part<'a>, max_lines: usize, english: bool) -> Boxes<'a> {
        let tree = part.whole;
        let statements = tree.iter().map(|node| node.statement.0 as usize + 1);
        let mut places = vec![None; statements.max().unwrap_or(0)];
        for (at, node) in tree.iter().enumerate() {
            if node.seen == Seen::Here {
                places[node.statement.0 as usize] = Some(at as u32);
            }
        }
        let mut also = vec![Vec::new(); tree.len()];
        for (at, node) in tree.iter().enumerate() {
            let place = places[node.statement.0 as usize].filter(|_| node.seen != Seen::Here);
            if let Some(place) = place {
                also[place as usize].push(at as u32);
            }
        }
        Boxes {
            part,
            places,
            also,
            max_lines,
            english,
        }
    }

    /// The box of a node, as wide as `wide` allows.
    pub(super) fn label(&self, at: u32, wide: f64) -> Label {
        let node = &self.part.nodes[at as usize];
        match node.seen {
            Seen::Here => self.statement(at, node, wide),
            Seen::Elsewhere | Seen::Around => self.reference(node, wide.min(WIDE)),
        }
    }

    /// The words of a node, with curved marks.
    fn set(&self, node: &Node<'_>) -> String {
        letters::set(node.words, ' ', self.english)
    }

    fn statement(&self, at: u32, node: &Node<'_>, wide: f64) -> Label {
        let strong = node.link == Link::Claim;
        let width_ = if strong { CLAIM } else { WIDE }.min(wide);
        let room = width_ - 2.0 * PAD;
        let measure = |words: &str| match strong {
            true => bold_width(words, WORDS),
            false => width(words, WORDS),
        };
        let mut words = lines(&self.set(node), room, self.max_lines, measure);
        if words.is_empty() {
            words.push("(no words)".to_owned());
        }
        let standing = MARK + bold_width(node.worth(), SMALL);
        let place = place(
            &self.part.number(at),
            node.kind.word(),
            room - standing - 8.0,
        );
        let notes = self.notes(at, node, room);
        let high = SMALL_LINE + LINE * words.len() as f64 + SMALL_LINE * notes.len() as f64;
        let space = if notes.is_empty() { 0.0 } else { 3.0 };
        Label {
            width: width_,
            height: (high + space + 2.0 * PAD - 2.0).ceil(),
            standing: Some(node.standing),
            worth: node.worth(),
            strong,
            place,
            words,
            notes,
        }
    }

    /// A small box that says where the statement stands.
    fn reference(&self, node: &Node<'_>, wide: f64) -> Label {
        let place = self.places.get(node.statement.0 as usize).copied();
        let way = place
            .flatten()
            .map(|place| number(self.part.whole, place))
            .unwrap_or_default();
        let word = match node.seen {
            Seen::Around => "back to",
            _ => "see",
        };
        let room = wide - 2.0 * PAD;
        let words = lines(&self.set(node), room, 2, |words| width(words, SMALL));
        let bold = |way: &str| bold_width(&format!("{word} {way}"), SMALL);
        let way = shortened(&way, |way| bold(way) <= room - MARK).unwrap_or(way);
        let place = line(&format!("{word} {way}"), room - MARK, |words| {
            bold_width(words, SMALL)
        });
        Label {
            width: wide,
            height: (SMALL_LINE * (1 + words.len()) as f64 + 2.0 * PAD - 6.0).ceil(),
            standing: None,
            worth: "",
            strong: false,
            place,
            words,
            notes: Vec::new(),
        }
    }

    fn notes(&self, at: u32, node: &Node<'_>, room: f64) -> Vec<(Option<Weight>, String)> {
        let mut notes = Vec::new();
        if let Some(by) = node.by {
            let does = match node.kind {
                StatementKind::Why => "asks",
                _ => "says it",
            };
            notes.push((None, format!("{by} {does}")));
        }
        let shown = shown(&node.evidence);
        let more = shown.len().saturating_sub(NOTES);
        notes.extend(
            shown
                .into_iter()
                .take(NOTES)
                .map(|(weight, words)| (Some(weight), words)),
        );
        if more > 0 {
            notes.push((None, format!("and {more} more")));
        }
        let also = self.also[(self.part.start + at) as usize].iter();
        let also = also.filter_map(|at| self.part.whole[*at as usize].parent);
        let numbers: Vec<String> = also.map(|parent| number(self.part.whole, parent)).collect();
        if !numbers.is_empty() {
            notes.push((None, format!("also under {}", numbers.join(", "))));
        }
        for (weight, words) in &mut notes {
            let before = if weight.is_some() { BULLET } else { 0.0 };
            *words = line(words, room - before, |words| width(words, SMALL));
        }
        notes
    }
}

/// The numbers that lead to a box and what it is; where there is too little room, the word goes or the first numbers.
fn place(number: &str, kind: &str, room: f64) -> String {
    let small = |words: &str| width(words, SMALL);
    let fits = |number: &str| small(&format!("{number} {kind}")) <= room;
    match shortened(number, fits) {
        Some(number) => format!("{number} {kind}"),
        None => line(number, room, small),
    }
}

/// Evidence a line each, figures that do the same in one.
fn shown(evidence: &[Shown<'_>]) -> Vec<(Weight, String)> {
    let mut lines = Vec::new();
    let mut figures: Vec<(Weight, &str, u32)> = Vec::new();
    for one in evidence {
        if one.what != "figure" {
            lines.push((
                one.weight,
                format!("{}, {}: {}", one.what, one.says, one.label),
            ));
            continue;
        }
        match figures.iter_mut().find(|(_, says, _)| *says == one.says) {
            Some((_, _, count)) => *count += 1,
            None => figures.push((one.weight, one.says, 1)),
        }
    }
    lines.extend(figures.iter().map(|(weight, says, count)| {
        let words = match count {
            1 => format!("figure, {says}"),
            many => format!("{many} figures, {says}").replace("counts", "count"),
        };
        (*weight, words)
    }));
    lines
}
