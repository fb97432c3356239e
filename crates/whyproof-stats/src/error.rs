//! What can be wrong with data or with what is asked of them, in words.

/// Why there is no number: what is wrong, and what to do about it.
///
/// `which` names a variant or a column as the caller knows it ("the control", "variant b").
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum StatsError {
    /// Nothing was measured.
    #[error("{which} has no rows: check the filter of the query and the name of the variant")]
    Empty {
        /// Which variant or column.
        which: String,
    },
    /// Too few rows for the method.
    #[error("{which} has {n} rows, and this method needs at least {needed}: measure more units")]
    TooFew {
        /// Which variant or column.
        which: String,
        /// How many there are.
        n: u64,
        /// How many are needed.
        needed: u64,
    },
    /// Every value is the same, so there is nothing to judge chance by.
    #[error("{which} has no variance: every value is the same, so no interval can be given")]
    NoVariance {
        /// Which variant or column.
        which: String,
    },
    /// NaN or an infinity.
    #[error("{which} is not a finite number: remove or correct NaN and infinite values first")]
    NotFinite {
        /// What is not finite.
        which: String,
    },
    /// A relative effect is asked for, and what it would be relative to is not above zero.
    #[error(
        "{which} is {value}, and a relative effect needs it above zero: use the absolute effect"
    )]
    NotPositive {
        /// What should be above zero.
        which: String,
        /// What it is.
        value: f64,
    },
    /// A parameter outside what is allowed.
    #[error("{what} is {value}, and must be {allowed}")]
    OutOfRange {
        /// Which parameter.
        what: String,
        /// What it is.
        value: f64,
        /// What it may be, in words.
        allowed: String,
    },
    /// A sum of squares in which the variance is lost to rounding.
    #[error(
        "{which}: the variance is lost to rounding in the sum of squares: \
         compute centred sums, Σ(x − mean)², instead"
    )]
    Cancelled {
        /// Which variant or column.
        which: String,
    },
    /// Two things that must go together do not.
    #[error("{what}: {left} against {right}, and they must be the same")]
    Mismatch {
        /// What is compared.
        what: String,
        /// One size.
        left: usize,
        /// The other.
        right: usize,
    },
    /// A matrix without an inverse.
    #[error("{what} cannot be told apart: drop a column that the others already determine")]
    Singular {
        /// Which columns.
        what: String,
    },
    /// An iteration that did not settle.
    #[error("{what} did not settle: the data or the parameters are too extreme for the method")]
    NotConverged {
        /// What was computed.
        what: String,
    },
    /// The method does not fit what it was given.
    #[error("{what}: {why}")]
    Unusable {
        /// What was asked for.
        what: String,
        /// Why it cannot be given, and what to do.
        why: String,
    },
}

impl StatsError {
    /// A parameter outside what is allowed.
    pub(crate) fn out_of_range(what: &str, value: f64, allowed: &str) -> Self {
        Self::OutOfRange {
            what: what.into(),
            value,
            allowed: allowed.into(),
        }
    }

    /// NaN or an infinity in `which`.
    pub(crate) fn not_finite(which: &str) -> Self {
        Self::NotFinite {
            which: which.into(),
        }
    }
}

/// `value`, if it is a finite number.
pub(crate) fn finite(value: f64, which: &str) -> crate::Result<f64> {
    if value.is_finite() {
        Ok(value)
    } else {
        Err(StatsError::not_finite(which))
    }
}
