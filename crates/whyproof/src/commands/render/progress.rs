//! How far the queries of a case are, on standard error where a person sees it.

#[cfg(feature = "figures")]
pub(super) use crate::commands::refresh::Progress;

#[cfg(not(feature = "figures"))]
use crate::terminal::Terminal;

/// Without queries there is nothing to wait for.
#[cfg(not(feature = "figures"))]
pub(super) struct Progress;

#[cfg(not(feature = "figures"))]
impl Progress {
    pub(super) fn new(_path: &str, _at: usize, _of: usize, _terminal: &Terminal) -> Progress {
        Progress
    }

    pub(super) fn set(&self, _done: usize, _of: usize) {}
}
