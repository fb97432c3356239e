//! The numbering of lists: one for all bullets, one for every list with numbers, so that each begins anew.

use super::pen::Pen;
use super::place::STEP;

/// Levels that Word numbers.
const LEVELS: usize = 9;

/// The lists that have a numbering of their own: the level and the first number.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    ordered: Vec<(usize, u64)>,
}

impl Numbering {
    /// The numbering of a list that `depth` others are open around.
    pub(super) fn list(&mut self, first: Option<u64>, depth: usize) -> u32 {
        let Some(first) = first else {
            return 1;
        };
        self.ordered.push((depth.min(LEVELS - 1), first));
        self.ordered.len() as u32 + 1
    }

    /// The part.
    pub(super) fn part(&self) -> String {
        let mut pen = Pen::part();
        pen.open("w:numbering", &[("xmlns:w", super::package::MAIN)]);
        let bullets = ["•", "–", "◦"];
        self.kind(&mut pen, "0", |level| {
            ("bullet", bullets[level % bullets.len()].to_owned())
        });
        self.kind(&mut pen, "1", |level| {
            let formats = ["decimal", "lowerLetter", "lowerRoman"];
            (formats[level % formats.len()], format!("%{}.", level + 1))
        });
        pen.raw("<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
        for (at, (level, first)) in self.ordered.iter().enumerate() {
            // Word counts no further.
            let first = (*first).min(32_767);
            pen.raw(&format!(
                "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"{level}\"><w:startOverride w:val=\"{first}\"/></w:lvlOverride></w:num>",
                at + 2
            ));
        }
        pen.close("w:numbering");
        pen.finish()
    }

    fn kind(&self, pen: &mut Pen, id: &str, look: impl Fn(usize) -> (&'static str, String)) {
        pen.open("w:abstractNum", &[("w:abstractNumId", id)]);
        pen.value("w:multiLevelType", "hybridMultilevel");
        for level in 0..LEVELS {
            let (format, text) = look(level);
            pen.open("w:lvl", &[("w:ilvl", &level.to_string())]);
            pen.value("w:start", "1");
            pen.value("w:numFmt", format);
            pen.value("w:lvlText", &text);
            pen.value("w:lvlJc", "left");
            pen.raw(&format!(
                "<w:pPr><w:ind w:left=\"{}\" w:hanging=\"{STEP}\"/></w:pPr>",
                (level + 1) * STEP
            ));
            pen.close("w:lvl");
        }
        pen.close("w:abstractNum");
    }
}
