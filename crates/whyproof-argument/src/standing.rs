use std::fmt;

/// What a statement or a case is worth after every reason and objection is weighed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Standing {
    /// An objection that stands defeats it.
    Falls = 0,
    /// Neither shown nor refuted: it is taken on somebody's word.
    #[default]
    Assumed = 1,
    /// It has support that stands, and no objection holds against it.
    Stands = 2,
}

impl Standing {
    /// The word for it: *falls*, *assumed* or *stands*.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Falls => "falls",
            Self::Assumed => "assumed",
            Self::Stands => "stands",
        }
    }

    /// 2 − v: what an objection of this standing leaves of its target.
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Self::Falls => Self::Stands,
            Self::Assumed => Self::Assumed,
            Self::Stands => Self::Falls,
        }
    }
}

impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}
