/// A statement's place in its [`Graph`](crate::Graph): 0 for the first that was added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct NodeId(pub u32);

impl NodeId {
    /// The id as an index into one's own arrays.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Whose statement it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Side {
    /// Who makes the case: claims, reasons, rebuttals, answers.
    #[default]
    Author,
    /// Who doubts it: objections, whys and the reasons for them.
    Challenger,
}

/// What a statement is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Nature {
    /// Words: as an objection it can be answered.
    #[default]
    Words,
    /// A figure's words or an experiment's verdict that the data contradict: it can be mended.
    Data,
}

/// A statement, as far as its standing needs it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Node {
    /// Whose it is.
    pub side: Side,
    /// What it is made of.
    pub nature: Nature,
    /// Whether it has evidence or a figure that counts.
    pub evidence: bool,
}

impl Node {
    /// A statement of the author, in words, with nothing under it yet.
    #[must_use]
    pub const fn author() -> Self {
        Self {
            side: Side::Author,
            nature: Nature::Words,
            evidence: false,
        }
    }

    /// A statement of a challenger, in words, with nothing under it yet.
    #[must_use]
    pub const fn challenger() -> Self {
        Self {
            side: Side::Challenger,
            nature: Nature::Words,
            evidence: false,
        }
    }

    /// Data that contradict a statement: a challenger's, with evidence, and mended, not answered.
    #[must_use]
    pub const fn contradiction() -> Self {
        Self {
            side: Side::Challenger,
            nature: Nature::Data,
            evidence: true,
        }
    }

    /// The same statement, with evidence that counts.
    #[must_use]
    pub const fn with_evidence(mut self) -> Self {
        self.evidence = true;
        self
    }
}

/// A node in one byte, with its place under the case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Flags(u8);

impl Flags {
    const CHALLENGER: u8 = 1;
    const DATA: u8 = 2;
    const EVIDENCE: u8 = 4;
    const CLAIM: u8 = 8;
    const CASE_OBJECTION: u8 = 16;

    pub(crate) fn of(node: Node) -> Self {
        let mut bits = 0;
        if node.side == Side::Challenger {
            bits |= Self::CHALLENGER;
        }
        if node.nature == Nature::Data {
            bits |= Self::DATA;
        }
        if node.evidence {
            bits |= Self::EVIDENCE;
        }
        Self(bits)
    }

    pub(crate) fn node(self) -> Node {
        Node {
            side: if self.author() {
                Side::Author
            } else {
                Side::Challenger
            },
            nature: if self.0 & Self::DATA == 0 {
                Nature::Words
            } else {
                Nature::Data
            },
            evidence: self.evidence(),
        }
    }

    pub(crate) const fn author(self) -> bool {
        self.0 & Self::CHALLENGER == 0
    }

    pub(crate) const fn evidence(self) -> bool {
        self.0 & Self::EVIDENCE != 0
    }

    pub(crate) const fn claim(self) -> bool {
        self.0 & Self::CLAIM != 0
    }

    pub(crate) const fn case_objection(self) -> bool {
        self.0 & Self::CASE_OBJECTION != 0
    }

    /// Whether this call made it a claim.
    pub(crate) const fn make_claim(&mut self) -> bool {
        let new = !self.claim();
        self.0 |= Self::CLAIM;
        new
    }

    /// Whether this call made it an objection to the case.
    pub(crate) const fn make_case_objection(&mut self) -> bool {
        let new = !self.case_objection();
        self.0 |= Self::CASE_OBJECTION;
        new
    }

    pub(crate) const fn show(&mut self) {
        self.0 |= Self::EVIDENCE;
    }
}
