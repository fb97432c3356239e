//! Computing the figures of a text.

use whyproof_case::{Computed, Computing, Config, Host, Limits, Scope, compute};
use whyproof_syntax::Parse;

/// What a text has that leads to a query.
const MARK: &str = "figure:";

/// Computes the figures of `text`, and measures its experiments; where it has neither, or this build cannot, that takes
/// no time. A `whyproof.toml` that cannot be read is told by whoever needs it; here it says nothing of sources and
/// tables.
pub(crate) fn computed(
    text: &str,
    parse: &Parse,
    host: &dyn Host,
    scope: &Scope,
    on_done: &(dyn Fn(usize, usize) + Sync),
) -> Computed {
    let mut fences = parse.document.fences.iter();
    let asks = text.contains(MARK) || fences.any(|fence| fence.language == "experiment");
    if !cfg!(feature = "figures") || !asks {
        return Computed::default();
    }
    let config = Config::load(host, &scope.root).unwrap_or_default();
    within(&config, host, scope, on_done, |with| compute(parse, with))
}

/// Calls `work` with what queries are computed with; Ctrl-C stops them.
pub(crate) fn within<T>(
    config: &Config,
    host: &dyn Host,
    scope: &Scope,
    on_done: &(dyn Fn(usize, usize) + Sync),
    work: impl FnOnce(&Computing<'_>) -> T,
) -> T {
    #[cfg(feature = "figures")]
    let listening = crate::interrupt::Listening::begin();
    let limits = Limits {
        deadline: None,
        #[cfg(feature = "figures")]
        cancel: Some(listening.flag()),
        #[cfg(not(feature = "figures"))]
        cancel: None,
    };
    let worked = work(&Computing {
        host,
        scope,
        config,
        limits,
        apart: config.figures.apart,
        on_done,
    });
    #[cfg(feature = "figures")]
    listening.end();
    worked
}
