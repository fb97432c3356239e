//! What a cluster says when it fails.

use datafusion::common::DataFusionError;

/// Longest part of its words that is told.
const LONGEST: usize = 400;

/// What went wrong there; nothing where the query itself is wrong, which is told as it would be here.
pub(super) fn message(error: &DataFusionError) -> Option<String> {
    let (DataFusionError::Execution(said) | DataFusionError::Internal(said)) = error.find_root()
    else {
        return None;
    };
    let any = |words: &[&str]| words.iter().any(|word| said.contains(word));
    if any(&["Divide by zero", "DivideByZero"]) {
        return None;
    }
    if any(&[
        "transport error",
        "tcp connect error",
        "ConnectError",
        "Connection refused",
        "Connection reset",
    ]) {
        return Some(
            "its scheduler does not answer; is it running, and is its address right?".to_owned(),
        );
    }
    if any(&[
        "Stream closed",
        "broken pipe",
        "BrokenPipe",
        "h2 protocol",
        "error reading a body",
    ]) {
        return Some("it broke off the connection; is it still running?".to_owned());
    }
    if any(&["version"]) && any(&["incompatible", "compatib", "mismatch"]) {
        return Some("it runs another version of Ballista; this build needs 55".to_owned());
    }
    let reason = said
        .split_once(" failed: ")
        .map_or(said.as_str(), |(_, reason)| reason);
    let line = reason.lines().next().unwrap_or_default();
    let short: String = line.chars().take(LONGEST).collect();
    Some(format!("it could not run the query: {short}"))
}
