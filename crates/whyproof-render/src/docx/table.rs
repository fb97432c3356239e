//! Tables: the head is repeated on every page that a table goes over.

use whyproof_syntax::TextId;

use super::place::Place;
use super::setter::Setter;
use crate::manuscript::Align;

impl Setter<'_, '_, '_> {
    fn columns_of(&self, table: u32) -> &[Align] {
        let columns = self.manuscript.columns.get(table as usize);
        columns.map_or(&[], Vec::as_slice)
    }

    pub(super) fn open_table(&mut self, table: u32) {
        self.end();
        self.apart();
        self.columns = table as usize;
        if self.place == Place::Note {
            return;
        }
        let count = self.columns_of(table).len().max(1);
        let width = (self.measure() as usize / count).max(1).to_string();
        self.pen.raw(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"CaseTable\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>",
        );
        for _ in 0..count {
            self.pen.empty("w:gridCol", &[("w:w", &width)]);
        }
        self.pen.raw("</w:tblGrid>");
    }

    pub(super) fn close_table(&mut self) {
        if self.place == Place::Note {
            return;
        }
        self.pen.close("w:tbl");
        self.after_table = true;
    }

    pub(super) fn open_row(&mut self, head: bool) {
        self.is_head = head;
        if self.place == Place::Note {
            // A footnote has no tables here: a row is a paragraph.
            self.begin("FootnoteText", "", None);
            return;
        }
        let header = if head { "<w:tblHeader/>" } else { "" };
        self.pen
            .raw(&format!("<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>"));
    }

    pub(super) fn close_row(&mut self) {
        if self.place == Place::Note {
            self.end();
        } else {
            self.pen.close("w:tr");
        }
    }

    pub(super) fn open_cell(&mut self, text: TextId, column: u32) {
        if self.place == Place::Note {
            if column > 0 {
                self.words(" | ");
            }
            return;
        }
        let table = self.columns as u32;
        let align = self.columns_of(table).get(column as usize).copied();
        let count = self.columns_of(table).len().max(1);
        let width = (self.measure() as usize / count).max(1);
        self.pen.raw(&format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"
        ));
        let side = match align.unwrap_or_default() {
            Align::Start => "",
            Align::Middle => "<w:jc w:val=\"center\"/>",
            Align::End => "<w:jc w:val=\"right\"/>",
        };
        let style = if self.is_head {
            "TableHead"
        } else {
            "TableText"
        };
        self.begin(style, side, Some(text));
    }

    pub(super) fn close_cell(&mut self) {
        if self.place == Place::Note {
            return;
        }
        self.end();
        self.pen.close("w:tc");
    }
}
