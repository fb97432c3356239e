//! Typst recurses on the depth of its source, and the pages on the depth of what stands on them.

use crate::TypesetError;

/// Bytes of stack: the pages that we set need a hundredth of it.
const STACK: usize = 64 << 20;

/// Does the work on a thread of its own with a large stack. A panic there is an error here.
pub(crate) fn on_large_stack<T: Send>(
    work: impl FnOnce() -> Result<T, TypesetError> + Send,
) -> Result<T, TypesetError> {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new()
            .name("typeset".to_owned())
            .stack_size(STACK)
            .spawn_scoped(scope, work);
        match thread.map(std::thread::ScopedJoinHandle::join) {
            Ok(Ok(done)) => done,
            Ok(Err(panic)) => {
                let said = panic
                    .downcast_ref::<String>()
                    .cloned()
                    .or_else(|| panic.downcast_ref::<&str>().map(|&said| said.to_owned()));
                Err(TypesetError::Fault(said.unwrap_or_default()))
            }
            Err(error) => Err(TypesetError::Fault(error.to_string())),
        }
    })
}
