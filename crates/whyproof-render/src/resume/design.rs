//! The designs: their names, and the measures that their styles and whoever fills a page share.

/// How a résumé looks on paper.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Design {
    /// One column, a quiet serif, a hairline under the name of each section.
    #[default]
    Plain,
    /// Dates and terms in a column on the left, all else along one edge.
    Modern,
    /// Close-set, with small capitals: for one page that has to hold much.
    Compact,
}

impl Design {
    /// All designs.
    pub const ALL: [Design; 3] = [Design::Plain, Design::Modern, Design::Compact];

    /// The word on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Design::Plain => "plain",
            Design::Modern => "modern",
            Design::Compact => "compact",
        }
    }

    /// The design that a word names.
    pub fn parse(word: &str) -> Option<Design> {
        Design::ALL.into_iter().find(|design| design.word() == word)
    }
}

/// The measures of a design.
#[cfg(feature = "pdf")]
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    /// Its style, after the common one.
    pub(super) style: &'static str,
    /// The size of letters, in points.
    pub(super) points: f64,
    /// What is free between two lines of a paragraph, in points.
    pub(super) leading: f64,
    /// What is free above a line of the person's, in points.
    pub(super) gap: f64,
    /// Margins in millimetres: left, right, top and bottom.
    pub(super) margins: [f64; 4],
}

/// How high the box of a line is, in sizes of its letters: above the base line, and below it.
#[cfg(feature = "pdf")]
pub(super) const EDGES: (f64, f64) = (0.7, 0.22);

#[cfg(feature = "pdf")]
impl Design {
    pub(super) fn look(self) -> Look {
        match self {
            Design::Plain => Look {
                style: include_str!("designs/plain.typ"),
                points: 10.3,
                leading: 3.7,
                gap: 4.6,
                margins: [23.0, 23.0, 17.0, 16.0],
            },
            Design::Modern => Look {
                style: include_str!("designs/modern.typ"),
                points: 10.1,
                leading: 3.6,
                gap: 4.8,
                margins: [54.0, 20.0, 18.0, 18.0],
            },
            Design::Compact => Look {
                style: include_str!("designs/compact.typ"),
                points: 9.4,
                leading: 2.9,
                gap: 3.8,
                margins: [17.0, 17.0, 14.0, 14.0],
            },
        }
    }

    /// The measures of a letter on a page so many millimetres wide: larger letters, and lines that are no longer than they
    /// can be read.
    pub(crate) fn letter(self, width: f64) -> Look {
        let side = |measure: f64| (width - measure) / 2.0;
        let (points, leading, gap, margins) = match self {
            Design::Plain => (10.9, 4.6, 9.6, [side(148.0), side(148.0), 22.0, 20.0]),
            Design::Modern => (10.6, 4.5, 9.4, [54.0, 20.0, 22.0, 20.0]),
            Design::Compact => (10.2, 3.9, 8.2, [side(154.0), side(154.0), 18.0, 17.0]),
        };
        Look {
            points,
            leading,
            gap,
            margins,
            ..self.look()
        }
    }
}
