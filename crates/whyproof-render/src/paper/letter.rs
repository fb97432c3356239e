//! A letter: its words as they stand in the file, and nothing of a paper's apparatus.

use super::writer::Writer;

/// Ragged lines, paragraphs that stand off, and no foot.
const LOOK: &str = "#set page(footer: none)\n#set par(justify: false, first-line-indent: 0pt, spacing: 1.5em, leading: .66em)\n#set text(hyphenate: false)\n#set list(spacing: .66em)\n#show list: set block(above: .9em, below: 1.5em)\n\n";

pub(super) fn write(writer: &mut Writer<'_, '_>) {
    let manuscript = writer.manuscript;
    super::frame(writer);
    writer.raw(LOOK);
    writer.footnotes = false;
    writer.flow(&manuscript.lead);
    for part in &manuscript.parts {
        writer.heading_of(1, &part.title, part.name);
        writer.flow(&part.flow);
    }
    super::end_of_body(writer);
}
