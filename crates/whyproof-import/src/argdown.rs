//! Argdown: its statements, arguments and relations as a case's claims, reasons and objections.
//!
//! Support is *because*, attack is *but*; what is said of a title in several places stands together where it is
//! first needed, and elsewhere as a reference. An argument with numbered premises gives its conclusion
//! one reason: the argument itself and all its premises, joined by *and*, so that an attack on the
//! argument, or an undercut of its inference, is a *but* under the argument's own line.

mod build;
mod inline;
mod model;
mod scan;
mod write;

use crate::draft::Note;

/// The case, without front matter that Argdown doesn't give, and what has no place in it.
pub(crate) fn to_markdown(text: &str) -> (String, Vec<Note>) {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.replace(inline::MARK, "");
    let mut notes = Vec::new();
    let scan = scan::scan(&text, &mut notes);
    let model = build::build(scan, &mut notes);
    let markdown = write::write(&model, &mut notes);
    notes.sort_by_key(|note| note.line);
    (markdown, notes)
}
