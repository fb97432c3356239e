//! What was sealed, found again in the history of the case.

use super::lock::{Lock, differences, hash};
use super::{Experiment, read};
use crate::host::{Host, Limits, Scope};
use crate::revised::Revised;

/// How many revisions back are looked at.
const BACK: usize = 30;
/// Longest case that is read, in bytes.
const LONGEST: u64 = 16 << 20;

/// The experiment as it was sealed, in git, and what has changed since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The youngest revision that has it, as git names it: `HEAD~3`.
    pub revision: String,
    /// What differs now, a sentence without a stop each.
    pub changed: Vec<String>,
}

/// Looks for the text that a broken seal is of, from the last revision backwards. None where the seal is not broken,
/// the case is in no repository, or its last 30 revisions do not have it.
pub fn sealed(
    experiment: &Experiment,
    host: &dyn Host,
    scope: &Scope,
    limits: Limits<'_>,
) -> Option<Sealed> {
    let Lock::Broken(seal) = Lock::of(experiment) else {
        return None;
    };
    let path = scope.path.as_deref()?;
    let name = format!("./{}", path.rsplit('/').next().unwrap_or(path));
    for back in 0..BACK {
        let revision = if back == 0 {
            "HEAD".to_owned()
        } else {
            format!("HEAD~{back}")
        };
        let file = Revised {
            folder: &scope.folder,
            revision: &revision,
            path: &name,
        };
        // Before the file, or before the first revision, there is no more to find.
        let bytes = host.revision_of(&file, LONGEST, limits).ok()?;
        let text = String::from_utf8(bytes).ok()?;
        let parse = whyproof_syntax::parse(&text);
        let earlier = read(&parse, &mut Vec::new())
            .into_iter()
            .find(|earlier| earlier.name == experiment.name);
        if let Some(earlier) = earlier
            && hash(&earlier.toml).is_ok_and(|hash| hash == seal.hash)
        {
            return Some(Sealed {
                revision,
                changed: differences(&earlier, experiment),
            });
        }
    }
    None
}
