//! Room for deep trees: a long chain of `+` is as deep as it is long, and the parser's types are dropped recursively.

use crate::EngineError;

/// Stack of the threads that plan and run queries; it is only taken where it is used.
pub(crate) const STACK: usize = 32 << 20;

/// Texts up to this length cannot be deep.
const SHORT: usize = 2 << 10;

/// Runs `work` on a text of that length, with enough stack for it.
pub(crate) fn with_stack<T: Send>(
    length: usize,
    work: impl FnOnce() -> Result<T, EngineError> + Send,
) -> Result<T, EngineError> {
    if length <= SHORT {
        return work();
    }
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new()
            .stack_size(STACK)
            .spawn_scoped(scope, work);
        match thread.map(std::thread::ScopedJoinHandle::join) {
            Ok(Ok(result)) => result,
            _ => Err(EngineError::Failed("the query could not be read".into())),
        }
    })
}
