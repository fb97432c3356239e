//! Hearing of changes.

use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// How long the files must be quiet; editors write in several steps.
const QUIET: Duration = Duration::from_millis(100);

/// Why changes cannot be heard of.
#[derive(Debug, thiserror::Error)]
#[error("watching `{path}`: {source}")]
pub struct WatchError {
    path: String,
    source: notify::Error,
}

/// Hears of changes below folders.
#[derive(Debug)]
pub struct Watch {
    changes: Receiver<()>,
    _watcher: RecommendedWatcher,
}

impl Watch {
    /// Watches `paths`: a folder with everything in it, of a file its folder, since editors replace files.
    ///
    /// # Errors
    /// [`WatchError`] in the system's words.
    pub fn new(paths: &[String]) -> Result<Watch, WatchError> {
        let failed = |path: &str| {
            let path = path.to_owned();
            |source| WatchError { path, source }
        };
        let (sender, changes) = channel();
        // What only reads a file is no change: checking reads them all.
        let heard = move |event: notify::Result<Event>| {
            let is_change = event.is_ok_and(|event| !matches!(event.kind, EventKind::Access(_)));
            if is_change {
                // Nobody listens any more: the watch is about to end.
                let _ = sender.send(());
            }
        };
        let mut watcher = notify::recommended_watcher(heard).map_err(failed("files"))?;
        for path in paths {
            let place = Path::new(path);
            let (place, mode) = if place.is_dir() {
                (place, RecursiveMode::Recursive)
            } else {
                let folder = place.parent().filter(|f| !f.as_os_str().is_empty());
                (
                    folder.unwrap_or(Path::new(".")),
                    RecursiveMode::NonRecursive,
                )
            };
            watcher.watch(place, mode).map_err(failed(path))?;
        }
        Ok(Watch {
            changes,
            _watcher: watcher,
        })
    }

    /// Waits for the next change and until the files are quiet again; false where there will be none.
    pub fn wait(&self) -> bool {
        let heard = self.changes.recv().is_ok();
        while self.changes.recv_timeout(QUIET).is_ok() {}
        heard
    }
}
