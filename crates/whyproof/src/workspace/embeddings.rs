//! The person's own model of static embeddings, where they point to one: it finds what is near in meaning.

use clap::Args;
use whyproof_experience::Meaning;

use crate::error::{Error, ErrorKind};

/// Where the model is.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct Embeddings {
    /// Read by meaning too, with the model of static embeddings in this folder
    #[arg(long, env = "WHYPROOF_EMBEDDINGS", value_name = "FOLDER")]
    pub(crate) embeddings: Option<String>,
}

impl Embeddings {
    /// The model; none where nobody points to one.
    ///
    /// # Errors
    /// Where its files are not there or are no model, or this build reads none.
    pub(crate) fn read(&self) -> Result<Option<Box<dyn Meaning>>, Error> {
        let folder = self.embeddings.as_deref();
        folder
            .filter(|folder| !folder.is_empty())
            .map(model)
            .transpose()
    }
}

#[cfg(feature = "semantic")]
fn model(folder: &str) -> Result<Box<dyn Meaning>, Error> {
    use whyproof_case::{Host, HostError, join};
    use whyproof_experience::LocalModel;
    use whyproof_host::System;

    use crate::text::typed;

    let file = |name| {
        let path = join(folder, name);
        System.read(&path, LocalModel::LARGEST).map_err(|error| {
            let is_missing = matches!(error, HostError::NotFound { .. });
            let error = Error::from(error);
            if is_missing { error.hint(FORM) } else { error }
        })
    };
    let (weights, tokenizer, config) = (
        file("model.safetensors")?,
        file("tokenizer.json")?,
        file("config.json")?,
    );
    let model = LocalModel::read(&weights, &tokenizer, &config).map_err(|error| {
        let message = format!("{}: {error}", typed(folder));
        Error::new(ErrorKind::Environment, message).hint(FORM)
    })?;
    Ok(Box::new(model))
}

/// What a folder has to have.
#[cfg(feature = "semantic")]
const FORM: &str = "The folder of a model has model.safetensors, tokenizer.json and config.json, as Model2Vec writes them.";

#[cfg(not(feature = "semantic"))]
fn model(_: &str) -> Result<Box<dyn Meaning>, Error> {
    let message = "this build was made without the feature `semantic`, and reads no embeddings";
    Err(Error::new(ErrorKind::Usage, message).hint(
        "Build it with `--features semantic`, or leave out --embeddings (WHYPROOF_EMBEDDINGS).",
    ))
}
