//! A résumé from JSON and YAML, and back.

use super::Resume;

/// Why a text is no résumé.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct ResumeError {
    /// What is wrong.
    pub reason: String,
    /// Line, from 1, where it is known.
    pub line: Option<usize>,
    /// Column in Unicode scalars, from 1, where it is known.
    pub column: Option<usize>,
}

impl Resume {
    /// Reads JSON Resume.
    ///
    /// # Errors
    /// Where it is no JSON, or a key of the model holds something else than it should.
    pub fn from_json(text: &str) -> Result<Resume, ResumeError> {
        serde_json::from_str(text).map_err(|error| {
            let reason = error.to_string();
            ResumeError {
                // The place is given apart.
                reason: reason
                    .rsplit_once(" at line ")
                    .map_or(reason.as_str(), |(reason, _)| reason)
                    .to_owned(),
                line: (error.line() > 0).then(|| error.line()),
                column: (error.line() > 0).then(|| error.column().max(1)),
            }
        })
    }

    /// Reads the same model from YAML, as `experience.yaml` has it.
    ///
    /// # Errors
    /// As [`Resume::from_json`].
    pub fn from_yaml(text: &str) -> Result<Resume, ResumeError> {
        serde_saphyr::from_str(text).map_err(|error| {
            let place = error.location();
            ResumeError {
                reason: error.without_snippet().to_string(),
                line: place.map(|place| place.line() as usize),
                column: place.map(|place| place.column() as usize),
            }
        })
    }

    /// JSON with an indent of two, ending in a line break.
    ///
    /// # Errors
    /// None that text can bring about.
    pub fn to_json(&self) -> Result<String, ResumeError> {
        let text = serde_json::to_string_pretty(self).map_err(failed)?;
        Ok(text + "\n")
    }

    /// YAML, ending in a line break.
    ///
    /// # Errors
    /// None that text can bring about.
    pub fn to_yaml(&self) -> Result<String, ResumeError> {
        serde_saphyr::to_string(self).map_err(failed)
    }
}

fn failed(error: impl std::fmt::Display) -> ResumeError {
    ResumeError {
        reason: error.to_string(),
        line: None,
        column: None,
    }
}
