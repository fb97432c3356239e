//! Ctrl-C while queries run: they are told to stop, so that their temporary files go with them. At any other time it
//! ends the program, as it does without this.

use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether somebody wants it to stop.
static STOP: AtomicBool = AtomicBool::new(false);

/// Whether something runs that looks at it.
static LISTENS: AtomicBool = AtomicBool::new(false);

/// The exit code of a program that Ctrl-C ended.
const STOPPED: u8 = 130;

/// Until its end, Ctrl-C sets [`Listening::flag`]; the second ends the program.
pub(crate) struct Listening(());

impl Listening {
    pub(crate) fn begin() -> Listening {
        static ONCE: Once = Once::new();
        ONCE.call_once(|| {
            let handler = || {
                let is_first = !STOP.swap(true, Ordering::Relaxed);
                if !(is_first && LISTENS.load(Ordering::Relaxed)) {
                    whyproof_host::leave(STOPPED);
                }
            };
            // Without a handler Ctrl-C ends the program, which is well, too.
            let _ = ctrlc::set_handler(handler);
        });
        LISTENS.store(true, Ordering::Relaxed);
        Listening(())
    }

    /// Set where somebody wants it to stop.
    pub(crate) fn flag(&self) -> &'static AtomicBool {
        &STOP
    }

    /// What was listening is done. Where Ctrl-C stopped it, so is the program: nothing half done is shown.
    pub(crate) fn end(self) {
        LISTENS.store(false, Ordering::Relaxed);
        if STOP.load(Ordering::Relaxed) {
            whyproof_host::leave(STOPPED);
        }
    }
}
