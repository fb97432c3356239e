//! Asking a URL whether it answers.

use whyproof_case::{HostError, Limits};

#[cfg(feature = "links")]
pub(crate) fn probe(url: &str, limits: Limits<'_>) -> Result<u16, HostError> {
    use std::sync::atomic::Ordering;

    let stopped = || HostError::Stopped {
        what: format!("asking {url}"),
    };
    let is_cancelled = || {
        limits
            .cancel
            .is_some_and(|cancel| cancel.load(Ordering::Relaxed))
    };
    if is_cancelled() {
        return Err(stopped());
    }
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .timeout_global(limits.deadline)
        .max_redirects(REDIRECTS)
        .http_status_as_error(false)
        .user_agent(concat!("whyproof/", env!("CARGO_PKG_VERSION")))
        .build()
        .new_agent();
    let failed = |error: ureq::Error| match error {
        ureq::Error::Timeout(_) => stopped(),
        error => HostError::Failed {
            what: format!("asking {url}"),
            reason: error.to_string(),
        },
    };
    let status = agent.head(url).call().map_err(failed)?.status().as_u16();
    // Some servers know no HEAD; the answer's head is all that is read of a GET.
    if !matches!(status, 405 | 501) || is_cancelled() {
        return Ok(status);
    }
    Ok(agent.get(url).call().map_err(failed)?.status().as_u16())
}

/// Most redirects that are followed; a DOI takes two or three.
#[cfg(feature = "links")]
const REDIRECTS: u32 = 8;

#[cfg(not(feature = "links"))]
pub(crate) fn probe(url: &str, _limits: Limits<'_>) -> Result<u16, HostError> {
    Err(HostError::Failed {
        what: format!("asking {url}"),
        reason: "this build has no network: it was made without the feature `links`".to_owned(),
    })
}
