//! A letter under the head of a résumé's design.

use super::{bare, case, pages};
use crate::manuscript::Manuscript;
use crate::paper::{Form, PaperOptions};
use crate::resume::Design;

const LETTER: &str = "---\nkind: letter\nowner: Ann Lee\ndesign: compact\n---\n\n**Ann Lee**\\\nann@example.org · Leeds\n\n27 November 2026\n\nHarbor\n\n**Manager**\n\nDear hiring team,\n\nI counted 40 parcels.\n\nYours sincerely,\n\nAnn Lee\n";

/// The sizes of the name, and how far under the close the name stands.
fn set(design: Option<Design>) -> (f64, f64) {
    let case = case(LETTER);
    let options = PaperOptions {
        design,
        ..PaperOptions::new(Form::Letter)
    };
    let set = pages(&Manuscript::new(&case), &options);
    assert_eq!(set.pages(), 1);
    let runs = set.runs(1);
    let said: String = runs.iter().map(|run| run.text.as_str()).collect();
    let (_, words) = LETTER.split_once("compact\n---\n").expect("front matter");
    assert_eq!(bare(&said), bare(words), "nothing but its words");
    let close = runs.iter().find(|run| run.text.starts_with("Yours"));
    let (close, name) = close.zip(runs.last()).expect("a close");
    (runs[0].size, name.down - close.down)
}

#[test]
fn a_letter_has_the_head_of_its_design_and_room_to_sign() {
    let sizes = Design::ALL.map(|design| {
        let (size, room) = set(Some(design));
        assert!(room > 44.0, "{design:?} {room}");
        size
    });
    assert_eq!(sizes, [24.0, 26.0, 21.0]);
    assert_eq!(set(None).0, 21.0, "the design that it names");
}
